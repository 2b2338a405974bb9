/** What is behaviour stands among the parameters: a number in capitals inside a rule is none, and says why. */
import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

const RULES = 'src/market/rules/'

/** A constant in capitals that begins with a number, in brackets or not, or is made of other constants. */
const NUMERIC =
  /\bconst ([A-Z][A-Z0-9_]*)\b(?:\s*:[^=\n]+)?\s*=\s*(?:[[({]\s*(?:\w+:\s*)?)?(?:-?\.?\d|[A-Z][A-Z0-9_]*\s*[-+*/])/g

const constantsOf = (path: string, code: string): string[] =>
  [...code.matchAll(NUMERIC)].map(([, name]) => `${path.slice(RULES.length)} ${name}`)

const found = sources
  .filter(({ path }) => path.startsWith(RULES))
  .flatMap(({ path, code }) => constantsOf(path, code))

/** Constants that are no behaviour of anybody, each with what it is instead. */
const NO_BEHAVIOUR: Readonly<Record<string, string>> = {
  'attention/attention.ts FOLLOWERS_PACE':
    'how fast a constant is solved before the calibration date',
  'attention/attention.ts SKILL_PACE': 'how fast a constant is solved before the calibration date',
  'attention/attention.ts SKILL_ROUNDS': 'rounds by which the first day is solved',
  'attention/showcase.ts CANDIDATES':
    'the width of a draw; how many items are looked at is declared',
  'feeds/share-inversion.ts EARLY': 'how fast constants are solved in the first weeks',
  'feeds/share-inversion.ts WEEK': 'a unit of time',
  'feeds/slots.ts STRIDE': 'a word that noise is mixed with',
  'feeds/solving.ts SETTLING': 'how fast what is smoothed settles before the calibration date',
  'feeds/subsidies.ts NO_LIMIT': 'a mark: nothing limits the bill',
  'firms/adoption.ts MOST_COUNTED': 'what a byte holds',
  'firms/entry-exit.ts LONGEST': 'what a byte holds',
  'firms/events.ts MOST': 'the room of the upper bound from which occasions are thinned',
  'firms/starting-shops.ts MEAN_SKILL': 'the mean of what is drawn evenly between 0 and 1',
  'money/least-stock.ts ORDERS':
    'a size of the simulation: orders of which a row must be able to serve one',
  'money/target-stock.ts REVIEW_PERIOD': 'how often the rule comes, in weeks',
  'prices/sourcing.ts FIRST_ROUNDS': 'rounds by which the first day is solved',
  'prices/sourcing.ts NEWTON': 'how fast a constant is solved before the calibration date',
  'shopping/venue-appeal.ts OUTSIDE_PACE':
    'how fast a constant is solved before the calibration date',
  'shopping/venue-choice.ts SURPLUS_SAMPLE': 'the size of the sample of a measure',
  'trade/basket.ts BASE': 'the days over which the basket of an index is filled',
}

/** Words that noise is mixed with: the test of draws looks after them. */
const WORDS = 'shopping/occasion-words.ts '

describe('a number in capitals inside a rule', () => {
  it('is no behaviour, which would have to be declared as a parameter', () => {
    const known = Object.keys(NO_BEHAVIOUR)
    expect(found.filter((one) => !one.startsWith(WORDS)).sort()).toEqual(known.sort())
  })

  it.each([
    ['const HALF = 0.5', ['x.ts HALF']],
    ['export const LONG: number = -3', ['x.ts LONG']],
    ['const MONTH =\n  4 * WEEK', ['x.ts MONTH']],
    ['const QUARTER = 3 * MONTH', ['x.ts QUARTER']],
    ['const WEEK = DAYS_A_WEEK / DAYS_A_YEAR', ['x.ts WEEK']],
    ['const MOST = { orders: 2 }', ['x.ts MOST']],
    ['const STEPS = [1, 2]', ['x.ts STEPS']],
    ['const KINDS = POOL_KINDS.length', []],
    ['const half = 0.5', []],
    ['const BORN = { ...drawn }', []],
  ])('is found: %s', (code, names) => {
    expect(constantsOf(`${RULES}x.ts`, code)).toEqual(names)
  })
})
