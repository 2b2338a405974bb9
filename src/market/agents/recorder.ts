/**
 * Keeps what becomes of each agent in each window. It reads the state after each day and never writes it.
 * Sales are of the days of the window. Income and work are counted on Monday and hold for the week, as in the
 * measures: each Monday counts by its days within the window.
 */
import { DAYS_A_WEEK, mondayOf, type Values, viewsOf, type World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { assetsOf, sizeOf } from '../measures/size.ts'
import { receivedBy } from '../policy/flows.ts'
import {
  blocks,
  buyers,
  creators,
  FLOWS,
  feeds,
  ledger,
  listings,
  occasions,
  POOL,
  POOL_KINDS,
  pools,
  SECTORS,
  STATE,
  STATUS,
  sellers,
} from '../populations/index.ts'
import { companies, firms, government, households, venues } from '../tables/index.ts'
import { logOrder } from './order-log.ts'
import { common, type PeoplePlan, type Span } from './plan.ts'
import {
  copyRecord,
  emptyRecord,
  NOBODY,
  type PeopleRecord,
  STATUSES,
  type Sums,
} from './record.ts'

export interface People {
  readonly record: PeopleRecord
  /** Sees a day after it was stepped, on the thread that leads. */
  observe(day: number): void
  /** Goes on in a world that starts from the state of this one. */
  branch(world: World, input: MarketInput): People
}

/** The columns that are looked at. */
const WATCHED = {
  generation: sellers.generation,
  entrant: sellers.entrant,
  state: sellers.state,
  weight: sellers.weight,
  turnover: sellers.turnover,
  cash: sellers.cash,
  stock: sellers.stock,
  unitCost: sellers.unitCost,
  ordersWeek: sellers.ordersWeek,
  ordersToday: sellers.ordersToday,
  revenueToday: sellers.revenueToday,
  onOrder: sellers.onOrder,
  received: sellers.received,
  shipped: sellers.shipped,
  capitalInjection: sellers.capitalInjection,
  withdrawals: sellers.withdrawals,
  paid: sellers.paid,
  familyUsed: sellers.familyUsed,
  price: listings.price,
  sold: listings.sold,
  soldWeek: listings.soldWeek,
  creatorIncome: creators.income,
  creatorHours: creators.hours,
  creatorVenue: creators.venue,
  fullTime: firms.fullTime,
  owner: venues.owner,
  platform: venues.platform,
  staffing: venues.staffing,
  operatingCost: venues.operatingCost,
  staff: companies.staff,
  parcels: feeds.parcelsWeek,
  feeIncome: feeds.feeIncome,
  labelIncome: feeds.labelIncome,
  subsidies: feeds.subsidies,
  vat: government.vat,
  fte: pools.fte,
  bill: pools.bill,
  ratio: pools.ratio,
  elsewhere: pools.elsewhere,
  amount: ledger.amount,
  status: buyers.status,
  pool: buyers.pool,
  normal: buyers.income,
  factor: buyers.factor,
  benefit: households.benefit,
  orderWeight: households.orders,
  purchases: households.purchases,
  found: blocks.occasions,
  buyerOf: occasions.buyer,
  noise: occasions.noise,
  feed: occasions.feed,
  bought: occasions.bought,
  route: occasions.route,
} as const

/** What a recorder looks at, and what it keeps. */
interface Watch {
  readonly c: { readonly [name in keyof typeof WATCHED]: Values }
  readonly record: PeopleRecord
  readonly plan: PeoplePlan
  /** Rows of the world. */
  readonly count: Readonly<Record<string, number>>
  /** Occasions that a block has room for. */
  readonly room: number
  /** By venue: 1 where the policy is about it. */
  readonly exposed: Uint8Array
  /** Earnings of the week, kRp, by seller. */
  readonly earned: Float64Array
  /** What the government received of the flows of policies in the week, kRp. */
  readonly byPolicies: () => number
  /** Whether the firms of the day before the policy are known. */
  members: boolean
}

/** @param from the record of the run from whose state this one starts */
export function createPeople(
  world: World,
  input: MarketInput,
  plan: PeoplePlan,
  from?: PeopleRecord,
): People {
  const record = from === undefined ? emptyRecord(input, plan) : copyRecord(from)
  const watch: Watch = {
    c: viewsOf(world, WATCHED),
    record,
    plan,
    count: world.counts,
    room: world.counts.occasions / world.counts.blocks,
    exposed: Uint8Array.from({ length: world.counts.venues }, (_, venue) =>
      plan.exposed.includes(venue) ? 1 : 0,
    ),
    earned: new Float64Array(world.counts.sellers),
    byPolicies: receivedBy(world, GOVERNMENT),
    members: from !== undefined,
  }
  if (plan.fork === 0 && !watch.members) takeMembers(watch)
  return {
    record,
    branch: (other, policy) => createPeople(other, policy, plan, record),
    observe: (day) => observe(watch, day),
  }
}

function observe(watch: Watch, day: number): void {
  const { plan, record } = watch
  const monday = mondayOf(day)
  if (day === monday) {
    if (!watch.members) forgetLeavers(watch)
    // A week ahead too, so that there is a Monday to reckon from.
    if (plan.spans.some((span) => common(span, day, day + 2 * DAYS_A_WEEK) > 0)) earn(watch, day)
  }
  plan.spans.forEach((span, at) => {
    observeSpan(watch, span, record.sums[at], day, monday)
  })
  readOccasions(watch, day)
  readFirstDays(watch, day)
  addSoldLater(watch, day)
  if (day === monday + DAYS_A_WEEK - 1) rememberWeek(watch)
  if (day === plan.fork - 1) takeMembers(watch)
}

function observeSpan(watch: Watch, span: Span, sums: Sums, day: number, monday: number): void {
  const { c } = watch
  const days = common(span, monday, monday + DAYS_A_WEEK)
  if (days === 0) return
  if (day === monday) addWeek(watch, sums, days)
  // A week that lies within the window as a whole is added on its last day.
  if (days === DAYS_A_WEEK) {
    if (day === monday + DAYS_A_WEEK - 1) addSales(watch, sums.sales, c.soldWeek, c.ordersWeek)
  } else if (inside(span, day)) addSales(watch, sums.sales, c.sold, c.ordersToday)
  if (day === span.to - 1) close(watch, sums)
}

/** Who is there on the last day before the policy may differ. */
function takeMembers(watch: Watch): void {
  const {
    c,
    record,
    count: { sellers: sellerCount },
  } = watch
  watch.members = true
  for (let seller = 0; seller < sellerCount; seller++) {
    record.generation[seller] = c.generation[seller]
    record.present[seller] = c.state[seller] === STATE.exited ? 0 : 1
    record.size[seller] = sizeOf(c.turnover[seller], assetsOf(c, seller))
  }
}

/** Before the policy a place's sums are those of the firm that holds it now. */
function forgetLeavers({
  c,
  record,
  count: { sellers: sellerCount, venues: venueCount },
}: Watch): void {
  for (let seller = 0; seller < sellerCount; seller++) {
    if (!c.entrant[seller]) continue
    for (const { income, work, sales } of record.sums) {
      income[seller] = 0
      work[seller] = 0
      sales.fill(0, seller * venueCount, (seller + 1) * venueCount)
    }
  }
}

/**
 * What firms earned before their owners took any: the change of cash, and of goods at cost. Goods are those of
 * Sunday night and on the way, after Monday's deliveries, as far as Monday's cash has paid for them or been
 * paid. A sale of stock for less buying is thus no income. Who has left or just entered earns nothing.
 */
function earn({ c, record, earned, count }: Watch, day: number): void {
  for (let seller = 0; seller < count.sellers; seller++) {
    const goods = record.stock[seller] + c.received[seller] + c.onOrder[seller] - c.shipped[seller]
    const gone = c.state[seller] === STATE.exited || c.entrant[seller] === 1
    earned[seller] =
      day === 0 || gone
        ? 0
        : c.cash[seller] -
          record.cash[seller] +
          c.withdrawals[seller] -
          c.capitalInjection[seller] +
          c.unitCost[seller] * (goods - record.goods[seller])
    record.cash[seller] = c.cash[seller]
    record.goods[seller] = gone ? 0 : goods
  }
}

/** The row of the firm that holds a place: a member, or one that entered since. */
function rowOf({ members, c, record }: Watch, seller: number): number {
  return !members || c.generation[seller] === record.generation[seller]
    ? seller
    : record.rows.entrants + seller
}

/** Income and work of a week, of which so many days lie within the window. */
function addWeek(watch: Watch, sums: Sums, days: number): void {
  addFirms(watch, sums, days)
  addCreators(watch, sums, days)
  addCompanies(watch, sums, days)
  addCouriers(watch, sums, days)
  const { amount } = watch.c
  sums.income[watch.record.rows.government] +=
    days * (amount[DUTIES] + amount[TAXES] + watch.byPolicies())
  addBuyers(watch, sums, days)
}

function addFirms(watch: Watch, { income, work }: Sums, days: number): void {
  const { c, earned, count } = watch
  for (let seller = 0; seller < count.sellers; seller++) {
    const row = rowOf(watch, seller)
    const family = c.state[seller] === STATE.active ? c.familyUsed[seller] : 0
    income[row] += days * earned[seller]
    work[row] += days * (c.paid[seller] + family)
  }
}

function addCreators(
  { c, record, count: { creators: creatorCount, venues: venueCount } }: Watch,
  { income, work, sales }: Sums,
  days: number,
): void {
  for (let who = 0; who < creatorCount; who++) {
    const row = record.rows.creators + who
    income[row] += days * c.creatorIncome[who]
    work[row] += (days * c.creatorHours[who]) / c.fullTime[0]
    if (record.streamed[who] > 0)
      sales[row * venueCount + record.streamed[who] - 1] +=
        (days / DAYS_A_WEEK) * c.creatorIncome[who]
  }
}

/** Companies that run platforms: staff, and what fees leave of a week. */
function addCompanies(
  { c, record, count: { venues: venueCount } }: Watch,
  { income, work }: Sums,
  days: number,
): void {
  const { rows } = record
  for (let company = 0; company < c.staff.length; company++)
    work[rows.companies + company] += days * c.staff[company]
  const orderWeight = c.orderWeight[0]
  for (let venue = 0; venue < venueCount; venue++) {
    if (!c.platform[venue]) continue
    const row = rows.companies + c.owner[venue]
    income[row] += days * orderWeight * record.netFees[venue]
    work[row] += (days * orderWeight * c.staffing[venue] * record.parcels[venue]) / 1000
  }
}

function addCouriers({ c, record: { rows }, count }: Watch, { income, work }: Sums, days: number) {
  for (let region = 0; region < count.regions; region++) {
    const pool = region * POOL_KINDS.length + POOL.courier
    income[rows.couriers + region] += days * c.bill[pool]
    work[rows.couriers + region] += days * c.fte[pool]
  }
}

function addBuyers(
  { c, record: { rows }, count: { buyers: buyerCount } }: Watch,
  { income, work }: Sums,
  days: number,
): void {
  const { status, pool, ratio, elsewhere, factor, normal } = c
  const benefit = c.benefit[0]
  for (let buyer = 0, row = rows.buyers; buyer < buyerCount; buyer++, row++) {
    const at = status[buyer]
    const relative =
      at === STATUS.market
        ? ratio[pool[buyer]] + elsewhere[pool[buyer]]
        : at === STATUS.outside
          ? factor[buyer]
          : benefit
    income[row] += days * normal[buyer] * relative
    if (at !== STATUS.unemployed) work[row] += days
  }
}

/** Pieces sold of each listing at its price, which stands still within a week. */
function addSales(watch: Watch, sales: Float32Array, sold: Values, orders: Values): void {
  const {
    c,
    record: { rows },
    count: { sellers: sellerCount, venues: venueCount },
  } = watch
  const { price, weight, platform, owner } = c
  const orderWeight = c.orderWeight[0]
  for (let seller = 0; seller < sellerCount; seller++) {
    if (orders[seller] === 0) continue
    const row = rowOf(watch, seller) * venueCount
    const each = orderWeight / weight[seller]
    for (let venue = 0, listing = seller * venueCount; venue < venueCount; venue++, listing++) {
      const pieces = sold[listing]
      if (pieces === 0) continue
      const value = pieces * price[listing]
      sales[row + venue] += value * each
      if (platform[venue])
        sales[(rows.companies + owner[venue]) * venueCount + venue] += value * orderWeight
    }
  }
}

/** What buyers did today: of sampled buyers every occasion, of all what they bought before the policy. */
function readOccasions(
  { c, record, plan, exposed, room, count: { venues: venueCount } }: Watch,
  day: number,
): void {
  const { rows, sums } = record
  const within = plan.spans.map((span) => inside(span, day))
  if (!within.includes(true)) return
  const measured = plan.before !== undefined && inside(plan.before, day)
  const reported = sums.filter((_, at) => within[at]).map(({ sales }) => sales)
  const logged = day >= plan.fork
  const { found, buyerOf, bought, price, noise, feed, route } = c
  const { step, salesOfBuyers } = rows
  const purchases = c.purchases[0]
  const mask = step - 1
  for (let block = 0; block < found.length; block++) {
    const end = block * room + found[block]
    for (let row = block * room; row < end; row++) {
      const buyer = buyerOf[row]
      const sampled = (buyer & mask) === 0
      if (!sampled && !measured) continue
      const listing = bought[row]
      const venue = listing < 0 ? -1 : listing % venueCount
      const value = listing < 0 ? 0 : purchases * price[listing]
      if (measured && venue >= 0) {
        record.bought[buyer] += value
        if (exposed[venue]) record.throughExposed[buyer] += value
      }
      // An exposure that was not taken up is no occasion.
      if (!sampled || (feed[row] > 0 && route[row] === 0)) continue
      if (venue >= 0) {
        const cell = (salesOfBuyers + buyer / step) * venueCount + venue
        for (let at = 0; at < reported.length; at++) reported[at][cell] += value
      }
      if (logged) logOrder(record.log, day, buyer, noise[row], feed[row], venue + 1, value)
    }
  }
}

/** At which venues each buyer has bought since the policy took force. */
function readFirstDays(
  { c, record, plan, room, count: { venues: venueCount } }: Watch,
  day: number,
): void {
  const marked = record.visited.filter((_, at) => inside(plan.firstDays[at], day))
  if (marked.length === 0) return
  const { found, buyerOf, bought } = c
  for (let block = 0; block < found.length; block++) {
    const end = block * room + found[block]
    for (let row = block * room; row < end; row++)
      if (bought[row] >= 0)
        for (const venues of marked) venues[buyerOf[row]] |= 1 << (bought[row] % venueCount)
  }
}

/** What the firms of the day before the policy still sell; who took the place of one that left is another. */
function addSoldLater(watch: Watch, day: number): void {
  const {
    c,
    record,
    plan,
    count: { sellers: sellerCount },
  } = watch
  plan.recovery.forEach((span, at) => {
    if (!inside(span, day)) return
    const sold = record.soldLater[at]
    for (let seller = 0; seller < sellerCount; seller++)
      if (rowOf(watch, seller) === seller) sold[seller] += c.revenueToday[seller]
  })
}

/** What Monday's pay goes by, before the week's sums start anew. */
function rememberWeek({ c, record, count }: Watch): void {
  const {
    sellers: sellerCount,
    venues: venueCount,
    regions: regionCount,
    categories: categoryCount,
    creators: creatorCount,
  } = count
  for (let seller = 0; seller < sellerCount; seller++) record.stock[seller] = c.stock[seller]
  const kept = 1 - c.vat[0] / (1 + c.vat[0])
  for (let venue = 0; venue < venueCount; venue++) {
    let parcels = 0
    for (let region = 0; region < regionCount; region++)
      parcels += c.parcels[venue * regionCount + region]
    record.parcels[venue] = parcels
    let [fees, subsidies, labels] = [0, 0, 0]
    for (let cell = venue * categoryCount; cell < (venue + 1) * categoryCount; cell++) {
      fees += c.feeIncome[cell]
      subsidies += c.subsidies[cell]
      labels += c.labelIncome[cell]
    }
    record.netFees[venue] = kept * fees + labels - subsidies - parcels * c.operatingCost[venue]
  }
  for (let who = 0; who < creatorCount; who++) record.streamed[who] = c.creatorVenue[who]
}

/** How agents stand on the last day of a window. */
function close(watch: Watch, { status }: Sums): void {
  const {
    c,
    record: { rows },
    count: { sellers: sellerCount, creators: creatorCount },
  } = watch
  for (let seller = 0; seller < sellerCount; seller++) {
    const member = rowOf(watch, seller) === seller
    status[seller] = member ? c.state[seller] : STATE.exited
    status[rows.entrants + seller] = member ? NOBODY : ENTERED
  }
  for (let who = 0; who < creatorCount; who++)
    status[rows.creators + who] = c.creatorHours[who] > 1 ? STATE.active : STATE.idle
}

const ENTERED = STATUSES.indexOf('entered')
const GOVERNMENT = SECTORS.indexOf('government')
const DUTIES = FLOWS.indexOf('duties') * SECTORS.length + GOVERNMENT
const TAXES = FLOWS.indexOf('taxes') * SECTORS.length + GOVERNMENT

const inside = ({ from, to }: Span, day: number) => day >= from && day < to
