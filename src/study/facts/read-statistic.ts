/** Reads what a fact measures: cells of one run or of a pair, recaptured sales, agents, or what came after a policy. */
import { DAYS_A_WEEK, dateOfDay, dayOfDate } from '../../engine/index.ts'
import { DIMENSIONS, measureCalled } from '../../market/index.ts'
import {
  type Entry,
  entriesOf,
  type Findings,
  forkOf,
  listed,
  type MapNode,
  type Node,
  type Scenario,
} from '../../scenario/index.ts'
import { cellsIn } from '../experiment/read-outcomes.ts'
import { numberIn, optionIn } from '../experiment/read-parts.ts'
import { inForceOn } from '../exposure.ts'
import { EXPOSURES, OTHER_KINDS } from '../members.ts'
import {
  ANY,
  type Periods,
  STATISTIC_KEYS,
  statisticOf,
  stretchesIn,
} from '../targets/read-targets.ts'
import { partsOf, type Stretch } from '../targets/statistic.ts'
import { AGENT_VALUES, AMONG, type Among, type TAKES } from './agents-asked.ts'
import type { Fact, FactStatistic } from './fact.ts'

/** Keys of a statistic of facts, by what they begin with; the first of each says what it is. */
export const FACT_STATISTICS = {
  measure: {
    ...STATISTIC_KEYS,
    of: 'level, difference from the baseline, or percent of the baseline [level]',
  },
  'recaptured-by': {
    'recaptured-by':
      'Of what left a venue, the percentage that went to this venue; or `saved`, `lost`',
    from: 'The venue that it left',
    side: 'buyers (the same occasions) or sellers (the same firms) [buyers]',
    in: 'A window of the policy, or days',
    times: 'Multiplied at last [1]',
  },
  median: {
    median: 'Weighted median of the change of agents: income, sales or work',
    of: 'percent or difference (kRp a week, FTE) [percent]',
    venue: 'Of sales: at this venue alone',
    among:
      'Which agents: a map of kind, region, cluster, category, size, exposure, status (before the policy)',
    in: 'A window of the policy, or days',
    times: 'Multiplied at last [1]',
  },
  share: {
    share: 'Weighted percentage of agents whose change is beyond a bound: income, sales or work',
    of: 'What the bound is in: percent or difference [percent]',
    'falls-by': 'The bound below which it falls',
    'rises-by': 'The bound above which it rises',
    venue: 'Of sales: at this venue alone',
    among: 'Which agents',
    in: 'A window of the policy, or days',
    times: 'Multiplied at last [1]',
  },
  total: {
    total: 'Change of the sum over agents: income, sales or work',
    of: 'percent or difference [percent]',
    venue: 'Of sales: at this venue alone',
    among: 'Which agents',
    in: 'A window of the policy, or days',
    times: 'Multiplied at last [1]',
  },
  'bought-at': {
    'bought-at':
      'Percentage of the buyers of the venues of the policy who bought there: a venue, `elsewhere` or `other platforms`',
    within: 'Days since the policy is in force: `28 days`',
    times: 'Multiplied at last [1]',
  },
  'recovered-after': {
    'recovered-after':
      'Percentage of firms back at 80 % of their sales after so many weeks: `8 weeks`',
    exposure: 'Share of their sales at the venues of the policy before it [over 50 %]',
    times: 'Multiplied at last [1]',
  },
} as const

export interface StatisticContext {
  readonly baseline: Scenario
  /** The scenario that the fact is of: the baseline itself where it is of that. */
  readonly scenario: Scenario
  /** Windows of the scenario and periods of the file. */
  readonly periods: Periods
  readonly findings: Findings
}

interface About extends StatisticContext {
  readonly node: MapNode
  readonly path: string
  readonly keys: ReadonlyMap<string, Entry>
}

