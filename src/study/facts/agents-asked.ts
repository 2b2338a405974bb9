/** Medians, shares and totals over agents chosen by what they are and by what they did before the policy. */
import type { AgentColumn, AgentTable } from '../agents.ts'
import { BEFORE, inForceOn } from '../exposure.ts'
import { EXPOSURES, exposureClass, OTHER_KINDS, type Pair } from '../members.ts'
import type { PeopleAnswer } from './people-answer.ts'

/** What agents are chosen by. */
export interface Among {
  readonly kind?: string
  readonly region?: string
  readonly cluster?: string
  readonly category?: string
  readonly size?: string
  /** Class of the share of sales, purchases or commissions through the venues of the policy before it. */
  readonly exposure?: string
  /** Of a firm at the end of the weeks before the policy: active or idle. */
  readonly status?: string
}

export const AMONG = [
  'kind',
  'region',
  'cluster',
  'category',
  'size',
  'exposure',
  'status',
] as const
/** Columns of the table of agents that a value is taken from. */
export const AGENT_VALUES = { income: 'income', sales: 'sales', work: 'fte' } as const
export const TAKES = ['median', 'share', 'total'] as const

export interface AgentsAsked {
  readonly kind: 'agents'
  /** Median of the changes of agents, share of agents whose change is beyond a bound, or change of their sum. */
  readonly take: (typeof TAKES)[number]
  readonly of: keyof typeof AGENT_VALUES
  /** Of sales: at this venue alone. */
  readonly venue?: string
  /** The change in percent of the baseline, or in units: kRp a week, or FTE. */
  readonly in: 'percent' | 'difference'
  /** Of a share: agents whose change lies below a bound (`falls`), or above it. In the unit of `in`. */
  readonly beyond?: { readonly falls: boolean; readonly by: number }
  readonly window: string
  readonly among: Among
}

/** One agent in one window: its weight, and the value without the policy, with it, and under proportional reallocation. */
interface Looked {
  readonly weight: number
  readonly base: number
  readonly now: number
  readonly proportional: number
}

/** Of agents that were there before the policy: who enters later has nothing to compare with. */
export function agentsAnswer(pair: Pair, table: AgentTable, asked: AgentsAsked): PeopleAnswer {
  const looked = chosen(pair, table, asked)
  // A change in percent of nothing is no number: such agents are left out of medians and shares.
  const told =
    asked.in === 'percent' && asked.take !== 'total'
      ? looked.filter(({ base }) => base > 0)
      : looked
  const taken = (now: (one: Looked) => number) => taking(told, asked, now)
  return {
    value: taken((one) => one.now),
    proportional: taken((one) => one.proportional),
    none: taken((one) => one.base),
    agents: told.length,
  }
}

function taking(
  looked: readonly Looked[],
  { take, in: unit, beyond }: AgentsAsked,
  nowOf: (one: Looked) => number,
): number {
  if (looked.length === 0) return Number.NaN
  const sum = (of: (one: Looked) => number) =>
    looked.reduce((all, one) => all + one.weight * of(one), 0)
  if (take === 'total') {
    const [base, now] = [sum(({ base }) => base), sum(nowOf)]
    return unit === 'percent' ? (100 * (now - base)) / base : now - base
  }
  const changes = looked.map((one) => ({
    weight: one.weight,
    change: unit === 'percent' ? (100 * (nowOf(one) - one.base)) / one.base : nowOf(one) - one.base,
  }))
  if (take === 'median') return weightedMedian(changes)
  const { falls, by } = beyond!
  const isBeyond = (change: number) => (falls ? change < -by : change > by)
  const weights = (of: typeof changes) => of.reduce((all, { weight }) => all + weight, 0)
  return (100 * weights(changes.filter(({ change }) => isBeyond(change)))) / weights(changes)
}

/** The change at which half of the weight is reached; the mean with the next where it is reached exactly. */
export function weightedMedian(
  of: readonly { readonly weight: number; readonly change: number }[],
): number {
  const sorted = of
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => one.change - other.change)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let reached = 0
  for (const [at, { weight, change }] of sorted.entries()) {
    reached += weight
    if (reached > half) return change
    if (reached === half) return (change + sorted[at + 1].change) / 2
  }
  return Number.NaN
}

