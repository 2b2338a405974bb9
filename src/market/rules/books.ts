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
 * with the agents; the others are moved here.
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
    fees: before(sellers.fees),
    commissions: before(sellers.commissions),
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
    courier: venues.courier,
    operatingCost: venues.operatingCost,
    delivery: regions.delivery,
    bill: pools.bill,
    unassigned: pools.unassigned,
    spending: blocks.spending,
    income: blocks.income,
    fromOutside: blocks.fromOutside,
    rest: blocks.rest,
    buyerWeight: households.weight,
    vat: government.vat,
    programmeCost: programmes.spent,
  },
  writes: { amount: ledger.amount, deposits: sectors.deposits },
  step(c, _, { count }) {
    const W = c.buyerWeight[0]
    const { regions: R, venues: V } = count
    c.amount.fill(0)
    const book = (flow: (typeof FLOWS)[number], sector: number, amount: number) => {
      c.amount[row(flow) + sector] += amount
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

    for (let seller = 0; seller < count.sellers; seller++) {
      const sector = FIRMS[c.kind[seller]]
      const w = c.weight[seller]
      book('purchases', sector, w * c.takings[seller])
      book('fees', sector, -w * c.fees[seller])
      book('commissions', sector, -w * c.commissions[seller])
      book('wholesale', sector, w * (c.wholesaleIncome[seller] - c.purchases[seller]))
      book('border payments', sector, -w * c.borderPayments[seller])
      book('border payments', world, w * c.borderPayments[seller])
      book('duties', sector, -w * c.duties[seller])
      book('duties', state, w * c.duties[seller])
      const operation =
        c.materials[seller] + c.rentPaid[seller] + c.liveCost[seller] + c.handlingCost[seller]
      book('materials, rent and operation', sector, -w * operation)
      book('materials, rent and operation', economy, w * operation)
      book('wages', sector, -w * c.wages[seller])
      book('draws', sector, -w * c.draw[seller])
      book('taxes', sector, -w * c.salesTax[seller])
      book('taxes', state, w * c.salesTax[seller])
      book('founding and closing', sector, w * c.founding[seller])
      book('founding and closing', economy, -w * c.founding[seller])
    }
    for (let venue = 0; venue < V; venue++) {
      let orders = 0
      for (let region = 0; region < R; region++) {
        const parcels = W * c.parcelsWeek[venue * R + region]
        orders += parcels
        if (c.courier[venue]) book('delivery', logistics, parcels * c.delivery[region])
      }
      book('fees', platforms, W * c.feeIncome[venue])
      book('subsidies', platforms, -W * c.subsidies[venue])
      const operation = orders * c.operatingCost[venue]
      book('materials, rent and operation', platforms, -operation)
      book('materials, rent and operation', economy, operation)
      const vat = (c.vat[0] / (1 + c.vat[0])) * W * c.feeIncome[venue]
      book('taxes', platforms, -vat)
      book('taxes', state, vat)
    }
    for (let programme = 0; programme < count.programmes; programme++) {
      book('programmes', state, -c.programmeCost[programme])
      book('programmes', economy, c.programmeCost[programme])
    }
    let spending = 0
    for (let block = 0; block < count.blocks; block++) {
      spending += W * c.spending[block]
      book('rest of consumption', people, -W * c.rest[block])
      book('rest of consumption', economy, W * c.rest[block])
      book('outside income', people, W * c.fromOutside[block])
      book('outside income', economy, -W * c.fromOutside[block])
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

    for (const sector of [creatorsAt, platforms, logistics, state, economy, world])
      for (let flow = 0; flow < FLOWS.length; flow++)
        c.deposits[sector] += c.amount[flow * SECTORS.length + sector]
  },
})
