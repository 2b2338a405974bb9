/** What editors and readers get from the declarations of fit files. */
import { described, keysTable, type Schema, SHARED, text } from '../experiment/documents.ts'
import { FIT_KEYS } from './read-fit.ts'

/** JSON Schema (draft 2020-12) of a fit file, for the YAML language server. */
export function fitSchema(): Schema {
  const count = { type: 'integer', minimum: 1 }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Fit file of Pasar',
    ...described(FIT_KEYS, {
      ...SHARED,
      targets: text(),
      on: { anyOf: [text(), { type: 'array', items: text() }] },
      ...Object.fromEntries(
        ['waves', 'points', 'draws', 'generations', 'most'].map((key) => [key, count]),
      ),
      tolerance: { type: 'number', minimum: 0 },
    }),
    required: ['baseline', 'targets', 'vary'],
  }
}

/** The section of the reference page. */
export const fitReference = (): string =>
  [
    '## Fit files',
    'A fit file says which values are fitted to which targets: `pasar fit FILE`.',
    keysTable('Key', FIT_KEYS),
  ].join('\n\n')
