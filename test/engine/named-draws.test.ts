import { describe, expect, it } from 'vitest'
import {
  atBirth,
  type DrawDeclarations,
  daily,
  dailyHalf,
  drawn,
  drawnInLife,
  drawnWord,
  drawsOf,
  f64,
  faultsOfDraws,
  halfDrawn,
  keyOf,
  population,
  seedKey,
  still,
  stillHalf,
  stillKeyOf,
  uniform,
  word,
} from '../../src/engine/index.ts'

const meadows = population('meadows', 'Meadows', { grass: f64('Grass', 'kg') })
const COUNTS = { cows: 20, meadows: 3 }
const RUN = seedKey('dairy')
const KEYS = { day: keyOf(RUN, 'milking', 4), run: stillKeyOf(RUN, 'milking') }

const FARM = {
  gives: daily('Gives milk'),
  grazes: daily('Grazes on a meadow', meadows),
  tired: daily('Is tired'),
  breed: still('Breed'),
  strays: still('Strays', 'endless'),
  returns: still('Returns', 'endless'),
  lost: still('Is lost', 'below'),
  mown: daily('Is mown', 1, { of: 'meadows' }),
  sold: daily('Is sold', 2, { of: 'meadows' }),
  weight: atBirth('Weight at birth', 2),
  colour: atBirth('Colour'),
  seen: dailyHalf('Is seen', 'a'),
  heard: dailyHalf('Is heard', 'b'),
  known: stillHalf('Is known', 'a'),
} satisfies DrawDeclarations

describe('named draws', () => {
  const draws = drawsOf(FARM, KEYS, COUNTS)

  it('have the numbers of a key in the order of declaration, one for each row where they are of rows', () => {
    expect(drawn(draws.gives, 7)).toBe(uniform(KEYS.day, 7, 0))
    expect([0, 1, 2].map((meadow) => drawn(draws.grazes, 7, meadow))).toEqual(
      [1, 2, 3].map((nth) => uniform(KEYS.day, 7, nth)),
    )
    expect(drawnWord(draws.tired, 7)).toBe(word(KEYS.day, 7, 4))
  })

  it('have numbers of their own where they stand still', () => {
    expect(drawn(draws.breed, 7)).toBe(uniform(KEYS.run, 7, 0))
  })

  it('share one stretch in turns where they have no end, and have another below all others', () => {
    expect([0, 1].map((at) => drawn(draws.strays, 7, at))).toEqual(
      [1, 3].map((nth) => uniform(KEYS.run, 7, nth)),
    )
    expect([0, 1].map((at) => drawn(draws.returns, 7, at))).toEqual(
      [2, 4].map((nth) => uniform(KEYS.run, 7, nth)),
    )
    expect([0, 1].map((at) => drawn(draws.lost, 7, at))).toEqual(
      [-1, -2].map((nth) => uniform(KEYS.run, 7, nth)),
    )
  })

  it('have other words for rows that are not those of the rule', () => {
    expect(drawn(draws.mown, 2)).toBe(uniform(KEYS.day, -3, 0))
    expect(drawn(draws.sold, 2, 1)).toBe(uniform(KEYS.day, -3, 2))
  })

  it('begin anew with each that holds a row', () => {
    const [first, second] = [1, 2].map((life) => drawnInLife(draws.weight, 7, life))
    expect(first).not.toBe(second)
    expect(drawnInLife(draws.weight, 8, 1)).not.toBe(first)
    expect(drawnInLife(draws.colour, 7, 1)).not.toBe(first)
    expect(drawnInLife(draws.weight, 7, 1)).toBe(first)
  })

  it('take a number of half of the key', () => {
    const [seen, heard, known] = [draws.seen, draws.heard, draws.known].map((one) =>
      halfDrawn(one, 7),
    )
    expect(new Set([seen, heard, known]).size).toBe(3)
    expect(draws.seen.lane).toBe(KEYS.day.a)
  })

  it('leave numbers free where they say so', () => {
    const declared = {
      gives: daily('Gives milk', 1, { free: 3, why: 'for the test' }),
      tired: daily('Is tired', 1, { free: meadows, why: 'for the test' }),
    }
    const { gives, tired } = drawsOf(declared, KEYS, COUNTS)
    expect(drawn(gives, 7)).toBe(uniform(KEYS.day, 7, 3))
    expect(drawn(tired, 7)).toBe(uniform(KEYS.day, 7, 7))
  })

  it('never meet, whatever the counts', () => {
    for (const meadowsThere of [1, 2, 31]) {
      const made = drawsOf(FARM, KEYS, { cows: 5, meadows: meadowsThere })
      const plain = Object.entries(FARM).flatMap(([name, { is, stands }]) =>
        is === 'numbers' && stands !== 'life' ? [name as 'gives'] : [],
      )
      const words = plain.flatMap((name) => {
        const draw = made[name]
        const many = Math.min(draw.width, 40)
        return Array.from({ length: 5 * many }, (_, at) =>
          drawnWord(draw, at % 5, Math.floor(at / 5)),
        )
      })
      expect(new Set(words).size).toBe(words.length)
    }
  })

  it('refuse a number that would be of another purpose', () => {
    expect(() => drawn(draws.gives, 7, 1)).toThrow('draw 1 of 1')
    expect(() => drawn(draws.grazes, 7, 3)).toThrow('draw 3 of 3')
  })

  it('refuse a width that nobody counts, and one of the day where there is no day', () => {
    expect(() => drawsOf(FARM, KEYS, { cows: 20 })).toThrow('no count for a draw')
    expect(() => drawsOf({ gives: FARM.gives }, { run: KEYS.run }, COUNTS)).toThrow('gives')
  })
})

describe('declared draws', () => {
  const faults: [string, DrawDeclarations, string][] = [
    [
      'two for the same',
      { gives: daily('Gives milk'), yields: daily('Gives milk') },
      'gives and yields are for the same',
    ],
    [
      'one half taken twice',
      { seen: dailyHalf('Is seen', 'a'), heard: dailyHalf('Is heard', 'a') },
      'seen and heard take the same half',
    ],
    ['no numbers', { gives: daily('Gives milk', 0) }, 'gives has 0 numbers'],
    ['part of a number', { gives: daily('Gives milk', 1.5) }, 'gives has 1.5 numbers'],
    [
      'one after another without an end',
      { strays: still('Strays', 'endless'), breed: still('Breed') },
      'breed comes after one without an end',
    ],
    [
      'numbers left free without a reason',
      { gives: daily('Gives milk', 1, { free: 2 }) },
      'gives leaves numbers free and says not why',
    ],
  ]

  it.each(faults)('are refused: %s', (_, draws, fault) => {
    expect(faultsOfDraws(draws).join()).toContain(fault)
  })

  it('pass where each has its own', () => {
    expect(faultsOfDraws(FARM)).toEqual([])
    // On two keys, or of other rows, a half or an end is another.
    expect(
      faultsOfDraws({
        seen: dailyHalf('Is seen', 'a'),
        known: stillHalf('Is known', 'a'),
        strays: still('Strays', 'endless'),
        gives: daily('Gives milk'),
      }),
    ).toEqual([])
  })
})
