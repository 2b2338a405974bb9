import { beforeEach, describe, expect, it } from 'vitest'
import { type At, type Measure, measures } from '../../src/market/index.ts'
import { createRecorder } from '../../src/market/measures/recorder.ts'
import {
  buyers,
  creators,
  feeds,
  KIND,
  labour,
  POOL,
  POOL_KINDS,
  pools,
  STATE,
  STATUS,
  sellers,
  today,
} from '../../src/market/populations/index.ts'
import { hiring } from '../../src/market/rules/money/hiring.ts'
import { jobs } from '../../src/market/rules/money/jobs.ts'
import { work } from '../../src/market/rules/money/work.ts'
import { counts } from '../../src/market/rules/trade/counts.ts'
import {
  categories,
  companies,
  creator,
  firms,
  households,
  regions,
  venues,
} from '../../src/market/tables/index.ts'
import { type Bench, bench, rowsWhere, sum, tuned, village } from './bench.ts'

describe('hiring', () => {
  /** A producer whose planned output calls for so much labour. */
  function workshop(desired: number, paid: number, cash: number): { desk: Bench; maker: number } {
    const desk = bench(village())
    const maker = rowsWhere(
      desk.count.sellers,
      (row) => desk.of(sellers.kind)[row] === KIND.producer && !desk.of(sellers.madeToOrder)[row],
    )[0]
    desk.of(categories.productivity).fill(20)
    desk.of(firms.wage)[0] = 500
    desk.of(regions.wage).fill(1)
    desk.of(labour.wage).fill(1)
    desk.of(sellers.expected)[maker] = desired * 20
    desk.of(sellers.stock)[maker] = desired * 20 * 3
    desk.of(sellers.family)[maker] = 1.3
    desk.of(sellers.paid)[maker] = paid
    desk.of(sellers.cash)[maker] = cash
    desk.step(hiring, 7)
    return { desk, maker }
  }

  const paidAfter = (...given: Parameters<typeof workshop>) => {
    const { desk, maker } = workshop(...given)
    return desk.of(sellers.paid)[maker]
  }

  it('hires 15 % of the missing work in a week', () => {
    expect(paidAfter(5.3, 0, 1e9)).toBeCloseTo(0.15 * 4, 9)
    expect(paidAfter(5.3, 2, 1e9)).toBeCloseTo(2 + 0.15 * 2, 9)
  })

  it('lets go 12 % of the idle work in a week', () => {
    expect(paidAfter(0, 4, 1e9)).toBeCloseTo(4 - 0.12 * 4, 9)
    expect(paidAfter(3.3, 4, 1e9)).toBeCloseTo(4 - 0.12 * 2, 9)
  })

  it('lets the family work first', () => {
    const { desk, maker } = workshop(0.8, 0, 1e9)
    expect(desk.of(sellers.paid)[maker]).toBe(0)
    expect(desk.of(sellers.familyUsed)[maker]).toBeCloseTo(0.8, 9)
    expect(workshop(9, 0, 1e9).desk.of(sellers.familyUsed)[maker]).toBe(1.3)
  })

  it('hires no more than cash can pay', () => {
    expect(paidAfter(11.3, 0, 600)).toBeCloseTo(1.2, 9)
    expect(paidAfter(11.3, 1, 100)).toBe(1)
    expect(paidAfter(11.3, 0, -5)).toBe(0)
  })

  it('keeps at most half where there is no cash', () => {
    expect(paidAfter(0, 4, -1)).toBe(2)
  })

  it('pays wages, and tells who came and who went', () => {
    const { desk, maker } = workshop(5.3, 2, 1e9)
    const paid = desk.of(sellers.paid)[maker]
    expect(desk.of(sellers.wages)[maker]).toBeCloseTo(500 * paid, 6)
    expect(desk.of(sellers.hired)[maker]).toBeCloseTo(paid - 2, 12)
    expect(desk.of(sellers.separated)[maker]).toBe(0)
  })

  it('lets all go where a firm stops', () => {
    const { desk, maker } = workshop(5.3, 2, 1e9)
    const paid = desk.of(sellers.paid)[maker]
    desk.of(sellers.state)[maker] = STATE.exited
    desk.step(hiring, 14)
    expect(desk.of(sellers.paid)[maker]).toBe(0)
    expect(desk.of(sellers.wages)[maker]).toBe(0)
    expect(desk.of(sellers.separated)[maker]).toBe(paid)
  })
})

