import {
  chance,
  DAYS_A_WEEK,
  type Draw,
  daily,
  drawn,
  exp,
  log,
  type Named,
  number,
  quotient,
  rule,
  WEEKS_A_YEAR,
  type Writable,
} from '../../../engine/index.ts'
import { buyers, labour, POOL_KINDS, pools, STATUS, today } from '../../populations/index.ts'
import { households } from '../../tables/index.ts'
import { NOUGHT } from '../numerics.ts'
import { stretchOf } from '../stretch.ts'
import { smallest } from './smallest.ts'

/**
 * Who works where. A pool keeps as many buyers as its heads call for; those let go and those taken on are the
 * first in keyed order. Where a pool usually pays a part of a normal income, the rest comes from elsewhere. Who is
 * without work finds a job outside the market at a hazard that falls with unemployment, f = f_0 e^{-k (u - u_0)}, at
 * a lower wage that recovers; outside jobs end at a constant hazard: without shocks u = s (1 - m) / (s + f), m those in
 * the market. While firms find their size, over the first `sizingWeeks` of the run-in, people come from work outside and go back there.
 */
export const jobs = rule({
  name: 'jobs',
  does: 'people lose and find work, in the market and outside',
  every: 'week',
  over: labour,
  slice: 1,
  reads: {
    region: buyers.region,
    income: buyers.income,
    heads: pools.heads,
    bill: pools.bill,
    buyerWeight: households.weight,
    separation: households.separation,
    finding: households.finding,
    scar: households.scar,
    solving: today.solving,
  },
  writes: {
    status: buyers.status,
    pool: buyers.pool,
    factor: buyers.factor,
    workers: pools.workers,
    normalIncome: pools.normalIncome,
    ratio: pools.ratio,
    reference: pools.reference,
    elsewhere: pools.elsewhere,
    unassigned: pools.unassigned,
    unemployed: labour.unemployed,
    force: labour.force,
    wageIndex: labour.wage,
  },
  parameters: {
    crowding: number({
      label: 'Semi-elasticity of job finding to unemployment, negative',
      unit: 'log/share',
      default: 5,
      range: [0, 50],
      source:
        'assumption: a point more of unemployment makes finding a job 5 % slower. A matching function of elasticity one half (Petrongolo and Pissarides 2001) gives 9; 0 (there are jobs for all) to 15',
      grade: 'assumption',
    }),
    recovery: number({
      label: 'Recovery rate of the wage after a job loss',
      unit: '1/week',
      default: 0.04,
      range: [0, 1],
      source:
        'assumption: half of the loss is made up in four months; 0.005 (in nearly three years) to 0.2 (in three weeks)',
      grade: 'assumption',
    }),
    wageResponse: number({
      label: 'Response of wages to unemployment (kappa_w)',
      unit: '1/year',
      default: 0.02,
      range: [0, 1],
      source:
        'assumption: a point more of unemployment lowers wages by 0.02 % a year, so that they hardly move; 0 (fixed) to 1 (1 % a year). A wage curve of elasticity -0.1 (Blanchflower and Oswald 1994) is 2 % lower once and for all',
      grade: 'assumption',
    }),
    sizingWeeks: number({
      label: 'Weeks of the run-in in which firms find their size, with people from work outside',
      unit: 'weeks',
      default: 26,
      range: [0, 104],
      source:
        'assumption: half a year, by when staff follows sales: until then who is let go returns to work outside, so that the start of the market makes nobody unemployed; 0 (hired and let go as later, from the first week) to 104 (two years)',
      grade: 'assumption',
    }),
    payMemory: number({
      label: 'Weight of the latest week in what a pool usually pays, before the calibration date',
      unit: 'share',
      default: 0.1,
      range: [0.01, 1],
      source:
        'assumption: a half-life of seven weeks, so that chance of a week makes no work a side work; 0.02 (eight months) to 0.5 (a week)',
      grade: 'assumption',
    }),
  },
  draws: {
    work: daily('Has work on the first day; later loses or finds it outside the market'),
    sinceLoss: daily('Time since the last loss of a job, on the first day'),
    leaves: daily('Order in which a pool lets go'),
    joins: daily('Order in which a pool takes on'),
    searches: daily('Whether one let go looks for work'),
  },
  step(c, p, { day, from, to, draws, count }) {
    const slice: Slice = { ...stretchOf(c.region, from, to), from, to, draws, count }
    const normal = settledUnemployment(c.separation[0], c.finding[0])
    if (day === 0) begin(c, p.recovery, slice, normal)
    else search(c, p, slice, normal)
    const buckets = sorted(c, slice)
    const runsIn = day === 0 || (c.solving[0] > 0 && day < DAYS_A_WEEK * p.sizingWeeks)
    for (let pool = from * poolCount; pool < to * poolCount; pool++)
      staffPool(c, slice, buckets, runsIn, pool)
    countPools(c, slice)
    payPools(c, p.payMemory, slice)
  },
})

