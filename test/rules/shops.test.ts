import { describe, expect, it } from 'vitest'
import {
  buyers,
  FIRM_CLASS,
  feeds,
  KIND,
  listings,
  STATE,
  sellers,
  today,
} from '../../src/market/populations/index.ts'
import { reach } from '../../src/market/rules/attention/reach.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { openings } from '../../src/market/rules/firms/openings.ts'
import { sourcing } from '../../src/market/rules/prices/sourcing.ts'
import { categories, households, venues } from '../../src/market/tables/index.ts'
import { bench, rowsWhere, sum, tuned, village } from './bench.ts'

const STREAM = 0
const SHOP = 1
const V = 3

describe('adoption on the first day', () => {
  const desk = bench(tuned(village('size.sellers=3000'), 'adoption', { grown: 0 }))
  desk.step(adoption, 0)
  const open = (seller: number, venue: number) => desk.of(listings.open)[seller * V + venue] === 1
  const inClass = (firmClass: number) =>
    rowsWhere(desk.count.sellers, (seller) => desk.of(sellers.firmClass)[seller] === firmClass)
  const shareOpen = (rows: readonly number[], venue: number) =>
    rows.filter((seller) => open(seller, venue)).length / rows.length

  it('opens a marketplace for every marketplace seller', () => {
    const rows = inClass(FIRM_CLASS.marketplace)
    expect(rows.length).toBeGreaterThan(500)
    expect(rows.every((seller) => open(seller, STREAM) || open(seller, SHOP))).toBe(true)
  })

  it('opens no marketplace for the others', () => {
    for (const firmClass of [FIRM_CLASS.chat, FIRM_CLASS.offline])
      for (const seller of inClass(firmClass))
        expect(open(seller, STREAM) || open(seller, SHOP)).toBe(false)
  })

  it('opens a stall for every offline seller', () => {
    // Nine in ten draw it, the others have nothing else to start with.
    expect(shareOpen(inClass(FIRM_CLASS.offline), 2)).toBe(1)
  })

  it('opens venues by the shares of the class', () => {
    const rows = inClass(FIRM_CLASS.marketplace)
    // Who draws neither platform gets the likelier one: 0.7 + 0.4 x 0.3.
    expect(shareOpen(rows, STREAM)).toBeCloseTo(0.6, 1)
    expect(shareOpen(rows, SHOP)).toBeCloseTo(0.82, 1)
    expect(shareOpen(rows, 2)).toBeCloseTo(0.2, 1)
  })
})

describe('shops that had been opened by the first day', () => {
  const grown = 0.3
  const desk = bench(
    tuned(
      village(
        'size.sellers=3000',
        'venues.shop.opening-online=-9',
        `venues.shop.opening-offline=${-9 + Math.log(0.25)}`,
      ),
      'adoption',
      { grown },
    ),
  )
  desk.step(adoption, 0)
  const inClass = (firmClass: number) =>
    rowsWhere(desk.count.sellers, (seller) => desk.of(sellers.firmClass)[seller] === firmClass)
  const withShop = (firmClass: number) => {
    const rows = inClass(firmClass)
    return rows.filter((row) => desk.of(listings.open)[row * V + SHOP] === 1).length / rows.length
  }

  it('are as frequent as the class that is there most, and rarer for who opens less', () => {
    // 0.7 of marketplace sellers start at the shop; who is offline opens at a quarter of the odds.
    expect(Math.abs(withShop(FIRM_CLASS.chat) - 0.7 * grown)).toBeLessThan(0.05)
    expect(Math.abs(withShop(FIRM_CLASS.offline) - 0.7 * grown * 0.25)).toBeLessThan(0.03)
  })

  it('are known by what was expected of them', () => {
    const expected = rowsWhere(desk.count.sellers, () => true).reduce((total, seller) => {
      const firmClass = desk.of(sellers.firmClass)[seller]
      const chance = 0.7 * grown * (firmClass === FIRM_CLASS.offline ? 0.25 : 1)
      return firmClass === FIRM_CLASS.marketplace
        ? total
        : total + chance * desk.of(sellers.weight)[seller]
    }, 0)
    // Marketplace sellers without a shop there add to it.
    const marketplace = inClass(FIRM_CLASS.marketplace)
    const weights = sum(marketplace.map((seller) => desk.of(sellers.weight)[seller]))
    const all = sum(desk.of(feeds.grown).subarray(SHOP * 2, SHOP * 2 + 2))
    expect(all).toBeGreaterThan(expected)
    expect(all - expected).toBeLessThan(0.3 * 0.7 * grown * weights)
  })

  it('are not given to entrants', () => {
    desk.of(sellers.entrant).fill(1)
    desk.step(adoption, 7)
    expect(withShop(FIRM_CLASS.chat)).toBe(0)
  })
})

