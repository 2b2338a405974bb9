import { before, rule } from '../../engine/index.ts'
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
} from '../populations/index.ts'
import { creator, government, households, programmes, regions, venues } from '../tables/index.ts'

const ROWS = Object.fromEntries(FLOWS.map((flow, at) => [flow, at * SECTORS.length])) as Record<
  (typeof FLOWS)[number],
  number
>
const row = (flow: (typeof FLOWS)[number]) => ROWS[flow]
const at = (sector: (typeof SECTORS)[number]) => SECTORS.indexOf(sector)
const FIRMS = [at('producers'), at('resellers'), at('importers'), at('traders')]

/**
 * Closes the books of the week: the stock-flow matrix. Every flow is added up from both sides on its own,
 * so that a row that does not come to zero shows a fault. Sectors kept agent by agent have their deposits
 * with the agents; the others are moved here. What is owed for goods on order is a claim of firms on households.
 */
export const books = rule({
  name: 'books',
  does: 'the books of the week are closed',
  every: 'week',
  over: ledger,
  whole: true,
  reads: {
    kind: sellers.kind,
    weight: sellers.weight,
    takings: before(sellers.takings),
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
    founding: sellers.founding,
    draw: sellers.draw,
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
  step(c, _, { count }) {
    const W = c.buyerWeight[0]
    const orderWeight = c.orderWeight[0]
    const { regions: R, venues: V, categories: C } = count
    c.amount.fill(0)
    const book = (flow: (typeof FLOWS)[number], sector: number, amount: number) => {
      c.amount[row(flow) + sector] += amount
    }
    const pay = (flow: (typeof FLOWS)[number], from: number, to: number, amount: number) => {
      book(flow, from, -amount)
      book(flow, to, amount)
    }
    const [people, creatorsAt, platforms, logistics, state, economy, world] = (
      [
        'households',
        'creators',
        'platforms',
        'logistics',
        'government',
        'rest of economy',
        'rest of world',
      ] as const
    ).map(at)

    // Kind by kind, so that the long loop only adds up.
    FIRMS.forEach((sector, kind) => {
      let [sales, fees, commissions, labels, wholesale, border, duties] = [0, 0, 0, 0, 0, 0, 0]
      let [operation, wages, draws, taxes, founding] = [0, 0, 0, 0, 0]
      for (let seller = 0; seller < count.sellers; seller++) {
        if (c.kind[seller] !== kind) continue
        const w = c.weight[seller]
        sales += w * (c.takings[seller] - c.credit[seller])
        fees += w * c.fees[seller]
        commissions += w * c.commissions[seller]
        labels += w * c.labelProfit[seller]
        wholesale += w * (c.wholesaleIncome[seller] - c.purchases[seller])
        border += w * c.borderPayments[seller]
        duties += w * c.duties[seller]
        operation +=
          w *
          (c.materials[seller] + c.rentPaid[seller] + c.liveCost[seller] + c.handlingCost[seller])
        wages += w * c.wages[seller]
        draws += w * c.draw[seller]
        taxes += w * c.salesTax[seller]
        founding += w * c.founding[seller]
      }
      book('purchases', sector, sales)
      book('fees', sector, -fees)
      book('commissions', sector, -commissions)
      book('own labels', sector, -labels)
      book('wholesale', sector, wholesale)
      pay('border payments', sector, world, border)
      pay('duties', sector, state, duties)
      pay('materials, rent and operation', sector, economy, operation)
      book('wages', sector, -wages)
      book('draws', sector, -draws)
      pay('taxes', sector, state, taxes)
      pay('founding and closing', economy, sector, founding)
    })
    for (let venue = 0; venue < V; venue++) {
      let orders = 0
      for (let region = 0; region < R; region++) {
        const parcels = orderWeight * c.parcelsWeek[venue * R + region]
        orders += parcels
        if (c.courier[venue]) book('delivery', logistics, parcels * c.delivery[region])
      }
      let [fees, subsidies, labels] = [0, 0, 0]
      for (let cell = venue * C; cell < (venue + 1) * C; cell++) {
        fees += c.feeIncome[cell]
        subsidies += c.subsidies[cell]
        labels += c.labelIncome[cell]
      }
      book('fees', platforms, orderWeight * fees)
      book('own labels', platforms, orderWeight * labels)
      book('subsidies', platforms, -orderWeight * subsidies)
      const operation = orders * c.operatingCost[venue]
      pay('materials, rent and operation', platforms, economy, operation)
      const vat = (c.vat[0] / (1 + c.vat[0])) * orderWeight * fees
      pay('taxes', platforms, state, vat)
    }
    for (let programme = 0; programme < count.programmes; programme++) {
      pay('programmes', state, economy, c.programmeCost[programme])
    }
    let spending = 0
    for (let block = 0; block < count.blocks; block++) {
      spending += W * c.spending[block]
      pay('rest of consumption', people, economy, W * c.rest[block])
      pay('outside income', economy, people, W * c.fromOutside[block])
      const inMarket = W * (c.income[block] - c.fromOutside[block])
      book('wages', people, inMarket)
    }
    // Buyers pay goods and delivery less subsidies; the three are shown apart.
    book('delivery', people, -c.amount[row('delivery') + logistics])
    book('subsidies', people, -c.amount[row('subsidies') + platforms])
    book(
      'purchases',
      people,
      -spending - c.amount[row('delivery') + people] - c.amount[row('subsidies') + people],
    )

    const J = POOL_KINDS.length
    for (let pool = 0; pool < count.pools; pool++) {
      const kind = pool % J
      const bill = c.bill[pool]
      if (kind === POOL.courier) book('wages', logistics, -bill)
      if (kind === POOL.platform) book('wages', platforms, -bill)
      if (kind === POOL.creator) book('draws', creatorsAt, -bill)
      // Owners and creators draw; the households' side of it stands with their draws.
      if (kind >= POOL.owner && kind <= POOL.creator) {
        book('draws', people, bill - c.unassigned[pool])
        book('wages', people, -(bill - c.unassigned[pool]))
        book('draws', economy, c.unassigned[pool])
      } else book('wages', economy, c.unassigned[pool])
    }
    for (let creatorRow = 0; creatorRow < count.creators; creatorRow++)
      book('commissions', creatorsAt, c.creatorWeight[0] * c.creatorIncome[creatorRow])

    closeOrders()

    /** What stands open of goods made to order at the end of the week: due at delivery, and held as deposits. */
    function closeOrders(): void {
      c.owing.fill(0)
      c.held.fill(0)
      for (let seller = 0; seller < count.sellers; seller++) {
        if (!c.madeToOrder[seller]) continue
        const sector = FIRMS[c.kind[seller]]
        const w = c.weight[seller]
        c.owing[sector] += w * (c.due[seller] + c.credited[seller])
        c.held[sector] += w * (c.advances[seller] + c.revenueToday[seller] - c.credited[seller])
      }
      for (let block = 0; block < count.blocks; block++) c.owing[people] -= W * c.owed[block]
    }

    for (const sector of [creatorsAt, platforms, logistics, state, economy, world])
      for (let flow = 0; flow < FLOWS.length; flow++)
        c.deposits[sector] += c.amount[flow * SECTORS.length + sector]
  },
})
