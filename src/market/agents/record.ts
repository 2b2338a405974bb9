/** What is kept of the agents of one run. */
import type { MarketInput } from '../input.ts'
import { copyLog, type OrderLog, orderLog } from './order-log.ts'
import type { PeoplePlan } from './plan.ts'
import { type Rows, rowsOf } from './rows.ts'

/** At the end of a window; `entered` where a firm took the place after the policy began to differ. */
export const STATUSES = ['active', 'idle', 'exited', 'entered', ''] as const
export const NOBODY = STATUSES.indexOf('')

/** Sums over one window, by row of `Rows`. */
export interface Sums {
  /** Income, kRp a week times days. Of firms earnings, of the government taxes and duties. */
  readonly income: Float32Array
  /** Work, FTE times days; of households people at work. */
  readonly work: Float32Array
  /** Sales by venue, kRp. Of creators commissions, of households what they bought, of companies what was sold. */
  readonly sales: Float32Array
  /** Row in `STATUSES` on the last day, of sellers, entrants and creators. */
  readonly status: Uint8Array
}

export interface PeopleRecord {
  readonly plan: PeoplePlan
  readonly rows: Rows
  readonly sums: readonly Sums[]
  /** Which firm held a place on the last day before the policy may differ. */
  readonly generation: Uint32Array
  /** Whether there was one. */
  readonly present: Uint8Array
  /** Row in `SIZES` on that day. */
  readonly size: Uint8Array
  /** Bought before the policy through exposed venues, and in all, by buyer, kRp. */
  readonly throughExposed: Float32Array
  readonly bought: Float32Array
  /** Venues at which a buyer bought in the first days of the policy, a bit each, by span of `firstDays`. */
  readonly visited: readonly Uint32Array[]
  /** What a member sold, kRp a firm, by span of `recovery`. */
  readonly soldLater: readonly Float64Array[]
  readonly log: OrderLog
  /** Of the week that has ended: parcels and net fees (kRp) by venue; where creators streamed, from 1. */
  readonly parcels: Float64Array
  readonly netFees: Float64Array
  readonly streamed: Uint8Array
  /** Stock of sellers when it ended, and their cash and goods, those on the way too, last Monday. */
  readonly stock: Float64Array
  readonly cash: Float64Array
  readonly goods: Float64Array
}

export function emptyRecord(input: MarketInput, plan: PeoplePlan): PeopleRecord {
  const rows = rowsOf(input)
  const venues = input.tables.venues.length
  const { sellers, buyers, creators } = input.size
  return {
    plan,
    rows,
    sums: plan.spans.map(() => ({
      income: new Float32Array(rows.end),
      work: new Float32Array(rows.end),
      sales: new Float32Array(rows.salesEnd * venues),
      status: new Uint8Array(rows.companies).fill(NOBODY),
    })),
    generation: new Uint32Array(sellers),
    present: new Uint8Array(sellers),
    size: new Uint8Array(sellers),
    throughExposed: new Float32Array(plan.before ? buyers : 0),
    bought: new Float32Array(plan.before ? buyers : 0),
    visited: plan.firstDays.map(() => new Uint32Array(buyers)),
    soldLater: plan.recovery.map(() => new Float64Array(sellers)),
    log: orderLog(),
    parcels: new Float64Array(venues),
    netFees: new Float64Array(venues),
    streamed: new Uint8Array(creators),
    stock: new Float64Array(sellers),
    cash: new Float64Array(sellers),
    goods: new Float64Array(sellers),
  }
}

/** A copy that goes on by itself, for a policy that starts from this run's state. */
export const copyRecord = (record: PeopleRecord): PeopleRecord => ({
  ...record,
  sums: record.sums.map(({ income, work, sales, status }) => ({
    income: income.slice(),
    work: work.slice(),
    sales: sales.slice(),
    status: status.slice(),
  })),
  visited: record.visited.map((one) => one.slice()),
  soldLater: record.soldLater.map((one) => one.slice()),
  log: copyLog(record.log),
  parcels: record.parcels.slice(),
  netFees: record.netFees.slice(),
  streamed: record.streamed.slice(),
  stock: record.stock.slice(),
  cash: record.cash.slice(),
  goods: record.goods.slice(),
})
