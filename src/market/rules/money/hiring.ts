import { before, type Named, number, rule, share } from '../../../engine/index.ts'
import { KIND, labour, STATE, sellers } from '../../populations/index.ts'
import { categories, firms, regions } from '../../tables/index.ts'
import { targetStock } from './target-stock.ts'

/**
 * Work in firms. Desired labour L* follows planned output or orders; the family works first, the rest is
 * paid:  Lp' = Lp + eta_h (L* - Lf - Lp)^+ - eta_f (Lp - (L* - Lf)^+)^+,  cut to what cash can pay. Paid work
 * stays a fraction of full time, since a row stands for many firms.
 */
export const hiring = rule({
  name: 'hiring',
  does: 'firms use family labour, hire and fire, and pay wages',
  every: 'week',
  over: sellers,
  reads: {
    kind: sellers.kind,
    category: sellers.category,
    region: sellers.region,
    state: sellers.state,
    entrant: sellers.entrant,
    listed: sellers.listed,
    madeToOrder: sellers.madeToOrder,
    family: sellers.family,
    expected: sellers.expected,
    stock: before(sellers.stock),
    backlog: before(sellers.backlog),
    piecesWeek: before(sellers.piecesWeek),
    cash: before(sellers.cash),
    liveHours: sellers.liveHours,
    equipped: sellers.equipped,
    productivity: categories.productivity,
    packing: categories.packing,
    leadTime: firms.leadTime,
    safetyStock: firms.safetyStock,
    fullTime: firms.fullTime,
    wage: firms.wage,
    regionalWage: regions.wage,
    wageIndex: before(labour.wage),
  },
  writes: {
    familyUsed: sellers.familyUsed,
    paid: sellers.paid,
    hired: sellers.hired,
    separated: sellers.separated,
    wages: sellers.wages,
  },
  parameters: {
    hiringSpeed: share({
      label: 'Share of the labour shortfall hired per week (eta_h)',
      default: 0.15,
      source:
        'assumption: half of a shortfall is filled in four weeks; 0.05 (a quarter of a year) to 0.5 (a week)',
      grade: 'assumption',
    }),
    firingSpeed: share({
      label: 'Share of surplus labour laid off per week (eta_f)',
      default: 0.12,
      source:
        'assumption: half of a surplus goes in five weeks, slower than hiring as workers are kin and neighbours; 0.03 (five months) to 0.5 (a week)',
      grade: 'assumption',
    }),
    presence: share({
      label: 'Minimum family labour to keep a stall open',
      default: 0.5,
      source:
        'assumption: one of the family sits at the stall for half of the time even if nobody buys; 0.25 to 1 (all of it)',
      grade: 'assumption',
    }),
    stockSpeed: number({
      label: 'Time to close an inventory gap, in planned labour',
      unit: 'weeks',
      default: 3,
      range: [0.2, 26],
      source: 'assumption: three weeks; 1 (at once, with work that jumps) to 8 (even work)',
      grade: 'assumption',
    }),
    keptInDebt: number({
      label: 'Largest share of its paid work that a firm in debt keeps from week to week',
      unit: 'share',
      default: 0.5,
      range: [0, 1],
      source:
        'assumption: half of the workers go each week that it cannot pay; 0 (all at once) to 1 (none but as work falls)',
      grade: 'assumption',
    }),
    backlogTime: number({
      label: 'Time in which a made-to-order producer wants to complete its orders',
      unit: 'weeks',
      default: 2,
      range: [0.5, 26],
      source: 'assumption: a fortnight, what buyers wait for without leaving; 1 to 6 weeks',
      grade: 'assumption',
    }),
  },
  step(c, p, { from, to }) {
    for (let seller = from; seller < to; seller++) {
      c.hired[seller] = 0
      c.separated[seller] = 0
      c.wages[seller] = 0
      if (c.listed[seller] >= 0) continue
      const before = c.paid[seller]
      if (c.state[seller] !== STATE.active || c.entrant[seller]) {
        c.paid[seller] = 0
        c.familyUsed[seller] = 0
        c.separated[seller] = before
        continue
      }
      const desired = desiredLabour(c, p, seller)
      c.familyUsed[seller] = Math.min(c.family[seller], desired)
      const wanted = Math.max(0, desired - c.family[seller])
      const rate =
        c.wage[0] * c.regionalWage[c.region[seller]] * (c.wageIndex[c.region[seller]] || 1)
      let paid =
        wanted > before
          ? before + p.hiringSpeed * (wanted - before)
          : before - p.firingSpeed * (before - wanted)
      const payable = rate > 0 ? Math.max(0, c.cash[seller]) / rate : Infinity
      if (paid > before) paid = Math.max(before, Math.min(paid, payable))
      else if (c.cash[seller] < 0) paid = Math.min(paid, before * p.keptInDebt)
      c.paid[seller] = paid
      c.hired[seller] = Math.max(0, paid - before)
      c.separated[seller] = Math.max(0, before - paid)
      c.wages[seller] = paid * rate
    }
  },
})

/** Work that a firm would have, FTE: of planned output, or of what it handles, and of its live sessions. */
export function desiredLabour(
  c: Named<
    | 'kind'
    | 'category'
    | 'madeToOrder'
    | 'family'
    | 'expected'
    | 'stock'
    | 'backlog'
    | 'piecesWeek'
    | 'liveHours'
    | 'equipped'
    | 'productivity'
    | 'packing'
    | 'leadTime'
    | 'safetyStock'
    | 'fullTime'
  >,
  p: Readonly<Record<'presence' | 'stockSpeed' | 'backlogTime', number>>,
  seller: number,
): number {
  const category = c.category[seller]
  const live = c.liveHours[seller] / c.fullTime[0]
  if (c.kind[seller] !== KIND.producer) {
    const handling = c.piecesWeek[seller] / c.packing[category] + live
    return c.kind[seller] === KIND.trader
      ? Math.max(p.presence * c.family[seller], handling)
      : handling
  }
  const target = targetStock(c.expected[seller], c.leadTime[0], c.safetyStock[0])
  const output = c.madeToOrder[seller]
    ? c.expected[seller] + c.backlog[seller] / p.backlogTime
    : Math.max(0, c.expected[seller] + (target - c.stock[seller]) / p.stockSpeed)
  return output / (c.productivity[category] * (1 + c.equipped[seller])) + live
}
