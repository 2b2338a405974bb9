import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { blocks, FLOWS, ledger, POOL_KINDS, pools, SECTORS } from '../populations/index.ts'
import { households } from '../tables/index.ts'
import { cell, type Recorder, viewsOf } from './part.ts'

const GOVERNMENT = SECTORS.indexOf('government')
const WORLD = SECTORS.indexOf('rest of world')
/** Money of the week: household income, spending and deposits, government revenue, payments abroad, incomes by kind. */
export function createMoney(world: World, input: MarketInput): Recorder {
  const c = viewsOf(world, {
    amount: ledger.amount,
    income: blocks.income,
    spending: blocks.spending,
    deposits: blocks.deposits,
    bill: pools.bill,
    weight: households.weight,
  })
  const J = POOL_KINDS.length
  const R = input.tables.regions.length
  const cells = [
    cell('household income', 'mRp/week'),
    cell('household spending', 'mRp/week'),
    cell('household deposits', 'mRp'),
    cell('government revenue', 'mRp/week'),
    cell('duties', 'mRp/week'),
    cell('payments abroad', 'mRp/week'),
    cell('platform fees', 'mRp/week'),
    ...POOL_KINDS.map((kind) => cell('income', 'mRp/week', { kind })),
    cell('cost of programmes', 'mRp/week'),
  ]
  const flow = (name: (typeof FLOWS)[number], sector: number) =>
    c.amount[FLOWS.indexOf(name) * SECTORS.length + sector] / 1000
  return {
    cells,
    fill(out, at) {
      let [income, spending, deposits] = [0, 0, 0]
      for (let block = 0; block < c.income.length; block++) {
        income += c.income[block]
        spending += c.spending[block]
        deposits += c.deposits[block]
      }
      const incomes = new Float64Array(J)
      for (let pool = 0; pool < R * J; pool++) incomes[pool % J] += c.bill[pool] / 1000
      out.set(
        [
          (income * c.weight[0]) / 1000,
          (spending * c.weight[0]) / 1000,
          (deposits * c.weight[0]) / 1000,
          flow('duties', GOVERNMENT) + flow('taxes', GOVERNMENT),
          flow('duties', GOVERNMENT),
          flow('border payments', WORLD),
          flow('fees', SECTORS.indexOf('platforms')),
          ...incomes,
          -flow('programmes', GOVERNMENT) || 0,
        ],
        at,
      )
    },
  }
}
