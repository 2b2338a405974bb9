/** M14: very cheap imports. Resellers earn, producers stop producing: both sides at once. */
import { beforeAll, describe, expect, it } from 'vitest'
import { KIND, sellers } from '../../src/market/populations/index.ts'
import { dayOf, mean, values } from '../policies/small.ts'
import { sizedWorlds, type World } from './worlds.ts'

const FILES = [
  'indonesia-2023',
  'policies/cheaper-imports',
  'policies/duty',
  'policies/minimum-price-all',
]
const [BASE, CHEAPER, DUTY, FLOOR] = FILES.keys()

describe('the dilemma', { timeout: 240_000 }, () => {
  let runs: World[][]
  beforeAll(() => {
    runs = [sizedWorlds([8000, 1600], 'm14', '2024-06-24', ...FILES)]
  }, 240_000)

  const late = (nth: number, measure: string, by: Record<string, string> = {}) =>
    runs.reduce((sum, all) => {
      const { input, market } = all[nth]
      return sum + mean(market, measure, by, dayOf(input, '2024-01-15'), dayOf(input, '2024-04-01'))
    }, 0)
  const importing = (nth: number) =>
    runs.reduce((sum, all) => {
      const kind = values(all[nth].market, sellers.kind)
      const source = values(all[nth].market, sellers.source)
      return (
        sum + source.filter((one, seller) => one === 1 && kind[seller] === KIND.reseller).length
      )
    }, 0)

  it('resellers turn to imports when these get cheaper, and away when they get dearer', () => {
    expect(importing(CHEAPER)).toBeGreaterThan(importing(BASE))
    expect(importing(DUTY)).toBeLessThan(importing(BASE))
    expect(importing(FLOOR)).toBeLessThan(importing(BASE))
  })

  it('what resellers gain producers lose: cheap imports', () => {
    expect(late(CHEAPER, 'income', { kind: 'reseller' })).toBeGreaterThan(
      late(BASE, 'income', { kind: 'reseller' }),
    )
    for (const measure of ['income', 'employment'])
      expect(late(CHEAPER, measure, { kind: 'producer' })).toBeLessThan(
        0.97 * late(BASE, measure, { kind: 'producer' }),
      )
    expect(late(CHEAPER, 'sales', { origin: 'local' })).toBeLessThan(
      late(BASE, 'sales', { origin: 'local' }),
    )
  })

  it('producers stop: nine months on fewer of them are at work', () => {
    const atWork = (nth: number) =>
      runs.reduce((total, all) => {
        const { input, market } = all[nth]
        const days = [dayOf(input, '2024-04-01'), dayOf(input, '2024-06-24')] as const
        return total + mean(market, 'active firms', { kind: 'producer' }, ...days)
      }, 0)
    expect(atWork(CHEAPER)).toBeLessThan(0.995 * atWork(BASE))
  })

  it('and the other way round where imports may not be sold on platforms', () => {
    for (const measure of ['income', 'employment']) {
      expect(late(FLOOR, measure, { kind: 'producer' })).toBeGreaterThan(
        1.03 * late(BASE, measure, { kind: 'producer' }),
      )
      expect(late(FLOOR, measure, { kind: 'reseller' })).toBeLessThan(
        late(BASE, measure, { kind: 'reseller' }),
      )
    }
  })

  it('buyers are on the side of cheap imports', () => {
    expect(late(CHEAPER, 'consumer surplus')).toBeGreaterThan(late(BASE, 'consumer surplus'))
    expect(late(FLOOR, 'consumer surplus')).toBeLessThan(late(BASE, 'consumer surplus'))
  })
})
