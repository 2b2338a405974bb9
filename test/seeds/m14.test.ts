/** M14: very cheap imports. Resellers earn, producers stop producing: both sides at once. */
import { beforeAll, describe, expect, it } from 'vitest'
import { KIND, sellers } from '../../src/market/populations/index.ts'
import { dayOf, mean, values } from '../policies/small.ts'
import { meanAndError } from '../textbook/statistics.ts'
import { sizedWorlds, type World } from './worlds.ts'

const FILES = [
  'indonesia-2023',
  'policies/cheaper-imports',
  'policies/duty',
  'policies/minimum-price-all',
]
const [BASE, CHEAPER, DUTY, FLOOR] = FILES.keys()
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8].map((nth) => `m14/${nth}`)

describe('the dilemma', { timeout: 900_000 }, () => {
  let runs: World[][]
  beforeAll(() => {
    runs = SEEDS.map((seed) => sizedWorlds([6000, 1200], seed, '2024-06-24', ...FILES))
  }, 900_000)

  /** How much more there is of a measure than in the baseline, as a share of it, seed by seed. */
  const more = (
    nth: number,
    measure: string,
    by: Record<string, string> = {},
    [from, to]: readonly [string, string] = ['2024-01-15', '2024-04-01'],
  ) =>
    runs.map((all) => {
      const [base, policy] = [BASE, nth].map((world) => {
        const { input, market } = all[world]
        return mean(market, measure, by, dayOf(input, from), dayOf(input, to))
      })
      return policy / base - 1
    })
  const importing = (nth: number) =>
    runs.map((all) => {
      const [base, policy] = [BASE, nth].map((world) => {
        const kind = values(all[world].market, sellers.kind)
        const source = values(all[world].market, sellers.source)
        return source.filter((one, seller) => one === 1 && kind[seller] === KIND.reseller).length
      })
      return policy / base - 1
    })
  /** Beyond a bound on average over seeds, by more than two standard errors. */
  const rises = (changes: readonly number[], least = 0) => {
    const { mean: change, error } = meanAndError(changes)
    expect(change).toBeGreaterThan(least + 2 * error)
  }
  const falls = (changes: readonly number[], least = 0) =>
    rises(
      changes.map((one) => -one),
      least,
    )

  it('resellers turn to imports when these get cheaper, and away when they get dearer', () => {
    rises(importing(CHEAPER))
    falls(importing(DUTY))
    falls(importing(FLOOR))
  })

  it('what resellers gain producers lose: cheap imports', () => {
    rises(more(CHEAPER, 'income', { kind: 'reseller' }))
    for (const measure of ['income', 'employment'])
      falls(more(CHEAPER, measure, { kind: 'producer' }), 0.05)
    falls(more(CHEAPER, 'sales', { origin: 'local' }), 0.05)
  })

  // In eight seeds 2.6 % fewer producers are at work (standard error 0.5), who have 16 % less work. Most of those who stop do so in
  // the second year: m14-stopping.
  it('producers stop, if few of them within nine months: they work less first', () => {
    const when: readonly [string, string] = ['2024-04-01', '2024-06-24']
    const [atWork, work] = ['active firms', 'employment'].map((measure) =>
      more(CHEAPER, measure, { kind: 'producer' }, when),
    )
    falls(atWork)
    const { mean: fewer, error } = meanAndError(atWork)
    expect(Math.abs(fewer) + 2 * error).toBeLessThan(0.05)
    falls(work, 0.05)
    falls(work.map((one, run) => one - atWork[run]))
  })

  // A duty costs resellers 4 % of their income (standard error 0.9).
  it('and the other way round where imports get dearer, or may not be sold on platforms', () => {
    for (const measure of ['income', 'employment']) {
      rises(more(DUTY, measure, { kind: 'producer' }))
      rises(more(FLOOR, measure, { kind: 'producer' }), 0.05)
      falls(more(FLOOR, measure, { kind: 'reseller' }), 0.05)
      // The larger barrier protects more.
      const [duty, floor] = [DUTY, FLOOR].map((nth) => more(nth, measure, { kind: 'producer' }))
      rises(floor.map((one, run) => one - duty[run]))
      falls(more(DUTY, measure, { kind: 'reseller' }))
    }
  })

  it('buyers are on the side of cheap imports', () => {
    rises(more(CHEAPER, 'consumer surplus'))
    falls(more(DUTY, 'consumer surplus'))
    falls(more(FLOOR, 'consumer surplus'))
  })
})
