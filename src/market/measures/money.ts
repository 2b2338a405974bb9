/** Money of the week: household income, spending and deposits, government revenue, payments abroad, incomes by kind. */
import { receivedBy } from '../policy/flows.ts'
import { blocks, FLOWS, ledger, POOL_KINDS, pools, SECTORS } from '../populations/index.ts'
import { households } from '../tables/index.ts'
import { measuresOf, type Sweep, sumOf, tellBy, viewsOf } from './measure.ts'

const sums: Sweep<ReturnType<typeof emptySums>> = {
  every: 'week',
  over(world, input) {
    const c = viewsOf(world, {
      amount: ledger.amount,
      income: blocks.income,
      spending: blocks.spending,
      deposits: blocks.deposits,
      bill: pools.bill,
      weight: households.weight,
    })
    const poolCount = POOL_KINDS.length
    const regionCount = input.tables.regions.length
    const s = emptySums()
    const byPolicies = receivedBy(world, SECTORS.indexOf('government'))
    const flow = (name: (typeof FLOWS)[number], sector: (typeof SECTORS)[number]) =>
      c.amount[FLOWS.indexOf(name) * SECTORS.length + SECTORS.indexOf(sector)] / 1000
    return {
      sums: s,
      take() {
        s.income = (sumOf(c.income) * c.weight[0]) / 1000
        s.spending = (sumOf(c.spending) * c.weight[0]) / 1000
        s.deposits = (sumOf(c.deposits) * c.weight[0]) / 1000
        s.duties = flow('duties', 'government')
        s.revenue = s.duties + flow('taxes', 'government') + byPolicies() / 1000
        s.abroad = flow('border payments', 'rest of world')
        s.fees = flow('fees', 'platforms')
        s.programmes = -flow('programmes', 'government') || 0
        s.incomes.fill(0)
        for (let pool = 0; pool < regionCount * poolCount; pool++)
          s.incomes[pool % poolCount] += c.bill[pool] / 1000
      },
    }
  },
}

/** All in mRp a week, but deposits in mRp. */
const emptySums = () => ({
  income: 0,
  spending: 0,
  deposits: 0,
  revenue: 0,
  duties: 0,
  abroad: 0,
  fees: 0,
  programmes: 0,
  incomes: new Float64Array(POOL_KINDS.length),
})

export const money = measuresOf(sums, {
  householdIncome: {
    name: 'household income',
    unit: 'mRp/week',
    label: { en: 'Household income', id: 'Pendapatan rumah tangga' },
    more: 'good',
    by: [],
    headline: { place: 9, by: ['all'] },
    effects: ['all'],
    tell: (s, tell) => tell(s.income),
  },
  householdSpending: {
    name: 'household spending',
    unit: 'mRp/week',
    label: { en: 'Household spending', id: 'Belanja rumah tangga' },
    more: 'good',
    by: [],
    tell: (s, tell) => tell(s.spending),
  },
  householdDeposits: {
    name: 'household deposits',
    unit: 'mRp',
    label: { en: 'Household deposits', id: 'Simpanan rumah tangga' },
    more: 'good',
    by: [],
    tell: (s, tell) => tell(s.deposits),
  },
  governmentRevenue: {
    name: 'government revenue',
    unit: 'mRp/week',
    label: { en: 'Government revenue', id: 'Penerimaan negara' },
    more: 'good',
    by: [],
    headline: { place: 11, by: ['all'] },
    effects: ['all'],
    tell: (s, tell) => tell(s.revenue),
  },
  duties: {
    name: 'duties',
    unit: 'mRp/week',
    label: { en: 'Import duties', id: 'Bea masuk' },
    more: 'neither',
    by: [],
    tell: (s, tell) => tell(s.duties),
  },
  paymentsAbroad: {
    name: 'payments abroad',
    unit: 'mRp/week',
    label: { en: 'Payments abroad', id: 'Pembayaran ke luar negeri' },
    more: 'neither',
    by: [],
    effects: ['all'],
    tell: (s, tell) => tell(s.abroad),
  },
  platformFees: {
    name: 'platform fees',
    unit: 'mRp/week',
    label: { en: 'Platform fees', id: 'Biaya platform' },
    more: 'neither',
    by: [],
    effects: ['all'],
    tell: (s, tell) => tell(s.fees),
  },
  income: {
    name: 'income',
    unit: 'mRp/week',
    label: { en: 'Labour and owner income', id: 'Pendapatan pekerja dan pemilik usaha' },
    more: 'good',
    by: ['kind'],
    effects: ['kind'],
    tell: (s, tell) => tellBy(tell, 'kind', POOL_KINDS, s.incomes),
  },
  costOfProgrammes: {
    name: 'cost of programmes',
    unit: 'mRp/week',
    label: { en: 'Cost of programmes', id: 'Biaya program' },
    more: 'neither',
    by: [],
    tell: (s, tell) => tell(s.programmes),
  },
})
