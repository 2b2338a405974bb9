/**
 * The agents of one run as a table, a row an agent and window, with what became of them without and with the
 * policy: so that medians over sellers and the like can be taken outside.
 */
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
  const records = { baseline: before, policy: pair.after }
  const V = venues.length
  /** A column of each side, filled window by window. */
  const sides = (
    name: string,
    fill: (values: Float32Array, from: number, sums: Sums, days: number) => void,
  ) =>
    SIDES.map((side) => {
      const values = new Float32Array(rows)
      spans.forEach(({ from, to }, at) => {
        fill(values, at * count, records[side].sums[at], to - from)
      })
      return { name: `${name}_${side}`, values }
    })

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
      ...sides('income', (values, from, { income }, days) => {
        for (let nth = 0; nth < count; nth++) values[from + nth] = income[agents.row[nth]] / days
      }),
      ...sides('fte', (values, from, { work }, days) => {
        for (let nth = 0; nth < count; nth++) {
          const row = agents.row[nth]
          values[from + nth] = row === before.rows.government ? Number.NaN : work[row] / days
        }
      }).map((column) => ({ ...column, gaps: true as const })),
      ...salesColumns(),
    ],
  }

  /** Sales in all and by venue, kRp a week. */
  function salesColumns(): AgentColumn[] {
    const made = (name: string) =>
      SIDES.map((side) => ({ name: `${name}_${side}`, values: new Float32Array(rows) }))
    const all = made('sales')
    const byVenue = venues.map((name) => made(`sales_${name}`))
    SIDES.forEach((side, at) => {
      const total = all[at].values
      const columns = byVenue.map((column) => column[at].values)
      spans.forEach(({ from, to }, span) => {
        const { sales } = records[side].sums[span]
        const weekly = 7 / (to - from)
        for (let nth = 0; nth < count; nth++) {
          if (agents.sales[nth] < 0) continue
          const row = span * count + nth
          for (let venue = 0, cell = agents.sales[nth] * V; venue < V; venue++, cell++) {
            if (sales[cell] === 0) continue
            columns[venue][row] = weekly * sales[cell]
            total[row] += weekly * sales[cell]
          }
        }
      })
    })
    return [...all, ...byVenue.flat()]
  }
}

/** Which agents get a row, and what stands still about them. */
function listed(pair: Pair) {
  const { input, before, after } = pair
  const { rows, plan } = before
  const a = pair.attributes
  const S = input.size.sellers
  const V = input.tables.venues.length
  const firms = input.tables.kinds.length
  const found: Agent[] = []
  const inBefore = (row: number) => exposedShare(pair, row, V)
  const entered = (row: number) =>
    [before, after].some(({ sums }) =>
      sums.some(({ work, income }) => work[row] > 0 || income[row] > 0),
    )
  for (let row = 0; row < 2 * S; row++) {
    const seller = row % S
    const member = row < S
    if (member ? before.present[seller] === 0 : !entered(row)) continue
    found.push({
      row,
      sales: row,
      kind: a.kind[seller],
      region: a.region[seller] + 1,
      cluster: a.cluster[seller],
      category: a.category[seller] + 1,
      size: member && plan.fork > 0 ? before.size[seller] + 1 : 0,
      exposure: member ? inBefore(row) : Number.NaN,
      weight: a.weight[seller],
    })
  }
  for (let who = 0; who < input.size.creators; who++) {
    const row = rows.creators + who
    found.push({
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
    found.push({ row, sales: row, kind: firms + PLATFORM, exposure: inBefore(row) })
  }
  for (let region = 0; region < input.tables.regions.length; region++)
    found.push({ row: rows.couriers + region, kind: firms + COURIER, region: region + 1 })
  found.push({ row: rows.government, kind: firms + GOVERNMENT })
  for (let nth = 0; nth < rows.sampled; nth++) {
    const buyer = nth * rows.step
    found.push({
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
