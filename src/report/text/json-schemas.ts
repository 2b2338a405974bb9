/** JSON Schemas of what `--json` prints, so that other programs can rely on its form. */
import { FEW } from '../../study/index.ts'
import { EXPLANATION_FORM } from '../explain/object.ts'
import { ANSWER_FORM } from './answer-object.ts'
import { SUMMARY_FORM } from './summary-object.ts'

type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string' }
const yes: Schema = { type: 'boolean' }
const count: Schema = { type: 'integer', minimum: 0 }
/** A number that does not exist is null: an interval of one run, a price where nothing was sold. */
const value: Schema = { type: ['number', 'null'] }
const date: Schema = { type: 'string', pattern: '^\\d{4,}-\\d{2}-\\d{2}$' }
const said = (description: string, schema: Schema): Schema => ({ ...schema, description })
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

/** An object of these properties and no others. Those that end in `?` may be missing. */
function record(properties: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(properties)
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema]),
    ),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  }
}

const interval = { mean: value, low: value, high: value }
const paired = { baseline: value, policy: value, difference: value, low: value, high: value }
const row = {
  measure: said('Name of the measure: see pasar params and docs', text),
  group: said('A venue, kind of agent, category or region; all for the whole market', text),
  unit: said('Unit of every value of the row, such as mRp/day', text),
  members: said(
    'Firms, creators or people of the group; null of the whole market, of venues, origins, couriers and platforms',
    value,
  ),
  agents: said(
    `Simulated agents who stand for them; under ${FEW} of them low and high are null`,
    value,
  ),
}
const dates = { window: text, from: date, to: date }
const stopped = said('Which rule ended the study', {
  enum: ['asked', 'precise', 'no effect', 'most', 'cut'],
})
const parting = record({
  ...{ date, rule: text, column: text, label: text, row: count },
  ...{ agent: text, baseline: text, policy: text },
})

const isMain = { 'main?': said('In the window that stands for the scenario; else left out', yes) }

const effect = record({
  ...dates,
  ...isMain,
  scenario: text,
  ...row,
  ...paired,
  runs: count,
  'pairing?': said('Share of variance removed by common random numbers', value),
  'positive?': said('Probability that the mean effect is above zero', value),
})

const level = record({ ...dates, ...isMain, scenario: text, ...row, ...interval, runs: count })

const outcome = record({
  ...{ scenario: text, window: text, by: text, kind: text, group: text, members: value },
  agents: said(
    `Simulated agents; null of couriers, who follow parcels; under ${FEW} of them low and high are null`,
    value,
  ),
  income: said('kRp a week a member', record(paired)),
  jobs: said('FTE in all', record(paired)),
  survival: record(paired),
  losing: said(
    'Share of members whose income falls by more than 10 %, and at least Rp 10,000 a week',
    record(interval),
  ),
  gaining: said('Share of members whose income rises by as much', record(interval)),
  positive: said('Share of runs with a higher income under the policy', value),
  runs: count,
})

const flow = record({
  ...{
    scenario: text,
    window: text,
    side: { enum: ['buyers', 'sellers', 'market'] },
    from: text,
    to: text,
  },
  ...{ value: record(interval), unit: text, runs: count },
  'diversion?': said('Of what left the origin, the share that went here', record(interval)),
})

const elsewhere = record({
  scenario: text,
  days: said('Days since the policy is in force', count),
  to: said('`elsewhere`, `other platforms` or a venue', text),
  members: said('People who had bought at the venues of the policy in the weeks before it', value),
  agents: said('Simulated buyers who stand for them', value),
  people: said('Those of them who bought there within these days', record(paired)),
  runs: count,
})

const recovery = record({
  scenario: text,
  weeks: said('Weeks since the policy is in force; sales are of the four weeks up to then', count),
  exposure: said('Share of sales through the venues of the policy before it', text),
  members: said(
    'Firms of the day before the policy that sell in these weeks of the baseline',
    value,
  ),
  agents: said('Simulated firms', value),
  share: said('Of them, with at least 80 % of the sales of the baseline', record(interval)),
  runs: count,
})

const contribution = record({
  ...{ ...dates, scenario: text, ...row, mechanism: text, value: record(interval), runs: count },
})

const combination = record({
  ...{ ...dates, scenario: text, parts: listOf(text), ...row },
  ...{ together: record(interval), sum: record(interval), interaction: record(interval) },
  runs: count,
})

const spread = record({
  study: said('Name of the study', text),
  quick: said('Whether it was made in the quick market', yes),
  ...{ low: value, high: value },
  isFitted: said('Whether points are draws of a fit, not of the full assumed ranges', yes),
  points: said('Draws or points of the parameters, or variants of the model', count),
  seeds: said('Pairs of runs at each', count),
  sameSign: said('Share of them with the sign of the median, or of the model as it is', value),
  falls: said('Whether that sign is below zero', yes),
  chance: said('Share of the variance between them that chance makes', value),
  'reach?': said('Half the 95 % interval of the mean of a variant, of chance alone', value),
  'withoutChance?': said('About the same without it', record({ low: value, high: value })),
  'moved?': said('Parameters that points move; the others are held', count),
  'fit?': said(
    'How near draws come to what was seen: root mean square over targets at most, in half bands',
    record({ tolerance: value, targets: count, parameters: count }),
  ),
  'asItIs?': said('Where the model as it is lies among its variants', value),
})

