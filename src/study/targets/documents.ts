/** What editors and readers get from the declarations of targets files: JSON Schema and the section of the reference. */
import { DIMENSIONS, MEASURES } from '../../market/index.ts'
import { closed, described, keysTable, map, type Schema, text } from '../experiment/documents.ts'
import { STATISTIC_KEYS, TARGET_KEYS, TARGETS_KEYS } from './read-targets.ts'
import { ORIGINS } from './target.ts'

/** JSON Schema (draft 2020-12) of a targets file, for the YAML language server. */
export function targetsSchema(): Schema {
  const number = { type: ['number', 'string'] }
  const days = { type: ['string', 'array'] }
  const rows = { anyOf: [text(), { type: 'array', items: text() }] }
  const level = {
    measure: { enum: MEASURES.map(({ name }) => name) },
    in: days,
    ...Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, rows])),
  }
  const statistic = described(STATISTIC_KEYS, {
    ...level,
    over: closed(level),
    less: number,
    times: number,
  })
  const target = described(TARGET_KEYS, {
    id: text(),
    indonesian: text(),
    origin: { enum: [...ORIGINS] },
    statistic,
    unit: text(),
    band: text(),
    value: number,
    error: number,
    national: { type: 'boolean' },
    source: text(),
    grade: { enum: ['A', 'B', 'C', 'assumption', 'given'] },
    note: text(),
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Targets file of Pasar',
    ...described(TARGETS_KEYS, {
      title: text(),
      indonesian: closed({ title: text() }),
      periods: map(days),
      targets: map({ ...target, required: ['origin', 'statistic', 'unit', 'source', 'grade'] }),
    }),
    required: ['targets'],
  }
}

/** The section of the reference page. */
export const targetsReference = (): string =>
  [
    '## Targets files',
    'What was seen of a market, for `pasar calibration` and `pasar fit`: a statistic of a run, and where it was seen to lie.',
    keysTable('Key', TARGETS_KEYS),
    keysTable('Of a target', TARGET_KEYS),
    'A statistic is `times x (mean / over - less)`, with the mean over the days of `in`.',
    keysTable('Of a statistic', STATISTIC_KEYS),
  ].join('\n\n')
