/** M18: own-label copies of best sellers, off by default, with data separation as a remedy. */
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { sellers } from '../../src/market/populations/index.ts'
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
  const trunk = createMarket(small('indonesia-2023', DAYS, size), 'seeds')
  trunk.run(FIRST)
  const run = (input: typeof copying) => {
    const market = createMarket(input, 'seeds', { from: trunk.snapshot() })
    const taken = new Float64Array(input.size.sellers)
    market.run(DAYS, (day) => {
      if (day < DAYS - 56 || day % 7 < 6) return
      market.world.view(sellers.takings).forEach((value, seller) => {
        taken[seller] += value
      })
    })
    return { market, taken }
  }
  const [none, some, soon, late] = [
    small('indonesia-2023', DAYS, size),
    copying,
    separated('2022-08-29'),
    separated('2022-12-05'),
  ].map(run)
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
      mean(market, 'import share', { venue: 'platforms' }, DAYS - 56, DAYS)
    expect(imports(some)).toBeGreaterThan(imports(none))
  })

  it('takes sales from those whom it copies', () => {
    const of = ({ taken }: typeof some) => copied(some).reduce((all, row) => all + taken[row], 0)
    expect(copied(some).length).toBeGreaterThan(5)
    expect(of(some)).toBeLessThan(of(none))
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
