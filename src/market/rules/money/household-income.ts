import {
  before,
  DAYS_A_WEEK,
  flag,
  type Named,
  number,
  rule,
  type Writable,
} from '../../../engine/index.ts'
import {
  BLOCK,
  BUDGET_CAP,
  blocks,
  buyers,
  levels,
  pools,
  STATUS,
  today,
} from '../../populations/index.ts'
import { households } from '../../tables/index.ts'
import { settledUnemployment } from './jobs.ts'

/**
 * Income and budget of a household:
 *   C / Cmean = c_y EWMA(y / ymean) + c_m max(0, M / ymean - M*)   at the deposits of a settled household 1
 * where ymean is the normal income of the household. One in the market lives from what its pool pays and, where that
 * is usually less than a normal income, from work outside as well. Deposits move by income less what was bought and
 * the rest of consumption, which goes to the rest of the economy,
 *   rest_i = C_i - g ymean a_i,   a_i his shopping activity, g ymean what households of mean activity usually buy;
 * who buys more than he consumes buys for others, who pay him from there. g is what the households of a block bought
 * over `goodsWeeks` weeks before the calibration date, from when on it stands: money not spent on an occasion that
 * vanished stays in deposits.
 */
export const householdIncome = rule({
  name: 'household-income',
  does: 'households earn, save and set their budget',
  every: 'week',
  over: blocks,
  reads: {
    status: buyers.status,
    pool: buyers.pool,
    factor: buyers.factor,
    normal: buyers.income,
    activityLevel: buyers.activity,
    spent: before(buyers.spent),
    owed: before(buyers.owed),
    activity: levels.activity,
    ratio: pools.ratio,
    elsewhere: pools.elsewhere,
    benefit: households.benefit,
    separation: households.separation,
    finding: households.finding,
    propensity: households.propensity,
    wealthPropensity: households.wealthPropensity,
    normalDeposits: households.normalDeposits,
    goodsShare: households.goodsShare,
    meanIncome: households.income,
    expectation: households.expectedIncome,
    solving: today.solving,
  },
  writes: {
    expected: buyers.expectedIncome,
    budget: buyers.budget,
    deposits: buyers.deposits,
    income: blocks.income,
    spending: blocks.spending,
    held: blocks.deposits,
    stillOwed: blocks.owed,
    rest: blocks.rest,
    fromOutside: blocks.fromOutside,
    goods: blocks.goods,
  },
  parameters: {
    responds: flag({
      label: 'Budgets follow income and deposits',
      default: true,
      source: 'given: a switch, to divide an effect; off, households keep their budgets',
      grade: 'given',
    }),
    goodsWeeks: number({
      label: 'Weeks over which it is seen what households usually buy, before the calibration date',
      unit: 'weeks',
      default: 26,
      range: [4, 104],
      source:
        'assumption: half a year, so that one festival does not pass for what is usual; 4 (the last month) to 104 (two years, in which sales have moved)',
      grade: 'assumption',
    }),
    leastBudget: number({
      label: 'Smallest budget of a household, relative to normal',
      unit: 'ratio',
      default: 0.1,
      range: [0, 1],
      source:
        'assumption: a tenth, as food has to be bought and kin help; 0 (nothing) to 0.5 (half)',
      grade: 'assumption',
    }),
    largestBudget: number({
      label: 'Largest budget of a household, relative to normal',
      unit: 'ratio',
      default: BUDGET_CAP,
      range: [1, BUDGET_CAP],
      source:
        'assumption: half as much again: who earns or has saved more keeps it or buys what is not modelled; 1 (never more than normal) to 1.5 (for which upper bounds of occasions leave room)',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to, count }) {
    const settled = day === 0 ? settledDeposits(c) : 0
    for (let block = from; block < to; block++) {
      let [income, spending, held, stillOwed, rest, fromOutside] = [0, 0, 0, 0, 0, 0]
      const last = Math.min(count.buyers, (block + 1) * BLOCK)
      if (day === 0) c.goods[block] = c.goodsShare[0]
      else if (c.solving[0]) settleGoods(c, { weeks: p.goodsWeeks, day, block, last })
      for (let buyer = block * BLOCK; buyer < last; buyer++) {
        const normal = c.normal[buyer]
        const outside = incomeOutside(c, buyer)
        const relative =
          c.status[buyer] === STATUS.market ? c.ratio[c.pool[buyer]] + outside : outside
        const earned = normal * relative
        if (day === 0) {
          c.expected[buyer] = relative
          c.deposits[buyer] = settled * normal
        }
        c.expected[buyer] += c.expectation[0] * (relative - c.expected[buyer])
        const budget = consumption(c, buyer)
        if (p.responds || day === 0)
          c.budget[buyer] = Math.max(p.leastBudget, Math.min(p.largestBudget, budget))
        const bought = c.spent[buyer]
        const other = budget * normal - usualGoods(c, block, buyer)
        c.deposits[buyer] += earned - bought - other
        held += c.deposits[buyer]
        stillOwed += c.owed[buyer]
        income += earned
        spending += bought
        rest += other
        fromOutside += normal * outside
      }
      c.income[block] = income
      c.spending[block] = spending
      c.held[block] = held
      c.stillOwed[block] = stillOwed
      c.rest[block] = rest
      c.fromOutside[block] = fromOutside
    }
  },
})

/** What a household earns outside the market, relative to its normal income. */
function incomeOutside(
  c: Named<'status' | 'pool' | 'factor' | 'elsewhere' | 'benefit'>,
  buyer: number,
): number {
  if (c.status[buyer] === STATUS.market) return c.elsewhere[c.pool[buyer]]
  return c.status[buyer] === STATUS.outside ? c.factor[buyer] : c.benefit[0]
}

/** What a household consumes of expected income and of deposits beyond the normal ones, relative to normal income. */
function consumption(
  c: Named<
    'normal' | 'propensity' | 'wealthPropensity' | 'normalDeposits' | 'expected' | 'deposits'
  >,
  buyer: number,
): number {
  const wealth = Math.max(0, c.deposits[buyer] / c.normal[buyer] - c.normalDeposits[0])
  return c.propensity[0] * c.expected[buyer] + c.wealthPropensity[0] * wealth
}

/** What households of a block usually buy, by activity. */
const usualGoods = (
  c: Named<'goods' | 'meanIncome' | 'activity' | 'activityLevel'>,
  block: number,
  buyer: number,
): number => c.goods[block] * c.meanIncome[0] * c.activity[c.activityLevel[buyer]]

/** What the households of a block buy in a week over mean income at their activity; a mean over up to `weeks`. */
function settleGoods(
  c: Named<'activityLevel' | 'spent' | 'activity' | 'meanIncome'> & Writable<'goods'>,
  of: {
    readonly weeks: number
    readonly day: number
    readonly block: number
    /** The household after the last of the block. */
    readonly last: number
  },
): void {
  const { weeks, day, block, last } = of
  let [bought, active] = [0, 0]
  for (let buyer = block * BLOCK; buyer < last; buyer++) {
    bought += c.spent[buyer]
    active += c.activity[c.activityLevel[buyer]]
  }
  const share = bought / (c.meanIncome[0] * active)
  c.goods[block] += (share - c.goods[block]) / Math.min(weeks, day / DAYS_A_WEEK)
}

/** Deposits in weeks of normal income at which a household neither saves nor draws over good and bad years. */
function settledDeposits(
  c: Named<
    'benefit' | 'separation' | 'finding' | 'propensity' | 'wealthPropensity' | 'normalDeposits'
  >,
): number {
  if (c.wealthPropensity[0] === 0) return c.normalDeposits[0]
  const unemployment = settledUnemployment(c.separation[0], c.finding[0])
  const earned = 1 - unemployment * (1 - c.benefit[0])
  return c.normalDeposits[0] + ((1 - c.propensity[0]) * earned) / c.wealthPropensity[0]
}