describe('openings', () => {
  const LOST = 40
  /** Weeks in which so many of 6,000 firms enter and open shops at so many times their solved odds. */
  function solved(weeks: number, base: number, closed = 0): ReturnType<typeof bench> {
    const desk = bench(village())
    desk.of(sellers.weight).fill(100)
    desk.of(sellers.entrant).fill(0)
    // Two of sixty rows enter: of the shops opened since the start a thirtieth is lost.
    desk.of(sellers.entrant).fill(1, 10, 12)
    desk.of(feeds.grown).fill(15 * LOST)
    desk.of(feeds.closed).fill(closed / 2)
    desk.of(today.solving).fill(1)
    for (let week = 1; week <= weeks; week++) {
      desk.of(feeds.opening).fill((base / 2) * Math.exp(desk.of(feeds.openingShift)[SHOP]))
      desk.step(openings, 7 * week)
    }
    return desk
  }

  it('are solved so that they make good what firms that leave take with them', () => {
    for (const base of [4, 40, 400])
      expect(solved(200, base).of(feeds.openingShift)[SHOP]).toBeCloseTo(Math.log(LOST / base), 6)
  })

  it('make good closings too', () => {
    expect(solved(200, 40, 60).of(feeds.openingShift)[SHOP]).toBeCloseTo(Math.log(100 / 40), 6)
  })

  it('never overshoot on the way, and stand still after the calibration date', () => {
    const shifts = Array.from(
      { length: 80 },
      (_, weeks) => solved(weeks, 4).of(feeds.openingShift)[SHOP],
    )
    for (let week = 1; week < 80; week++) {
      expect(shifts[week]).toBeGreaterThanOrEqual(shifts[week - 1])
      expect(shifts[week]).toBeLessThanOrEqual(Math.log(10) + 1e-9)
    }
    const desk = solved(5, 4)
    desk.of(today.solving).fill(0)
    const then = desk.of(feeds.openingShift)[SHOP]
    desk.step(openings, 70)
    expect(desk.of(feeds.openingShift)[SHOP]).toBe(then)
  })

  it('stay as they are where nothing is lost', () => {
    const desk = bench(village())
    desk.of(today.solving).fill(1)
    desk.of(feeds.opening).fill(10)
    for (let week = 1; week <= 20; week++) desk.step(openings, 7 * week)
    expect([...desk.of(feeds.openingShift)].every((shift) => shift === 0)).toBe(true)
  })
})

