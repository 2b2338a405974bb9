import { describe, expect, it } from 'vitest'
import { days, feeds, levels, today } from '../../src/market/populations/index.ts'
import { calendar } from '../../src/market/rules/game/calendar.ts'
import { categories, routes, venues } from '../../src/market/tables/index.ts'
import { bench, sum, tuned, village } from './bench.ts'

const [STREAM, SHOP] = [0, 1]
const C = 2

/** The village with a live feed at a platform and another that streams. */
const desk = (...set: string[]) =>
  bench(
    village(
      'venues.stream.impulse-hours=1',
      'venues.shop.streams=true',
      'venues.shop.live-sellers=0.25',
      ...set,
    ),
  )

describe('the season', () => {
  const one = desk()
  const of = (toLebaran: number, bump = 0.5) => {
    one.of(categories.lebaranBump).fill(bump)
    one.of(days.toLebaran)[1] = toLebaran
    one.step(calendar, 1)
    return one.of(categories.season)[0]
  }

  it('peaks twelve days before Lebaran and is alike on both sides', () => {
    const peak = of(12)
    for (const away of [3, 11, 40]) {
      expect(of(12 + away)).toBeLessThan(peak)
      expect(of(12 + away)).toBeCloseTo(of(12 - away), 9)
    }
    expect(peak / of(400)).toBeCloseTo(1.5, 6)
  })

  it('has a mean of one over a year', () => {
    const year = Array.from({ length: 365 }, (_, day) => of(day - 182))
    expect(sum(year) / 365).toBeCloseTo(1, 3)
  })

  it('is one all the year where there is no bump', () => {
    for (const day of [-200, 0, 12]) expect(of(day, 0)).toBe(1)
  })
})

describe('double dates', () => {
  /** Days that are one, and days around one, from Monday 31 July 2023. */
  const marked = (parameters: Readonly<Record<string, number>>) => {
    const season = { lebaran: [], doubleDates: true }
    const input = { ...village(), start: '2023-07-31', days: 60, season }
    const marks = [...bench(tuned(input, 'calendar', parameters)).of(days.doubleDate)]
    const daysOf = (mark: number) => marks.flatMap((one, day) => (one === mark ? [day] : []))
    return { dates: daysOf(1), around: daysOf(-1) }
  }
  const [AUGUST, SEPTEMBER] = [8, 40]

  it('come from September on, with ten days on either side', () => {
    const { dates, around } = marked({})
    expect(dates).toEqual([SEPTEMBER])
    const within = Array.from({ length: 21 }, (_, at) => SEPTEMBER - 10 + at)
    expect(around).toEqual(within.filter((day) => day !== SEPTEMBER))
  })

  it('come from another month on, with other days around them, where it is set', () => {
    expect(marked({ doubleDatesFrom: 8, doubleDateDays: 1 })).toEqual({
      dates: [AUGUST, SEPTEMBER],
      around: [AUGUST - 1, AUGUST + 1, SEPTEMBER - 1, SEPTEMBER + 1],
    })
    expect(marked({ doubleDatesFrom: 10, doubleDateDays: 0 })).toEqual({ dates: [], around: [] })
  })
})

describe('a double date', () => {
  const on = (date: number) => {
    const one = desk()
    one.of(days.doubleDate)[1] = date
    one.of(categories.impulseRate).fill(0.7)
    one.step(calendar, 1)
    return one
  }

  it('multiplies occasions on its day and lowers them on the days around it', () => {
    const [day, near, other] = [1, -1, 0].map(on)
    const shopping = [day, near, other].map((one) => one.of(today.shopping)[0])
    const flash = [day, near, other].map((one) => one.of(today.flash)[0])
    expect(shopping).toEqual([2.5, 0.965, 1])
    expect(flash).toEqual([3.75, 0.965, 1])
    const rate = (one: typeof day) => one.of(feeds.rate)[STREAM * C]
    expect(rate(day) / rate(other)).toBeCloseTo(3.75, 9)
  })

  it('leaves the upper bound of planned occasions above every rate', () => {
    for (const one of [1, -1, 0].map(on))
      for (let category = 0; category < C; category++)
        expect(one.of(today.plannedBound)[category]).toBeGreaterThanOrEqual(
          (one.of(categories.occasionRate)[category] * one.of(today.shopping)[0]) / 7,
        )
  })
})

