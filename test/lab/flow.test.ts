/** The flow picture: which dots there are, where they stand, and what the table says. */
import { describe, expect, it } from 'vitest'
import {
  curveOf,
  dotNear,
  dotsAt,
  gateOf,
  layoutOf,
  pointOn,
  ribbon,
} from '../../src/lab/flow/layout.ts'
import {
  countsOver,
  dateOn,
  differingDays,
  dotsOn,
  type FlowData,
  lastOf,
  NOBODY,
  OTHERS,
  ribbonsOver,
  shutAt,
  shutsAt,
  targetOf,
  targetsOf,
  WITH,
  WITHOUT,
} from '../../src/lab/flow/model.ts'
import { flowWords } from '../../src/lab/flow/words.ts'
import { flowByte } from '../../src/market/index.ts'
import { LANGUAGES } from '../../src/report/index.ts'

const FEED_A = flowByte('feed', 1)
const SEARCH_A = flowByte('search', 1)
const SEARCH_B = flowByte('search', 2)
const STREET_C = flowByte('street', 3)
const IDLE = flowByte('none', 0)

/** Three buyers over four days from day 2 on; the gate of A shuts in the course of day 3. */
const data: FlowData = {
  start: '2023-10-02',
  first: 2,
  days: 6,
  width: 3,
  venues: ['A', 'B', 'C'],
  gates: [{ venue: 0, from: 3.5, to: 5 }],
  worlds: [
    bytes([FEED_A, SEARCH_B, 0], [FEED_A, SEARCH_A, STREET_C], [0, SEARCH_B, 0], [0, 0, 0]),
    bytes([FEED_A, SEARCH_B, 0], [IDLE, SEARCH_B, STREET_C], [0, IDLE, SEARCH_B], [0, 0, 0]),
  ],
}
function bytes(...days: number[][]): Uint8Array {
  return Uint8Array.from([[0, 0, 0], [0, 0, 0], ...days].flat())
}

describe('the dots of a day', () => {
  it('are its orders, and do not differ where both worlds are one', () => {
    const dots = [
      { buyer: 0, source: 'feed', venue: 0, differs: false },
      { buyer: 1, source: 'search', venue: 1, differs: false },
    ]
    expect(dotsOn(data, WITH, 2)).toEqual(dots)
    expect(dotsOn(data, WITHOUT, 2)).toEqual(dots)
  })

  it('say who does something else, and who buys nothing that he buys in the other world', () => {
    expect(dotsOn(data, WITH, 3)).toEqual([
      { buyer: 0, source: 'feed', venue: NOBODY, differs: true },
      { buyer: 1, source: 'search', venue: 1, differs: true },
      { buyer: 2, source: 'street', venue: 2, differs: false },
    ])
    expect(dotsOn(data, WITHOUT, 3).map(({ venue, differs }) => [venue, differs])).toEqual([
      [0, true],
      [0, true],
      [2, false],
    ])
    expect(dotsOn(data, WITHOUT, 4)).toContainEqual({
      buyer: 2,
      source: 'search',
      venue: NOBODY,
      differs: true,
    })
    expect(differingDays(data, 0, 6)).toBe(4)
  })

  it('add up to the table', () => {
    const counts = countsOver(data, 2, 6)
    expect(counts).toEqual([
      { source: 'feed', venue: 0, orders: [2, 1] },
      { source: 'search', venue: 0, orders: [1, 0] },
      { source: 'search', venue: 1, orders: [2, 3] },
      { source: 'street', venue: 2, orders: [1, 1] },
    ])
    for (const world of [WITHOUT, WITH] as const) {
      const orders = [2, 3, 4, 5].flatMap((day) =>
        dotsOn(data, world, day).filter(({ venue }) => venue !== NOBODY),
      )
      expect(counts.reduce((sum, count) => sum + count.orders[world], 0)).toBe(orders.length)
    }
    expect(countsOver(data, 5, 6)).toEqual([])
  })

  it('add up to the ribbons of the still picture', () => {
    const targets = [0, 1, 2, NOBODY]
    expect(ribbonsOver(data, WITH, 3, 5, targets)).toEqual([
      { source: 0, target: 3, dots: 1 },
      { source: 1, target: 1, dots: 2 },
      { source: 1, target: 3, dots: 1 },
      { source: 2, target: 2, dots: 1 },
    ])
  })
})

