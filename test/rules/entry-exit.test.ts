import { cumulativeStdNormalProbability as normalShare } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../src/engine/index.ts'
import { KIND, listings, STATE, sellers, today } from '../../src/market/populations/index.ts'
import { entryExit } from '../../src/market/rules/firms/entry-exit.ts'
import { outsideEarnings, shareBelow } from '../../src/market/rules/firms/pressed.ts'
import { cash } from '../../src/market/rules/money/cash.ts'
import { categories, firms, regions } from '../../src/market/tables/index.ts'
import { type Bench, bench, rowsWhere, sum, tuned, village } from './bench.ts'

/** Firms that are solvent and earn, so that nothing happens but what a test asks for. */
function street(size: number, parameters: Record<string, number> = {}): Bench {
  const calm = { exitHazard: 0, entry: 0, restart: 0, young: 1, retail: 1, ...parameters }
  const desk = bench(tuned(village(`size.sellers=${size}`), 'entry-exit', calm))
  desk.of(sellers.cash).fill(100)
  desk.of(sellers.stock).fill(0)
  desk.of(sellers.onOrder).fill(0)
  desk.of(sellers.expected).fill(1000)
  desk.of(sellers.unitCost).fill(10)
  desk.of(sellers.wholesalePrice).fill(12)
  desk.of(categories.asked).fill(0.5)
  desk.of(sellers.outside).fill(400)
  desk.of(sellers.earnings).fill(1000)
  desk.of(sellers.earnedWeeks).fill(13)
  desk.of(sellers.age).fill(255)
  return desk
}
const inState = (desk: Bench, state: number) =>
  rowsWhere(desk.count.sellers, (row) => desk.of(sellers.state)[row] === state)
const producer = (desk: Bench) =>
  rowsWhere(desk.count.sellers, (row) => desk.of(sellers.kind)[row] === KIND.producer)[0]

describe('exit', () => {
  it('comes at a hazard', () => {
    const desk = street(4000, { exitHazard: 0.05 })
    for (let week = 1; week <= 20; week++) desk.step(entryExit, 7 * week)
    const left = inState(desk, STATE.exited).length / 4000
    const expected = 1 - Math.exp(-0.05 * 20)
    // Five standard deviations of a share of 4,000.
    expect(Math.abs(left - expected)).toBeLessThan(
      5 * Math.sqrt((expected * (1 - expected)) / 4000),
    )
  })

  it('comes after eight weeks in which debts exceed cash and goods, and not before', () => {
    const desk = street(60)
    desk.of(sellers.cash)[7] = -101
    desk.of(sellers.stock)[7] = 5
    desk.of(sellers.onOrder)[7] = 5
    for (let week = 1; week <= 7; week++) desk.step(entryExit, 7 * week)
    expect(inState(desk, STATE.exited)).toEqual([])
    expect(desk.of(sellers.brokeWeeks)[7]).toBe(7)
    desk.step(entryExit, 56)
    expect(inState(desk, STATE.exited)).toEqual([7])
    expect(desk.of(sellers.exited)[7]).toBe(1)
    desk.step(entryExit, 63)
    expect(desk.of(sellers.exited)[7]).toBe(0)
  })

  it('is forgotten by who is solvent for a week', () => {
    const desk = street(60)
    desk.of(sellers.cash)[7] = -1
    for (let week = 1; week <= 7; week++) desk.step(entryExit, 7 * week)
    desk.of(sellers.cash)[7] = 0
    desk.step(entryExit, 56)
    expect(desk.of(sellers.brokeWeeks)[7]).toBe(0)
  })
})