export function readFactStatistic(
  node: Node,
  path: string,
  context: StatisticContext,
): Pick<Fact, 'statistic' | 'times'> | undefined {
  const { findings } = context
  const known = Object.keys(FACT_STATISTICS) as (keyof typeof FACT_STATISTICS)[]
  const kind = node.kind === 'map' ? known.find((key) => node.entries.has(key)) : undefined
  if (kind === undefined || node.kind !== 'map') {
    findings.add(node.place, 'missing', path, {
      name: 'the statistic',
      expected: `one of ${known.join(', ')}`,
    })
    return undefined
  }
  const keys = entriesOf(node, Object.keys(FACT_STATISTICS[kind]), path, { findings })
  const about = { ...context, node, path, keys }
  if (kind !== 'measure' && context.scenario === context.baseline) {
    findings.add(node.place, 'missing', path, {
      name: kind,
      expected: 'a policy: it tells what became of agents under one',
    })
    return undefined
  }
  if (kind === 'measure') {
    const statistic = cellsStatistic(about)
    // What multiplies is a part of the statistic there.
    return statistic && { statistic, times: 1 }
  }
  const statistic = READERS[kind](about)
  const factor = keys.get('times')?.value
  const times = factor === undefined ? 1 : numberIn(ANY, factor, `${path}.times`, findings)
  return statistic && times !== undefined ? { statistic, times } : undefined
}

function cellsStatistic(about: About): FactStatistic | undefined {
  const { node, path, keys, periods, findings, baseline, scenario } = about
  const own = new Map([...node.entries].filter(([key]) => key !== 'of'))
  const statistic = statisticOf({ ...node, entries: own }, path, periods, findings)
  const of = wordOf(about, 'of', ['level', 'difference', 'percent'] as const, 'level')
  if (statistic === undefined || of === undefined) return undefined
  if (of !== 'level' && scenario === baseline)
    findings.add(keys.get('of')!.value.place, 'conflict', `${path}.of`, {
      name: `of: ${of}`,
      got: 'a fact of the baseline',
      expected: 'of: level, or a policy',
    })
  checkRows(about, statistic)
  for (const stretch of partsOf(statistic)) checkDays(about, stretch)
  return { kind: 'cells', statistic, of }
}

/** Every cell that is asked for is one that the scenario records; of several rows at least one. */
function checkRows(
  { node, path, scenario, findings }: About,
  statistic: Parameters<typeof partsOf>[0],
) {
  const cells = cellsIn(scenario)
  for (const level of [statistic, ...(statistic.over ? [statistic.over] : [])]) {
    const parts = partsOf({ ...level, less: 0, times: 1 })
    const isThere = parts.some(({ measure, at }) =>
      cells.some(
        (cell) =>
          cell.measure === measure &&
          !cell.auxiliary &&
          DIMENSIONS.every((dimension) => cell[dimension] === (at[dimension] ?? 'all')),
      ),
    )
    if (isThere) continue
    const own = cells.filter((cell) => cell.measure === level.measure && !cell.auxiliary)
    const asked = parts[0]?.at ?? {}
    const by = DIMENSIONS.filter((dimension) => asked[dimension] !== undefined)
    const known = own.flatMap((cell) => (by.length > 0 ? by : DIMENSIONS).map((one) => cell[one]))
    const names = [...new Set(known)].filter((name) => name !== 'all')
    const rows = Object.values(asked).join(', ')
    findings.add(node.place, 'unknown-row', path, {
      name: level.measure,
      got: rows === '' ? 'total here' : `value for ${rows}`,
      expected: own.length === 0 ? 'no value in this market' : listed(names),
    })
  }
}

/** Days lie within the run. */
function checkDays({ node, path, scenario, findings }: About, { from, to }: Stretch): boolean {
  const { start, days } = scenario.input
  const zero = dayOfDate(start)
  const outside = [from, to].find(
    (date) => dayOfDate(date) < zero || dayOfDate(date) >= zero + days,
  )
  if (outside === undefined) return true
  findings.add(node.place, 'outside-horizon', `${path}.in`, {
    got: outside,
    expected: `${start} to ${dateOfDay(zero + days - 1)}`,
  })
  return false
}

/** One stretch of days: what agents do is added up over one window. */
function windowOf(about: About): { readonly window: string; readonly days: Stretch } | undefined {
  const { node, path, keys, periods, scenario, findings } = about
  const written = keys.get('in')?.value
  const main = scenario.windows.find((window) => window.main)?.name
  if (written === undefined && main === undefined)
    findings.add(node.place, 'missing', `${path}.in`, {
      name: 'the statistic',
      expected: `in: ${scenario.windows[0]?.name ?? '2023-10-05 to 2023-11-03'}`,
    })
  const text = written?.kind === 'scalar' ? written.text : main
  const named = text === undefined ? undefined : periods.get(text)
  const stretches =
    named ?? (written === undefined ? [] : stretchesIn(written, `${path}.in`, findings, periods))
  if (stretches.length > 1)
    findings.add((written ?? node).place, 'window-form', `${path}.in`, { got: 'several stretches' })
  if (stretches.length !== 1 || !checkDays(about, stretches[0])) return undefined
  const [days] = stretches
  const isOwn = scenario.windows.some(({ name }) => name === text)
  return { window: isOwn ? text! : `${days.from} to ${days.to}`, days }
}