it('one who can be asked is the last whose day differs, else the last', () => {
  const any = () => true
  expect(lastOf(data, WITH, 2, 6, any)).toEqual({ buyer: 1, day: 4 })
  expect(lastOf(data, WITH, 2, 3, any)).toEqual({ buyer: 0, day: 2 })
  expect(lastOf(data, WITH, 2, 6, ({ source }) => source === 'street')).toEqual({
    buyer: 2,
    day: 3,
  })
  expect(lastOf(data, WITHOUT, 2, 6, ({ venue }) => venue === 0)).toEqual({ buyer: 0, day: 3 })
  expect(lastOf(data, WITH, 5, 6, any)).toBeUndefined()
})

it('days are counted once, however often they are added up', () => {
  let reads = 0
  const watched = (day: Uint8Array) =>
    new Proxy(day, {
      get(bytes, at) {
        reads++
        return Reflect.get(bytes, at)
      },
    })
  const seen = { ...data, worlds: [watched(data.worlds[0]), watched(data.worlds[1])] as const }
  const first = countsOver(seen, 2, 6)
  const once = reads
  expect(once).toBeGreaterThan(0)
  expect(countsOver(seen, 2, 6)).toEqual(first)
  expect(ribbonsOver(seen, WITH, 3, 5, [0, 1, 2, NOBODY]).length).toBe(4)
  expect(targetsOf(seen, 6)).toEqual([0, 1, 2, NOBODY])
  expect(reads).toBe(once)
})

describe('the places of the picture', () => {
  it('are checkouts in use or shut, in the order of their table, then nobody', () => {
    expect(targetsOf(data, 6)).toEqual([0, 1, 2, NOBODY])
    expect(targetsOf({ ...data, gates: [] }, 3)).toEqual([0, 1, NOBODY])
    expect(targetsOf(data, 2)).toEqual([0, NOBODY])
    const early = [{ venue: 2, from: 2, to: 6 }]
    expect(targetsOf({ ...data, gates: early }, 3)).toEqual([0, 1, NOBODY])
  })

  it('gather the many of little use into one', () => {
    const venues = Array.from({ length: 12 }, (_, at) => `V${at}`)
    // Of venue v so many orders as its number, and none of the first.
    const orders = venues.flatMap((_, venue) => Array(venue).fill(flowByte('search', venue + 1)))
    const worlds = [Uint8Array.from(orders), Uint8Array.from(orders)] as const
    const many = { ...data, first: 0, days: 1, width: orders.length, venues, worlds }
    const targets = targetsOf({ ...many, gates: [{ venue: 1, from: 0.5, to: 1 }] }, 1)
    expect(targets).toEqual([1, 6, 7, 8, 9, 10, 11, OTHERS, NOBODY])
    expect(targetOf(targets, 9)).toBe(4)
    expect(targetOf(targets, 2)).toBe(targets.indexOf(OTHERS))
    expect(targetOf(targets, NOBODY)).toBe(8)
  })

  it.each([320, 358, 700, 1368])(
    'lie within a picture of %d pixels, apart from each other',
    (width) => {
      const layout = layoutOf(width, 9)
      const { sources, targets, room, height } = layout
      for (const { x, y } of [...sources, ...targets]) {
        expect(x).toBeGreaterThan(0)
        expect(y).toBeGreaterThan(15)
        expect(y).toBeLessThan(height - 15)
      }
      expect(targets[0].x + room).toBe(width)
      expect(targets[0].x - sources[0].x).toBeGreaterThan(130)
      for (let nth = 1; nth < 9; nth++)
        expect(targets[nth].y - targets[nth - 1].y).toBeGreaterThan(40)
    },
  )

  it('are joined by curves from end to end', () => {
    const layout = layoutOf(700, 4)
    const curve = curveOf(layout, 1, 3)
    expect(pointOn(curve, 0)).toEqual(layout.sources[1])
    expect(pointOn(curve, 1)).toEqual(layout.targets[3])
    const xs = [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => pointOn(curve, part).x)
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
  })
})