function chosen(pair: Pair, table: AgentTable, asked: AgentsAsked): Looked[] {
  const { input, before } = pair
  const { among, window, of, venue } = asked
  const at = columnsOf(table)
  const [agent, exposure, weight] = ['agent', 'exposure', 'weight'].map(at.number)
  const name = of === 'sales' && venue !== undefined ? `sales_${venue}` : AGENT_VALUES[of]
  const [base, now] = [at.number(`${name}_baseline`), at.number(`${name}_policy`)]
  const windows = at.word('window')
  const words = (['kind', 'region', 'cluster', 'category', 'size'] as const).map((by) => ({
    column: at.word(by),
    wanted: among[by],
  }))
  const active = among.status === undefined ? undefined : withStatus(table, among.status)
  const { sellers, creators } = before.rows
  const entered = (row: number) => row >= sellers + input.size.sellers && row < creators
  const reallocated = reallocation(pair, table, asked)
  const found: Looked[] = []
  for (let row = 0; row < table.rows; row++) {
    if (windows(row) !== window || entered(agent(row))) continue
    if (words.some(({ column, wanted }) => wanted !== undefined && column(row) !== wanted)) continue
    if (among.exposure !== undefined && EXPOSURES[exposureClass(exposure(row))] !== among.exposure)
      continue
    if (active !== undefined && !active.has(agent(row))) continue
    const looked = { weight: weight(row), base: base(row), now: now(row) }
    // Work of the government is not known.
    if (Number.isFinite(looked.base) && Number.isFinite(looked.now))
      found.push({ ...looked, proportional: reallocated(row, looked.base) })
  }
  return found
}

/** Agents with a status at the end of the weeks before the policy. */
function withStatus(table: AgentTable, status: string): ReadonlySet<number> {
  const at = columnsOf(table)
  const [window, was, agent] = [at.word('window'), at.word('status_baseline'), at.number('agent')]
  const found = new Set<number>()
  for (let row = 0; row < table.rows; row++)
    if (window(row) === BEFORE && was(row) === status) found.add(agent(row))
  return found
}

/**
 * What an agent would have if purchases at the venues that close were made at all others, in proportion to their sales s_u: sales
 * at each other venue grow by 1 / (1 - s), where s is the share of the closed ones, so that a firm or creator with a share e of its sales
 * there has (1 - e) / (1 - s) times as much, and income and work in proportion to it. A household buys as much as before.
 */
function reallocation(
  { input, before }: Pair,
  table: AgentTable,
  { of, venue, window }: AgentsAsked,
): (row: number, base: number) => number {
  const { venues } = input.tables
  const { exposed: closed, spans, fork } = before.plan
  const at = columnsOf(table)
  const kind = at.word('kind')
  const windows = at.word('window')
  const weight = at.number('weight')
  const sales = venues.map(({ name }) => at.number(`sales_${name}_baseline`))
  const isFirm = (row: number) => !(OTHER_KINDS as readonly string[]).includes(kind(row))
  const sold = new Float64Array(venues.length)
  for (let row = 0; row < table.rows; row++)
    if (windows(row) === window && isFirm(row))
      for (const [nth, bought] of sales.entries()) sold[nth] += weight(row) * bought(row)
  const all = sold.reduce((sum, value) => sum + value, 0)
  const share = closed.reduce((sum, nth) => sum + sold[nth], 0) / all
  const asked = venues.findIndex(({ name }) => name === venue)
  const span = spans.find(({ name }) => name === window)
  /** The part of the days on which they are closed. */
  const part = span === undefined ? 0 : shareAfter(span, inForceOn(input, fork))
  const after = (row: number, base: number): number => {
    const own = sales.reduce((sum, bought) => sum + bought(row), 0)
    const through = closed.reduce((sum, nth) => sum + sales[nth](row), 0)
    const isHousehold = kind(row) === 'household'
    if (of === 'sales' && asked >= 0) {
      if (closed.includes(asked)) return 0
      return isHousehold ? base + (through * sold[asked]) / (all * (1 - share)) : base / (1 - share)
    }
    if (isHousehold || own === 0) return base
    return (base * (1 - through / own)) / (1 - share)
  }
  return (row, base) => base + part * (after(row, base) - base)
}

/** The share of the days of a span from a day on. */
const shareAfter = ({ from, to }: { from: number; to: number }, day: number): number =>
  Math.max(0, Math.min(to - from, to - day)) / (to - from)

/** The columns of a table by name, a value a row. */
function columnsOf({ columns }: AgentTable) {
  const byName = new Map(columns.map((column) => [column.name, column]))
  const column = (name: string): AgentColumn => {
    const found = byName.get(name)
    if (found === undefined) throw new Error(`agents have no column ${name}`)
    return found
  }
  return {
    number(name: string): (row: number) => number {
      const found = column(name)
      if (!('values' in found)) throw new Error(`${name} is a word`)
      return (row) => found.values[row]
    },
    word(name: string): (row: number) => string {
      const found = column(name)
      if (!('words' in found)) throw new Error(`${name} is a number`)
      return (row) => found.words[found.codes[row]]
    },
  }
}
