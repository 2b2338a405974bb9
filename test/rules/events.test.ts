import { describe, expect, it } from 'vitest'
import { KIND, listings, STATE, sellers } from '../../src/market/populations/index.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { events as rule } from '../../src/market/rules/firms/events.ts'
import {
  categories,
  events,
  households,
  nests,
  regions,
  venues,
} from '../../src/market/tables/index.ts'
import { type Bench, bench, rowsWhere, sum, village } from './bench.ts'

const STALLS = 2
const [V, R, N] = [3, 2, 2]
const STREET = 1

describe('visitors', () => {
  /** Cloth and pots of which the street has 0.1 and 0.3; a hundred thousand people here, four tenths there. */
  function fair(visitors: number, displaced: number): Bench {
    const desk = bench(village())
    desk.of(households.orders)[0] = 250
    desk.of(categories.nestShare)[0 * N + STREET] = 0.1
    desk.of(categories.nestShare)[1 * N + STREET] = 0.3
    desk.of(categories.occasionRate).fill(0.7)
    desk.of(categories.season).fill(1)
    desk.of(events.held)[0] = 1
    desk.of(events.visitors)[0] = visitors
    desk.of(events.displaced)[0] = displaced
    desk.step(rule, 7)
    return desk
  }
  const people = 0.6 * 400 * 250
  const usual = people * 0.1 * (0.1 + 0.3)

  it('change nothing where none come, or where there are no events', () => {
    const none = fair(0, 0)
    expect(sum(none.of(categories.visits)) + sum(none.of(categories.eventPull))).toBe(0)
    const elsewhere = fair(1000, 0)
    expect(elsewhere.of(categories.visits)[1]).toBe(0)
    expect(elsewhere.of(categories.eventPull)[1]).toBe(0)
  })

  it.each([
    [400, 0],
    [400, 0.2],
    [3000, 0],
    [3000, 0.4],
  ])(
    '%d of whom half buy make their purchases at stalls, %d of them instead of others',
    (visitors, displaced) => {
      const desk = fair(visitors, displaced)
      let [more, less] = [0, 0]
      for (const category of [0, 1]) {
        const share = [0.1, 0.3][category]
        const at = category * R
        const occasions = 1 + desk.of(categories.visits)[at]
        const odds = (share / (1 - share)) * Math.exp(desk.of(categories.eventPull)[at])
        const atStalls = (occasions * odds) / (1 + odds)
        more += people * 0.1 * (atStalls - share)
        less += people * 0.1 * (1 - share - (occasions - atStalls))
      }
      expect(more).toBeCloseTo(visitors * 0.5, 6)
      expect(less).toBeCloseTo(visitors * 0.5 * displaced, 6)
      expect(usual).toBe(2400)
    },
  )

  it('never exceed what the rates of occasions have room for', () => {
    const desk = fair(1e6, 0)
    for (const visits of desk.of(categories.visits)) expect(visits).toBeLessThanOrEqual(0.4)
    for (const pull of desk.of(categories.eventPull)) expect(Number.isFinite(pull)).toBe(true)
  })

  it('pull by the odds of the nest whatever its dissimilarity', () => {
    const desk = fair(400, 0)
    const pull = desk.of(categories.eventPull)[0]
    desk.of(nests.dissimilarity)[STREET] = 0.3
    desk.step(rule, 14)
    expect(desk.of(categories.eventPull)[0]).toBe(pull)
  })
})

describe('stalls kept for small firms', () => {
  /** Six hundred small firms without a stall, one behind each row. */
  function square(reserved: number, seed = 'bench'): Bench {
    const desk = bench(village('size.sellers=600'), seed)
    desk.of(sellers.weight).fill(1)
    desk.of(events.held)[0] = 2
    desk.of(events.reserved)[0] = reserved
    return desk
  }
  const guests = (desk: Bench) =>
    rowsWhere(600, (row) => desk.of(sellers.guest)[row] === STALLS + 1)

  it('are none where none are kept', () => {
    const desk = square(0)
    for (let week = 1; week < 5; week++) desk.step(rule, 7 * week)
    expect(sum(desk.of(sellers.guest)) + sum(desk.of(sellers.guestBefore))).toBe(0)
  })

  it('go to as many firms of the region, others every week', () => {
    const desk = square(10)
    const seen = new Set<number>()
    for (let week = 1; week <= 4; week++) {
      desk.step(rule, 7 * week)
      expect(guests(desk)).toHaveLength(20)
      for (const row of guests(desk)) {
        expect(desk.of(sellers.region)[row]).toBe(0)
        expect(desk.of(sellers.kind)[row]).not.toBe(KIND.importer)
        seen.add(row)
      }
    }
    expect(seen.size).toBeGreaterThan(60)
  })

  it('go to small firms at work that have none', () => {
    const desk = square(1000)
    desk.of(sellers.turnover)[0] = 301
    desk.of(sellers.state)[1] = STATE.idle
    desk.of(listings.open)[2 * V + STALLS] = 1
    desk.step(rule, 7)
    const here = rowsWhere(
      600,
      (row) =>
        row > 2 &&
        desk.of(sellers.region)[row] === 0 &&
        desk.of(sellers.kind)[row] !== KIND.importer,
    )
    expect(guests(desk)).toEqual(here)
    expect(desk.of(regions.stallRoom)[0]).toBeLessThanOrEqual(0)
  })

  it('are open for the week, and shut after it', () => {
    const desk = square(10)
    const open = (row: number) => desk.of(listings.open)[row * V + STALLS]
    desk.step(rule, 7)
    const first = guests(desk)
    desk.step(adoption, 7)
    for (const row of first) expect(open(row)).toBe(1)
    desk.of(events.reserved)[0] = 0
    desk.step(rule, 14)
    desk.step(adoption, 14)
    for (const row of first) expect(open(row)).toBe(0)
    expect(guests(desk)).toEqual([])
  })

  it('go to the right number on average where a row is more than the stalls', () => {
    const rows = Array.from({ length: 80 }, (_, seed) => {
      const desk = bench(village(), `seed ${seed}`)
      desk.of(sellers.weight).fill(10)
      desk.of(events.held)[0] = 1
      desk.of(events.reserved)[0] = 4
      desk.step(rule, 7)
      return rowsWhere(60, (row) => desk.of(sellers.guest)[row] > 0).length
    })
    expect(Math.abs(sum(rows) / 80 - 0.4)).toBeLessThan(3 * Math.sqrt(0.24 / 80))
  })

  it('need a venue where events take place', () => {
    const desk = square(10)
    desk.of(venues.events).fill(0)
    desk.step(rule, 7)
    expect(guests(desk)).toEqual([])
  })
})
