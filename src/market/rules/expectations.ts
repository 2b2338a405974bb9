import { before, rule, share } from '../../engine/index.ts'
import { KIND, sellers } from '../populations/index.ts'

/**
 * Expected demand adapts to what was sold and ordered: D' = D + g (D_week - D), in pieces a week. An
 * importer's and a producer's demand includes what resellers ordered.
 */
export const expectations = rule({
  name: 'expectations',
  does: 'sellers revise expected demand',
  every: 'week',
  over: sellers,
  reads: {
    kind: sellers.kind,
    piecesWeek: before(sellers.piecesWeek),
    wanted: before(sellers.wanted),
  },
  writes: { expected: sellers.expected },
  parameters: {
    speed: share({ label: 'Weight of the newest week', default: 0.2, source: 'model.md 2.8', grade: 'assumption' }),
  },
  step(c, { speed }, { day, from, to }) {
    if (day === 0) return
    for (let seller = from; seller < to; seller++) {
      const wholesale =
        c.kind[seller] === KIND.producer || c.kind[seller] === KIND.importer ? c.wanted[seller] : 0
      const newest = c.piecesWeek[seller] + wholesale
      c.expected[seller] += speed * (newest - c.expected[seller])
    }
  },
})