describe('a moment', () => {
  const layout = layoutOf(700, 4)
  const targets = [0, 1, 2, NOBODY]
  const seen = (world: 0 | 1, moment: number) => dotsAt(data, layout, targets, world, moment)

  it('has every dot of its day on its way at some time, from its source to its end', () => {
    const paths = new Map<number, number[]>()
    for (let part = 0; part < 1; part += 0.002)
      for (const { buyer, x } of seen(WITH, 3 + part))
        paths.set(buyer, [...(paths.get(buyer) ?? []), x])
    expect([...paths.keys()].sort()).toEqual([0, 1, 2])
    for (const xs of paths.values()) {
      expect(xs).toEqual([...xs].sort((a, b) => a - b))
      expect(xs[0]).toBeLessThan(layout.sources[0].x + 5)
      expect(xs.at(-1)!).toBeGreaterThan(layout.targets[0].x - 5)
    }
  })

  it('shows the same buyer at the same time in both worlds', () => {
    for (const moment of [3.2, 3.4, 3.6, 3.8])
      expect(seen(WITH, moment).map(({ buyer }) => buyer)).toEqual(
        seen(WITHOUT, moment).map(({ buyer }) => buyer),
      )
  })

  it('is hit where a dot is drawn, the nearest of several, and nowhere else', () => {
    const dots = seen(WITH, 3.5)
    expect(dots.length).toBe(3)
    for (const dot of dots) {
      expect(dotNear(dots, dot)).toBe(dot)
      expect(dotNear(dots, { x: dot.x + 3, y: dot.y + 3 })).toBe(dot)
    }
    expect(dotNear(dots, { x: dots[0].x, y: dots[0].y - 60 })).toBeUndefined()
  })

  it('shuts the gate on its day and opens it again', () => {
    expect(shutAt(data.gates, 0, 3.49)).toBe(0)
    expect(shutAt(data.gates, 0, 3.65)).toBeCloseTo(0.5, 6)
    expect(shutAt(data.gates, 0, 4.5)).toBe(1)
    expect(shutAt(data.gates, 0, 5.15)).toBeCloseTo(0.5, 6)
    expect(shutAt(data.gates, 0, 5.9)).toBe(0)
    expect(shutAt(data.gates, 1, 4.5)).toBe(0)
    expect(gateOf(layout, data, targets, 0, 2.99)).toEqual([])
    // On its day it stands ajar before its hour.
    const [ajar] = gateOf(layout, data, targets, 0, 3)
    expect(ajar[1] - ajar[0]).toBeGreaterThan(2)
    expect(shutsAt(data.gates, 0, 3)).toBe('12:00')
    expect(shutsAt(data.gates, 0, 4)).toBeUndefined()
    expect(shutsAt([{ venue: 0, from: 3, to: 5 }], 0, 3)).toBeUndefined()
    const [above, below] = gateOf(layout, data, targets, 0, 4.5)
    expect(above[1]).toBe(below[0])
    const half = gateOf(layout, data, targets, 0, 3.65)
    expect(half[0][1]).toBeLessThan(half[1][0])
  })

  it('has a date in the language of the page', () => {
    expect(dateOn(data, 2, 'en')).toBe('4 Oct 2023')
    expect(dateOn(data, 2, 'id')).toBe('4 Okt 2023')
  })
})

it('a ribbon grows with its orders and is seen where there is one', () => {
  expect(ribbon(0, 500)).toBe(0)
  expect(ribbon(1, 500)).toBe(1)
  expect(ribbon(500, 500)).toBe(2 * ribbon(250, 500))
})

it('the picture says the same in both languages', () => {
  const shape = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shape)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)]))
        : typeof value
  const [first, ...others] = LANGUAGES.map((language) => shape(flowWords[language]))
  for (const other of others) expect(other).toEqual(first)
})