const budget = record({
  ...{ ...dates, scenario: text, ...row },
  chance: said(
    '95 % interval of the mean over runs',
    record({ low: value, high: value, runs: count }),
  ),
  parameters: said(
    '5 to 95 % of draws of a fit: of the parameters that were fitted, the others held',
    nullable(spread),
  ),
  possible: said('5 to 95 % of points of the full assumed ranges', nullable(spread)),
  structure: said('Lowest to highest of variants', nullable(spread)),
  hangsOn: said(
    'Parameters that influence it most and detectably; null where no study looked',
    nullable(
      listOf(
        record({
          ...{ factor: text, what: text, estimate: value, low: value, high: value },
          'alone?': said(
            'Interval of the share that it explains by itself, beside a total index',
            record({ low: value, high: value }),
          ),
        }),
      ),
    ),
  ),
  hangsOnBy: said('The study that tells so', nullable(text)),
  hangsOnFitted: said('Whether that study moved draws of a fit', nullable(yes)),
  hangsOnExplained: said(
    'Share of the variance between points that its emulator predicts',
    nullable(value),
  ),
})

const proof = record({
  ...{ scenario: text, days: count, until: date, equal: yes, hash: text },
  ...{ 'first?': parting, 'decision?': parting },
  daily: listOf(record({ date, baseline: text, policy: text })),
})

const answer: Schema = {
  title: 'What pasar run and pasar compare print with --json',
  ...record({
    schema: { enum: [ANSWER_FORM] },
    ...{ title: text, question: text, seed: text, runs: count, stopped },
    complete: said('Whether every run that was asked for came to its end', yes),
    output: said('Folder of the study', nullable(text)),
    written: said('Whether the folder holds this study', yes),
    scenarios: listOf(
      record({
        ...{ name: text, title: text, fingerprint: text },
        identicalUntil: said('First day that may differ from the baseline', nullable(date)),
        unpaired: listOf(text),
        proof: nullable(proof),
      }),
    ),
    'levels?': said('Of a scenario alone', listOf(level)),
    'effects?': said('Of a comparison, as the following', listOf(effect)),
    'why?': listOf(contribution),
    'combinations?': listOf(combination),
    'budgets?': said('How sure the effects are: see docs', listOf(budget)),
    'winners?': listOf(outcome),
    'switching?': listOf(flow),
    'elsewhere?': listOf(elsewhere),
    'recovery?': listOf(recovery),
  }),
}

const summary: Schema = {
  title: 'What pasar run and pasar compare print with --json=summary',
  ...record({
    schema: { enum: [SUMMARY_FORM] },
    ...{ title: text, seed: text, runs: count, stopped, complete: yes, baseline: text },
    policies: listOf(
      record({
        ...{ name: text, title: text, ...dates },
        warnings: said('Whether there are warnings: see the printed answer', yes),
        effects: listOf(record({ ...row, ...paired, runs: count })),
      }),
    ),
    levels: said(
      'Of a scenario alone',
      nullable(record({ ...dates, levels: listOf(record({ ...row, ...interval, runs: count })) })),
    ),
  }),
}

const what = said(
  'A row of a table by its name, an agent by its number, or a way to go on that is no row (save, pass)',
  record({
    ...{ is: text, 'name?': text, 'feed?': text, 'seller?': count, 'row?': count },
    'since?': said('Of a venue at which nobody can buy', date),
  }),
)
const fact = record({
  fact: text,
  value: { anyOf: [value, what, listOf(what)] },
  'unit?': text,
})

const decision = record({
  kind: said('What is decided', text),
  step: said('Decisions that follow from one another have one number', count),
  about: listOf(what),
  seen: listOf(fact),
  unit: said('Of parts and totals', text),
  'kRpOfUnit?': said('What one of that unit is worth to the agent, kRp', value),
  options: listOf(
    record({
      what,
      parts: said('They add up to the total', listOf(record({ part: text, value }))),
      total: value,
      'facts?': listOf(fact),
    }),
  ),
  chosen: said('Row in options; -1 none', { type: 'integer' }),
  runnerUp: said('Row of the next best; -1 none', { type: 'integer' }),
  flips: said(
    'Changes that would have led to another choice, the nearest first',
    listOf(
      record({
        ...{ lever: text, of: what, change: value, unit: text },
        'pieces?': said('Of a change an order: pieces that an order has there', value),
        leadsTo: what,
      }),
    ),
  ),
})

const card = record({
  title: text,
  facts: listOf(listOf(text)),
  decisions: listOf(
    record({
      ...{ kind: text, title: text, note: text, rows: listOf(text), sentences: listOf(text) },
      options: listOf(record({ name: text, chosen: yes, cells: listOf(text) })),
    }),
  ),
})

const explanation: Schema = {
  title: 'What pasar explain prints with --json',
  ...record({
    schema: { enum: [EXPLANATION_FORM] },
    'affected?': said(
      'Whom the policy affects most of its kind: income, or of buyers purchases',
      record({ agent: text, kind: text, window: text, baseline: value, policy: value, unit: text }),
    ),
    explanations: said(
      'One a world, the baseline first',
      listOf(
        record({
          ...{ scenario: text, fingerprint: text, seed: text, run: count, agent: text, date },
          who: said('What is known of the agent', listOf(fact)),
          decisions: listOf(decision),
          card: said('The same in words, in the language asked for', card),
        }),
      ),
    ),
  }),
}

const fileOf = (name: string, schema: Schema) => ({
  name: `docs/json/${name}.schema.json`,
  schema,
  text: `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }, null, 2)}\n`,
})

/** Each with the path of its file. */
export const jsonSchemas = [
  fileOf('answer-1', answer),
  fileOf('summary-1', summary),
  fileOf('explanation-1', explanation),
]
