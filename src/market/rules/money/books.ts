import {
  before,
  type Counts,
  type MutableValues,
  type Named,
  rule,
  type Values,
  type Writable,
} from '../../../engine/index.ts'
import { type BookedFlow, flowReads, netOf } from '../../policy/flows.ts'
import {
  blocks,
  creators,
  FLOWS,
  feeds,
  ledger,
  POOL,
  POOL_KINDS,
  pools,
  SECTORS,
  sectors,
  sellers,
} from '../../populations/index.ts'
import { creator, government, households, programmes, regions, venues } from '../../tables/index.ts'

type Flow = (typeof FLOWS)[number]
type Sector = (typeof SECTORS)[number]

const numbered = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name, at) => [name, at])) as Record<T, number>
const FLOW: Record<Flow, number> = numbered(FLOWS)
const SECTOR: Record<Sector, number> = numbered(SECTORS)

/** Sectors of firms, by kind of seller. */
const FIRMS: readonly Sector[] = ['producers', 'resellers', 'importers', 'traders']
/** Sectors that hold their deposits as a whole. */
const AGGREGATES: readonly Sector[] = [
  'creators',
  'platforms',
  'logistics',
  'government',
  'rest of economy',
  'rest of world',
]

/**
 * Closes the books of the week: the stock-flow matrix. Every flow is added up from both sides on its own,
 * so that a row that does not come to zero shows a fault. Sectors kept agent by agent have their deposits
 * with the agents; the others are moved here. What is owed for goods on order is a claim of firms on households.
 */
const declared = {
  name: 'books',
  does: 'the books of the week are closed',
  every: 'week',
  over: ledger,
  whole: true,
  reads: {
    kind: sellers.kind,
    weight: sellers.weight,
    revenue: before(sellers.revenue),
    credit: before(sellers.credit),
    credited: before(sellers.credited),
    revenueToday: before(sellers.revenueToday),
    madeToOrder: sellers.madeToOrder,
    due: before(sellers.due),
    advances: before(sellers.advances),
    fees: before(sellers.fees),
    commissions: before(sellers.commissions),
    labelProfit: before(sellers.labelProfit),
    materials: before(sellers.materials),
    wholesaleIncome: sellers.wholesaleIncome,
    purchases: sellers.purchases,
    borderPayments: sellers.borderPayments,
    duties: sellers.duties,
    handlingCost: sellers.handlingCost,
    wages: sellers.wages,
    rentPaid: sellers.rentPaid,
    liveCost: sellers.liveCost,
    salesTax: sellers.salesTax,
    capitalInjection: sellers.capitalInjection,
    withdrawals: sellers.withdrawals,
    creatorIncome: creators.income,
    creatorWeight: creator.weight,
    parcelsWeek: before(feeds.parcelsWeek),
    feeIncome: before(feeds.feeIncome),
    subsidies: before(feeds.subsidies),
    labelIncome: before(feeds.labelIncome),
    courier: venues.courier,
    operatingCost: venues.operatingCost,
    delivery: regions.delivery,
    bill: pools.bill,
    unassigned: pools.unassigned,
    spending: blocks.spending,
    income: blocks.income,
    fromOutside: blocks.fromOutside,
    rest: blocks.rest,
    owed: blocks.owed,
    buyerWeight: households.weight,
    orderWeight: households.orders,
    vat: government.vat,
    programmeCost: programmes.spent,
  },
  writes: {
    amount: ledger.amount,
    deposits: sectors.deposits,
    owing: sectors.due,
    held: sectors.advances,
  },
} as const

/** @param flows what firms pay and receive under policies of the world, beside all that every world has */
export const booksWith = (flows: readonly BookedFlow[]) =>
  rule({
    ...declared,
    reads: { ...declared.reads, ...flowReads(flows) },
    writes: {
      ...declared.writes,
      ...Object.fromEntries(flows.map(({ name, booked }) => [name, booked])),
    },
    step: (c, _, { count }) => close(c, count, flows),
  })

export const books = booksWith([])

type Columns = Named<keyof typeof declared.reads> & Writable<keyof typeof declared.writes>