const poolCount = POOL_KINDS.length

type Settings<K extends string> = Readonly<Record<K, number>>

/** What one thread sees to: buyers `first <= buyer < last`, of regions `from <= region < to`. */
interface Slice {
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
  readonly draws: Readonly<Record<'work' | 'sinceLoss' | 'leaves' | 'joins' | 'searches', Draw>>
  readonly count: Readonly<Record<string, number>>
}

/** The buyers who stand at a place, at the start of the step. */
type Buckets = (place: number) => Int32Array

/** Where buyers stand: first the pools, then who is without work, then who works outside, by region. */
const withoutWork = ({ count }: Slice, region: number): number => count.pools + region
const outside = ({ count }: Slice, region: number): number => count.pools + count.labour + region

/** First day: unemployment and wages after lost jobs as they are in the long run; who works in the market loses no job outside. */
function begin(
  c: Named<'region' | 'heads' | 'buyerWeight' | 'separation' | 'scar'> &
    Writable<'status' | 'factor' | 'wageIndex'>,
  recovery: number,
  { first, last, from, to, draws }: Slice,
  normal: number,
): void {
  const [inMarket, people] = [new Float64Array(to), new Float64Array(to)]
  for (let pool = from * poolCount; pool < to * poolCount; pool++)
    inMarket[quotient(pool, poolCount)] += c.heads[pool] / c.buyerWeight[0]
  for (let buyer = first; buyer < last; buyer++) people[c.region[buyer]]++
  for (let buyer = first; buyer < last; buyer++) {
    const region = c.region[buyer]
    const without = normal * Math.max(0, 1 - inMarket[region] / people[region])
    c.status[buyer] = drawn(draws.work, buyer) < without ? STATUS.unemployed : STATUS.outside
    const weeks = -log(drawn(draws.sinceLoss, buyer)) / Math.max(NOUGHT, c.separation[0])
    c.factor[buyer] = 1 - (1 - c.scar[0]) * exp(-recovery * weeks)
  }
  c.wageIndex.fill(1, from, to)
}

/** Wages recover; who works outside may lose that work, and who has none may find it. */
function search(
  c: Named<'region' | 'separation' | 'finding' | 'scar' | 'unemployed' | 'force'> &
    Writable<'status' | 'factor' | 'wageIndex'>,
  p: Settings<'crowding' | 'recovery' | 'wageResponse'>,
  { first, last, from, to, draws }: Slice,
  normal: number,
): void {
  const found = Array.from({ length: to }, (_, region) => {
    if (region < from) return 0
    const rate = c.force[region] > 0 ? c.unemployed[region] / c.force[region] : normal
    c.wageIndex[region] *= 1 + (p.wageResponse * (normal - rate)) / WEEKS_A_YEAR
    return chance(c.finding[0] * exp(-p.crowding * (rate - normal)), DAYS_A_WEEK)
  })
  const lost = chance(c.separation[0], DAYS_A_WEEK)
  for (let buyer = first; buyer < last; buyer++) {
    c.factor[buyer] += p.recovery * (1 - c.factor[buyer])
    if (c.status[buyer] === STATUS.outside) {
      if (drawn(draws.work, buyer) < lost) c.status[buyer] = STATUS.unemployed
    } else if (c.status[buyer] === STATUS.unemployed) {
      if (drawn(draws.work, buyer) < found[c.region[buyer]]) {
        c.status[buyer] = STATUS.outside
        c.factor[buyer] = c.scar[0]
      }
    }
  }
}

/** Buyers by place. */
function sorted(c: Named<'region' | 'status' | 'pool'>, slice: Slice): Buckets {
  const { first, last, count } = slice
  const begins = new Int32Array(outside(slice, count.labour) + 1)
  const places = new Uint16Array(last - first)
  for (let buyer = first; buyer < last; buyer++) {
    const status = c.status[buyer]
    const place =
      status === STATUS.market
        ? c.pool[buyer]
        : status === STATUS.unemployed
          ? withoutWork(slice, c.region[buyer])
          : outside(slice, c.region[buyer])
    places[buyer - first] = place
    begins[place + 1]++
  }
  for (let place = 1; place < begins.length; place++) begins[place] += begins[place - 1]
  const rows = new Int32Array(last - first)
  const next = begins.slice()
  for (let buyer = first; buyer < last; buyer++) rows[next[places[buyer - first]]++] = buyer
  return (place) => rows.subarray(begins[place], begins[place + 1])
}

/**
 * Lets go or takes on, the first in keyed order. Work that usually pays a part of a normal income is a side
 * work in the other part: so many of those let go go on with their work outside, the others look for work
 * from next week on, and so many are taken on from work outside, the others from those without work.
 */
