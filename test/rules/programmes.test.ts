import { describe, expect, it } from 'vitest'
import { KIND, listings, lists, STATE, sellers } from '../../src/market/populations/index.ts'
import { feed } from '../../src/market/rules/feeds/feed.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { presence, programmes as rule } from '../../src/market/rules/firms/programmes.ts'
import { costs } from '../../src/market/rules/prices/costs.ts'
import { production } from '../../src/market/rules/trade/production.ts'
import { categories, firms, programmes, regions, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, clustered, rowsWhere, sum, tuned, village } from './bench.ts'

const [COURSE, DOORS] = [0, 1]
const P = 2
const V = 3
const SHOP = 1

/** Six hundred firms, one behind each row; nothing caps what they gain, unless a test says so. */
function office(slots: number, programme = COURSE, most = 1e3): Bench {
  const desk = bench(tuned(village('size.sellers=600'), 'programmes', { most }))
  desk.of(sellers.weight).fill(1)
  desk.of(programmes.slots)[programme] = slots
  return desk
}
const taken = (desk: Bench, programme = COURSE) =>
  rowsWhere(desk.count.sellers, (row) => desk.of(sellers.joined)[row * P + programme] === 1)

describe('a programme', () => {
  it('without places leaves everybody as he is', () => {
    const desk = office(0)
    for (let week = 1; week < 10; week++) desk.step(rule, 7 * week)
    for (const name of ['joined', 'trained', 'training', 'licence', 'equipped', 'enrolled'])
      expect(sum(desk.of(sellers.columns[name])), name).toBe(0)
    expect(sum(desk.of(programmes.spent))).toBe(0)
  })

  it('takes as many firms as it has places, week by week', () => {
    const desk = office(7)
    for (let week = 1; week <= 20; week++) {
      desk.step(rule, 7 * week)
      expect(taken(desk)).toHaveLength(7 * week)
      expect(desk.of(programmes.spent)[COURSE]).toBe(700)
    }
  })

  it.each([0.4, 3, 11])('takes no more or less where a row stands for %d firms', (weight) => {
    const desk = office(2)
    desk.of(sellers.weight).fill(weight)
    for (let week = 1; week <= 100; week++) {
      desk.step(rule, 7 * week)
      const firms = Math.min(2 * week, 600 * weight)
      expect(Math.abs(taken(desk).length * weight - firms)).toBeLessThanOrEqual(weight + 1e-9)
    }
  })

  it('costs as much for each firm, whatever a row stands for', () => {
    const desk = office(30)
    desk.of(sellers.weight).fill(3)
    desk.step(rule, 7)
    expect(taken(desk)).toHaveLength(10)
    expect(desk.of(programmes.spent)[COURSE]).toBe(3000)
  })

  it('takes by chance where nobody goes first: of both halves of the rows as many', () => {
    const desk = office(200)
    desk.step(rule, 7)
    const early = taken(desk).filter((row) => row < 300).length
    // Drawn without replacement: a variance of 200 / 4 x 400 / 599.
    expect(Math.abs(early - 100)).toBeLessThan(4 * Math.sqrt((50 * 400) / 599))
  })

  it('is open to the clusters that it names, or to all but them', () => {
    const joined = (elsewhere: number, square: number) => {
      const desk = bench(tuned(clustered('size.sellers=600'), 'programmes', { most: 1e3 }))
      desk.of(sellers.weight).fill(1)
      desk.of(programmes.slots)[COURSE] = 1000
      desk.of(programmes.elsewhere)[COURSE] = elsewhere
      desk.of(programmes.clusters)[COURSE] = square
      desk.step(rule, 7)
      const inside = (row: number) => desk.of(sellers.cluster)[row] === 1
      const all = rowsWhere(600, inside).length
      const of = taken(desk).filter(inside).length
      return [of / all, (taken(desk).length - of) / (600 - all)]
    }
    expect(joined(0, 1)).toEqual([1, 0])
    expect(joined(1, 0)).toEqual([0, 1])
    expect(joined(1, 1)).toEqual([1, 1])
  })

  it('takes as many on average from the first week on, where a row is more than its places', () => {
    const rows = Array.from({ length: 80 }, (_, seed) => {
      const desk = bench(village(), `seed ${seed}`)
      desk.of(sellers.weight).fill(10)
      desk.of(programmes.slots)[COURSE] = 4
      desk.step(rule, 7)
      return taken(desk).length
    })
    expect(Math.max(...rows)).toBe(1)
    // Four of ten, within three standard deviations of a share of eighty.
    expect(Math.abs(sum(rows) / 80 - 0.4)).toBeLessThan(3 * Math.sqrt(0.24 / 80))
  })

  it('loses the places for which nobody waits', () => {
    const desk = office(1000)
    desk.step(rule, 7)
    expect(taken(desk)).toHaveLength(600)
    desk.of(sellers.joined).fill(0)
    desk.of(programmes.slots)[COURSE] = 1
    desk.step(rule, 14)
    expect(taken(desk)).toHaveLength(1)
  })

  it('takes the share that accepts, and changes the share that finishes', () => {
    const desk = office(1000)
    desk.of(programmes.takeUp)[COURSE] = 0.6
    desk.of(programmes.completion)[COURSE] = 0.3
    for (let week = 1; week < 5; week++) desk.step(rule, 7 * week)
    expect(taken(desk).length / 600).toBeCloseTo(0.6, 1)
    const changed = rowsWhere(600, (row) => desk.of(sellers.licence)[row] > 0)
    expect(changed.length / taken(desk).length).toBeCloseTo(0.3, 1)
  })

  it.each([
    [-1, 'smallest'],
    [1, 'largest'],
  ])('at priority %d takes the %s first', (priority) => {
    const desk = office(60)
    desk.of(sellers.turnover).forEach((_, row) => {
      desk.of(sellers.turnover)[row] = (row * 7919) % 600
    })
    desk.of(programmes.priority)[COURSE] = priority
    desk.step(rule, 7)
    const turnovers = taken(desk).map((row) => desk.of(sellers.turnover)[row])
    expect(turnovers.every((one) => (priority < 0 ? one < 60 : one >= 540))).toBe(true)
  })

  it('is open to the regions and kinds that it names, and to firms at work', () => {
    const desk = office(1000)
    desk.of(programmes.regions)[COURSE * 2 + 1] = 0
    desk.of(programmes.kinds)[COURSE * 4 + KIND.importer] = 0
    desk.of(sellers.state)[0] = STATE.idle
    desk.step(rule, 7)
    const wanted = rowsWhere(
      600,
      (row) =>
        row > 0 &&
        desk.of(sellers.region)[row] === 0 &&
        desk.of(sellers.kind)[row] !== KIND.importer,
    )
    expect(taken(desk)).toEqual(wanted)
  })

  it('ends with the firm: who takes over its place begins without', () => {
    const desk = office(600)
    desk.step(rule, 7)
    desk.of(programmes.slots)[COURSE] = 0
    desk.of(sellers.entrant)[5] = 1
    desk.step(rule, 14)
    for (const name of ['joined', 'trained', 'training', 'licence', 'equipped'])
      expect(desk.of(sellers.columns[name])[name === 'joined' ? 5 * P : 5], name).toBe(0)
    expect(desk.of(sellers.trained)[6]).toBeGreaterThan(0)
  })

  it('is for who comes after a firm to accept or not: half of those accept who do not where one did', () => {
    const desk = office(1000)
    desk.of(programmes.takeUp)[COURSE] = 0.5
    desk.step(rule, 7)
    const first = new Set(taken(desk))
    desk.of(sellers.generation).fill(1)
    desk.of(sellers.joined).fill(0)
    desk.step(rule, 14)
    const both = taken(desk).filter((row) => first.has(row)).length
    expect(Math.abs(both / first.size - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / first.size))
  })

  it('wears off by a tenth in a year', () => {
    const desk = office(600)
    desk.step(rule, 7)
    const learnt = () => [desk.of(sellers.training)[0], desk.of(sellers.trained)[0]]
    const start = learnt()
    for (const one of start) expect(one).toBeCloseTo(0.1, 6)
    for (let week = 2; week <= 53; week++) desk.step(rule, 7 * week)
    learnt().forEach((left, nth) => {
      expect(left / start[nth]).toBeCloseTo(0.9 ** (52 / 52.18), 5)
    })
  })
})

