/** What editors and readers get from the declarations of facts files: JSON Schema and the section of the reference. */
import { closed, keysTable, type Schema, text } from '../experiment/documents.ts'
import { USES } from './fact.ts'
import { FACT_KEYS, FACTS_KEYS } from './read-facts.ts'
import { FACT_STATISTICS } from './read-statistic.ts'

/** The keys of a map with what each says; `known` says what each takes. */
const described = (keys: Readonly<Record<string, string>>, known: Schema = {}): Schema =>
  Object.fromEntries(
    Object.entries(keys).map(([key, description]) => [
      key,
      { ...((known[key] as Schema | undefined) ?? {}), description },
    ]),
  )

const TEXT = text()
const TEXTS = { type: ['string', 'array'] }
const NUMBER = { type: ['number', 'string'] }

/** JSON Schema (draft 2020-12) of a facts file, for the YAML language server. */
export function factsSchema(): Schema {
  const statistic = {
    anyOf: Object.entries(FACT_STATISTICS).map(([kind, keys]) => ({
      ...closed(described(keys)),
      required: [kind],
    })),
  }
  const fact = closed(
    described(FACT_KEYS, {
      ...{ id: TEXT, indonesian: TEXT, policy: TEXT, unit: TEXT, band: TEXT, source: TEXT },
      ...{ statistic, value: NUMBER, error: NUMBER, note: TEXT },
      grade: { enum: ['A', 'B', 'C', 'assumption', 'given'] },
      used: { enum: USES },
      'counts-if': TEXTS,
    }),
  )
  const comparison = closed({ baseline: TEXT, policies: TEXTS })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Facts file of Pasar',
    ...closed(
      described(FACTS_KEYS, {
        ...{ title: TEXT, question: TEXT, baseline: TEXT, policies: TEXTS, targets: TEXTS },
        indonesian: closed({ title: TEXT, question: TEXT }),
        besides: { type: 'array', items: comparison },
        periods: { type: 'object', additionalProperties: TEXTS },
        facts: { type: 'object', additionalProperties: { ...fact, required: ['statistic'] } },
      }),
    ),
    required: ['baseline'],
  }
}

/** The section of the reference page. */
export function factsReference(): string {
  return [
    '## Facts files',
    'A facts file holds what was seen against what runs say: `pasar validate FILE`, see docs/validation.md.',
    keysTable('Key', FACTS_KEYS),
    keysTable('Of a fact', FACT_KEYS),
    'A statistic is a map. Its first key says what it is.',
    ...Object.entries(FACT_STATISTICS).map(([kind, keys]) => keysTable(`Of \`${kind}\``, keys)),
  ].join('\n\n')
}
