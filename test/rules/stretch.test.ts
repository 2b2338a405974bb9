import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stretchOf } from '../../src/market/rules/stretch.ts'

describe('a stretch of sorted rows', () => {
  it('holds the rows from a value on and below another, and no others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { maxLength: 60 }),
        fc.nat(6),
        fc.nat(6),
        (values, from, more) => {
          const sorted = Uint8Array.from(values).sort()
          const to = from + more
          const { first, last } = stretchOf(sorted, from, to)
          expect([...sorted.subarray(first, last)]).toEqual(
            [...sorted].filter((value) => value >= from && value < to),
          )
        },
      ),
    )
  })

  it('divides all rows where stretches follow one another', () => {
    const sorted = [0, 0, 2, 2, 2, 5]
    const stretches = [0, 1, 2, 3, 4, 5].map((value) => stretchOf(sorted, value, value + 1))
    expect(stretches.map(({ first, last }) => last - first)).toEqual([2, 0, 3, 0, 0, 1])
  })
})
