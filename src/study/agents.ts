/**
 * The agents of one run as a table, a row an agent and window, with what became of them without and with the
 * policy: so that medians over sellers and the like can be taken outside.
 */
import { attributesOf, type PeopleRecord, SIZES, STATUSES } from '../market/index.ts'
import { OTHER_KINDS, type Pair, platformOwners } from './members.ts'

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
  const { input, before } = pair
  const agents = listed(pair)
  const { spans } = before.plan
  const venues = input.tables.venues.map(({ name }) => name)
  const count = agents.row.length
  const rows = spans.length * count
  const names = (table: string) => input.tables[table].map(({ name }) => name)

  /** The same in every window. */
  const still = (name: string, words: readonly string[], codes: Uint8Array): AgentColumn => {
    const all = new Uint8Array(rows)
    for (let at = 0; at < spans.length; at++) all.set(codes, at * count)
    return { name, words, codes: all }
  }
  const stillNumber = <A extends Float32Array | Int32Array>(name: string, values: A, all: A) => {
    for (let at = 0; at < spans.length; at++) all.set(values as never, at * count)
    return { name, values: all }
  }
  /** A column of each side; `of` reads the record of a side, for a window and a row of agents. */
  const sides = (name: string, of: (record: PeopleRecord, at: number, nth: number) => number) =>
    SIDES.map((side): AgentColumn => {
      const record = side === 'baseline' ? before : pair.after
      const values = new Float32Array(rows)
      for (let at = 0; at < spans.length; at++)
        for (let nth = 0; nth < count; nth++) values[at * count + nth] = of(record, at, nth)
      return { name: `${name}_${side}`, values }
    })
  const days = spans.map(({ from, to }) => to - from)
  const V = venues.length
  const soldAt = (record: PeopleRecord, at: number, nth: number, venue: number) =>
    agents.sales[nth] < 0
      ? 0
      : (7 * record.sums[at].sales[agents.sales[nth] * V + venue]) / days[at]

  return {
    rows,
    columns: [
      { name: 'scenario', words: [scenario], codes: new Uint8Array(rows) },
      { name: 'run', values: new Int32Array(rows).fill(run) },
      {
        name: 'window',
        words: spans.map(({ name }) => name),
        codes: Uint8Array.from({ length: rows }, (_, row) => Math.floor(row / count)),
      },
      stillNumber('agent', agents.row, new Int32Array(rows)),
      still('kind', [...names('kinds'), ...OTHER_KINDS], agents.kind),
      still('region', ['', ...names('regions')], agents.region),
      still('cluster', ['', ...names('clusters')], agents.cluster),
      still('category', ['', ...names('categories')], agents.category),
      still('size', ['', ...SIZES], agents.size),
      { ...stillNumber('exposure', agents.exposure, new Float32Array(rows)), gaps: true },
      stillNumber('weight', agents.weight, new Float32Array(rows)),
      ...SIDES.map((side): AgentColumn => {
        const { sums } = side === 'baseline' ? before : pair.after
        const codes = new Uint8Array(rows).fill(STATUSES.indexOf(''))
        for (let at = 0; at < spans.length; at++)
          for (let nth = 0; nth < count; nth++)
            if (agents.row[nth] < sums[at].status.length)
              codes[at * count + nth] = sums[at].status[agents.row[nth]]
        return { name: `status_${side}`, words: STATUSES, codes }
      }),
      ...sides('income', (record, at, nth) => record.sums[at].income[agents.row[nth]] / days[at]),
      ...sides('fte', (record, at, nth) =>
        agents.row[nth] === before.rows.government
          ? Number.NaN
          : record.sums[at].work[agents.row[nth]] / days[at],
      ).map((column) => ({ ...column, gaps: true as const })),
      ...sides('sales', (record, at, nth) => {
        let sum = 0
        for (let venue = 0; venue < V; venue++) sum += soldAt(record, at, nth, venue)
        return sum
      }),
      ...venues.flatMap((name, venue) =>
        sides(`sales_${name}`, (record, at, nth) => soldAt(record, at, nth, venue)),
      ),
    ],
  }
}

