/**
 * The agents of one run as a table, a row an agent and window, with what became of them without and with the
 * policy: so that medians over sellers and the like can be taken outside.
 */
import { DAYS_A_WEEK } from '../engine/index.ts'
import { SIZES, STATUSES, type Sums } from '../market/index.ts'
import { exposedShare, OTHER_KINDS, type Pair, platformOwners } from './members.ts'

/** A column of words, by number, or of numbers. */
export type AgentColumn =
  | { readonly name: string; readonly words: readonly string[]; readonly codes: Uint8Array }
  | {
      readonly name: string
      readonly values: Float32Array | Int32Array
      /** Some agents have no such number: NaN here, nothing in a file. */
      readonly gaps?: true
    }

export interface AgentTable {
  readonly rows: number
  readonly columns: readonly AgentColumn[]
}

/** Sides of a comparison, as they end the names of columns. */
const SIDES = ['baseline', 'policy'] as const

export function agentTable(pair: Pair, scenario: string, run: number): AgentTable {
  const agents = listed(pair)
  const { spans } = pair.before.plan
  const count = agents.row.length
  const frame = { pair, agents, count, rows: spans.length * count }
  return {
    rows: frame.rows,
    columns: [
      { name: 'scenario', words: [scenario], codes: new Uint8Array(frame.rows) },
      { name: 'run', values: new Int32Array(frame.rows).fill(run) },
      {
        name: 'window',
        words: spans.map(({ name }) => name),
        codes: Uint8Array.from({ length: frame.rows }, (_, row) => Math.floor(row / count)),
      },
      ...attributeColumns(frame),
      ...SIDES.map((side) => statusColumn(frame, side)),
      ...incomeColumns(frame),
      ...workColumns(frame),
      ...salesColumns(frame),
    ],
  }
}

/** A row for each agent in each window, window by window. */
interface Frame {
  readonly pair: Pair
  readonly agents: ReturnType<typeof listed>
  /** Agents. */
  readonly count: number
  readonly rows: number
}

const recordOf = ({ before, after }: Pair, side: (typeof SIDES)[number]) =>
  side === 'baseline' ? before : after

/** What is the same in every window. */
function attributeColumns({ pair, agents, count, rows }: Frame): AgentColumn[] {
  const names = (table: string) => pair.input.tables[table].map(({ name }) => name)
  const repeated = <A extends Uint8Array | Float32Array | Int32Array>(values: A, all: A): A => {
    for (let from = 0; from < rows; from += count) all.set(values as never, from)
    return all
  }
  const words = (name: string, words: readonly string[], codes: Uint8Array): AgentColumn => ({
    name,
    words,
    codes: repeated(codes, new Uint8Array(rows)),
  })
  const numbers = (values: Float32Array) => repeated(values, new Float32Array(rows))
  return [
    { name: 'agent', values: repeated(agents.row, new Int32Array(rows)) },
    words('kind', [...names('kinds'), ...OTHER_KINDS], agents.kind),
    words('region', ['', ...names('regions')], agents.region),
    words('cluster', ['', ...names('clusters')], agents.cluster),
    words('category', ['', ...names('categories')], agents.category),
    words('size', ['', ...SIZES], agents.size),
    { name: 'exposure', values: numbers(agents.exposure), gaps: true },
    { name: 'weight', values: numbers(agents.weight) },
  ]
}

/** How an agent stands at the end of a window; nothing of those that have no such state. */
function statusColumn(
  { pair, agents, count, rows }: Frame,
  side: (typeof SIDES)[number],
): AgentColumn {
  const { sums } = recordOf(pair, side)
  const codes = new Uint8Array(rows).fill(STATUSES.indexOf(''))
  for (let at = 0; at < pair.before.plan.spans.length; at++)
    for (let nth = 0; nth < count; nth++)
      if (agents.row[nth] < sums[at].status.length)
        codes[at * count + nth] = sums[at].status[agents.row[nth]]
  return { name: `status_${side}`, words: STATUSES, codes }
}

/** A column of each side, filled window by window. */
const bothSides = (
  { pair, count, rows }: Frame,
  name: string,
  fill: (values: Float32Array, from: number, sums: Sums, days: number) => void,
) =>
  SIDES.map((side) => {
    const values = new Float32Array(rows)
    pair.before.plan.spans.forEach(({ from, to }, at) => {
      fill(values, at * count, recordOf(pair, side).sums[at], to - from)
    })
    return { name: `${name}_${side}`, values }
  })

/** kRp a week. */
function incomeColumns(frame: Frame): AgentColumn[] {
  const { agents, count } = frame
  return bothSides(frame, 'income', (values, from, { income }, days) => {
    for (let nth = 0; nth < count; nth++) values[from + nth] = income[agents.row[nth]] / days
  })
}

/** FTE; the government has none. */
function workColumns(frame: Frame): AgentColumn[] {
  const { agents, count, pair } = frame
  const { government } = pair.before.rows
  return bothSides(frame, 'fte', (values, from, { work }, days) => {
    for (let nth = 0; nth < count; nth++) {
      const row = agents.row[nth]
      values[from + nth] = row === government ? Number.NaN : work[row] / days
    }
  }).map((column) => ({ ...column, gaps: true as const }))
}

