/** What editors and readers get from the declarations of study files: JSON Schema and the section of the reference. */
import { DIMENSIONS, MEASURES } from '../../market/index.ts'
import { OUTCOME_KINDS } from './experiment.ts'
import { DESIGNS } from './read-design.ts'
import { POSTERIOR_KEYS } from './read-posterior.ts'
import { STUDY_KEYS } from './read-study.ts'
import { VARY_KEYS } from './read-varied.ts'

export type Schema = Readonly<Record<string, unknown>>

export const text = (description?: string): Schema => ({
  type: 'string',
  ...(description === undefined ? {} : { description }),
})
export const closed = (properties: Schema): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
})

export const map = (each: Schema): Schema => ({ type: 'object', additionalProperties: each })

const number = { type: ['number', 'string'] }

/** What varies, by path. */
const FACTOR: Schema = {
  anyOf: [
    { type: ['string', 'null'] },
    { type: 'array' },
    closed({
      from: { ...number, description: VARY_KEYS.from },
      to: { ...number, description: VARY_KEYS.to },
      distribution: text(VARY_KEYS.distribution),
      values: { type: 'array', description: VARY_KEYS.values },
      multiply: { type: 'boolean', description: VARY_KEYS.multiply },
      group: text(VARY_KEYS.group),
    }),
  ],
}

/** What study files and fit files have in common. */
export const SHARED: Readonly<
  Record<'title' | 'question' | 'indonesian' | 'baseline' | 'vary' | 'market' | 'seed', Schema>
> = {
  title: text(),
  question: text(),
  indonesian: closed({ title: text(), question: text() }),
  baseline: text(),
  vary: map(FACTOR),
  market: { anyOf: [{ enum: ['quick', 'full'] }, { type: 'number', exclusiveMinimum: 0 }] },
  seed: { type: ['string', 'number'] },
}

/** The schemas of keys, each with what the key says. */
export const described = (
  keys: Readonly<Record<string, string>>,
  schemas: Readonly<Record<string, Schema>>,
): Schema =>
  closed(
    Object.fromEntries(
      Object.keys(keys).map((key) => [key, { ...schemas[key], description: keys[key] }]),
    ),
  )

/** JSON Schema (draft 2020-12) of a study file, for the YAML language server. */
export function studySchema(): Schema {
  const design = {
    anyOf: [
      { enum: Object.keys(DESIGNS) },
      ...Object.entries(DESIGNS).map(([kind, takes]) => ({
        ...closed({
          [kind]: closed(
            Object.fromEntries(
              Object.keys(takes).map((key) => [key, { type: 'integer', minimum: 1 }]),
            ),
          ),
        }),
        required: [kind],
      })),
      {
        ...closed({
          posterior: {
            ...described(POSTERIOR_KEYS, { draws: { type: 'integer', minimum: 1 }, from: text() }),
            required: ['from'],
          },
        }),
        required: ['posterior'],
      },
    ],
  }
  const outcome = closed({
    measure: { enum: MEASURES.map(({ name }) => name) },
    of: { enum: OUTCOME_KINDS },
    window: text('A window of the scenario, by its name or its dates [its main one]'),
    policy: text('One of the policies [each]'),
    ...Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, text()])),
  })
  const schemas: Record<keyof typeof STUDY_KEYS, Schema> = {
    ...SHARED,
    policies: { type: 'array', items: text() },
    variants: { type: 'array', items: text() },
    design,
    seeds: { type: 'integer', minimum: 1 },
    outcomes: map(outcome),
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Study file of Pasar',
    ...described(STUDY_KEYS, schemas),
    required: ['baseline'],
  }
}

/** Keys with what each says, as a table of the reference. */
export const keysTable = (head: string, keys: Readonly<Record<string, string>>): string =>
  [
    `| ${head} | Meaning |`,
    '| --- | --- |',
    ...Object.entries(keys).map(([key, meaning]) => `| \`${key}\` | ${meaning} |`),
  ].join('\n')

/** The section of the reference page. */
export function studyReference(): string {
  const designs = Object.fromEntries(
    Object.entries(DESIGNS).map(([kind, takes]) => {
      const numbers = Object.entries(takes).map(([key, usual]) =>
        usual === null ? key : `${key} [${usual}]`,
      )
      return [kind, numbers.join(', ')]
    }),
  )
  return [
    '## Study files',
    'A study file asks one question at many points: `pasar study FILE`. It lies in scenarios/studies, or anywhere.',
    keysTable('Key', STUDY_KEYS),
    'What varies is a path with its values: `{}`, `0.5 to 2`, a list, or a map of these.',
    keysTable('Of a path', VARY_KEYS),
    'A design with its numbers is a map, `{ sobol: { base: 256 } }`; what stands in brackets is usual.',
    keysTable('Design', { ...designs, posterior: 'draws [all], from' }),
    'With `posterior` nothing varies beside: a point is a draw of a fit, and the result says how far the answer stays open within what goes with the targets of the fit.',
    keysTable('Of `posterior`', POSTERIOR_KEYS),
  ].join('\n\n')
}