describe('jobs', () => {
  const input = village(
    'size.buyers=20000',
    'households.separation=0.01',
    'households.finding=0.09',
  )
  const J = POOL_KINDS.length

  const counts = (desk: Bench) => {
    const found = [0, 0, 0]
    for (const status of desk.of(buyers.status)) found[status]++
    return found
  }

  it('keep unemployment at s / (s + f) where nothing happens', () => {
    const desk = bench(input)
    let weeks = 0
    let unemployed = 0
    for (let week = 0; week < 120; week++) {
      desk.step(jobs, 7 * week)
      const rate = counts(desk)[STATUS.unemployed] / 20_000
      if (week === 0) expect(rate).toBeCloseTo(0.1, 2)
      if (week < 40) continue
      unemployed += rate
      weeks++
    }
    // Both hazards act over a whole week, so that the share is that of their chances.
    const [lost, found] = [1 - Math.exp(-0.01), 1 - Math.exp(-0.09)]
    expect(unemployed / weeks).toBeCloseTo(lost / (lost + found), 2)
  })

  it('keep unemployment at s (1 - m) / (s + f) with m in the market, which may grow in the run-in', () => {
    const desk = bench(input)
    desk.of(pools.bill).fill(1)
    desk.of(today.solving)[0] = 1
    const size = [0, 1].map((region) => {
      const people = rowsWhere(20_000, (buyer) => desk.of(buyers.region)[buyer] === region).length
      desk.of(pools.heads)[region * J] = Math.round(0.3 * people)
      return people
    })
    const rates: number[] = []
    for (let week = 0; week < 100; week++) {
      if (week === 3)
        for (const region of [0, 1])
          desk.of(pools.heads)[region * J] = Math.round(0.4 * size[region])
      desk.step(jobs, 7 * week)
      const all = size[0] + size[1]
      const without = desk.of(labour.unemployed)[0] + desk.of(labour.unemployed)[1]
      rates.push(without / all)
    }
    expect(rates[0]).toBeCloseTo(0.1 * 0.7, 2)
    // Nobody is drawn from those without work; they are fewer only as fewer lose a job outside.
    expect(Math.abs(rates[4] - rates[2])).toBeLessThan(0.005)
    const settled = rates.slice(60).reduce((total, rate) => total + rate, 0) / 40
    expect(settled).toBeGreaterThan(0.045)
    expect(settled).toBeLessThan(0.06)
  })

  it('give every pool the people that it calls for, and lose nobody', () => {
    const desk = bench(input)
    desk.step(jobs, 0)
    const wanted = [1200, 700, 0, 2500, 600]
    wanted.forEach((heads, week) => {
      desk.of(pools.heads)[2] = heads
      desk.of(pools.heads)[J + 9] = 2500 - heads
      desk.step(jobs, 7 * (week + 1))
      expect(desk.of(pools.workers)[2]).toBe(heads)
      expect(desk.of(pools.workers)[J + 9]).toBe(2500 - heads)
      expect(counts(desk)[STATUS.market]).toBe(2500)
      expect(sum(counts(desk))).toBe(20_000)
      expect(sum(desk.of(labour.force))).toBe(20_000)
      expect(sum(desk.of(labour.unemployed))).toBe(counts(desk)[STATUS.unemployed])
    })
  })

  it('take people of the own region', () => {
    const desk = bench(input)
    desk.step(jobs, 0)
    desk.of(pools.heads)[J + 1] = 900
    desk.step(jobs, 7)
    const workers = rowsWhere(20_000, (buyer) => desk.of(buyers.status)[buyer] === STATUS.market)
    expect(workers).toHaveLength(900)
    expect(new Set(workers.map((buyer) => desk.of(buyers.region)[buyer]))).toEqual(new Set([1]))
    expect(new Set(workers.map((buyer) => desk.of(buyers.pool)[buyer]))).toEqual(new Set([J + 1]))
  })

  it('turn those let go into the unemployed, and move nobody else', () => {
    const desk = bench(input)
    desk.of(pools.heads)[0] = 500
    desk.step(jobs, 0)
    const before = rowsWhere(20_000, (buyer) => desk.of(buyers.status)[buyer] === STATUS.market)
    desk.of(pools.heads)[0] = 450
    desk.step(jobs, 7)
    const kept = before.filter((buyer) => desk.of(buyers.status)[buyer] === STATUS.market)
    expect(kept).toHaveLength(450)
    const gone = before.filter((buyer) => !kept.includes(buyer))
    expect(gone.every((buyer) => desk.of(buyers.status)[buyer] === STATUS.unemployed)).toBe(true)
  })

  it.each([
    [{}, 25, STATUS.outside],
    [{}, 26, STATUS.unemployed],
    [{ sizingWeeks: 3 }, 2, STATUS.outside],
    [{ sizingWeeks: 3 }, 3, STATUS.unemployed],
  ])(
    'go back to work outside while firms find their size, with %j in week %d',
    (parameters, week, status) => {
      const desk = bench(tuned(input, 'jobs', parameters))
      desk.of(today.solving).fill(1)
      desk.of(pools.heads)[0] = 500
      desk.step(jobs, 0)
      const then = Array.from(desk.of(buyers.status))
      desk.of(pools.heads)[0] = 0
      desk.step(jobs, 7 * week)
      const gone = then.flatMap((was, buyer) => (was === STATUS.market ? [buyer] : []))
      expect(gone).toHaveLength(500)
      expect(new Set(gone.map((buyer) => desk.of(buyers.status)[buyer]))).toEqual(new Set([status]))
    },
  )

  it('are a side work in the part of a normal income that they usually do not pay', () => {
    const desk = bench(input)
    desk.of(pools.heads)[0] = 4000
    desk.of(pools.bill)[0] = 1
    desk.step(jobs, 0)
    desk.of(pools.reference)[0] = 0.3
    desk.of(today.solving).fill(0)
    const place = () => Array.from(desk.of(buyers.status))
    const moved = (before: readonly number[], from: number, to: number) =>
      place().filter((status, buyer) => before[buyer] === from && status === to).length
    const atFirst = place()
    desk.of(pools.heads)[0] = 2000
    desk.step(jobs, 7)
    const [idle, busy] = [STATUS.unemployed, STATUS.outside].map((status) =>
      moved(atFirst, STATUS.market, status),
    )
    expect(idle + busy).toBe(2000)
    expect(Math.abs(idle / 2000 - 0.3)).toBeLessThan(5 * Math.sqrt((0.3 * 0.7) / 2000))
    expect(desk.of(pools.elsewhere)[0]).toBeCloseTo(0.7, 12)
    const then = place()
    desk.of(pools.heads)[0] = 3000
    desk.step(jobs, 14)
    // Some find work outside in the same week.
    expect(Math.abs(moved(then, STATUS.unemployed, STATUS.market) - 300)).toBeLessThanOrEqual(20)
    expect(
      moved(then, STATUS.unemployed, STATUS.market) + moved(then, STATUS.outside, STATUS.market),
    ).toBe(1000)
  })

  it('keep what a pool usually pays while it stands empty', () => {
    const desk = bench(input)
    desk.of(today.solving).fill(1)
    desk.of(pools.heads)[0] = 50
    desk.step(jobs, 0)
    desk.of(pools.bill)[0] = sum(desk.of(pools.normalIncome)) * desk.of(households.weight)[0]
    desk.step(jobs, 7)
    const then = desk.of(pools.reference)[0]
    expect(then).toBeGreaterThan(0)
    desk.of(pools.heads)[0] = 0
    for (let week = 2; week <= 20; week++) desk.step(jobs, 7 * week)
    expect(desk.of(pools.reference)[0]).toBe(then)
  })

  it('pay a pool what it earns, in proportion to normal income', () => {
    const desk = bench(input)
    desk.of(pools.heads)[0] = 500
    desk.of(pools.bill)[0] = 123_456
    desk.of(pools.bill)[1] = 777
    desk.step(jobs, 0)
    const workers = rowsWhere(20_000, (buyer) => desk.of(buyers.status)[buyer] === STATUS.market)
    const paid = sum(
      workers.map((buyer) => desk.of(buyers.income)[buyer] * desk.of(pools.ratio)[0]),
    )
    expect(paid).toBeCloseTo(123_456, 4)
    expect(desk.of(pools.unassigned)[0]).toBe(0)
    expect(desk.of(pools.unassigned)[1]).toBe(777)
  })
})