/** Sales in all and by venue, kRp a week. */
function salesColumns({ pair, agents, count, rows }: Frame): AgentColumn[] {
  const venues = pair.input.tables.venues.map(({ name }) => name)
  const venueCount = venues.length
  const made = (name: string) =>
    SIDES.map((side) => ({ name: `${name}_${side}`, values: new Float32Array(rows) }))
  const all = made('sales')
  const byVenue = venues.map((name) => made(`sales_${name}`))
  SIDES.forEach((side, at) => {
    const total = all[at].values
    const columns = byVenue.map((column) => column[at].values)
    pair.before.plan.spans.forEach(({ from, to }, span) => {
      const { sales } = recordOf(pair, side).sums[span]
      const weekly = DAYS_A_WEEK / (to - from)
      for (let nth = 0; nth < count; nth++) {
        if (agents.sales[nth] < 0) continue
        const row = span * count + nth
        for (
          let venue = 0, cell = agents.sales[nth] * venueCount;
          venue < venueCount;
          venue++, cell++
        ) {
          if (sales[cell] === 0) continue
          columns[venue][row] = weekly * sales[cell]
          total[row] += weekly * sales[cell]
        }
      }
    })
  })
  return [...all, ...byVenue.flat()]
}

/** Which agents get a row, and what stands still about them. */
function listed(pair: Pair) {
  const found = [
    ...listedSellers(pair),
    ...listedCreators(pair),
    ...listedOthers(pair),
    ...listedHouseholds(pair),
  ]
  const code = (name: keyof Agent) => Uint8Array.from(found, (agent) => agent[name] ?? 0)
  return {
    row: Int32Array.from(found, ({ row }) => row),
    sales: Int32Array.from(found, ({ sales = -1 }) => sales),
    kind: code('kind'),
    region: code('region'),
    cluster: code('cluster'),
    category: code('category'),
    size: code('size'),
    exposure: Float32Array.from(found, ({ exposure = Number.NaN }) => exposure),
    weight: Float32Array.from(found, ({ weight = 1 }) => weight),
  }
}

const exposureOf = (pair: Pair, row: number): number =>
  exposedShare(pair, row, pair.input.tables.venues.length)

/** Firms of the day before the policy, and those that have entered since and earned or worked anything. */
function listedSellers(pair: Pair): Agent[] {
  const { input, before, after, attributes: a } = pair
  const sellerCount = input.size.sellers
  const entered = (row: number) =>
    [before, after].some(({ sums }) =>
      sums.some(({ work, income }) => work[row] > 0 || income[row] > 0),
    )
  const found: Agent[] = []
  for (let row = 0; row < 2 * sellerCount; row++) {
    const seller = row % sellerCount
    const member = row < sellerCount
    if (member ? before.present[seller] === 0 : !entered(row)) continue
    found.push({
      row,
      sales: row,
      kind: a.kind[seller],
      region: a.region[seller] + 1,
      cluster: a.cluster[seller],
      category: a.category[seller] + 1,
      size: member && before.plan.fork > 0 ? before.size[seller] + 1 : 0,
      exposure: member ? exposureOf(pair, row) : Number.NaN,
      weight: a.weight[seller],
    })
  }
  return found
}

function listedCreators(pair: Pair): Agent[] {
  const { input, before, attributes: a } = pair
  return Array.from({ length: input.size.creators }, (_, who) => {
    const row = before.rows.creators + who
    return {
      row,
      sales: row,
      kind: input.tables.kinds.length + CREATOR,
      region: a.creatorRegion[who] + 1,
      category: a.creatorCategory[who] + 1,
      exposure: exposureOf(pair, row),
      weight: a.creatorWeight[0],
    }
  })
}

/** Companies of platforms, couriers by region, the government. */
function listedOthers(pair: Pair): Agent[] {
  const { input, before } = pair
  const { rows } = before
  const firms = input.tables.kinds.length
  const companies = platformOwners(pair).map((company) => {
    const row = rows.companies + company
    return { row, sales: row, kind: firms + PLATFORM, exposure: exposureOf(pair, row) }
  })
  const couriers = input.tables.regions.map((_, region) => ({
    row: rows.couriers + region,
    kind: firms + COURIER,
    region: region + 1,
  }))
  return [...companies, ...couriers, { row: rows.government, kind: firms + GOVERNMENT }]
}

/** Sampled buyers. */
function listedHouseholds({ input, before, attributes: a }: Pair): Agent[] {
  const { rows, plan } = before
  const measured = plan.before !== undefined && plan.exposed.length > 0
  return Array.from({ length: rows.sampled }, (_, nth) => {
    const buyer = nth * rows.step
    return {
      row: rows.buyers + buyer,
      sales: rows.salesOfBuyers + nth,
      kind: input.tables.kinds.length + HOUSEHOLD,
      region: a.buyerRegion[buyer] + 1,
      exposure: measured ? before.throughExposed[buyer] / before.bought[buyer] : Number.NaN,
      weight: (a.buyerWeight[0] * input.size.buyers) / rows.sampled,
    }
  })
}

interface Agent {
  readonly row: number
  readonly kind: number
  /** Row of its sales by venue, if it has any. */
  readonly sales?: number
  /** These four from 1; 0 none. */
  readonly region?: number
  readonly cluster?: number
  readonly category?: number
  readonly size?: number
  readonly exposure?: number
  readonly weight?: number
}

const [CREATOR, COURIER, PLATFORM, HOUSEHOLD, GOVERNMENT] = OTHER_KINDS.map((_, at) => at)
