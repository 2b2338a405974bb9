import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seedKey, uniform } from '../../src/engine/index.ts'
import { placeSlots, shareSlots } from '../../src/market/rules/feeds/slots.ts'
import { sum } from './bench.ts'

const SLOTS = 64

const contest = fc
  .array(fc.tuple(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), fraction()), {
    minLength: 1,
    maxLength: 90,
  })
  .map((members) => ({
    weight: members.map(([weight]) => weight),
    luck: members.map(([, luck]) => luck),
  }))

function fraction() {
  return fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
}

function shared(weight: readonly number[], luck: readonly number[]): number[] {
  const due: number[] = []
  shareSlots(SLOTS, weight, luck, weight.length, sum(weight), due)
  return due
}

describe('slots of a list', () => {
  it('are all given away, and to nobody less than none', () => {
    fc.assert(
      fc.property(contest, ({ weight, luck }) => {
        const due = shared(weight, luck)
        expect(sum(due)).toBe(SLOTS)
        for (const slots of due) expect(slots).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('go one way when one weight rises: to it, and from others', () => {
    fc.assert(
      fc.property(
        contest,
        fc.nat(),
        fc.double({ min: 1, max: 50, noNaN: true }),
        (all, which, k) => {
          const moved = which % all.weight.length
          const before = shared(all.weight, all.luck)
          const after = shared(
            all.weight.map((weight, at) => (at === moved ? k * weight : weight)),
            all.luck,
          )
          expect(after[moved]).toBeGreaterThanOrEqual(before[moved])
          after.forEach((slots, at) => {
            if (at !== moved) expect(slots).toBeLessThanOrEqual(before[at])
          })
        },
      ),
    )
  })

  it('give each its share on average over luck', () => {
    const weight = [0.2, 0.5, 1, 3, 7, 20, 40, 60]
    const total = sum(weight)
    const runs = 4000
    const mean = weight.map(() => 0)
    const key = seedKey('luck')
    for (let run = 0; run < runs; run++)
      shared(
        weight,
        weight.map((_, at) => uniform(key, run, at)),
      ).forEach((slots, at) => {
        mean[at] += slots / runs
      })
    // Five standard errors of a rounded share, and what the common tau adds for so few members.
    mean.forEach((slots, at) => {
      expect(Math.abs(slots - (SLOTS * weight[at]) / total)).toBeLessThan(0.08)
    })
  })

  it('stay with who holds them, and change hands only where they must', () => {
    fc.assert(
      fc.property(contest, contest, ({ weight, luck }, next) => {
        const members = weight.length
        const listing = weight.map((_, at) => 3 * at + 1)
        const key = weight.map((_, at) => Math.imul(at + 1, 0x9e3779b1))
        const seat = new Int32Array(members)
        const holder = new Int32Array(SLOTS)
        const listings = new Int32Array(SLOTS)
        const place = (due: readonly number[]) =>
          placeSlots(listings, 0, SLOTS, 3, listing, key, members, due, seat, holder)
        const before = shared(weight, luck)
        place(before)
        const held = [...listings]
        const count = (all: ArrayLike<number>, at: number) =>
          Array.from(all).filter((one) => one === listing[at]).length
        const again = weight.map((one, at) => one * (next.weight[at] ?? 1))
        const after = shared(again, luck)
        place(after)
        let moved = 0
        for (let slot = 0; slot < SLOTS; slot++) {
          expect(listings[slot]).toBe(listing[holder[slot]])
          if (listings[slot] !== held[slot]) moved++
        }
        let gained = 0
        for (let at = 0; at < members; at++) {
          expect(count(listings, at)).toBe(after[at])
          gained += Math.max(0, after[at] - before[at])
        }
        expect(moved).toBe(gained)
      }),
    )
  })
})
