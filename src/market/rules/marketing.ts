import { before, log, number, power, rule, share, uniform } from '../../engine/index.ts'
import { STATE, sellers } from '../populations/index.ts'
import { firms, regions } from '../tables/index.ts'

/**
 * Effort in marketing as a choice: posts, pictures, answers, sessions of one's own. With h hours a week the
 * appeal of a seller rises by g ln(1 + h/s), so that a small firm sells (1 + h/s)^g times as much. Who
 * weighs it goes a part of the way each week to the hours that earn him most,
 *   max_h  M (1 + h/s)^g - w h      =>      1 + h/s = ( g M / (s w) )^{1/(1 - g)},   h >= 0,
 * M his margin at retail without effort and w an hour's wage: below M = s w / g nothing is worth it. The
 * hours are time of the owner that he would have had for something else: a cost of the firm (cash.ts), not a job. All
 * others make none. What training taught is added.
 */
export const marketing = rule({
  name: 'marketing',
  does: 'sellers who weigh it put hours of work into marketing',
  every: 'week',
  over: sellers,
  reads: {
    region: sellers.region,
    listed: sellers.listed,
    state: sellers.state,
    fresh: sellers.fresh,
    generation: sellers.generation,
    training: sellers.training,
    takings: before(sellers.takings),
    fees: before(sellers.fees),
    commissions: before(sellers.commissions),
    labelProfit: before(sellers.labelProfit),
    piecesWeek: before(sellers.piecesWeek),
    unitCost: before(sellers.unitCost),
    innovators: firms.innovators,
    wage: firms.wage,
    regionalWage: regions.wage,
  },
  writes: { marketing: sellers.marketing, effort: sellers.effort, margin: sellers.margin },
  parameters: {
    gain: number({
      label: 'Response of own sales to marketing hours (g)',
      unit: 'exponent',
      default: 0.15,
      range: [0, 0.5],
      source: '10 hours a week give the +22 % of sellers who took up live selling (model.md 2.4)',
      grade: 'C',
    }),
    scale: number({
      label: 'Effort scale (s)',
      unit: 'hours/week',
      default: 4,
      range: [0.5, 40],
    }),
    most: number({
      label: 'Maximum hours',
      unit: 'hours/week',
      default: 40,
      range: [0, 168],
    }),
    adjustment: share({ label: 'Weekly adjustment rate', default: 0.2 }),
    memory: share({ label: 'Weight of the latest week in the margin', default: 0.2 }),
  },
  step(c, p, { from, to, still }) {
    for (let seller = from; seller < to; seller++) {
      if (weighs(seller)) choose(seller)
      else {
        c.effort[seller] = 0
        c.margin[seller] = 0
      }
      c.marketing[seller] = c.training[seller]
      if (c.effort[seller] > 0) c.marketing[seller] += p.gain * log(1 + c.effort[seller] / p.scale)
    }

    function weighs(seller: number): boolean {
      if (c.innovators[0] === 0 || c.listed[seller] >= 0) return false
      if (c.state[seller] !== STATE.active || c.fresh[seller]) return false
      return uniform(still, seller, c.generation[seller]) < c.innovators[0]
    }

    function choose(seller: number): void {
      const earned =
        c.takings[seller] -
        c.fees[seller] -
        c.commissions[seller] -
        c.labelProfit[seller] -
        c.unitCost[seller] * c.piecesWeek[seller]
      c.margin[seller] += (c.margin[seller] === 0 ? 1 : p.memory) * (earned - c.margin[seller])
      const without = c.margin[seller] / power(1 + c.effort[seller] / p.scale, p.gain)
      const hour = (c.wage[0] * c.regionalWage[c.region[seller]]) / 40
      const best = Math.min(p.most, bestHours(without, hour, p.gain, p.scale))
      c.effort[seller] += p.adjustment * (best - c.effort[seller])
    }
  },
})

/** The hours that earn most where a margin M grows as (1 + h/s)^g and an hour costs w. */
export function bestHours(margin: number, wage: number, gain: number, scale: number): number {
  const worth = gain * margin
  if (worth <= scale * wage) return 0
  return wage === 0 ? Infinity : scale * (power(worth / (scale * wage), 1 / (1 - gain)) - 1)
}
