/** The outcomes that a study file asks for; by default those that lead every answer. */
import {
  type At,
  type Cell,
  cellKey,
  createMarket,
  DIMENSIONS,
  type Dimension,
  knownMeasures,
  type Measure,
  policiesIn,
} from '../../market/index.ts'
import {
  areListed,
  describe,
  type Entry,
  entriesOf,
  type Findings,
  listed,
  type Node,
  nearest,
  type Scenario,
} from '../../scenario/index.ts'
import { datesOf, windowOfDates } from '../window.ts'
import { OUTCOME_KINDS, type OutcomeAsked } from './experiment.ts'
import { optionIn } from './read-parts.ts'

const KEYS = ['measure', 'window', 'of', 'policy', ...DIMENSIONS]

/** @param scenarios the baseline, then the policies */
export function readOutcomes(
  node: Node | undefined,
  scenarios: readonly Scenario[],
  findings: Findings,
): OutcomeAsked[] {
  if (node === undefined) return usualOutcomes(scenarios)
  const names = node.kind === 'map' ? node.entries.keys() : []
  const asked = entriesOf(node, names, 'outcomes', { findings })
  if (node.kind === 'map' && asked.size === 0)
    findings.add(node.place, 'missing', 'outcomes', {
      expected: 'an outcome: jobs: { measure: umkm jobs }',
    })
  const cells = cellsOfAll(scenarios)
  return [...asked.values()].flatMap((entry) => outcomesOf(entry, scenarios, cells, findings))
}

/** What is asked where nothing is said: UMKM jobs and sales, or the prices of a textbook market. */
export function usualOutcomes(scenarios: readonly Scenario[]): OutcomeAsked[] {
  const [baseline, ...policies] = scenarios
  const asked = areListed(baseline.input)
    ? baseline.input.tables.sellers.map(({ name }) => ({
        name: `price of ${name}`,
        measure: 'seller price',
        at: { venue: name },
      }))
    : [
        { name: 'UMKM jobs', measure: 'umkm jobs', at: {} },
        { name: 'sales', measure: 'sales', at: {} },
      ]
  const compared = policies.length === 0 ? [undefined] : policies.map(({ name }) => name)
  return compared.flatMap((policy) =>
    asked.map(({ name, measure, at }) => ({
      name: policies.length > 1 ? `${name}, ${policy}` : name,
      policy,
      measure,
      at,
      window: mainWindowOf(policy, scenarios),
      of: policy === undefined ? 'level' : measure === 'sales' ? 'percent' : 'difference',
    })),
  )
}

/** What the scenario calls its main window, if it names one. */
const mainWindowOf = (
  policy: string | undefined,
  [baseline, ...policies]: readonly Scenario[],
): string | undefined =>
  (policies.find(({ name }) => name === policy) ?? baseline).windows.find(({ main }) => main)?.name

function outcomesOf(
  entry: Entry,
  scenarios: readonly Scenario[],
  cells: readonly Cell[],
  findings: Findings,
): OutcomeAsked[] {
  const { key, value } = entry
  const path = `outcomes.${key}`
  const parts = entriesOf(value, KEYS, path, { findings })
  const word = (name: string, known: readonly string[]) =>
    optionIn(parts.get(name)?.value, `${path}.${name}`, known, findings)
  const policies = scenarios.slice(1).map(({ name }) => name)
  const measure = knownMeasures().find(
    ({ name }) =>
      name ===
      word(
        'measure',
        knownMeasures().map((one) => one.name),
      ),
  )
  if (!parts.has('measure'))
    findings.add(value.place, 'missing', `${path}.measure`, { expected: 'measure: sales' })
  const chosen = word('policy', policies)
  const window = windowIn(parts.get('window')?.value, `${path}.window`, scenarios, findings)
  const of = word('of', OUTCOME_KINDS) as OutcomeAsked['of'] | undefined
  const at = atOf(parts, measure, cells, entry, findings)
  if (measure === undefined) return []
  if (policies.length === 0 && of !== undefined && of !== 'level')
    findings.add(parts.get('of')!.value.place, 'conflict', `${path}.of`, {
      name: `of: ${of}`,
      got: 'a study without policies',
      expected: 'of: level, or policies to compare with the baseline',
    })
  const compared = of === 'level' ? [] : chosen === undefined ? policies : [chosen]
  const asked = compared.length === 0 ? [undefined] : compared
  return asked.map((policy) => ({
    name: compared.length > 1 ? `${key}, ${policy}` : key,
    policy,
    measure: measure.name,
    at,
    window: window ?? mainWindowOf(policy, scenarios),
    of: policy === undefined ? 'level' : (of ?? 'difference'),
  }))
}