describe('what programmes do to sales', () => {
  const MOST = 0.047
  /** Cloth: elasticity 2, half of the cost of a piece is labour, popularity feeds back by a half. */
  function capped(): Bench {
    const desk = office(600, COURSE, MOST)
    desk.of(categories.priceElasticity).fill(2)
    desk.of(categories.productivity).fill(20)
    desk.of(categories.materialCost).fill(24)
    desk.of(firms.wage)[0] = 480
    desk.of(regions.wage).fill(1)
    desk.of(venues.rankPopularity).fill(0.3)
    desk.of(categories.popularityTaste).fill(0.2)
    return desk
  }
  const gain = (desk: Bench, row: number) =>
    (desk.of(sellers.training)[row] + desk.of(sellers.licence)[row]) / (1 - 0.5 / 2) +
    2 * 0.5 * Math.log(1 + desk.of(sellers.equipped)[row])

  it('is what they give, where that is less than the most', () => {
    const desk = capped()
    desk.of(programmes.marketing)[COURSE] = 0.01
    desk.of(programmes.licence)[COURSE] = 0.005
    desk.of(programmes.equipment)[COURSE] = 0.02
    desk.step(rule, 7)
    expect(gain(desk, 3)).toBeCloseTo(0.015 / 0.75 + Math.log(1.02), 6)
  })

  it('is 4.7 % at most, of each gain a part', () => {
    const desk = capped()
    desk.step(rule, 7)
    // Appeal 0.1, licence 0.5 and a tenth more output would be e^0.895.
    const part = Math.log(1.047) / (0.6 / 0.75 + Math.log(1.1))
    expect(desk.of(sellers.training)[3]).toBeCloseTo(0.1 * part, 6)
    expect(desk.of(sellers.licence)[3]).toBeCloseTo(0.5 * part, 6)
    expect(desk.of(sellers.equipped)[3]).toBeCloseTo(1.1 ** part - 1, 6)
    expect(gain(desk, 3)).toBeLessThan(1.001 * Math.log(1.047))
    expect(gain(desk, 3)).toBeGreaterThan(0.99 * Math.log(1.047))
  })

  it('teaches nobody more than all there is to know', () => {
    const desk = office(600)
    desk.of(programmes.slots)[DOORS] = 600
    desk.of(programmes.skill).fill(0.7)
    desk.step(rule, 7)
    for (const row of [3, 100, 599]) expect(desk.of(sellers.trained)[row]).toBe(1)
  })

  it('is one licence: a second programme gives what it exceeds that of the first by', () => {
    const desk = office(600)
    desk.of(programmes.slots)[DOORS] = 600
    desk.of(programmes.licence)[DOORS] = 0.8
    desk.step(rule, 7)
    expect(taken(desk, DOORS).length).toBe(600)
    for (const row of [3, 100, 599]) expect(desk.of(sellers.licence)[row]).toBeCloseTo(0.8, 6)
  })

  it('is more where a wage makes labour a larger part of the cost', () => {
    const desk = capped()
    desk.of(programmes.marketing)[COURSE] = 0
    desk.of(programmes.licence)[COURSE] = 0
    desk.of(regions.wage).set([1, 3])
    desk.step(rule, 7)
    // Labour costs 24 a piece here and 72 there, material 24: a tenth more output sells 1.1^(2 / 2) here and 1.1^(2 x 3/4) there.
    for (let row = 0; row < 600; row++) {
      const there = desk.of(sellers.region)[row] === 1
      const part = Math.log(1.047) / ((there ? 1.5 : 1) * Math.log(1.1))
      expect(desk.of(sellers.equipped)[row]).toBeCloseTo(1.1 ** part - 1, 6)
    }
  })

  it('is not added up beyond the most by a second programme', () => {
    const desk = capped()
    desk.of(programmes.slots)[DOORS] = 600
    desk.of(programmes.marketing)[DOORS] = 0.1
    desk.step(rule, 7)
    desk.step(rule, 14)
    expect(taken(desk, DOORS).length).toBeGreaterThan(500)
    for (const row of [3, 100, 599]) expect(gain(desk, row)).toBeLessThan(1.001 * Math.log(1.047))
  })
})

