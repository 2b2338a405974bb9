import { describe, expect, it } from 'vitest'
import { KIND, listings, STATE, sellers } from '../../src/market/populations/index.ts'
import { adoption } from '../../src/market/rules/adoption.ts'
import { costs } from '../../src/market/rules/costs.ts'
import { production } from '../../src/market/rules/production.ts'
import { programmes as rule } from '../../src/market/rules/programmes.ts'
import { programmes, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, rowsWhere, sum, village } from './bench.ts'

const [COURSE, DOORS] = [0, 1]
const P = 2
const V = 3
const SHOP = 1

/** Six hundred firms, one behind each row. */
function office(slots: number, programme = COURSE, ...set: string[]): Bench {
  const desk = bench(village('size.sellers=600', ...set))
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
    desk.of(sellers.fresh)[5] = 1
    desk.step(rule, 14)
    for (const name of ['joined', 'trained', 'training', 'licence', 'equipped'])
      expect(desk.of(sellers.columns[name])[name === 'joined' ? 5 * P : 5], name).toBe(0)
    expect(desk.of(sellers.trained)[6]).toBeGreaterThan(0)
  })

  it('wears off by a tenth in a year', () => {
    const desk = office(600)
    desk.step(rule, 7)
    const start = desk.of(sellers.training)[0]
    expect(start).toBeCloseTo(0.1, 6)
    for (let week = 2; week <= 53; week++) desk.step(rule, 7 * week)
    expect(desk.of(sellers.training)[0] / start).toBeCloseTo(0.9 ** (52 / 52.18), 5)
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
