/**
 * The description of a market in the form of the ODD protocol, made from what the code and a scenario declare, so that it
 * says what runs. Grimm et al. 2020, The ODD protocol for describing agent-based and other simulation models: a second update.
 */
import {
  type Cadence,
  type Column,
  columnOf,
  type DrawDeclaration,
  type DrawDeclarations,
  dateOfDay,
  dayOfDate,
  type Holds,
  type Rule,
} from '../../engine/index.ts'
import {
  CATALOGUE,
  countsOf,
  DIMENSIONS,
  FOUNDING,
  measuresWith,
  policiesIn,
  populationsOf,
  scheduleOf,
} from '../../market/index.ts'
import type { HeldValue, Scenario } from '../../scenario/index.ts'
import type { Target } from '../../study/index.ts'
import { ODD_CONCEPTS, ODD_PURPOSE } from './odd-words.ts'

export interface Described {
  readonly scenario: Scenario
  /** Every value that it holds. */
  readonly held: readonly HeldValue[]
  /** What it is to reproduce. */
  readonly targets: readonly Target[]
}

/** @returns a page of Markdown with the seven elements of the protocol */
export const oddPage = (described: Described): string =>
  `${[
    `# ODD: ${described.scenario.title}`,
    'Made by `pasar odd` from the declarations of the code and the values of the scenario. Equations and reasons are in docs/model.md.',
    ...purpose(described),
    ...entities(described),
    ...process(described),
    ...concepts(described),
    ...initialisation(described),
    ...inputData(described),
    ...submodels(described),
  ].join('\n\n')}\n`

const cell = (text: string | number | boolean): string =>
  String(text).replaceAll('|', '\\|').replaceAll('\n', ' ')

const tableOf = (
  head: readonly string[],
  rows: readonly (readonly (string | number | boolean)[])[],
): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

function purpose({ scenario, targets }: Described): string[] {
  const asked =
    scenario.question === '' ? [] : [`The question of this scenario: ${scenario.question}`]
  const band = ({ low, high }: Target) => (low === high ? `${low}` : `${low} to ${high}`)
  return [
    '## 1. Purpose and patterns',
    ODD_PURPOSE,
    ...asked,
    targets.length === 0
      ? 'No pattern that was seen is set against this scenario.'
      : 'Patterns by which its usefulness is judged. Solved and set ones hold by construction; only predicted ones are evidence.',
    ...(targets.length === 0
      ? []
      : [
          tableOf(
            ['pattern', 'seen', 'unit', 'is', 'source', 'grade'],
            targets.map((one) => [
              one.what,
              band(one),
              one.unit,
              one.origin,
              one.source,
              one.grade,
            ]),
          ),
        ]),
  ]
}

const STORED: Readonly<Record<Column['storage'], string>> = {
  f64: 'number',
  f32: 'number',
  i32: 'whole number',
  u32: 'whole number from 0',
  u16: 'whole number from 0',
  u8: 'whole number from 0',
}

function entities({ scenario }: Described): string[] {
  const { input } = scenario
  const counts = countsOf(input)
  const zero = dayOfDate(input.start)
  const last = dateOfDay(zero + input.days - 1)
  return [
    '## 2. Entities, state variables and scales',
    `Time goes by day, from ${input.start} to ${last} (${input.days} days); what is weekly happens on Mondays. Space is ${counts.regions} regions. ${input.size.buyers.toLocaleString('en')} buyers, ${input.size.sellers.toLocaleString('en')} sellers and ${input.size.creators.toLocaleString('en')} creators are simulated.`,
    ...populationsOf(input)
      .filter(({ name }) => counts[name] > 0)
      .flatMap(({ label, name, columns }) => [
        `### ${label} (\`${name}\`, ${counts[name].toLocaleString('en')})`,
        tableOf(
          ['state variable', 'what', 'kind', 'unit'],
          Object.values(columns).map((one) => [one.name, one.label, kindOf(one), one.unit || '-']),
        ),
      ]),
  ]
}

function kindOf({ storage, per, holds }: Column): string {
  const one = holds === undefined ? STORED[storage] : heldAs(holds)
  return per === undefined ? one : `${one}, ${per} of them`
}

function heldAs(holds: Holds): string {
  switch (holds.is) {
    case 'flag':
      return 'yes or no'
    case 'oneOf':
      return `one of: ${holds.words.join(', ')}`
    case 'row':
      return `row of ${holds.of}${holds.none === undefined ? '' : ', or none'}`
    case 'bits':
      return `rows of ${holds.of}`
    case 'noise':
      return 'bits of noise'
  }
}

const EVERY: Readonly<Record<Cadence, string>> = {
  day: 'every day',
  week: 'on Mondays',
  month: 'every fourth Monday',
}

