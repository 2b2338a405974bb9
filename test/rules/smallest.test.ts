import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallest } from '../../src/market/rules/money/smallest.ts'

/** As one would say it: pairs in order of key, of equal keys in order of row. */
function sortedPairs(keys: readonly number[], rows: readonly number[], wanted: number): number[] {
  return keys
    .map((key, at) => ({ key, row: rows[at] }))
    .sort((one, other) => one.key - other.key || one.row - other.row)
    .slice(0, Math.max(0, wanted))
    .map(({ row }) => row)
    .sort((one, other) => one - other)
}

/** Few different keys, so that many are equal; behind those that were found stands what is left of earlier use. */
const asked = fc
  .array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 })
  .chain((keys) => fc.tuple(fc.constant(keys), fc.integer({ min: -1, max: keys.length + 2 })))

describe('the rows with the smallest keys', () => {
  it('are those that come first where pairs of key and row are sorted, also of equal keys', () => {
    fc.assert(
      fc.property(asked, ([whole, wanted]) => {
        const keys = whole.map((key) => key / 8)
        const rows = keys.map((_, at) => 3 * at + 5)
        const [spareKeys, spareRows] = [
          [...keys, -1, -1],
          [...rows, 0, 1],
        ]
        const got = smallest(
          Float64Array.from(spareKeys),
          Int32Array.from(spareRows),
          keys.length,
          wanted,
        )
        expect([...got]).toEqual(sortedPairs(keys, rows, wanted))
      }),
    )
  })
})