describe('entry', () => {
  it('fills an empty place at its chance, with another firm of the same kind and place', () => {
    const desk = street(4000, { entry: 0.1 })
    desk.of(categories.qualitySpread).fill(1)
    desk.of(sellers.state).fill(STATE.exited)
    const before = Array.from(desk.of(sellers.quality))
    const stratum = ['kind', 'category', 'region', 'firmClass', 'weight'] as const
    const places = stratum.map((name) => Array.from(desk.of(sellers[name])))
    desk.step(entryExit, 7)
    const entered = inState(desk, STATE.active)
    expect(Math.abs(entered.length / 4000 - 0.1)).toBeLessThan(5 * Math.sqrt(0.09 / 4000))
    for (const row of entered) {
      expect(desk.of(sellers.entrant)[row]).toBe(1)
      expect(desk.of(sellers.generation)[row]).toBe(1)
      expect(desk.of(sellers.quality)[row]).not.toBe(before[row])
    }
    stratum.forEach((name, nth) => {
      expect(Array.from(desk.of(sellers[name]))).toEqual(places[nth])
    })
  })

  /** Firms of every kind gain so much in a week. */
  function gaining(desk: Bench, gain: number): void {
    desk.of(sellers.expected).fill(gain / 2)
    desk.of(listings.open).fill(1)
    desk.of(listings.profit).fill(gain / desk.count.venues)
  }

  it('and a new start fall where firms gain less than before, and rise where they gain more', () => {
    const [worse, same, better] = [50, 100, 150].map((gain) => {
      const desk = street(4000, { entry: 0.1, restart: 0.1, response: 2, memory: 1 })
      desk.of(categories.peersUsualProfit).fill(100)
      desk.of(today.solving).fill(0)
      gaining(desk, gain)
      const [empty, idle] = [STATE.exited, STATE.idle].map((state, nth) => {
        const rows = rowsWhere(
          4000,
          (row) => row % 4 === nth && (nth === 0 || desk.of(sellers.kind)[row] === KIND.producer),
        )
        for (const row of rows) desk.of(sellers.state)[row] = state
        return rows
      })
      desk.step(entryExit, 7)
      return [empty, idle].map(
        (rows) =>
          rows.filter((row) => desk.of(sellers.state)[row] === STATE.active).length / rows.length,
      )
    })
    for (const nth of [0, 1]) {
      // Five standard deviations of a share of some 400 or 1,000 places.
      for (const [share, expected] of [
        [same[nth], 0.1],
        [worse[nth], 0.1 * 0.5 ** 2],
        [better[nth], 0.1 * 1.5 ** 2],
      ])
        expect(Math.abs(share - expected)).toBeLessThan(
          5 * Math.sqrt((expected * (1 - expected)) / 400),
        )
    }
  })

  it('settles what is usual while constants are solved, and goes by it before and after alike', () => {
    const desk = street(4000, { entry: 0.1, response: 2, memory: 1 })
    gaining(desk, 70)
    for (let week = 1; week <= 99; week++) settling(desk, week, 100)
    const kinds = [...new Set(desk.of(sellers.kind))]
    for (const kind of kinds) expect(desk.of(categories.peersUsualProfit)[kind]).toBeCloseTo(70, 4)
    // Gains that halve in the last week before the end, when the mean stands, halve chances as much as in the first after it.
    gaining(desk, 35)
    const taken = [99, 100].map((week) => {
      for (let row = 0; row < 4000; row += 2) desk.of(sellers.state)[row] = STATE.exited
      settling(desk, week, 100)
      return rowsWhere(4000, (row) => row % 2 === 0 && desk.of(sellers.state)[row] === STATE.active)
        .length
    })
    for (const kind of kinds) expect(desk.of(categories.peersUsualProfit)[kind]).toBeGreaterThan(69)
    for (const places of taken) {
      const expected = 0.1 * 0.5 ** 2
      expect(Math.abs(places / 2000 - expected)).toBeLessThan(
        5 * Math.sqrt((expected * (1 - expected)) / 2000),
      )
    }
  })

  it('looks at the firm in the middle, by the firms for which rows stand', () => {
    const desk = street(60, { memory: 1 })
    desk.of(today.solving).fill(1)
    gaining(desk, 0)
    const merchants = rowsWhere(
      60,
      (row) => desk.of(sellers.kind)[row] === KIND.trader && desk.of(sellers.category)[row] === 0,
    )
    expect(merchants.length).toBeGreaterThan(3)
    desk.of(sellers.weight).fill(1)
    merchants.forEach((row, nth) => {
      desk
        .of(listings.profit)
        .fill(nth * nth, row * desk.count.venues, (row + 1) * desk.count.venues)
    })
    const median = () => {
      desk.step(entryExit, 7)
      return desk.of(categories.peersUsualProfit)[KIND.trader] / desk.count.venues
    }
    expect(median()).toBe(((merchants.length - 1) >> 1) ** 2)
    // Most firms stand behind the last row.
    desk.of(sellers.weight)[merchants[merchants.length - 1]] = 1000
    expect(median()).toBe((merchants.length - 1) ** 2)
  })

  it('looks at firms at work alone: where most are idle the others are still seen to gain', () => {
    const desk = street(4000, { restart: 0.1, response: 2, memory: 1 })
    desk.of(categories.peersUsualProfit).fill(100)
    gaining(desk, 100)
    const makers = rowsWhere(4000, (row) => desk.of(sellers.kind)[row] === KIND.producer)
    const idle = makers.filter((_, nth) => nth % 5 > 1)
    for (const row of idle) {
      desk.of(sellers.state)[row] = STATE.idle
      desk.of(sellers.expected)[row] = 0
    }
    desk.step(entryExit, 7)
    const again = idle.filter((row) => desk.of(sellers.state)[row] === STATE.active).length
    expect(idle.length / makers.length).toBeGreaterThan(0.59)
    expect(Math.abs(again / idle.length - 0.1)).toBeLessThan(5 * Math.sqrt(0.09 / idle.length))
  })

  it('brings the same firm in whatever week it comes', () => {
    const [soon, late] = [7, 70].map((day) => {
      const desk = street(60, { entry: 1 })
      desk.of(categories.qualitySpread).fill(1)
      desk.of(sellers.state)[3] = STATE.exited
      desk.step(entryExit, day)
      return desk.of(sellers.quality)[3]
    })
    expect(soon).toBe(late)
  })

  it('offers creators what sellers of such goods offer', () => {
    const desk = street(4000, { entry: 1 })
    desk.of(sellers.state).fill(STATE.exited)
    desk.of(sellers.source).forEach((_, row) => {
      desk.of(sellers.source)[row] = row % 2
    })
    desk.step(entryExit, 7)
    const mean = (odd: number) => {
      const rows = rowsWhere(4000, (row) => row % 2 === odd)
      return sum(rows.map((row) => desk.of(sellers.creatorCommission)[row])) / rows.length
    }
    // A tenth of the price, 0.8 times that for local goods and 1.1 times for imports.
    expect(mean(0)).toBeCloseTo(0.08, 2)
    expect(mean(1)).toBeCloseTo(0.11, 2)
  })

  it('could earn elsewhere what its family and region do', () => {
    const desk = street(2000, { entry: 1 })
    desk.of(sellers.state).fill(STATE.exited)
    desk.of(sellers.family).forEach((_, row) => {
      desk.of(sellers.family)[row] = 1 + (row % 3) / 2
    })
    desk.of(firms.informal)[0] = 400
    desk.of(firms.informalSpread)[0] = 0
    desk.of(regions.wage).set([1.5, 0.8])
    desk.step(entryExit, 7)
    for (let row = 0; row < 2000; row++) {
      const wage = 400 * [1.5, 0.8][desk.of(sellers.region)[row]]
      expect(desk.of(sellers.outside)[row]).toBeCloseTo(wage * (1 + (row % 3) / 2), 3)
    }
  })

  it('is off the elasticity of its demand by a spread, and makes to order only if it produces', () => {
    const desk = street(4000, { entry: 1, misperception: 0.3 })
    desk.of(categories.customShare).fill(0.5)
    desk.of(sellers.state).fill(STATE.exited)
    desk.step(entryExit, 7)
    const off = [...desk.of(sellers.perceivedSensitivity)].map((one) => Math.log(one))
    const squares = sum(off.map((one) => one ** 2)) / 4000
    // A variance of 0.09, whose own standard error is 0.09 sqrt(2 / 4000).
    expect(Math.abs(squares - 0.09)).toBeLessThan(4 * 0.09 * Math.sqrt(2 / 4000))
    const isMaker = (row: number) => desk.of(sellers.kind)[row] === KIND.producer
    const custom = rowsWhere(4000, (row) => desk.of(sellers.madeToOrder)[row] === 1)
    const makers = rowsWhere(4000, isMaker).length
    expect(custom.filter((row) => !isMaker(row))).toEqual([])
    expect(Math.abs(custom.length / makers - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / makers))
  })

  it('looks at what others gain by hearsay: a tenth of the way in a week', () => {
    const desk = street(4000, { entry: 0, response: 1, memory: 0.1 })
    gaining(desk, 100)
    desk.step(entryExit, 7)
    gaining(desk, 50)
    desk.step(entryExit, 14)
    for (const kind of new Set(desk.of(sellers.kind)))
      expect(desk.of(categories.peersProfit)[kind]).toBeCloseTo(95, 4)
  })

  it('pays more rent for more appeal', () => {
    const desk = street(2000, { entry: 1, rentFollows: 0.8 })
    desk.of(categories.qualitySpread).fill(1)
    desk.of(sellers.state).fill(STATE.exited)
    desk.of(sellers.quality).fill(0)
    desk.of(sellers.rent).fill(50)
    desk.step(entryExit, 7)
    for (let row = 0; row < 2000; row++)
      expect(desk.of(sellers.rent)[row] / 50).toBeCloseTo(
        Math.exp(0.8 * desk.of(sellers.quality)[row]),
        5,
      )
  })

  it('owes the overhead of its kind whatever its appeal, and rent apart from it', () => {
    const town = village(
      'size.sellers=2000',
      'kinds.producer.overhead=35',
      'kinds.trader.overhead=20',
    )
    const desk = bench(tuned(town, 'entry-exit', { exitHazard: 0, entry: 1, rentFollows: 0.8 }))
    desk.of(categories.qualitySpread).fill(1)
    const appeal = Float64Array.from(desk.of(sellers.quality))
    desk.of(sellers.kind).forEach((kind, row) => {
      if (kind === KIND.trader) desk.of(sellers.rent)[row] = 50
    })
    desk.of(sellers.state).fill(STATE.exited)
    desk.step(entryExit, 7)
    desk.step(cash, 7)
    let dearer = 0
    for (let row = 0; row < 2000; row++) {
      const kind = desk.of(sellers.kind)[row]
      const paid = desk.of(sellers.rentPaid)[row]
      const moved = Math.exp(0.8 * (desk.of(sellers.quality)[row] - appeal[row]))
      if (kind === KIND.producer) expect(paid).toBe(35)
      if (kind !== KIND.trader) continue
      expect((paid - 20) / 50 / moved).toBeCloseTo(1, 5)
      if (moved > 1.5) dearer++
    }
    expect(dearer).toBeGreaterThan(50)
  })
})

