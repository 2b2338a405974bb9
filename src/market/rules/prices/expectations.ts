import { before, rule, share } from '../../../engine/index.ts'
import { FIRM_CLASSES, isMerchant, KINDS, STATE, sellers } from '../../populations/index.ts'

/**
 * Expected demand adapts to what was sold and ordered: D' = D + g (D_week - D), in pieces a week. A
 * producer's and an importer's demand includes what resellers ordered. An entrant, and who starts again, begins with a part of
 * what firms of his kind, class and category expect.
 */
export const expectations = rule({
  name: 'expectations',
  does: 'sellers revise expected demand',
  every: 'week',
  over: sellers,
  whole: true,
  reads: {
    kind: sellers.kind,
    category: sellers.category,
    firmClass: sellers.firmClass,
    state: sellers.state,
    entrant: sellers.entrant,
    reentered: sellers.reentered,
    piecesWeek: before(sellers.piecesWeek),
    wanted: before(sellers.wanted),
  },
  writes: { expected: sellers.expected },
  parameters: {
    speed: share({
      label: 'Weight of the latest week in expected demand',
      default: 0.2,
      source:
        'assumption: adaptive expectations with a half-life of three weeks; 0.05 (a quarter of a year) to 0.5 (a week)',
      grade: 'assumption',
    }),
    entrant: share({
      label: 'Initial demand expectation of an entrant relative to similar firms',
      default: 0.5,
      range: [0, 2],
      source: 'assumption: half of what similar firms sell; 0.2 (starts small) to 1 (as they do)',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to, count }) {
    if (day === 0) return
    const strata = KINDS * FIRM_CLASSES * count.categories
    const sum = new Float64Array(strata)
    const firms = new Float64Array(strata)
    const stratum = (seller: number) =>
      (c.category[seller] * KINDS + c.kind[seller]) * FIRM_CLASSES + c.firmClass[seller]
    for (let seller = from; seller < to; seller++) {
      if (c.entrant[seller]) continue
      const wholesale = isMerchant(c.kind[seller]) ? 0 : c.wanted[seller]
      const newest = c.piecesWeek[seller] + wholesale
      c.expected[seller] += p.speed * (newest - c.expected[seller])
      if (c.state[seller] !== STATE.active) continue
      sum[stratum(seller)] += c.expected[seller]
      firms[stratum(seller)]++
    }
    for (let seller = from; seller < to; seller++) {
      const like = stratum(seller)
      if (!c.entrant[seller] && !c.reentered[seller]) continue
      c.expected[seller] = firms[like] > 0 ? (p.entrant * sum[like]) / firms[like] : 0
    }
  },
})