describe('a shop that a programme opens', () => {
  const STALLS = 2
  /** Every firm sells for 100 a week on the street, and every tenth, which had a shop before, for 300 there. */
  function street(most: number): Bench {
    const desk = office(600, DOORS, most)
    desk.of(venues.rankPopularity).fill(0.3)
    desk.of(categories.popularityTaste).fill(0.2)
    for (let row = 0; row < 600; row++) {
      desk.of(listings.open)[row * V + STALLS] = 1
      desk.of(listings.usual)[row * V + STALLS] = 100
      if (row % 10 > 0) continue
      desk.of(listings.open)[row * V + SHOP] = 1
      desk.of(listings.usual)[row * V + SHOP] = 300
    }
    return desk
  }
  const absent = (desk: Bench, row: number) => desk.of(listings.absent)[row * V + SHOP]

  it('may add 4.7 % to what its firm sells: so much of it is kept going', () => {
    const desk = street(0.047)
    desk.step(rule, 7)
    expect(desk.of(sellers.enrolled)[3]).toBe(SHOP + 1)
    // It would sell three times as much as its firm.
    const x = 0.047 / 3
    expect(absent(desk, 3)).toBeCloseTo(1 - x * (2 / (1 + x)) ** 0.5, 6)
    expect(desk.of(sellers.outlets)[3]).toBeCloseTo(Math.log(1.047), 6)
    // Who had a shop got none.
    expect(absent(desk, 10)).toBe(0)
  })

  it('is reckoned by shops that firms opened themselves: those that programmes keep going in part are none', () => {
    const desk = street(0.047)
    for (let row = 1; row < 600; row += 10) {
      desk.of(listings.open)[row * V + SHOP] = 1
      desk.of(listings.usual)[row * V + SHOP] = 30
      desk.of(listings.absent)[row * V + SHOP] = 0.9
    }
    desk.step(rule, 7)
    // Three times what a firm sells on the street, as without them; with them it would be 1.65 times.
    const x = 0.047 / 3
    expect(absent(desk, 3)).toBeCloseTo(1 - x * (2 / (1 + x)) ** 0.5, 6)
  })

  it('is reckoned by the firms for which rows stand', () => {
    const desk = street(0.047)
    for (let row = 0; row < 600; row += 10) {
      desk.of(sellers.weight)[row] = row % 20 === 0 ? 3 : 1
      desk.of(listings.usual)[row * V + SHOP] = row % 20 === 0 ? 200 : 600
    }
    desk.step(rule, 7)
    // Three firms sell 200 and one 600: 300 a firm, three times what one sells on the street.
    const x = 0.047 / 3
    expect(absent(desk, 3)).toBeCloseTo(1 - x * (2 / (1 + x)) ** 0.5, 6)
  })

  it('is at a venue by the shares of the programme', () => {
    const desk = office(600, DOORS)
    desk.of(venues.reach).fill(1)
    desk.of(programmes.shops)[DOORS * V + SHOP] = 0.25
    desk.of(programmes.shops)[DOORS * V + STALLS] = 0.75
    desk.step(rule, 7)
    const [shop, stalls] = [SHOP, STALLS].map(
      (venue) => rowsWhere(600, (row) => desk.of(sellers.enrolled)[row] === venue + 1).length,
    )
    expect(shop + stalls).toBe(600)
    expect(Math.abs(shop / 600 - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / 600))
  })

  it('is whole where nothing caps it, or where nobody sells there yet', () => {
    const free = street(1e3)
    free.step(rule, 7)
    const first = street(0.047)
    first.of(listings.usual).fill(0)
    first.step(rule, 7)
    for (const desk of [free, first]) {
      expect(desk.of(sellers.enrolled)[3]).toBe(SHOP + 1)
      expect(absent(desk, 3)).toBe(0)
    }
  })

  it('leaves nothing of the most to a course, nor a course to it', () => {
    const shopFirst = street(0.047)
    shopFirst.step(rule, 7)
    shopFirst.of(programmes.slots)[COURSE] = 600
    shopFirst.step(rule, 14)
    const courseFirst = street(0.047)
    courseFirst.of(programmes.slots).set([600, 0])
    courseFirst.step(rule, 7)
    courseFirst.of(programmes.slots).set([0, 600])
    courseFirst.step(rule, 14)
    expect(taken(shopFirst)).toContain(3)
    expect(shopFirst.of(sellers.training)[3]).toBeLessThan(1e-6)
    expect(taken(courseFirst, DOORS)).toContain(3)
    // What wears off of a course in a week is all that is left.
    expect(absent(courseFirst, 3)).toBeGreaterThan(0.999)
  })

  it('sells that part, when popularity has followed', () => {
    for (const [shop, part, feedback] of [
      [3, 0.03, 0.5],
      [0.5, 0.1, 0.3],
      [8, 0.6, 0.55],
      [2, 1, 0.5],
    ]) {
      const present = presence(shop, part, feedback)
      let x = 1
      for (let round = 0; round < 500; round++) x = present * ((1 + x) / 2) ** feedback
      expect(Math.log(1 + shop * x)).toBeCloseTo(part * Math.log(1 + shop), 8)
    }
  })

  it('stands in the ranked list for the firms that keep it going', () => {
    const [whole, part] = [0, 0.75].map((away) => {
      const desk = street(1)
      desk.of(sellers.stock).fill(1e6)
      desk.of(listings.price).fill(50)
      desk.of(listings.absent).fill(away)
      desk.step(feed, 7)
      return sum(desk.of(lists.size))
    })
    expect(whole).toBeGreaterThan(0)
    expect(part / whole).toBeCloseTo(0.25, 9)
  })

  it('is its own again once it was closed', () => {
    const desk = street(0.047)
    desk.step(rule, 7)
    desk.of(programmes.slots)[DOORS] = 0
    desk.of(listings.open)[3 * V + SHOP] = 1
    desk.step(rule, 14)
    expect(absent(desk, 3)).toBeGreaterThan(0.9)
    desk.of(listings.open)[3 * V + SHOP] = 0
    desk.step(rule, 21)
    expect(absent(desk, 3)).toBe(0)
  })
})

