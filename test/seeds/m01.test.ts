/** M1: social commerce is given a grace period, then closed; sellers and creators prepare in it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { creators } from '../../src/market/populations/index.ts'
import { readScenario } from '../../src/scenario/index.ts'
import { dayOf, mean, recorded, row, values } from '../policies/small.ts'
import { fromDisk } from '../scenario/files.ts'
import { type World, worlds } from './worlds.ts'

describe('a closure with a grace of 0, 1 and 4 weeks', { timeout: 180_000 }, () => {
  let all: World[]
  beforeAll(() => {
    const files = [0, 1, 4].map((weeks) => `policies/closure-grace-${weeks}`)
    all = worlds('m01', '2023-11-15', 'indonesia-2023', ...files)
  }, 180_000)

  const day = (date: string) => dayOf(all[0].input, date)
  const atShop = (measure: string, nth: number, from: string, to: string) =>
    mean(all[nth].market, measure, { venue: 'tiktok-shop' }, day(from), day(to))
  const sold = (nth: number, from: string, to: string) => atShop('sales', nth, from, to)

  it('is the same market until the rule', () => {
    const until = day('2023-09-26')
    for (const { market } of all)
      expect(recorded(market, until).equals(recorded(all[0].market, until))).toBe(true)
  })

  it('closes on its day', () => {
    const ends = ['2023-09-26', '2023-10-03', '2023-10-24']
    ends.forEach((end, nth) => {
      if (nth > 0) expect(sold(nth + 1, '2023-09-26', end)).toBeGreaterThan(0)
      expect(sold(nth + 1, end, '2023-11-15')).toBe(0)
    })
    expect(sold(0, '2023-10-24', '2023-11-15')).toBeGreaterThan(0)
  })

  // What they are worth together may rise or fall: prices fall by about a tenth, pieces rise by as much.
  it('is reported over like days: the 1st to the 30th after its end', () => {
    const ends = [0, 1, 4].map((weeks) => {
      const read = readScenario(`scenarios/policies/closure-grace-${weeks}.yaml`, fromDisk)
      if (!read.ok) throw new Error('not read')
      const { windows, input } = read.scenario
      const { from, to } = windows.find(({ name }) => name === 'first month')!
      expect(to - from).toBe(30)
      return from - Math.floor(Number(input.policies[0].settings.effective))
    })
    expect(ends).toEqual([1, 1, 1])
  })

  it('is prepared for: stock goes cheaper in the grace, and more of it', () => {
    const inGrace = (measure: string, nth: number) =>
      atShop(measure, nth, '2023-10-02', '2023-10-24')
    const price = (nth: number) => inGrace('sales', nth) / inGrace('units', nth)
    expect(price(3)).toBeLessThan(price(0))
    expect(inGrace('units', 3)).toBeGreaterThan(inGrace('units', 0))
  })

  it('leaves fewer creators the longer it was known', () => {
    const venue = row(all[0].input, 'venues', 'tiktok-shop') + 1
    const there = ({ market }: World) =>
      values(market, creators.venue).filter((one) => one === venue).length
    expect(there(all[1])).toBeLessThan(there(all[0]))
  })
})