function staffPool(
  c: Named<'heads' | 'buyerWeight' | 'reference'> & Writable<'status' | 'pool'>,
  slice: Slice,
  buckets: Buckets,
  runsIn: boolean,
  pool: number,
): void {
  const region = quotient(pool, poolCount)
  const staff = buckets(pool)
  const target = Math.round(c.heads[pool] / c.buyerWeight[0])
  const usual = c.reference[pool] > 0 ? Math.min(1, c.reference[pool]) : 1
  const whole = runsIn ? 0 : usual
  for (const buyer of firstInKeyedOrder(
    c,
    slice.draws.leaves,
    staff,
    staff.length - target,
    STATUS.market,
  ))
    c.status[buyer] =
      drawn(slice.draws.searches, buyer) < whole ? STATUS.unemployed : STATUS.outside
  const missing = target - staff.length
  if (missing <= 0) return
  const [idle, busy] = [buckets(withoutWork(slice, region)), buckets(outside(slice, region))]
  const fromIdle = Math.round(missing * whole)
  const taken = take(c, slice.draws.joins, pool, idle, fromIdle, STATUS.unemployed)
  take(c, slice.draws.joins, pool, busy, missing - taken, STATUS.outside)
}

/** @returns how many were there to be taken on */
function take(
  c: Writable<'status' | 'pool'>,
  joins: Draw,
  pool: number,
  rows: Int32Array,
  wanted: number,
  status: number,
): number {
  const hired = firstInKeyedOrder(c, joins, rows, wanted, status)
  for (const buyer of hired) {
    c.status[buyer] = STATUS.market
    c.pool[buyer] = pool
  }
  return hired.length
}

/** The `wanted` rows of a status with the smallest keyed numbers, in the order of rows. */
function firstInKeyedOrder(
  c: Named<'status'>,
  order: Draw,
  rows: Int32Array,
  wanted: number,
  status: number,
): Int32Array {
  if (wanted <= 0) return rows.subarray(0, 0)
  const keys = new Float64Array(rows.length)
  const eligible = new Int32Array(rows.length)
  // Few are wanted of many: look only at those under a mark that most likely holds enough.
  let mark = (3 * wanted + 30) / rows.length
  for (;;) {
    let found = 0
    for (const buyer of rows) {
      const at = drawn(order, buyer)
      if (at >= mark || c.status[buyer] !== status) continue
      keys[found] = at
      eligible[found++] = buyer
    }
    if (found >= wanted || mark >= 1) return smallest(keys, eligible, found, wanted)
    mark = 1
  }
}

/** Who works in each pool, who has no work, and who is there at all. */
function countPools(
  c: Named<'region' | 'income' | 'status' | 'pool'> &
    Writable<'workers' | 'normalIncome' | 'unemployed' | 'force'>,
  { first, last, from, to }: Slice,
): void {
  c.workers.fill(0, from * poolCount, to * poolCount)
  c.normalIncome.fill(0, from * poolCount, to * poolCount)
  c.unemployed.fill(0, from, to)
  c.force.fill(0, from, to)
  for (let buyer = first; buyer < last; buyer++) {
    c.force[c.region[buyer]]++
    if (c.status[buyer] === STATUS.unemployed) c.unemployed[c.region[buyer]]++
    if (c.status[buyer] !== STATUS.market) continue
    c.workers[c.pool[buyer]]++
    c.normalIncome[c.pool[buyer]] += c.income[buyer]
  }
}

/** Pays the pools: income in proportion to normal income; what no buyer stands for goes outside. */
function payPools(
  c: Named<'bill' | 'buyerWeight' | 'solving' | 'normalIncome'> &
    Writable<'ratio' | 'reference' | 'elsewhere' | 'unassigned'>,
  memory: number,
  { from, to }: Slice,
): void {
  for (let pool = from * poolCount; pool < to * poolCount; pool++) {
    const normalIncome = c.normalIncome[pool] * c.buyerWeight[0]
    c.unassigned[pool] = normalIncome > 0 ? 0 : c.bill[pool]
    c.ratio[pool] = normalIncome > 0 ? c.bill[pool] / normalIncome : 0
    if (c.reference[pool] === 0) c.reference[pool] = c.ratio[pool]
    else if (c.solving[0] && normalIncome > 0)
      c.reference[pool] += memory * (c.ratio[pool] - c.reference[pool])
    c.elsewhere[pool] = Math.max(0, 1 - c.reference[pool])
  }
}

/** The share without work at which as many find a job as lose one: u = s / (s + f). */
export const settledUnemployment = (separation: number, finding: number): number =>
  separation > 0 ? separation / (separation + finding) : 0