describe('what a programme gives', () => {
  it('is a shop, opened the same week without a review', () => {
    const desk = office(25, DOORS)
    desk.step(rule, 7)
    const enrolled = taken(desk, DOORS)
    const before = Array.from(desk.of(listings.open))
    desk.step(adoption, 7)
    const opened = rowsWhere(600, (row) => desk.of(listings.open)[row * V + SHOP] === 1)
    expect(before.every((open) => open === 0)).toBe(true)
    expect(enrolled).toHaveLength(25)
    for (const row of enrolled) expect(opened).toContain(row)
    desk.step(rule, 14)
    for (const row of enrolled) expect(desk.of(sellers.enrolled)[row]).toBe(0)
  })

  it('is no shop for who has one, and none where it closes', () => {
    const desk = office(1000, DOORS)
    desk.of(listings.open)[3 * V + SHOP] = 1
    desk.step(rule, 7)
    expect(taken(desk, DOORS)).toHaveLength(599)
    const shut = office(1000, DOORS)
    shut.of(venues.closing)[SHOP] = 1
    shut.step(rule, 7)
    expect(taken(shut, DOORS)).toEqual([])
  })

  it('is a tenth more output of the same work, and a tenth less work in a piece', () => {
    const [plain, equipped] = [0, 0.1].map((equipment) => {
      const desk = bench(village())
      const maker = rowsWhere(60, (row) => desk.of(sellers.kind)[row] === KIND.producer)[0]
      desk.of(sellers.equipped).fill(equipment)
      desk.of(sellers.expected)[maker] = 1e6
      desk.of(sellers.cash)[maker] = 1e12
      desk.step(production, 1)
      desk.step(costs, 7)
      return { made: desk.of(sellers.produced)[maker], cost: desk.of(sellers.unitCost)[maker] }
    })
    expect(equipped.made / plain.made).toBeCloseTo(1.1, 6)
    expect(plain.cost - 24).toBeCloseTo((equipped.cost - 24) * 1.1, 4)
  })
})
