import { before, drawn, log, number, power, rule, share, still } from '../../../engine/index.ts'
import { STATE, sellers } from '../../populations/index.ts'
import { firms, regions } from '../../tables/index.ts'

/**
 * Effort in marketing as a choice: posts, pictures, answers, sessions of one's own. With h hours a week the
 * appeal of a seller rises by zeta ln(1 + h/scale), so that a small firm sells (1 + h/scale)^zeta times as much. Who
 * weighs it goes a part of the way each week to the hours that earn him most,
 *   max_h  M (1 + h/scale)^zeta - w h      =>      1 + h/scale = ( zeta M / (scale w) )^{1/(1 - zeta)},   h >= 0,
 * M his margin at retail without effort and w an hour's wage: below M = scale w / zeta nothing is worth it. The
 * hours are time of the owner that he would have had for something else: a cost of the firm (cash.ts), not a job. All
 * others make none. What training taught is added.
 */
export const marketing = rule({
  name: 'marketing',
  does: 'sellers who consider it spend working hours on marketing',
  every: 'week',
  over: sellers,
  reads: {
    region: sellers.region,
    listed: sellers.listed,
    state: sellers.state,
    entrant: sellers.entrant,
    generation: sellers.generation,
    training: sellers.training,
    revenue: before(sellers.revenue),
    fees: before(sellers.fees),
    commissions: before(sellers.commissions),
    labelProfit: before(sellers.labelProfit),
    piecesWeek: before(sellers.piecesWeek),
    unitCost: before(sellers.unitCost),
    innovators: firms.innovators,
    fullTime: firms.fullTime,
    wage: firms.wage,
    regionalWage: regions.wage,
  },
  writes: { marketing: sellers.marketing, effort: sellers.effort, margin: sellers.margin },
  parameters: {
    gain: number({
      label: 'Response of own sales to marketing hours (zeta)',
      unit: 'exponent',
      default: 0.15,
      range: [0, 0.5],
      source:
        'assumption: ten hours a week raise sales by a fifth ((1 + 10/4)^0.15); 0 (nothing) to 0.5 (87 %), below the 107 % of sellers who took up live selling in China (F170), an upper bound',
      grade: 'assumption',
    }),
    scale: number({
      label: 'Effort scale',
      unit: 'hours/week',
      default: 4,
      range: [0.5, 40],
      source:
        'assumption: half a working day a week before returns fall; 1 (an hour) to 16 (two days)',
      grade: 'assumption',
    }),
    most: number({
      label: 'Maximum hours',
      unit: 'hours/week',
      default: 40,
      range: [0, 168],
      source: 'assumption: a full working week; 10 (evenings alone) to 80 (owner and kin)',
      grade: 'assumption',
    }),
    adjustment: share({
      label: 'Weekly adjustment rate',
      default: 0.2,
      source:
        'assumption: a fifth of the way in a week, most of it in two months; 0.05 (a year) to 1 (at once)',
      grade: 'assumption',
    }),
    memory: share({
      label: 'Weight of the latest week in the margin',
      default: 0.2,
      source:
        'assumption: what a post earns a firm judges by the margins of about three weeks (a half-life), as one week is chance; 0.05 (a quarter of a year) to 0.5 (a week)',
      grade: 'assumption',
    }),
  },
  draws: { innovates: still('Weighs marketing, by each that holds the place', 'endless') },
  step(c, p, { from, to, draws }) {
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
      if (c.state[seller] !== STATE.active || c.entrant[seller]) return false
      return drawn(draws.innovates, seller, c.generation[seller]) < c.innovators[0]
    }

    function choose(seller: number): void {
      const earned =
        c.revenue[seller] -
        c.fees[seller] -
        c.commissions[seller] -
        c.labelProfit[seller] -
        c.unitCost[seller] * c.piecesWeek[seller]
      c.margin[seller] += (c.margin[seller] === 0 ? 1 : p.memory) * (earned - c.margin[seller])
      const without = c.margin[seller] / power(1 + c.effort[seller] / p.scale, p.gain)
      const hour = (c.wage[0] * c.regionalWage[c.region[seller]]) / c.fullTime[0]
      const best = Math.min(p.most, bestHours(without, hour, p.gain, p.scale))
      c.effort[seller] += p.adjustment * (best - c.effort[seller])
    }
  },
})

/** The hours that earn most where a margin M grows as (1 + h/scale)^zeta and an hour costs w. */
export function bestHours(margin: number, wage: number, gain: number, scale: number): number {
  const worth = gain * margin
  if (worth <= scale * wage) return 0
  return wage === 0 ? Infinity : scale * (power(worth / (scale * wage), 1 / (1 - gain)) - 1)
}
