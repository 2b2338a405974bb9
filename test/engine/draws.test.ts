import { describe, expect, it } from 'vitest'
import {
  GUMBEL,
  type Key,
  keyOf,
  mix,
  seedKey,
  textWord,
  uniform,
  word,
} from '../../src/engine/index.ts'

const RUN = seedKey('pasar/1')

describe('mix', () => {
  it('is a bijection: no two words of a sample meet', () => {
    const seen = new Set<number>()
    for (let word = 0; word < 200_000; word++) seen.add(mix(word))
    expect(seen.size).toBe(200_000)
  })

  it('gives whole numbers of 32 bits without a sign', () => {
    for (const given of [0, 1, -1, 2 ** 31, 2 ** 32 - 1]) {
      const made = mix(given)
      expect(made >>> 0).toBe(made)
    }
  })

  it('changes about half of the bits when one bit changes', () => {
    let flipped = 0
    for (let given = 1; given <= 2000; given++)
      for (let bit = 0; bit < 32; bit++)
        flipped += bits(mix(given * 7919) ^ mix((given * 7919) ^ (1 << bit)))
    expect(flipped / (2000 * 32 * 32)).toBeCloseTo(0.5, 2)
  })
})

describe('draws of neighbours', () => {
  const key = keyOf(RUN, 'pricing', 12)
  const neighbours: readonly [string, (at: number) => number][] = [
    ['agents', (at) => uniform(key, at, 0)],
    ['numbers of one agent', (at) => uniform(key, 77, at)],
    ['negative numbers of one agent', (at) => uniform(key, 77, -at)],
    ['days', (at) => uniform(keyOf(RUN, 'pricing', at), 77, 0)],
    ['purposes', (at) => uniform(keyOf(RUN, `rule ${at}`, 12), 77, 0)],
    ['seeds', (at) => uniform(keyOf(seedKey(`pasar/${at}`), 'pricing', 12), 77, 0)],
    ['agents and numbers at once', (at) => uniform(key, at, at)],
  ]

  it.each(neighbours)('are spread evenly: %s', (_, draw) => {
    expect(chiSquare(counts(20_000, 100, (at) => Math.floor(draw(at) * 100)))).toBeLessThan(149)
  })

  it.each(neighbours)('have nothing to do with each other: %s', (_, draw) => {
    const cells = counts(20_000, 100, (at) => {
      const [one, other] = [draw(at), draw(at + 1)]
      return Math.floor(one * 10) * 10 + Math.floor(other * 10)
    })
    // Pairs overlap, so that the statistic is a little wider than with pairs of their own.
    expect(chiSquare(cells)).toBeLessThan(160)
    expect(Math.abs(correlation(20_000, draw))).toBeLessThan(0.028)
  })

  it.each(neighbours)('have low bits as good as high ones: %s', (_, draw) => {
    const low = (at: number) => Math.floor(draw(at) * 2 ** 32) % 64
    expect(chiSquare(counts(20_000, 64, low))).toBeLessThan(104)
  })
})

describe('a draw', () => {
  const key: Key = { a: 3, b: 5 }

  it('lies strictly between 0 and 1', () => {
    for (let agent = 0; agent < 100_000; agent++) {
      const drawn = uniform(key, agent, 0)
      expect(drawn > 0 && drawn < 1).toBe(true)
    }
    expect((0 + 0.5) * 2.3283064365386963e-10).toBeGreaterThan(0)
    expect((2 ** 32 - 1 + 0.5) * 2.3283064365386963e-10).toBeLessThan(1)
  })

  it('is the same whoever drew before', () => {
    const alone = word(key, 4, 2)
    for (let agent = 0; agent < 10; agent++) word(key, agent, agent)
    expect(word(key, 4, 2)).toBe(alone)
  })

  it('differs with each part of its key', () => {
    const words = [
      word(key, 4, 2),
      word(key, 5, 2),
      word(key, 4, 3),
      word({ a: 4, b: 5 }, 4, 2),
      word({ a: 3, b: 6 }, 4, 2),
    ]
    expect(new Set(words).size).toBe(words.length)
  })
})

describe('keys', () => {
  it('of texts that look alike differ in both lanes', () => {
    const texts = ['', ' ', 'pasar', 'Pasar', 'pasar ', 'pasar/1', 'pasar/2', 'pasar/11', '1', '01']
    const keys = texts.map(seedKey)
    expect(new Set(keys.map(({ a }) => a)).size).toBe(texts.length)
    expect(new Set(keys.map(({ b }) => b)).size).toBe(texts.length)
    expect(seedKey('pasar')).toEqual(seedKey('pasar'))
  })

  it('of different purposes, days and runs differ', () => {
    const keys = ['pricing', 'live', 'pricing, any day'].flatMap((purpose) =>
      Array.from({ length: 800 }, (_, day) => keyOf(RUN, purpose, day)),
    )
    keys.push(...['pasar/2', 'pasar/3'].map((seed) => keyOf(seedKey(seed), 'pricing', 0)))
    expect(new Set(keys.map(({ a, b }) => `${a} ${b}`)).size).toBe(keys.length)
  })

  it('are those of the first day where no day is named', () => {
    expect(keyOf(RUN, 'found buyers')).toEqual(keyOf(RUN, 'found buyers', 0))
  })

  it('are made of texts by order and letter', () => {
    expect(textWord('ab')).not.toBe(textWord('ba'))
    expect(textWord('a')).not.toBe(textWord('A'))
  })
})

describe('the table of Gumbel noise', () => {
  it('has the mean and variance of the distribution', () => {
    const { mean, variance } = moments(GUMBEL)
    expect(mean).toBeCloseTo(0.5772156649, 3)
    expect(variance).toBeCloseTo(Math.PI ** 2 / 6, 2)
  })

  it('rises', () => expect(rises(GUMBEL)).toBe(true))

  it('makes choices by logit', () => {
    const utilities = [0, 0.5, 1.5]
    const chosen = counts(60_000, 3, (at) => {
      const values = utilities.map(
        (utility, alternative) => utility + GUMBEL[word({ a: 9, b: 9 }, at, alternative) >>> 20],
      )
      return values.indexOf(Math.max(...values))
    })
    const total = utilities.reduce((sum, utility) => sum + Math.exp(utility), 0)
    chosen.forEach((count, alternative) => {
      expect(count / 60_000).toBeCloseTo(Math.exp(utilities[alternative]) / total, 1.9)
    })
  })
})

function counts(draws: number, cells: number, cellOf: (at: number) => number): number[] {
  const found = new Array<number>(cells).fill(0)
  for (let at = 0; at < draws; at++) found[cellOf(at)]++
  return found
}

/** Against equal chances; the marks of the tests leave one in a thousand. */
function chiSquare(found: readonly number[]): number {
  const mean = found.reduce((sum, one) => sum + one, 0) / found.length
  return found.reduce((sum, one) => sum + (one - mean) ** 2 / mean, 0)
}

function correlation(draws: number, draw: (at: number) => number): number {
  let sum = 0
  for (let at = 0; at < draws; at++) sum += (draw(at) - 0.5) * (draw(at + 1) - 0.5)
  return (sum / draws) * 12
}

function moments(values: Float32Array): { mean: number; variance: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return { mean, variance: values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length }
}

const rises = (values: Float32Array) => values.every((one, at) => at === 0 || one > values[at - 1])

function bits(word: number): number {
  let count = 0
  for (let left = word >>> 0; left > 0; left >>>= 1) count += left & 1
  return count
}
