/** M13: a third of firms are digital, and imports stay cheaper: competition from them goes on after any policy. */
import { beforeAll, describe, expect, it } from 'vitest'
import { KIND, sellers } from '../../src/market/populations/index.ts'
import { dayOf, mean, values } from '../policies/small.ts'
import { type World, worlds } from './worlds.ts'

const FILES = [
  'indonesia-2023',
  'tiktok-shop-ban',
  'policies/reopening-tokopedia',
  'policies/minimum-price',
  'policies/duty',
]

describe('import competition', { timeout: 240_000 }, () => {
  let all: World[]
  beforeAll(() => {
    all = worlds('m13', '2024-02-01', ...FILES)
  }, 240_000)

  const late = (nth: number, measure: string, by: Record<string, string> = {}) => {
    const { input, market } = all[nth]
    return mean(market, measure, by, dayOf(input, '2023-12-15'), dayOf(input, '2024-02-01'))
  }
  const importCosts = ({ market }: World) => {
    const kind = values(market, sellers.kind)
    return values(market, sellers.unitCost).filter((_, seller) => kind[seller] === KIND.importer)
  }

  it('costs what it cost where a shop closes, reopens or turns away parcels', () => {
    expect(importCosts(all[0]).length).toBeGreaterThan(3)
    expect(importCosts(all[1])).toEqual(importCosts(all[0]))
    expect(importCosts(all[2])).toEqual(importCosts(all[0]))
    // What comes back through bulk import makes the mean piece 0.18 % of its border value dearer.
    importCosts(all[3]).forEach((cost, at) => {
      expect(cost / importCosts(all[0])[at]).toBeGreaterThan(1)
      expect(cost / importCosts(all[0])[at]).toBeLessThan(1.002)
    })
    importCosts(all[4]).forEach((cost, at) => {
      expect(cost / importCosts(all[0])[at]).toBeGreaterThan(1.05)
    })
  })

  it.each(FILES.map((file, nth) => [file, nth] as const))(
    'goes on in %s: imports are sold, and cheaper',
    (_, nth) => {
      expect(late(nth, 'import share', { venue: 'platforms' })).toBeGreaterThan(0.15)
      expect(late(nth, 'import price gap')).toBeGreaterThan(0.05)
    },
  )

  it('meets firms of which a third to two fifths are online', () => {
    for (const nth of FILES.keys()) {
      expect(late(nth, 'firms online')).toBeGreaterThan(0.32)
      expect(late(nth, 'firms online')).toBeLessThan(0.42)
    }
  })
})