const READERS: Readonly<
  Record<
    Exclude<keyof typeof FACT_STATISTICS, 'measure'>,
    (about: About) => FactStatistic | undefined
  >
> = {
  'recaptured-by': recapturedStatistic,
  median: (about) => agentsStatistic(about, 'median'),
  share: (about) => agentsStatistic(about, 'share'),
  total: (about) => agentsStatistic(about, 'total'),
  'bought-at': elsewhereStatistic,
  'recovered-after': recoveryStatistic,
}

const venuesIn = ({ scenario }: About): string[] =>
  scenario.input.tables.venues.map(({ name }) => name)

function recapturedStatistic(about: About): FactStatistic | undefined {
  const venues = venuesIn(about)
  const to = wordOf(about, 'recaptured-by', [...venues, 'saved', 'lost'])
  const from = wordOf(about, 'from', venues)
  const side = wordOf(about, 'side', ['buyers', 'sellers'] as const, 'buyers')
  const when = windowOf(about)
  if (to === undefined || from === undefined || side === undefined || when === undefined)
    return undefined
  if (to === from) {
    const { keys, path, findings } = about
    findings.add(keys.get('recaptured-by')!.value.place, 'conflict', `${path}.recaptured-by`, {
      name: `recaptured-by: ${to}`,
      got: `from: ${from}`,
      expected: 'another venue: what left a venue does not come back to it',
    })
    return undefined
  }
  return { kind: 'recaptured', from, to, side, ...when }
}

function agentsStatistic(about: About, take: (typeof TAKES)[number]): FactStatistic | undefined {
  const { keys, path, findings } = about
  const of = wordOf(about, take, Object.keys(AGENT_VALUES) as (keyof typeof AGENT_VALUES)[])
  const unit = wordOf(about, 'of', ['percent', 'difference'] as const, 'percent')
  const venue = keys.has('venue') ? wordOf(about, 'venue', venuesIn(about)) : undefined
  const among = amongOf(about)
  const bound = take === 'share' ? boundOf(about) : undefined
  const when = windowOf(about)
  if (keys.has('venue') && of !== undefined && of !== 'sales')
    findings.add(keys.get('venue')!.place, 'conflict', `${path}.venue`, {
      got: `${take}: ${of}`,
      expected: `${take}: sales`,
    })
  const missing = take === 'share' && bound === undefined
  if (
    of === undefined ||
    unit === undefined ||
    when === undefined ||
    among === undefined ||
    missing
  )
    return undefined
  return {
    kind: 'people',
    asked: {
      ...{ kind: 'agents', take, of, in: unit, window: when.window, among },
      ...(venue === undefined ? {} : { venue }),
      ...(bound === undefined ? {} : { beyond: bound }),
    },
    ...{ days: when.days },
  }
}

function boundOf({ keys, node, path, findings }: About) {
  const [falls, rises] = ['falls-by', 'rises-by'].map((key) => keys.get(key))
  const bound = falls ?? rises
  if (bound === undefined)
    findings.add(node.place, 'missing', `${path}.falls-by`, {
      name: 'the statistic',
      expected: 'falls-by: 10 (or rises-by), in percent or in units of the value',
    })
  if (falls !== undefined && rises !== undefined)
    findings.add(rises.place, 'conflict', `${path}.rises-by`, {
      got: 'falls-by',
      expected: 'one of both',
    })
  const by = bound && numberIn(ANY, percentless(bound.value), `${path}.${bound.key}`, findings)
  return by === undefined ? undefined : { falls: falls !== undefined, by }
}

/** `10 %` is 10 where a bound is in percent. */
const percentless = (node: Node): Node =>
  node.kind === 'scalar' && /%\s*$/.test(node.text)
    ? { ...node, text: node.text.replace(/\s*%\s*$/, ''), value: node.text.replace(/\s*%\s*$/, '') }
    : node

