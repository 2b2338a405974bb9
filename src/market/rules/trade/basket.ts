import { DAYS_A_MONTH, rule } from '../../../engine/index.ts'
import { days, listings, sellers } from '../../populations/index.ts'

/** The day after which the basket is full: the calibration date, or four weeks after the start where that is later. */
export const basketFullOn = (solveUntil: number): number => Math.max(solveUntil, DAYS_A_MONTH)

/**
 * The basket of the price index: what was sold of each listing, and for how much, in the four weeks before the calibration
 * date (or the first four weeks, where no constants are solved). From then on it stands still, so that worlds that part
 * later have one basket: q_i and q_i p_i of a Laspeyres index sum p_it q_i / sum p_i q_i. A firm that takes a place
 * while the basket is filled begins with nothing in it.
 */
export const basket = rule({
  name: 'basket',
  does: 'before the calibration date, the basket of the price index is filled',
  every: 'day',
  over: sellers,
  reads: {
    toSettle: days.toSettle,
    generation: sellers.generation,
    sold: listings.sold,
    price: listings.price,
  },
  writes: {
    firm: sellers.basketFirm,
    pieces: listings.basketPieces,
    value: listings.basketValue,
  },
  step(c, _, { day, from, to, count }) {
    const full = basketFullOn(c.toSettle[0])
    if (day < full - DAYS_A_MONTH || day >= full) return
    const venueCount = count.venues
    for (let seller = from; seller < to; seller++) {
      const [first, end] = [seller * venueCount, (seller + 1) * venueCount]
      if (day === full - DAYS_A_MONTH || c.firm[seller] !== c.generation[seller]) {
        c.firm[seller] = c.generation[seller]
        c.pieces.fill(0, first, end)
        c.value.fill(0, first, end)
      }
      for (let listing = first; listing < end; listing++) {
        c.pieces[listing] += c.sold[listing]
        c.value[listing] += c.sold[listing] * c.price[listing]
      }
    }
  },
})