/** The name of a window of the scenarios, or the dates of one, within the days that they run. */
function windowIn(
  node: Node | undefined,
  path: string,
  scenarios: readonly Scenario[],
  findings: Findings,
): string | undefined {
  const dates = node?.kind === 'scalar' ? node.text : ''
  const { input } = scenarios[0]
  const days = Math.min(...scenarios.map((scenario) => scenario.input.days))
  const own = windowOfDates(dates, input.start)
  if (own !== undefined && own.from >= 0 && own.to <= days) return dates
  const names = [...new Set(scenarios.flatMap(({ windows }) => windows.map(({ name }) => name)))]
  if (own === undefined) return optionIn(node, path, names, findings)
  const run = datesOf({ name: '', from: 0, to: days }, input.start)
  findings.add(node!.place, 'outside-horizon', path, {
    got: dates,
    expected: `${run.first} to ${run.last}`,
  })
  return undefined
}

/** The row that is meant, by the dimensions of the measure: one that the scenarios record. */
function atOf(
  parts: ReadonlyMap<string, Entry>,
  measure: Measure | undefined,
  cells: readonly Cell[],
  { key, place }: Entry,
  findings: Findings,
): At {
  const own = cells.filter((cell) => cell.measure === measure?.name && !cell.auxiliary)
  const at: Partial<Record<Dimension, string>> = {}
  for (const dimension of DIMENSIONS) {
    const node = parts.get(dimension)?.value
    if (node === undefined || measure === undefined) continue
    const rows = [...new Set(own.map((cell) => cell[dimension]))].filter((row) => row !== 'all')
    const got = describe(node)
    if (rows.includes(got)) at[dimension] = got
    else {
      const suggestion = nearest(got, rows)
      findings.add(node.place, 'unknown-row', `outcomes.${key}.${dimension}`, {
        name: `${measure.name} by ${dimension}`,
        got,
        expected: rows.length === 0 ? 'no rows' : listed(rows),
        ...(suggestion ? { suggestion } : {}),
      })
    }
  }
  const whole = DIMENSIONS.every((dimension) => !parts.has(dimension))
  const isTold = own.some((cell) => DIMENSIONS.every((one) => cell[one] === (at[one] ?? 'all')))
  if (measure !== undefined && whole && !isTold)
    findings.add(place, 'unknown-row', `outcomes.${key}`, {
      name: measure.name,
      got: 'total here',
      expected:
        own.length === 0
          ? 'no value in this market'
          : `a value a row: say which ${measure.by.join(' or ')}`,
    })
  return at
}

/** What the baseline records, and what policies add to it. */
function cellsOfAll([baseline, ...policies]: readonly Scenario[]): readonly Cell[] {
  const adding = policies.filter(({ input }) =>
    policiesIn(input).some(({ adds }) => adds?.measures),
  )
  const cells = [baseline, ...adding].flatMap(cellsIn)
  return [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()]
}

/** What a scenario records. Which cells there are does not hang on how many agents there are. */
export const cellsIn = ({ input }: Scenario): readonly Cell[] =>
  createMarket({ ...input, days: 1, size: areListed(input) ? input.size : SMALL }, 'cells').cells

const SMALL = { buyers: 500, sellers: 100, creators: 5 }
