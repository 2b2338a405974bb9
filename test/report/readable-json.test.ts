/** Results that a person can read: a line a part, and the same object when it is read again. */
import { describe, expect, it } from 'vitest'
import { readableJson } from '../../src/report/index.ts'

describe('readable JSON', () => {
  const value = {
    name: 'x',
    none: Number.NaN,
    empty: {},
    points: Array.from({ length: 40 }, (_, at) => ({ place: `row ${at}`, mean: at / 7, of: [at] })),
    numbers: Array.from({ length: 100 }, (_, at) => at / 3),
    words: ['a "quoted", word: of', 'b'],
  }

  it('is what was written, with no long line', () => {
    const text = readableJson(value)
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(130)
  })

  it('has a line a point, so that a difference is one line', () => {
    const other = {
      ...value,
      points: value.points.map((one, at) => (at === 7 ? { ...one, mean: 0 } : one)),
    }
    const [one, two] = [value, other].map((of) => readableJson(of).split('\n'))
    expect(one).toHaveLength(two.length)
    expect(one.filter((line, at) => line !== two[at])).toHaveLength(1)
  })
})
