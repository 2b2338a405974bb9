/** M18: own-label copies of best sellers, off by default, with data separation as a remedy. */
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { sellers } from '../../src/market/populations/index.ts'
import { meanAndError } from '../textbook/statistics.ts'
import { mean, small } from './small.ts'

const DAYS = 34 * 7
const FIRST = 8 * 7

describe('Project S', { timeout: 180_000 }, () => {
  const size = 'size.sellers=1800'
  const dates = ['policies.copycat.effective=2022-08-29', 'policies.copycat.copies=1', size]
  const copying = small('policies/project-s', DAYS, ...dates)
  const separated = (from: string) =>
    small(
      'policies/project-s-data-separation',
      DAYS,
      ...dates,
      `policies.data-separation.effective=${from}`,
    )
  const plain = small('indonesia-2023', DAYS, size)
  const trunkOf = (seed: string, input = plain) => {
    const trunk = createMarket(input, seed)
    trunk.run(FIRST)
    return { seed, snapshot: trunk.snapshot() }
  }
  const trunk = trunkOf('seeds')
  const run = (input: typeof copying, { seed, snapshot } = trunk) => {
    const market = createMarket(input, seed, { from: snapshot })
    const taken = new Float64Array(input.size.sellers)
    market.run(DAYS, (day) => {
      if (day < DAYS - 56 || day % 7 < 6) return
      market.world.view(sellers.revenue).forEach((value, seller) => {
        taken[seller] += value
      })
    })
    return { market, taken }
  }
  const [none, some, soon, late] = [
    plain,
    copying,
    separated('2022-08-29'),
    separated('2022-12-05'),
  ].map((input) => run(input))
  /** In a market this small chance is larger than what copies do: a mean over seeds, and its error. */
  const overSeeds = (difference: (having: typeof some, without: typeof some) => number) =>
    meanAndError(pairs.map(([without, having]) => difference(having, without)))
  const pairs = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    .map((seed) => trunkOf(seed))
    .map((other) => [run(plain, other), run(copying, other)])
  pairs.push([none, some])
  const own = ({ market }: typeof some) => mean(market, 'own-label sales', {}, DAYS - 56, DAYS)
  const copied = ({ market }: typeof some) =>
    Array.from(market.world.view(sellers.copied).entries()).flatMap(([row, is]) =>
      is ? [row] : [],
    )

  it('is nothing by default', () => {
    expect(own(none)).toBe(0)
    expect(copied(none)).toEqual([])
  })

  it('sells goods of the platform, and more imports there', () => {
    expect(own(some)).toBeGreaterThan(0)
    const imports = ({ market }: typeof some) =>
      mean(market, 'import share', { venue: 'platforms' }, FIRST + 14, DAYS)
    const more = overSeeds((having, without) => imports(having) - imports(without))
    expect(more.mean).toBeGreaterThan(2 * more.error)
  })

  it('takes sales from those whom it copies', () => {
    expect(copied(some).length).toBeGreaterThan(5)
    const loss = overSeeds((having, without) => {
      const of = ({ taken }: typeof some) =>
        copied(having).reduce((all, row) => all + taken[row], 0)
      return 1 - of(having) / of(without)
    })
    expect(loss.mean).toBeGreaterThan(2 * loss.error)
  })

  it('makes those whom it copies put less work into marketing, where sellers weigh it', () => {
    const weighing = ['firms.innovators=1', size]
    const [without, having] = [
      small('indonesia-2023', DAYS, ...weighing),
      small('policies/project-s', DAYS, ...dates, ...weighing),
    ]
    const less = meanAndError(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((seed) => {
        const other = trunkOf(seed, without)
        const [before, after] = [without, having].map((input) => run(input, other))
        const hours = ({ market }: typeof some) => {
          const effort = market.world.view(sellers.effort)
          return copied(after).reduce((all, row) => all + effort[row], 0)
        }
        expect(hours(before)).toBeGreaterThan(0)
        return hours(after) / hours(before) - 1
      }),
    )
    expect(less.mean).toBeLessThan(-2 * less.error)
    // Hours go with margins, 1 + h/s as M^(1/(1 - g)): they fall by what is lost, not to nothing.
    expect(less.mean).toBeGreaterThan(-0.9)
  })

  it('sells the less the closer a copy is to its original', () => {
    const goods = plain.tables.categories.map(({ name }) => name)
    const [alike, unlike] = ['0.05', '1'].map((tau) => {
      const close = goods.map((name) => `categories.${name}.copy-dissimilarity=${tau}`)
      const [without, having] = ['indonesia-2023', 'policies/project-s'].map((file, nth) =>
        small(file, DAYS, ...(nth ? dates : [size]), ...close),
      )
      return ['a', 'b', 'c'].map((seed) => run(having, trunkOf(seed, without)))
    })
    const less = meanAndError(alike.map((one, at) => own(one) / own(unlike[at]) - 1))
    expect(less.mean).toBeLessThan(-2 * less.error)
  })

  it('does not begin where data are kept apart from the first day', () => {
    expect(own(soon)).toBe(0)
    expect(copied(soon)).toEqual([])
    expect(Array.from(soon.taken)).toEqual(Array.from(none.taken))
  })

  it('goes no further where they are kept apart later', () => {
    expect(copied(late).length).toBeGreaterThan(0)
    expect(copied(late).length).toBeLessThan(copied(some).length)
    expect(own(late)).toBeLessThan(own(some))
  })
})