/** Which agents get a row, and what stands still about them. */
function listed(pair: Pair) {
  const { world, input, before, after } = pair
  const { rows, plan } = before
  const a = attributesOf(world)
  const S = input.size.sellers
  const V = input.tables.venues.length
  const firms = input.tables.kinds.length
  const found: Agent[] = []
  const told = (agent: Partial<Agent> & Pick<Agent, 'row' | 'kind'>) =>
    found.push({ ...NOTHING, ...agent })
  const inBefore = (row: number) => {
    if (plan.before === undefined || plan.exposed.length === 0) return Number.NaN
    const sales = before.sums[0].sales.subarray(row * V, (row + 1) * V)
    const all = sales.reduce((sum, one) => sum + one, 0)
    return plan.exposed.reduce((sum, venue) => sum + sales[venue], 0) / all
  }
  const entered = (row: number) =>
    [before, after].some(({ sums }) =>
      sums.some(({ work, income }) => work[row] > 0 || income[row] > 0),
    )
  for (let row = 0; row < 2 * S; row++) {
    const seller = row % S
    const member = row < S
    if (member ? before.present[seller] === 0 : !entered(row)) continue
    told({
      row,
      sales: row,
      kind: a.kind[seller],
      region: a.region[seller] + 1,
      cluster: a.cluster[seller],
      category: a.category[seller] + 1,
      size: member ? before.size[seller] + 1 : 0,
      exposure: member ? inBefore(row) : Number.NaN,
      weight: a.weight[seller],
    })
  }
  for (let who = 0; who < input.size.creators; who++) {
    const row = rows.creators + who
    told({
      row,
      sales: row,
      kind: firms + CREATOR,
      region: a.creatorRegion[who] + 1,
      category: a.creatorCategory[who] + 1,
      exposure: inBefore(row),
      weight: a.creatorWeight[0],
    })
  }
  for (const company of platformOwners(pair)) {
    const row = rows.companies + company
    told({ row, sales: row, kind: firms + PLATFORM, exposure: inBefore(row) })
  }
  for (let region = 0; region < input.tables.regions.length; region++)
    told({ row: rows.couriers + region, kind: firms + COURIER, region: region + 1 })
  told({ row: rows.government, kind: firms + GOVERNMENT })
  for (let nth = 0; nth < rows.sampled; nth++) {
    const buyer = nth * rows.step
    told({
      row: rows.buyers + buyer,
      sales: rows.salesOfBuyers + nth,
      kind: firms + HOUSEHOLD,
      region: a.buyerRegion[buyer] + 1,
      exposure:
        plan.before && plan.exposed.length > 0
          ? before.throughExposed[buyer] / before.bought[buyer]
          : Number.NaN,
      weight: (a.buyerWeight[0] * input.size.buyers) / rows.sampled,
    })
  }
  const code = (name: keyof Agent) => Uint8Array.from(found, (agent) => agent[name])
  return {
    row: Int32Array.from(found, ({ row }) => row),
    sales: Int32Array.from(found, ({ sales }) => sales),
    kind: code('kind'),
    region: code('region'),
    cluster: code('cluster'),
    category: code('category'),
    size: code('size'),
    exposure: Float32Array.from(found, ({ exposure }) => exposure),
    weight: Float32Array.from(found, ({ weight }) => weight),
  }
}

interface Agent {
  readonly row: number
  /** Row of its sales by venue; -1 none. */
  readonly sales: number
  readonly kind: number
  /** These four from 1; 0 none. */
  readonly region: number
  readonly cluster: number
  readonly category: number
  readonly size: number
  readonly exposure: number
  readonly weight: number
}

const NOTHING = {
  sales: -1,
  region: 0,
  cluster: 0,
  category: 0,
  size: 0,
  exposure: Number.NaN,
  weight: 1,
}

const [CREATOR, COURIER, PLATFORM, HOUSEHOLD, GOVERNMENT] = OTHER_KINDS.map((_, at) => at)