/** A week in which constants are solved until a later one, or the first week after that. */
function settling(desk: Bench, week: number, until: number): void {
  desk.of(today.yearsToSettle)[0] = (7 * (until - week)) / 365
  desk.of(today.solving)[0] = week < until ? 1 : 0
  desk.step(entryExit, 7 * week)
}

describe('what owners ask', () => {
  it('is solved so that a share of them are short, by the firms for which rows stand', () => {
    const desk = street(4000, { pressed: 0.2 })
    desk.of(today.solving).fill(1)
    desk.of(categories.asked).fill(0)
    desk.of(sellers.weight).forEach((_, row) => {
      desk.of(sellers.weight)[row] = 1 + (row % 3)
      desk.of(sellers.earnings)[row] = 1 + ((row * 7919) % 4000)
    })
    for (let week = 5; week <= 40; week++) settling(desk, week, 60)
    const all = rowsWhere(4000, () => true)
    const weight = (rows: readonly number[]) => sum(rows.map((row) => desk.of(sellers.weight)[row]))
    for (const kind of Object.values(KIND)) {
      const rows = all.filter((row) => desk.of(sellers.kind)[row] === kind)
      const short = rows.filter((row) => desk.of(sellers.shortWeeks)[row] > 0)
      // One firm of each of two categories may stand on either side.
      expect(Math.abs(weight(short) - 0.2 * weight(rows))).toBeLessThanOrEqual(6)
    }
    const then = Array.from(desk.of(categories.asked))
    desk.of(today.solving).fill(0)
    desk.of(sellers.earnings).fill(1)
    desk.step(entryExit, 287)
    expect(Array.from(desk.of(categories.asked))).toEqual(then)
  })

  /** Owners who are short by week, where what all earn falls evenly and constants are solved until a week. */
  function shortBy(week: number, solved: number): number[] {
    const desk = street(4000, { pressed: 0.2, exitHazard: 0 })
    desk.of(today.solving).fill(1)
    desk.of(categories.asked).fill(0)
    const counts = [0]
    for (let now = 1; now <= week; now++) {
      desk.of(sellers.state).fill(STATE.active)
      desk.of(sellers.earnings).forEach((_, row) => {
        desk.of(sellers.earnings)[row] = level(now) * (1 + ((row * 7919) % 4000) / 4000)
      })
      settling(desk, now, solved)
      counts.push(rowsWhere(4000, (row) => desk.of(sellers.shortWeeks)[row] > 0).length)
    }
    return counts
  }
  const level = (week: number) => 100 - 0.2 * week

  it.each([
    [{}, 3, 0],
    [{}, 4, 0.5],
    [{ firstWeeks: 2 }, 1, 0],
    [{ firstWeeks: 2 }, 2, 0.5],
  ])('is heard with %j of who has earned for %d weeks: %d', (parameters, weeks, asked) => {
    const desk = street(60, { pressed: 0.2, ...parameters })
    desk.of(categories.asked).fill(0)
    desk.of(sellers.earnings).fill(0.5 * 400)
    desk.of(sellers.earnedWeeks).fill(weeks)
    for (let week = 1; week <= 12; week++) settling(desk, week, 60)
    const kind = desk.of(sellers.kind)[0]
    expect(desk.of(categories.asked)[kind]).toBeCloseTo(asked, 9)
  })

  it('is a mean of the weeks before it stands, the last ones least: more are short then', () => {
    // Week n of W counts for n (W - n)^2, in the mean n = 0.4 W.
    const asks = 1.2 * level(4 + 0.4 * (61 - 4))
    const [last] = shortBy(60, 61).slice(-1)
    expect(Math.abs(last / 4000 - (asks / level(60) - 1))).toBeLessThan(0.005)
  })

  it('stands before solving ends: as earnings fall, owners get short at one pace before it and after', () => {
    const short = shortBy(112, 86)
    // Of who earns level (1 + u) those are short with u below asks / level - 1.
    const asks = 1.2 * level(4 + 0.4 * (86 - 4))
    const pace = (from: number, to: number) =>
      (short[to] - short[from]) / (4000 * asks * (1 / level(to) - 1 / level(from)))
    // A mean in which all weeks count alike follows half as fast as earnings fall: a half before the end.
    expect(pace(60, 86)).toBeGreaterThan(0.85)
    expect(pace(60, 86)).toBeLessThan(1.02)
    expect(pace(86, 112)).toBeCloseTo(1, 1)
  })

  it('is a part of what they could earn elsewhere, lognormal around informal earnings', () => {
    const luck = Array.from({ length: 20_000 }, (_, nth) => (nth + 0.5) / 20_000)
    const owner = { wage: 430, family: 1.4, spread: 0.6 }
    const earned = luck.map((one) => outsideEarnings(one, owner))
    expect(sum(earned) / earned.length / (430 * 1.4)).toBeCloseTo(1, 2)
    expect(earned[10_000] / (430 * 1.4)).toBeCloseTo(Math.exp(-0.18), 3)
    expect(Math.log(earned[16_827] / earned[10_000])).toBeCloseTo(0.6, 2)
  })

  it('is read off the value below which a share lies', () => {
    const below = (part: number) =>
      shareBelow([0, 1, 2, 3], (row) => [30, 10, 40, 20][row], Float64Array.of(1, 4, 1, 4), part)
    expect([0.39, 0.41, 0.79, 0.81, 0.91].map(below)).toEqual([10, 20, 20, 30, 40])
  })
})

