/** T25, T26, T30: hazards, firms that survive them, and unemployment. */
import { describe, expect, it } from 'vitest'
import { chance } from '../../src/engine/index.ts'
import { createMarket } from '../../src/market/index.ts'
import { labour, STATE, sellers } from '../../src/market/populations/index.ts'
import { country, sum, textbookMarket, worth, written } from './markets.ts'

describe('hazards (T25, T30)', () => {
  it('leave e^-ht after t weeks, in days and in weeks alike', () => {
    for (const hazard of [0.0017, 0.00166492, 0.03, 0.5]) {
      const daily = (1 - chance(hazard, 1)) ** 364
      const weekly = (1 - chance(hazard, 7)) ** 52
      expect(Math.abs(daily / Math.exp(-52 * hazard) - 1)).toBeLessThan(1e-12)
      expect(Math.abs(weekly / daily - 1)).toBeLessThan(1e-12)
    }
  })

  it('of 0.00166492 a week make 8.3 % a year', () => {
    expect(1 - (1 - chance(0.00166492, 7)) ** 52).toBeCloseTo(0.083, 3)
    expect(1 - (1 - chance(0.00166492, 1)) ** 365).toBeCloseTo(0.083, 3)
  })

  it('thin out firms that nothing else drives away', { timeout: 30_000 }, () => {
    const rules =
      'rules: { entry-exit: { exit-hazard: 0.01, broke-weeks: 100, entry: 0, pressed: 0, young: 1, retail: 1 } }'
    const input = country({ buyers: 300, sellers: 2500, creators: 0 }, rules)
    const market = createMarket(input, 'survival', { record: false })
    const state = market.world.view(sellers.state)
    const active = () => sum(Uint8Array.from(state, (one) => (one === STATE.active ? 1 : 0)))
    market.run(1)
    expect(active()).toBe(2500)
    market.run(20 * 7 + 1)
    const survival = Math.exp(-0.01 * 20)
    const error = Math.sqrt(survival * (1 - survival) * 2500)
    expect(Math.abs(active() - 2500 * survival)).toBeLessThan(3 * error)
  })
})

describe('unemployment (T26)', () => {
  it('settles at s / (s + f)', { timeout: 30_000 }, () => {
    const more = [
      'buyers: { count: 8000, occasions: 0 }',
      'households: { separation: 0.0017, finding: 0.03 }',
      'calendar: { start: 2024-01-01, weeks: 520 }',
    ].join('\n')
    const input = written(textbookMarket(worth(0), more))
    const market = createMarket(input, 'labour', { record: false })
    const without = market.world.view(labour.unemployed)
    let [total, weeks] = [0, 0]
    market.run(input.days, (day) => {
      if (day % 7 !== 0 || day < input.days / 2) return
      total += sum(without) / input.size.buyers
      weeks++
    })
    expect(0.0017 / (0.0017 + 0.03)).toBeCloseTo(0.053628, 6)
    expect(Math.abs(total / weeks - 0.053628)).toBeLessThan(0.003)
  })
})