describe('adoption later', () => {
  const reviewing = { reviews: 1e9, closing: 1, memory: 1 }

  it('takes the median of the gains of those who are open', () => {
    for (const gains of [[1, 2, 900], [1, 3, 5, 900], [7], []]) {
      const desk = bench(tuned(village(), 'adoption', { ...reviewing, reviews: 0 }))
      desk.of(listings.open).fill(0)
      desk.of(listings.price).fill(10)
      desk.of(venues.commission).fill(0)
      desk.of(venues.upkeep).fill(0)
      desk.of(sellers.unitCost).fill(9)
      desk.of(sellers.state).fill(STATE.active)
      desk.of(sellers.weight).fill(1)
      const rows = rowsWhere(desk.count.sellers, (row) => desk.of(sellers.category)[row] === 0)
      gains.forEach((gain, nth) => {
        desk.of(listings.open)[rows[nth] * V + SHOP] = 1
        desk.of(listings.soldWeek)[rows[nth] * V + SHOP] = gain
      })
      desk.step(adoption, 7)
      const sorted = [...gains].sort((one, other) => one - other)
      const middle = sorted.length / 2
      const median =
        sorted.length === 0 ? 0 : (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
      expect(desk.of(feeds.medianProfit)[SHOP * 2], `of ${gains}`).toBe(median)
    }
  })

  it('counts what a sale leaves after commission and flat fee', () => {
    const desk = bench(tuned(village(), 'adoption', { ...reviewing, reviews: 0 }))
    desk.of(listings.open).fill(0)
    desk.of(listings.price).fill(100)
    desk.of(venues.commission).fill(0.1)
    desk.of(venues.flatFee).fill(2)
    desk.of(venues.upkeep).fill(5)
    desk.of(sellers.unitCost).fill(60)
    desk.of(sellers.weight).fill(1)
    desk.of(households.orders).fill(1)
    desk.of(listings.open)[SHOP] = 1
    desk.of(listings.soldWeek)[SHOP] = 3
    desk.step(adoption, 7)
    expect(desk.of(listings.profit)[SHOP]).toBeCloseTo(3 * (90 - 2 - 60) - 5, 9)
  })

  it('opens nothing new where a venue is announced to close', () => {
    const desk = bench(
      tuned(
        village('venues.shop.opening-online=5', 'venues.shop.opening-offline=5'),
        'adoption',
        reviewing,
      ),
    )
    desk.of(venues.closing)[SHOP] = 1
    desk.step(adoption, 7)
    expect(
      rowsWhere(desk.count.sellers, (row) => desk.of(listings.open)[row * V + SHOP] === 1),
    ).toEqual([])
    desk.of(venues.closing)[SHOP] = 0
    desk.step(adoption, 14)
    const opened = rowsWhere(
      desk.count.sellers,
      (row) => desk.of(listings.open)[row * V + SHOP] === 1,
    )
    expect(opened.length).toBeGreaterThan(desk.count.sellers * 0.9)
  })

  it('closes a shop without gain at the fourth review in a row', () => {
    const desk = bench(tuned(village(), 'adoption', reviewing))
    desk.step(adoption, 0)
    const start = sum(desk.of(listings.open))
    desk.of(venues.upkeep).fill(100)
    for (let week = 1; week <= 3; week++) {
      desk.step(adoption, 7 * week)
      expect(sum(desk.of(listings.open))).toBeGreaterThanOrEqual(start)
    }
    desk.step(adoption, 28)
    expect(sum(desk.of(listings.open))).toBeLessThan(start / 10)
  })
})

describe('sourcing', () => {
  const eager = { reviews: 1 }
  const merchants = (desk: ReturnType<typeof bench>) =>
    rowsWhere(desk.count.sellers, (row) =>
      [KIND.reseller, KIND.trader].includes(desk.of(sellers.kind)[row] as never),
    )

  it('does not offer imports where there is no importer', () => {
    const desk = bench(tuned(village(), 'sourcing', eager))
    for (let seller = 0; seller < desk.count.sellers; seller++)
      if (desk.of(sellers.kind)[seller] === KIND.importer)
        desk.of(sellers.state)[seller] = STATE.exited
    desk.of(categories.importDiscount).fill(50)
    desk.step(sourcing, 7)
    for (const seller of merchants(desk)) {
      expect(desk.of(sellers.importSupplier)[seller]).toBe(-1)
      expect(desk.of(sellers.source)[seller]).toBe(0)
    }
  })

  it('does not offer local goods where there is no producer', () => {
    const desk = bench(tuned(village(), 'sourcing', eager))
    for (let seller = 0; seller < desk.count.sellers; seller++)
      if (desk.of(sellers.kind)[seller] === KIND.producer)
        desk.of(sellers.state)[seller] = STATE.idle
    desk.of(categories.importDiscount).fill(-50)
    desk.step(sourcing, 7)
    for (const seller of merchants(desk)) {
      expect(desk.of(sellers.supplier)[seller]).toBe(-1)
      expect(desk.of(sellers.source)[seller]).toBe(1)
    }
  })

  it('goes to whom is far better', () => {
    const desk = bench(tuned(village(), 'sourcing', eager))
    desk.of(categories.importDiscount).fill(50)
    desk.step(sourcing, 7)
    expect(merchants(desk).every((seller) => desk.of(sellers.source)[seller] === 1)).toBe(true)
  })

  it('is solved so that the mix stays where it is, from the first week on', () => {
    const set = ['size.sellers=2000', 'categories.cloth.reseller-imports=0.3']
    const desk = bench(tuned(village(...set), 'sourcing', { loyalty: 1 }))
    desk.of(categories.importDiscount).fill(2)
    desk.of(categories.localPreference).fill(0.3)
    desk.of(today.solving).fill(1)
    const resellers = merchants(desk).filter(
      (row) => desk.of(sellers.kind)[row] === KIND.reseller && desk.of(sellers.category)[row] === 0,
    )
    const importing = () =>
      resellers.filter((row) => desk.of(sellers.source)[row] === 1).length / resellers.length
    resellers.forEach((row, nth) => {
      desk.of(sellers.source)[row] = nth % 10 < 3 ? 1 : 0
    })
    desk.step(sourcing, 0)
    const mixes = Array.from({ length: 60 }, (_, week) => {
      if (week === 30) desk.of(today.solving).fill(0)
      desk.step(sourcing, 7 * (week + 1))
      return importing()
    })
    const spread = Math.sqrt((0.3 * 0.7) / resellers.length)
    for (const mix of mixes) expect(Math.abs(mix - 0.3)).toBeLessThan(5 * spread)
    const mean = sum(mixes) / mixes.length
    expect(Math.abs(mean - 0.3)).toBeLessThan(3 * spread)
  })

  it('links merchants to active firms of their category that make for stock', () => {
    const desk = bench(village())
    desk.step(sourcing, 0)
    for (const seller of merchants(desk)) {
      const supplier = desk.of(sellers.supplier)[seller]
      expect(desk.of(sellers.kind)[supplier]).toBe(KIND.producer)
      expect(desk.of(sellers.madeToOrder)[supplier]).toBe(0)
      expect(desk.of(sellers.state)[supplier]).toBe(STATE.active)
      expect(desk.of(sellers.category)[supplier]).toBe(desk.of(sellers.category)[seller])
    }
  })
})

describe('reach', () => {
  const desk = bench(village('size.buyers=8000', 'households.online-shoppers=0.5'))
  const accounts = (reached: number) => {
    desk.of(venues.reach).fill(reached)
    desk.step(reach, 0)
    return [...desk.of(buyers.accounts)]
  }
  const has = (account: number, venue: number) => ((account >>> venue) & 1) === 1
  const growing = [0, 0.1, 0.3, 0.31, 0.9, 1].map(accounts)

  it('only adds accounts as it grows', () => {
    for (let step = 1; step < growing.length; step++)
      growing[step].forEach((now, buyer) => {
        const before = growing[step - 1][buyer]
        expect(now & before).toBe(before)
      })
  })

  it('leaves them as they are when it goes back', () => {
    expect(accounts(0.3)).toEqual(growing[2])
  })

  it('gives accounts to online shoppers by its share', () => {
    const shoppers = rowsWhere(8000, (buyer) => desk.of(buyers.shopper)[buyer] === 1)
    expect(shoppers.length / 8000).toBeCloseTo(desk.of(households.onlineShoppers)[0], 1)
    const share = (step: number) =>
      shoppers.filter((buyer) => has(growing[step][buyer], SHOP)).length / shoppers.length
    expect(share(0)).toBe(0)
    expect(share(2)).toBeCloseTo(0.27, 1)
    expect(share(5)).toBeCloseTo(0.9, 1)
  })

  it('gives none to others, and stalls to all', () => {
    growing[5].forEach((account, buyer) => {
      if (desk.of(buyers.shopper)[buyer] === 0) expect(has(account, SHOP)).toBe(false)
      expect(has(account, 2)).toBe(true)
    })
  })
})