describe('a firm that is short of what its owner asks', () => {
  const months = (week: number) => Math.min(week / (52.18 / 12), 12)
  const leftOf = (desk: Bench) => inState(desk, STATE.exited).length / desk.count.sellers

  it.each([
    [0.25, 30],
    [1, 12],
    [0.25, 70],
  ])('leaves at h (1 + b m), m months short: b %d, %d weeks', (shortfall, weeks) => {
    const desk = street(4000, { exitHazard: 0.004, shortfall })
    desk.of(sellers.earnings).fill(0.49 * 400)
    let hazard = 0
    for (let week = 1; week <= weeks; week++) {
      desk.step(entryExit, 7 * week)
      hazard += 0.004 * (1 + shortfall * months(week))
    }
    const expected = 1 - Math.exp(-hazard)
    expect(Math.abs(leftOf(desk) - expected)).toBeLessThan(
      4 * Math.sqrt((expected * (1 - expected)) / 4000),
    )
  })

  it('leaves no more readily the longer it is short once the most months are over', () => {
    const desk = street(4000, { exitHazard: 0.004, shortfall: 1, mostMonths: 3 })
    desk.of(sellers.earnings).fill(0.49 * 400)
    for (let week = 1; week <= 60; week++) desk.step(entryExit, 7 * week)
    // Thirteen weeks of w / 4.348 months, 20.93 in all, and 47 of three months: 0.004 (60 + 20.93 + 141) = 0.888.
    const expected = 1 - Math.exp(-0.888)
    expect(Math.abs(leftOf(desk) - expected)).toBeLessThan(
      4 * Math.sqrt((expected * (1 - expected)) / 4000),
    )
  })

  const merchantsOf = (desk: Bench) =>
    rowsWhere(desk.count.sellers, (row) =>
      ([KIND.reseller, KIND.trader] as number[]).includes(desk.of(sellers.kind)[row]),
    )
  const within = (desk: Bench, rows: readonly number[], expected: number) => {
    const left = rows.filter((row) => desk.of(sellers.state)[row] === STATE.exited).length
    expect(Math.abs(left / rows.length - expected)).toBeLessThan(
      4 * Math.sqrt((expected * (1 - expected)) / rows.length),
    )
  }

  it('is forgiven its bad months once it earns what is asked', () => {
    const desk = street(4000, { exitHazard: 0.02, shortfall: 1 })
    desk.of(sellers.earnings).fill(0.49 * 400)
    for (let week = 1; week <= 8; week++) desk.step(entryExit, 7 * week)
    desk.of(sellers.earnings).fill(0.51 * 400)
    const stayed = merchantsOf(desk).filter((row) => desk.of(sellers.state)[row] === STATE.active)
    expect(stayed.length).toBeGreaterThan(1000)
    for (let week = 9; week <= 20; week++) desk.step(entryExit, 7 * week)
    // Twelve weeks at 0.02, of which two months short would make 0.057.
    within(desk, stayed, 1 - Math.exp(-0.24))
  })

  it('counts as short while it is idle, whatever it earned before', () => {
    const desk = street(4000, { exitHazard: 0.02, shortfall: 1 })
    const makers = rowsWhere(4000, (row) => desk.of(sellers.kind)[row] === KIND.producer)
    for (const row of makers) desk.of(sellers.state)[row] = STATE.idle
    for (let week = 1; week <= 20; week++) desk.step(entryExit, 7 * week)
    // 0.02 (20 + (1 + 2 + ... + 20) / 4.348) = 1.366.
    within(desk, makers, 1 - Math.exp(-1.366))
  })

  it('is young where it took the place of an old one, and answers for nothing that one did', () => {
    const desk = street(4000, { exitHazard: 0.05, shortfall: 1, young: 4, entry: 1 })
    const merchants = merchantsOf(desk)
    desk.of(sellers.state).fill(STATE.exited)
    desk.of(sellers.shortWeeks).fill(100)
    desk.of(sellers.brokeWeeks).fill(7)
    desk.step(entryExit, 7)
    expect(inState(desk, STATE.active)).toHaveLength(4000)
    desk.of(sellers.outside).fill(400)
    desk.of(sellers.earnings).fill(0)
    desk.of(sellers.cash).fill(-1)
    desk.step(entryExit, 14)
    // A first week that is short and insolvent: 0.05 x 4 (1 + 1 / 4.348) = 0.246.
    within(desk, merchants, 1 - Math.exp(-0.246))
  })

  it('leaves as others do where it earns what is asked, or has not been looked at for three months', () => {
    const plain = street(4000, { exitHazard: 0.02 })
    const enough = street(4000, { exitHazard: 0.02 })
    enough.of(sellers.earnings).fill(0.51 * 400)
    const soon = street(4000, { exitHazard: 0.02 })
    soon.of(sellers.earnings).fill(0)
    soon.of(sellers.earnedWeeks).fill(12)
    for (const desk of [plain, enough, soon])
      for (let week = 1; week <= 20; week++) desk.step(entryExit, 7 * week)
    for (const desk of [enough, soon])
      expect(inState(desk, STATE.exited)).toEqual(inState(plain, STATE.exited))
  })

  it('is young or in retail: their hazards are so many times as high', () => {
    const desk = street(4000, { exitHazard: 0.004, young: 2, retail: 1.5 })
    desk.of(sellers.age).forEach((_, row) => {
      desk.of(sellers.age)[row] = row % 2 ? 255 : 0
    })
    for (let week = 1; week <= 50; week++) desk.step(entryExit, 7 * week)
    const merchant = (row: number) =>
      ([KIND.reseller, KIND.trader] as number[]).includes(desk.of(sellers.kind)[row])
    for (const [old, sells] of [
      [0, false],
      [1, false],
      [0, true],
      [1, true],
    ] as const) {
      const rows = rowsWhere(4000, (row) => row % 2 === old && merchant(row) === sells)
      const left = rows.filter((row) => desk.of(sellers.state)[row] === STATE.exited)
      const expected = 1 - Math.exp(-0.2 * (old ? 1 : 2) * (sells ? 1.5 : 1))
      expect(Math.abs(left.length / rows.length - expected)).toBeLessThan(
        4 * Math.sqrt((expected * (1 - expected)) / rows.length),
      )
    }
  })

  it('makes the hazard of all what it is, whatever those of kinds are; own labels are not among all', () => {
    const desk = street(4000, { exitHazard: 0.01, retail: 2 })
    desk.of(sellers.weight).fill(1)
    const merchants = new Set(merchantsOf(desk))
    for (const row of [...merchants].slice(0, 400)) desk.of(sellers.listed)[row] = 0
    desk.step(entryExit, 0)
    for (let week = 1; week <= 30; week++) desk.step(entryExit, 7 * week)
    for (const category of [0, 1]) {
      const all = rowsWhere(
        4000,
        (row) => desk.of(sellers.category)[row] === category && desk.of(sellers.listed)[row] < 0,
      )
      const [sells, makes] = [true, false].map((one) =>
        all.filter((row) => merchants.has(row) === one),
      )
      const pressure = 1 + sells.length / all.length
      expect(desk.of(categories.pressure)[category]).toBeCloseTo(pressure, 6)
      within(desk, makes, 1 - Math.exp(-0.3 / pressure))
      within(desk, sells, 1 - Math.exp(-0.6 / pressure))
    }
  })

  it.each([
    [{}, 8, 0.1],
    [{ pressureWeeks: 3, leastFree: 0.25 }, 3, 0.25],
  ])(
    'goes by the mean of its weeks, insolvent firms counted up to a part: %j',
    (parameters, weeks, least) => {
      const desk = street(60, { exitHazard: 1e-9, ...parameters })
      desk.of(today.solving).fill(1)
      desk.of(categories.pressure).fill(1)
      // As many go broke as leave in all, so that next to nothing is left for the solvent.
      desk.of(categories.broke).fill(1e-9)
      desk.step(entryExit, 7 * 100)
      expect(desk.of(categories.pressure)[0]).toBeCloseTo(1 + (1 / least - 1) / weeks, 9)
    },
  )

  it('is young for a year and no longer', () => {
    const desk = street(4000, { exitHazard: 0.01, young: 4 })
    desk.of(sellers.age).fill(0)
    for (let week = 1; week <= 51; week++) desk.step(entryExit, 7 * week)
    // 0.04 a week for 51 weeks, then 0.01 for twenty: 87 % have left, and 18 % of the rest do.
    const rest = inState(desk, STATE.active)
    expect(Math.abs(rest.length / 4000 - Math.exp(-2.04))).toBeLessThan(0.025)
    for (let week = 52; week <= 71; week++) desk.step(entryExit, 7 * week)
    within(desk, rest, 1 - Math.exp(-0.2))
  })

  it('leaves more often when all lose 70 % of their income, and as before when nobody does', () => {
    const [same, loss] = [1, 0.3].map((kept) => {
      const desk = street(4000, { exitHazard: 0.002, pressed: 0.1 })
      desk.of(today.solving).fill(1)
      desk.of(sellers.earnings).forEach((_, row) => {
        desk.of(sellers.earnings)[row] = 4 * (1 + ((row * 7919) % 1000))
      })
      for (let week = 5; week <= 80; week++) settling(desk, week, 81)
      const before = leftOf(desk)
      desk.of(today.solving).fill(0)
      desk.of(sellers.earnings).forEach((earned, row) => {
        desk.of(sellers.earnings)[row] = earned * kept
      })
      for (let week = 81; week <= 132; week++) desk.step(entryExit, 7 * week)
      return (leftOf(desk) - before) / (1 - before)
    })
    // Before the loss marks are 1.3 on average: a tenth is short for a year. After it a third is.
    expect(same).toBeGreaterThan(0.08)
    expect(same).toBeLessThan(0.115)
    expect(loss).toBeGreaterThan(1.2 * same)
  })

  it('makes no more firms leave in all while constants are solved, insolvent ones counted', () => {
    const desk = street(4000, { exitHazard: 0.004, pressed: 0.2, shortfall: 1, brokeWeeks: 1 })
    desk.of(today.solving).fill(1)
    desk.of(sellers.earnings).forEach((_, row) => {
      desk.of(sellers.earnings)[row] = 1 + ((row * 7919) % 4000)
    })
    let [left, present] = [0, 0]
    for (let week = 1; week <= 130; week++) {
      // Every week one in a thousand of those who are left cannot pay.
      desk.of(sellers.cash).fill(100)
      for (let row = week % 1000; row < 4000; row += 1000) desk.of(sellers.cash)[row] = -1
      present += 4000 - inState(desk, STATE.exited).length
      desk.step(entryExit, 7 * week)
      if (week === 60) [left, present] = [0, 0]
      left += sum(desk.of(sellers.exited))
    }
    expect(Math.abs(left / present / 0.004 - 1)).toBeLessThan(0.15)
  })
})