describe('impulse viewing', () => {
  const rates = (change: (one: ReturnType<typeof desk>) => void) => {
    const one = desk()
    one.of(categories.impulseRate).fill(0.7)
    one.of(routes.open).fill(1)
    change(one)
    one.step(calendar, 1)
    return {
      stream: one.of(feeds.rate)[STREAM * C],
      shop: one.of(feeds.rate)[SHOP * C],
      away: one.of(today.away)[0],
      bounded: [...one.of(feeds.rate)].every((rate, at) => rate <= one.of(feeds.bound)[at]),
    }
  }

  it('is that of the feed where its checkout is open', () => {
    const open = rates(() => {})
    expect(open).toMatchObject({ shop: 0, away: 0, bounded: true })
    expect(open.stream).toBeCloseTo(0.1, 12)
  })

  it('ends with the checkout, and a fifth of it goes to the feed of a rival', () => {
    const shut = rates((one) => {
      one.of(routes.open)[STREAM] = 0
    })
    expect(shut.away).toBe(1)
    expect(shut.stream).toBe(0)
    expect(shut.shop).toBeCloseTo(0.02, 12)
    expect(shut.bounded).toBe(true)
  })

  it('is open for a part of a day on which it closes', () => {
    const part = rates((one) => {
      one.of(routes.open)[STREAM] = 17 / 24
    })
    expect(part.away).toBeCloseTo(7 / 24, 12)
    expect(part.stream).toBeGreaterThan(0.06)
    expect(part.stream).toBeLessThan(0.1)
  })
})

describe('viewers of a feed', () => {
  /** Exposures at a number of viewers relative to usual, over those where viewing is as usual. */
  function exposed(viewing: number, viewers: number, day = 8) {
    const village0 = village('venues.stream.impulse-hours=1')
    const one = bench(tuned(village0, 'calendar', { viewing }))
    one.of(categories.impulseRate).fill(0.7)
    one.of(routes.open).fill(1)
    one.of(feeds.viewers).fill(1)
    one.of(feeds.viewers)[STREAM] = viewers
    one.step(calendar, day)
    const [rate, bound] = [feeds.rate, feeds.bound].map((column) => one.of(column)[STREAM * C])
    expect(rate).toBeLessThanOrEqual(bound)
    return rate / 0.1
  }

  it('move its exposures by the elasticity, of either sign', () => {
    for (const viewers of [0.4, 0.8, 1, 1.3]) {
      expect(exposed(1, viewers)).toBeCloseTo(viewers, 9)
      expect(exposed(0.5, viewers)).toBeCloseTo(Math.sqrt(viewers), 9)
    }
    expect(exposed(-1, 0.8)).toBeCloseTo(1.25, 9)
  })

  it('move nothing at an elasticity of nought, to the last digit, nor on the first day', () => {
    for (const viewers of [0, 0.4, 3]) expect(exposed(0, viewers)).toBe(exposed(0, 1))
    expect(exposed(1, 0, 0)).toBe(exposed(0, 1, 0))
  })

  it('never lift exposures above what is drawn', () => {
    expect(exposed(1, 4)).toBeCloseTo(1.5, 9)
    expect(exposed(-1, 0)).toBeCloseTo(1.5, 9)
  })
})

describe('the day', () => {
  it('is counted from the start, in weekdays and years', () => {
    const one = desk()
    one.step(calendar, 366)
    expect(one.of(today.weekday)[0]).toBe(366 % 7)
    expect(one.of(today.elapsedYears)[0]).toBeCloseTo(366 / 365.25, 12)
  })

  it('tells on Mondays whether a reach has moved', () => {
    const one = desk()
    one.step(calendar, 0)
    one.step(calendar, 7)
    expect(one.of(today.reachMoved)[0]).toBe(0)
    one.of(venues.reach)[SHOP] = 0.5
    one.step(calendar, 9)
    expect(one.of(today.reachMoved)[0]).toBe(0)
    one.step(calendar, 14)
    expect(one.of(today.reachMoved)[0]).toBe(1)
    one.step(calendar, 21)
    expect(one.of(today.reachMoved)[0]).toBe(0)
  })

  it('gives each level of activity its chance of no occasion', () => {
    const one = desk()
    one.step(calendar, 1)
    const bound = sum(one.of(today.plannedBound))
    one.of(levels.activity).forEach((activity, level) => {
      expect(one.of(levels.noPlanned)[level]).toBeCloseTo(Math.exp(-bound * activity), 9)
    })
  })
})