function close(c: Columns, count: Counts, flows: readonly BookedFlow[]): void {
  c.amount.fill(0)
  FIRMS.forEach((sector, kind) => {
    bookFirms(c, count, sector, kind)
  })
  for (let venue = 0; venue < count.venues; venue++) bookPlatform(c, count, venue)
  for (let programme = 0; programme < count.programmes; programme++)
    pay(c, 'programmes', 'government', 'rest of economy', c.programmeCost[programme])
  bookHouseholds(c, count)
  for (let pool = 0; pool < count.pools; pool++) bookPool(c, pool)
  for (let creator = 0; creator < count.creators; creator++)
    book(c, 'commissions', 'creators', c.creatorWeight[0] * c.creatorIncome[creator])
  closeOrders(c, count)
  for (const sector of AGGREGATES) addToDeposits(c, SECTOR[sector])
  for (const flow of flows) bookFlow(c, flow)
}

type Amounts = Writable<'amount'>

const cellOf = (flow: Flow, sector: Sector): number => FLOW[flow] * SECTORS.length + SECTOR[sector]

/** What a sector receives; less than nought: pays. */
function book({ amount }: Amounts, flow: Flow, sector: Sector, received: number): void {
  amount[cellOf(flow, sector)] += received
}

function pay(c: Amounts, flow: Flow, from: Sector, to: Sector, amount: number): void {
  book(c, flow, from, -amount)
  book(c, flow, to, amount)
}

/** One sector of firms, from what each firm counted of its week. */
function bookFirms(
  c: Amounts &
    Named<
      | 'kind'
      | 'weight'
      | 'revenue'
      | 'credit'
      | 'fees'
      | 'commissions'
      | 'labelProfit'
      | 'wholesaleIncome'
      | 'purchases'
      | 'borderPayments'
      | 'duties'
      | 'materials'
      | 'rentPaid'
      | 'liveCost'
      | 'handlingCost'
      | 'wages'
      | 'withdrawals'
      | 'salesTax'
      | 'capitalInjection'
    >,
  count: Counts,
  sector: Sector,
  kind: number,
): void {
  let [sales, fees, commissions, labels, wholesale, border, duties] = [0, 0, 0, 0, 0, 0, 0]
  let [operation, wages, drawings, taxes, founding] = [0, 0, 0, 0, 0]
  for (let seller = 0; seller < count.sellers; seller++) {
    if (c.kind[seller] !== kind) continue
    const w = c.weight[seller]
    sales += w * (c.revenue[seller] - c.credit[seller])
    fees += w * c.fees[seller]
    commissions += w * c.commissions[seller]
    labels += w * c.labelProfit[seller]
    wholesale += w * (c.wholesaleIncome[seller] - c.purchases[seller])
    border += w * c.borderPayments[seller]
    duties += w * c.duties[seller]
    operation +=
      w * (c.materials[seller] + c.rentPaid[seller] + c.liveCost[seller] + c.handlingCost[seller])
    wages += w * c.wages[seller]
    drawings += w * c.withdrawals[seller]
    taxes += w * c.salesTax[seller]
    founding += w * c.capitalInjection[seller]
  }
  book(c, 'purchases', sector, sales)
  book(c, 'fees', sector, -fees)
  book(c, 'commissions', sector, -commissions)
  book(c, 'own labels', sector, -labels)
  book(c, 'wholesale', sector, wholesale)
  pay(c, 'border payments', sector, 'rest of world', border)
  pay(c, 'duties', sector, 'government', duties)
  pay(c, 'materials, rent and operation', sector, 'rest of economy', operation)
  book(c, 'wages', sector, -wages)
  book(c, 'draws', sector, -drawings)
  pay(c, 'taxes', sector, 'government', taxes)
  pay(c, 'founding and closing', 'rest of economy', sector, founding)
}

/** Fees, own labels, subsidies, operation and VAT of a platform, and what its parcels pay to logistics. */
function bookPlatform(
  c: Amounts &
    Named<
      | 'parcelsWeek'
      | 'courier'
      | 'delivery'
      | 'feeIncome'
      | 'subsidies'
      | 'labelIncome'
      | 'operatingCost'
      | 'orderWeight'
      | 'vat'
    >,
  { regions: regionCount, categories: categoryCount }: Counts,
  venue: number,
): void {
  const orderWeight = c.orderWeight[0]
  let orders = 0
  for (let region = 0; region < regionCount; region++) {
    const parcels = orderWeight * c.parcelsWeek[venue * regionCount + region]
    orders += parcels
    if (c.courier[venue]) book(c, 'delivery', 'logistics', parcels * c.delivery[region])
  }
  let [fees, subsidies, labels] = [0, 0, 0]
  for (let cell = venue * categoryCount; cell < (venue + 1) * categoryCount; cell++) {
    fees += c.feeIncome[cell]
    subsidies += c.subsidies[cell]
    labels += c.labelIncome[cell]
  }
  book(c, 'fees', 'platforms', orderWeight * fees)
  book(c, 'own labels', 'platforms', orderWeight * labels)
  book(c, 'subsidies', 'platforms', -orderWeight * subsidies)
  const operation = orders * c.operatingCost[venue]
  pay(c, 'materials, rent and operation', 'platforms', 'rest of economy', operation)
  const vat = (c.vat[0] / (1 + c.vat[0])) * orderWeight * fees
  pay(c, 'taxes', 'platforms', 'government', vat)
}