const process = ({ scenario }: Described): string[] => [
  '## 3. Process overview and scheduling',
  'The order of a day. A rule reads the state as it stands when its turn comes; each state variable is written by one rule alone, so that no order of agents within a rule matters.',
  scheduleOf(scenario.input)
    .map(({ name, every, does }, at) => `${at + 1}. **${name}** (${EVERY[every]}): ${does}`)
    .join('\n'),
]

const concepts = ({ scenario }: Described): string[] => [
  '## 4. Design concepts',
  ...ODD_CONCEPTS.map(([concept, text]) => `*${concept}.* ${text}`),
  `*Observation.* ${measuresOf(scenario).length} measures, by day and in windows, broken down by ${DIMENSIONS.join(', ')} where that has a meaning: ${measuresOf(
    scenario,
  )
    .map(({ label }) => label.en)
    .join('; ')}.`,
]

const measuresOf = ({ input }: Scenario) => measuresWith(policiesIn(input))

const valuesOf = (held: readonly HeldValue[]): string =>
  tableOf(
    ['value', 'what', 'is', 'unit', 'source'],
    held.map(({ path, label, value, unit, source = '' }) => [
      path,
      label,
      value,
      unit || '-',
      source,
    ]),
  )

/** What changes with time. */
const isDated = ({ path }: HeldValue) => /^(courses|policies|season|calendar)\b/.test(path)

function initialisation({ held, scenario }: Described): string[] {
  const written = held.filter((one) => one.place !== undefined && !isDated(one))
  return [
    '## 5. Initialization',
    `Rows of tables are as written; attributes of agents are drawn with keys of the seed and the agent; expectations, stocks, cash and rents begin near where they settle. Until day ${scenario.input.solveUntil} constants are solved from the observed shares. Values that the scenario writes (all others are the defaults of the declarations, scenarios/REFERENCE.md):`,
    valuesOf(written),
    ...Object.entries(FOUNDING).flatMap(([purpose, draws]) => [
      `Draws of \`${purpose}\`:`,
      drawsText(draws),
    ]),
  ]
}

function inputData({ held }: Described): string[] {
  const dated = held.filter(isDated)
  return [
    '## 6. Input data',
    dated.length === 0
      ? 'Nothing drives the market from outside.'
      : 'What drives the market from outside, in time:',
    ...(dated.length === 0 ? [] : [valuesOf(dated)]),
  ]
}

const submodels = ({ scenario }: Described): string[] => [
  '## 7. Submodels',
  ...scheduleOf(scenario.input).flatMap(ruleText),
  '### Policies',
  tableOf(
    ['policy', 'what it does', 'settings'],
    policiesToldOf(scenario).map(({ name, does, settings }) => [
      name,
      does,
      Object.keys(settings).join(', '),
    ]),
  ),
]

/** The policies that are shipped, and those of the scenario from outside. */
const policiesToldOf = ({ input }: Scenario) => [...new Set([...CATALOGUE, ...policiesIn(input)])]

const columnsOf = (columns: readonly Column[]): string =>
  columns.map(({ population, name }) => `${population}.${name}`).join(', ') || 'nothing'

const STANDS: Readonly<Record<DrawDeclaration['stands'], string>> = {
  day: 'each day',
  run: 'once a run',
  life: 'for each that holds the place',
}

/** How many numbers there are of each agent, and whose they are where they are not of the agents of the rule. */
function numbersOf(draw: DrawDeclaration): string {
  if (draw.is === 'half') return '1'
  const { width, of } = draw
  const many =
    typeof width === 'string'
      ? 'as many as come'
      : typeof width === 'number'
        ? `${width}`
        : `one for each of ${width.name}`
  return of === undefined ? many : `${many}, of ${of}`
}

const drawsText = (draws: DrawDeclarations): string =>
  tableOf(
    ['draw', 'what it settles', 'anew', 'numbers an agent'],
    Object.entries(draws).map(([name, one]) => [
      ...[name, one.label, STANDS[one.stands], numbersOf(one)],
    ]),
  )

function ruleText({ name, does, every, over, reads, writes, parameters, draws }: Rule): string[] {
  const declared = Object.entries(parameters)
  return [
    `### ${name}`,
    `${does.charAt(0).toUpperCase()}${does.slice(1)}: ${EVERY[every]}, over ${over.name}. Reads ${columnsOf(Object.values(reads).map(columnOf))}. Writes ${columnsOf(Object.values(writes))}.`,
    ...(declared.length === 0
      ? []
      : [
          tableOf(
            ['parameter', 'what', 'default', 'range', 'unit', 'source', 'grade'],
            declared.map(([key, one]) => [
              ...[key, one.label, 'default' in one ? one.default : '-'],
              ...(one.kind === 'number' ? [one.range.join(' to '), one.unit] : ['-', '-']),
              ...[one.source, one.grade],
            ]),
          ),
        ]),
    ...(Object.keys(draws).length === 0 ? [] : [drawsText(draws)]),
  ]
}