describe('a producer', () => {
  it('idles when three months bring less than its owner asks', () => {
    const desk = street(60)
    const maker = producer(desk)
    desk.of(sellers.earnings)[maker] = 0.49 * 400
    desk.of(sellers.earnedWeeks)[maker] = 12
    desk.step(entryExit, 7)
    expect(inState(desk, STATE.idle)).toEqual([])
    desk.of(sellers.earnedWeeks)[maker] = 13
    desk.step(entryExit, 14)
    expect(inState(desk, STATE.idle)).toEqual([maker])
  })

  it('idles the sooner, the fewer weeks its owner judges by', () => {
    const desk = street(60)
    const maker = producer(desk)
    desk.of(firms.earningsWeeks)[0] = 6.5
    desk.of(sellers.earnings)[maker] = 0.49 * 400
    desk.of(sellers.earnedWeeks)[maker] = 5
    desk.step(entryExit, 7)
    expect(inState(desk, STATE.idle)).toEqual([])
    desk.of(sellers.earnedWeeks)[maker] = 6
    desk.step(entryExit, 14)
    expect(inState(desk, STATE.idle)).toEqual([maker])
  })

  it('goes on where nobody asks', () => {
    const desk = street(60, { pressed: 0 })
    desk.of(sellers.earnings).fill(-100)
    for (let week = 1; week <= 20; week++) desk.step(entryExit, 7 * week)
    expect(inState(desk, STATE.active)).toHaveLength(60)
  })

  it.each([
    [0, 0.4],
    [0.2, 0.4],
    [0.5, 0.4],
    [0.2, 1],
  ])('stops where he is near the margin: all earn %d less, spread %d', (loss, spread) => {
    const desk = street(4000, { pressed: 0.1, restart: 0.04, response: 0 })
    const makers = rowsWhere(4000, (row) => desk.of(sellers.kind)[row] === KIND.producer)
    desk.of(sellers.weight).fill(1)
    desk.of(sellers.revenue).fill(0)
    desk.of(sellers.unitCost).fill(0)
    desk.of(sellers.rent).fill(0)
    const z = (nth: number) => normalQuantile((nth + 0.5) / makers.length)
    // What lies below the share that is pressed asks of a firm: exactly that of the tenth of them that earns least.
    desk.of(categories.asked).fill(Math.exp(spread * normalQuantile(0.1)))
    let [atWork, weeks] = [0, 0]
    for (let week = 1; week <= 260; week++) {
      makers.forEach((row, nth) => {
        const works = desk.of(sellers.state)[row] === STATE.active
        desk.of(sellers.revenue)[row] = works ? 400 * (1 - loss) * Math.exp(spread * z(nth)) : 0
      })
      desk.step(entryExit, 7 * week)
      desk.step(cash, 7 * week)
      if (week <= 104) continue
      weeks++
      for (const row of makers) if (desk.of(sellers.state)[row] === STATE.active) atWork++
    }
    const short = normalShare(normalQuantile(0.1) - Math.log(1 - loss) / spread)
    // Who is short idles for 1 / restart weeks on average; he works the week of his new start and thirteen more.
    const idle = (short * 25) / (25 + 14)
    expect(Math.abs(atWork / weeks / makers.length - (1 - idle))).toBeLessThan(0.01)
  })

  it('starts again at its chance', () => {
    const desk = street(4000, { restart: 0.1 })
    const makers = rowsWhere(4000, (row) => desk.of(sellers.kind)[row] === KIND.producer)
    for (const row of makers) desk.of(sellers.state)[row] = STATE.idle
    desk.of(sellers.shortWeeks).fill(20)
    desk.step(entryExit, 7)
    const again = makers.filter((row) => desk.of(sellers.state)[row] === STATE.active)
    for (const row of again) expect(desk.of(sellers.shortWeeks)[row]).toBe(0)
    const spread = Math.sqrt(0.09 / makers.length)
    expect(Math.abs(again.length / makers.length - 0.1)).toBeLessThan(5 * spread)
    for (const row of again) expect(desk.of(sellers.reentered)[row]).toBe(1)
  })

  it('alone idles: the other kinds have no tools to keep, and go on or leave', () => {
    const desk = street(60)
    desk.of(sellers.earnings).fill(0)
    for (let week = 1; week <= 10; week++) desk.step(entryExit, 7 * week)
    for (const row of inState(desk, STATE.idle))
      expect(desk.of(sellers.kind)[row]).toBe(KIND.producer)
    expect(inState(desk, STATE.idle).length).toBeGreaterThan(5)
  })
})