/** Which agents: by what they are, and by what they did before the policy. */
function amongOf({ keys, path, scenario, findings }: About): Among | undefined {
  const { tables } = scenario.input
  const names = (table: string) => tables[table].map(({ name }) => name)
  const known = {
    kind: [...names('kinds'), ...OTHER_KINDS],
    region: names('regions'),
    cluster: names('clusters'),
    category: names('categories'),
    size: ['micro', 'small', 'medium', 'large'],
    exposure: EXPOSURES,
    status: ['active', 'idle'],
  } as const
  const node = keys.get('among')?.value
  const entries = entriesOf(node, AMONG, `${path}.among`, { findings })
  const chosen: Record<string, string> = {}
  const before = findings.all.length
  for (const by of AMONG) {
    const written = entries.get(by)?.value
    const word = written && optionIn(written, `${path}.among.${by}`, known[by], findings)
    if (word !== undefined) chosen[by] = word
  }
  return findings.all.length > before ? undefined : chosen
}

function elsewhereStatistic(about: About): FactStatistic | undefined {
  const to = wordOf(about, 'bought-at', ['elsewhere', 'other platforms', ...venuesIn(about)])
  const days = countOf(about, 'within', 'days')
  if (to === undefined || days === undefined || !isRun(about, 'within', days)) return undefined
  return { kind: 'people', asked: { kind: 'elsewhere', days, to } }
}

function recoveryStatistic(about: About): FactStatistic | undefined {
  const exposure = wordOf(about, 'exposure', EXPOSURES, EXPOSURES[3])
  const weeks = countOf(about, 'recovered-after', 'weeks')
  if (exposure === undefined || weeks === undefined) return undefined
  if (!isRun(about, 'recovered-after', DAYS_A_WEEK * weeks)) return undefined
  return { kind: 'people', asked: { kind: 'recovery', weeks, exposure } }
}

/** Whether the run goes on for so many days after the policy is in force: else there is no number. */
function isRun(
  { node, keys, path, baseline, scenario, findings }: About,
  key: string,
  days: number,
): boolean {
  const { input } = scenario
  const first = inForceOn(input, forkOf(baseline.input, input))
  if (first + days <= input.days) return true
  const zero = dayOfDate(input.start)
  findings.add((keys.get(key)?.value ?? node).place, 'outside-horizon', `${path}.${key}`, {
    got: `up to ${dateOfDay(zero + first + days - 1)}`,
    expected: `${input.start} to ${dateOfDay(zero + input.days - 1)}: the policy is in force from ${dateOfDay(zero + first)}`,
  })
  return false
}

/** `28 days`, `8 weeks`, or the number alone. */
function countOf(
  { node, keys, path, findings }: About,
  key: string,
  unit: 'days' | 'weeks',
): number | undefined {
  const written = keys.get(key)?.value
  const least = unit === 'days' ? 1 : 4
  const [, count, said] =
    /^(\d{1,4})\s*(days?|weeks?)?$/.exec(written?.kind === 'scalar' ? written.text : '') ?? []
  const number = Number(count) * (unit === 'days' && said?.startsWith('week') ? DAYS_A_WEEK : 1)
  const fits = number >= least && !(unit === 'weeks' && said?.startsWith('day'))
  if (fits) return number
  findings.add((written ?? node).place, 'wrong-type', `${path}.${key}`, {
    got: written?.kind === 'scalar' ? written.text : 'nothing',
    expected:
      unit === 'days'
        ? 'days from 1: 28 days'
        : 'weeks from 4, over which sales are added up: 8 weeks',
  })
  return undefined
}

/** One of some words; a finding where none is written and none is usual. */
function wordOf<W extends string>(
  { node, keys, path, findings }: About,
  key: string,
  words: readonly W[],
  usual?: W,
): W | undefined {
  const written = keys.get(key)?.value
  if (written !== undefined)
    return optionIn(written, `${path}.${key}`, words, findings) as W | undefined
  if (usual === undefined)
    findings.add(node.place, 'missing', `${path}.${key}`, {
      name: 'the statistic',
      expected: `${key}: ${words.slice(0, 4).join(', ')}`,
    })
  return usual
}

/** The unit of a statistic, where the fact says none. */
export function unitOf({ statistic, times }: Pick<Fact, 'statistic' | 'times'>): string {
  if (statistic.kind === 'recaptured') return '%'
  if (statistic.kind === 'people') {
    const { asked } = statistic
    const isUnits = asked.kind === 'agents' && asked.take !== 'share' && asked.in === 'difference'
    if (!isUnits) return '%'
    return times === 1 ? (asked.of === 'work' ? 'FTE' : 'kRp/week') : ''
  }
  if (statistic.of === 'percent') return '%'
  const { measure, over, times: factor } = statistic.statistic
  if (over !== undefined || factor !== 1) return ''
  return measureCalled(measure)?.unit ?? ''
}