describe('work', () => {
  const input = tuned(village(), work.name, {
    parcelsPerCourier: 600,
    courierWage: 510,
    platformWage: 3,
  })
  const J = POOL_KINDS.length
  const [HERE, THERE] = [0, 1]
  let desk: Bench

  /** A firm that stands for `weight` firms; all others are gone. */
  const firm = (
    seller: number,
    of: {
      kind: number
      region: number
      weight: number
      family: number
      used: number
      paid: number
      state?: number
      wages?: number
      draw?: number
      turnover?: number
      cash?: number
    },
  ) => {
    desk.of(sellers.kind)[seller] = of.kind
    desk.of(sellers.region)[seller] = of.region
    desk.of(sellers.weight)[seller] = of.weight
    desk.of(sellers.family)[seller] = of.family
    desk.of(sellers.familyUsed)[seller] = of.used
    desk.of(sellers.paid)[seller] = of.paid
    desk.of(sellers.state)[seller] = of.state ?? STATE.active
    desk.of(sellers.wages)[seller] = of.wages ?? 0
    desk.of(sellers.withdrawals)[seller] = of.draw ?? 0
    desk.of(sellers.turnover)[seller] = of.turnover ?? 100
    desk.of(sellers.cash)[seller] = of.cash ?? 0
  }

  beforeEach(() => {
    desk = bench(input)
    desk.of(sellers.state).fill(STATE.exited)
    for (const column of [sellers.paid, sellers.wages, sellers.withdrawals, sellers.stock])
      desk.of(column).fill(0)
    desk.of(creators.hours).fill(0)
    desk.of(creators.income).fill(0)
    desk.of(feeds.parcelsWeek).fill(0)
    desk.of(companies.staff).fill(0)
    desk.of(venues.courier).fill(0)
    desk.of(venues.staffing).fill(0)
    desk.of(households.orders)[0] = 2000
    desk.of(creator.weight)[0] = 1000
    desk.of(firms.wage)[0] = 500
    desk.of(regions.wage).fill(1)
  })

  const pool = (region: number, kind: number) =>
    [pools.heads, pools.fte, pools.bill].map((column) => desk.of(column)[region * J + kind])
  const total = () => [pools.heads, pools.fte, pools.bill].map((column) => sum(desk.of(column)))
  /** What a measure says of the world as it stands. */
  const told = (measure: Measure, at: At = {}) => {
    const { world } = desk
    const { cells, parts } = createRecorder(world, input, [measure])
    const values = new Float64Array(cells.length)
    for (const part of parts) part(0, values)
    return values[
      cells.findIndex((cell) =>
        (['kind', 'region', 'category'] as const).every(
          (name) => cell[name] === (at[name] ?? 'all'),
        ),
      )
    ]
  }

  it('counts owners and family by heads and by hours, and paid workers by both', () => {
    firm(0, {
      kind: KIND.producer,
      region: HERE,
      weight: 10,
      family: 1.3,
      used: 0.65,
      paid: 2,
      wages: 900,
      draw: 400,
    })
    firm(1, {
      kind: KIND.trader,
      region: THERE,
      weight: 40,
      family: 1,
      used: 0.5,
      paid: 0,
      draw: 300,
    })
    // An idle firm keeps its workers until it lets them go, but nobody of the family works in it.
    firm(2, {
      kind: KIND.trader,
      region: THERE,
      weight: 7,
      family: 1,
      used: 0,
      paid: 1,
      wages: 450,
      state: STATE.idle,
    })
    desk.step(work, 7)
    expect(pool(HERE, POOL.paid + KIND.producer)).toEqual([20, 20, 9000])
    expect(pool(HERE, POOL.owner + KIND.producer)).toEqual([13, 6.5, 4000])
    expect(pool(THERE, POOL.owner + KIND.trader)).toEqual([40, 20, 12_000])
    expect(pool(THERE, POOL.paid + KIND.trader)).toEqual([7, 7, 3150])
    expect(total()).toEqual([80, 53.5, 28_150])
  })

  it('counts a creator as one head who streams an hour or more, and 40 hours as one FTE', () => {
    desk.of(creators.region).fill(THERE)
    desk.of(creators.hours).set([12, 0.5, 28])
    desk.of(creators.income).set([90, 10, 0])
    desk.step(work, 7)
    const [heads, fte, bill] = pool(THERE, POOL.creator)
    expect(heads).toBe(2000)
    expect(fte).toBeCloseTo((1000 * (12 + 0.5 + 28)) / 40, 9)
    expect(bill).toBeCloseTo(100_000, 9)
    expect(total()).toEqual(pool(THERE, POOL.creator))
    expect(told(measures.work.hourlyEarnings, { kind: 'creator' })).toBeCloseTo(100 / 40.5, 12)
    for (const [hours, people] of [
      [0.99, 0],
      [1, 12_000],
      [2, 12_000],
    ]) {
      desk.of(creators.hours).fill(hours)
      desk.step(work, 14)
      expect(pool(THERE, POOL.creator)[0], `${hours} hours`).toBe(people)
    }
  })

  it('counts 50 hours as one FTE where a full-time week is so long, and an hour is worth the less', () => {
    desk.of(firms.fullTime)[0] = 50
    desk.of(creators.region).fill(THERE)
    desk.of(creators.hours).set([12, 0.5, 37.5])
    desk.of(creators.income).set([90, 10, 0])
    desk.step(work, 7)
    expect(pool(THERE, POOL.creator)[1]).toBeCloseTo(1000, 9)
    // 100 for 50 hours, and 510 a week of couriers who work as long.
    expect(told(measures.work.hourlyEarnings, { kind: 'creator' })).toBeCloseTo(2, 12)
    desk.of(venues.courier)[1] = 1
    desk.of(feeds.parcelsWeek).set([3, 0.6], 2)
    desk.step(work, 14)
    expect(told(measures.work.hourlyEarnings, { kind: 'courier' })).toBeCloseTo(510 / 50, 12)
  })

  it('takes couriers from parcels where a venue delivers, at their pay', () => {
    const R = 2
    desk.of(venues.courier)[1] = 1
    // Parcels of simulated buyers, each of whom stands for 2,000 people.
    desk.of(feeds.parcelsWeek).set([9, 9], 0 * R)
    desk.of(feeds.parcelsWeek).set([3, 0.6], 1 * R)
    desk.step(work, 7)
    expect(pool(HERE, POOL.courier)).toEqual([10, 10, 5100])
    expect(pool(THERE, POOL.courier)).toEqual([2, 2, 1020])
    expect(total()).toEqual([12, 12, 6120])
    expect(told(measures.work.hourlyEarnings, { kind: 'courier' })).toBeCloseTo(510 / 40, 12)
  })

  it('takes couriers and staff from orders of several pieces, counted over a week', () => {
    const R = 2
    desk.of(venues.courier)[1] = 1
    desk.of(venues.staffing)[1] = 10
    desk.of(venues.pieces)[1] = 2.5
    // 3 pieces a day here and 6 there, each for 2,000: 21 and 42 in a week, in 8.4 and 16.8 parcels.
    desk.of(feeds.pieces).set([3, 6], 1 * R)
    for (let weekday = 0; weekday < 7; weekday++) {
      desk.of(today.weekday)[0] = weekday
      desk.step(counts, weekday)
    }
    desk.step(work, 7)
    for (const [region, parcels] of [16_800, 33_600].entries()) {
      const [heads, fte, bill] = pool(region, POOL.courier)
      expect(heads).toBeCloseTo(parcels / 600, 9)
      expect(fte).toBeCloseTo(parcels / 600, 9)
      expect(bill).toBeCloseTo((parcels / 600) * 510, 6)
    }
    expect(pool(HERE, POOL.platform)[1]).toBeCloseTo((10 * 50_400) / 1000, 9)
  })

  it('takes platform staff from companies and orders, in the capital, at three times the wage', () => {
    const R = 2
    desk.of(regions.wage)[HERE] = 1.5
    desk.of(companies.staff)[0] = 25
    desk.of(venues.staffing)[0] = 4
    desk.of(feeds.parcelsWeek).set([1, 0.5], 0 * R)
    desk.step(work, 7)
    const staff = 25 + (4 * 3000) / 1000
    expect(pool(HERE, POOL.platform)).toEqual([staff, staff, staff * 3 * 500 * 1.5])
    expect(total()).toEqual(pool(HERE, POOL.platform))
  })

  it('has jobs in small firms in heads and hours, without large firms, creators and couriers', () => {
    firm(0, { kind: KIND.producer, region: HERE, weight: 10, family: 1.3, used: 0.65, paid: 2 })
    firm(1, { kind: KIND.trader, region: THERE, weight: 40, family: 1, used: 0.5, paid: 0 })
    // Over Rp 50 bn of sales and Rp 10 bn of assets a year it is no small firm.
    firm(2, {
      kind: KIND.producer,
      region: HERE,
      weight: 1,
      family: 1,
      used: 1,
      paid: 300,
      turnover: 60_000,
      cash: 11e6,
    })
    firm(3, {
      kind: KIND.reseller,
      region: HERE,
      weight: 3,
      family: 2,
      used: 1,
      paid: 0,
      state: STATE.idle,
    })
    desk.of(creators.hours).fill(30)
    desk.of(venues.courier).fill(1)
    desk.of(feeds.parcelsWeek).fill(5)
    desk.step(work, 7)
    const { umkmJobs, umkmWork, employment } = measures.work
    expect(told(umkmJobs)).toBeCloseTo(10 * 3.3 + 40, 9)
    expect(told(umkmWork)).toBeCloseTo(10 * 2.65 + 40 * 0.5, 9)
    expect(told(umkmJobs, { kind: 'producer' })).toBeCloseTo(33, 9)
    expect(told(umkmJobs, { kind: 'reseller' })).toBe(0)
    expect(told(umkmJobs, { region: 'there' })).toBe(40)
    expect(told(umkmWork, { region: 'here' })).toBeCloseTo(26.5, 9)
    const byCategory = input.tables.categories.map(({ name }) => told(umkmJobs, { category: name }))
    expect(sum(byCategory)).toBeCloseTo(73, 9)
    // All working time: the large firm and the others too, each in a line of its own.
    const others = ['creator', 'courier', 'platform'].map((kind) => told(employment, { kind }))
    expect(told(employment)).toBeCloseTo(46.5 + 301 + sum(others), 6)
  })
})