/** Consumption and income of households. Buyers pay goods and delivery less subsidies; the three are shown apart. */
function bookHouseholds(
  c: Amounts & Named<'buyerWeight' | 'spending' | 'rest' | 'fromOutside' | 'income'>,
  count: Counts,
): void {
  const buyerWeight = c.buyerWeight[0]
  let spending = 0
  for (let block = 0; block < count.blocks; block++) {
    spending += buyerWeight * c.spending[block]
    pay(c, 'rest of consumption', 'households', 'rest of economy', buyerWeight * c.rest[block])
    pay(c, 'outside income', 'rest of economy', 'households', buyerWeight * c.fromOutside[block])
    book(c, 'wages', 'households', buyerWeight * (c.income[block] - c.fromOutside[block]))
  }
  book(c, 'delivery', 'households', -c.amount[cellOf('delivery', 'logistics')])
  book(c, 'subsidies', 'households', -c.amount[cellOf('subsidies', 'platforms')])
  const delivery = c.amount[cellOf('delivery', 'households')]
  const subsidies = c.amount[cellOf('subsidies', 'households')]
  book(c, 'purchases', 'households', -spending - delivery - subsidies)
}

/** What a pool of workers is paid. Owners and creators draw; the households' side of it stands with their draws. */
function bookPool(c: Amounts & Named<'bill' | 'unassigned'>, pool: number): void {
  const kind = pool % POOL_KINDS.length
  const bill = c.bill[pool]
  const unassigned = c.unassigned[pool]
  if (kind === POOL.courier) book(c, 'wages', 'logistics', -bill)
  if (kind === POOL.platform) book(c, 'wages', 'platforms', -bill)
  if (kind === POOL.creator) book(c, 'draws', 'creators', -bill)
  if (kind >= POOL.owner && kind <= POOL.creator) {
    book(c, 'draws', 'households', bill - unassigned)
    book(c, 'wages', 'households', -(bill - unassigned))
    book(c, 'draws', 'rest of economy', unassigned)
  } else book(c, 'wages', 'rest of economy', unassigned)
}

/** What stands open of goods made to order at the end of the week: due at delivery, and held as deposits. */
function closeOrders(
  c: Named<
    | 'madeToOrder'
    | 'kind'
    | 'weight'
    | 'due'
    | 'credited'
    | 'advances'
    | 'revenueToday'
    | 'owed'
    | 'buyerWeight'
  > &
    Writable<'owing' | 'held'>,
  count: Counts,
): void {
  c.owing.fill(0)
  c.held.fill(0)
  for (let seller = 0; seller < count.sellers; seller++) {
    if (!c.madeToOrder[seller]) continue
    const sector = SECTOR[FIRMS[c.kind[seller]]]
    const w = c.weight[seller]
    c.owing[sector] += w * (c.due[seller] + c.credited[seller])
    c.held[sector] += w * (c.advances[seller] + c.revenueToday[seller] - c.credited[seller])
  }
  const people = SECTOR.households
  for (let block = 0; block < count.blocks; block++)
    c.owing[people] -= c.buyerWeight[0] * c.owed[block]
}

function addToDeposits(c: Amounts & Writable<'deposits'>, sector: number): void {
  for (let flow = 0; flow < FLOWS.length; flow++)
    c.deposits[sector] += c.amount[flow * SECTORS.length + sector]
}

/** A flow of a policy: what firms receive less what they pay, by their sector, and the other side, which keeps the balance. */
function bookFlow(
  c: Named<'kind' | 'weight'> &
    Writable<'deposits'> &
    Readonly<Record<string, MutableValues | Values>>,
  flow: BookedFlow,
): void {
  const booked = c[flow.name] as MutableValues
  const other = SECTOR[flow.with]
  booked.fill(0)
  for (let seller = 0; seller < c.kind.length; seller++) {
    const received = c.weight[seller] * netOf(c, [flow], seller)
    booked[SECTOR[FIRMS[c.kind[seller]]]] += received
    booked[other] -= received
  }
  if (AGGREGATES.includes(flow.with)) c.deposits[other] += booked[other]
}
