import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMarket, type Market, type MarketInput } from '../../src/market/index.ts'
import { FLOWS, ledger, SECTORS } from '../../src/market/populations/index.ts'
import { faultsOf } from '../conformance/faults.ts'
import { withoutNumber } from '../conformance/numbers.ts'
import { overrides, readSmall } from './overrides.ts'

const DAYS = 15
const SEED = 'pasar/1'

describe('a scenario drawn from the declared ranges', () => {
  it('has findings, or runs soundly, with books that close, the same twice', {
    timeout: 120_000,
  }, () => {
    let ran = 0
    const property = fc.property(overrides, (set) => {
      const result = readSmall(set)
      if (!result.ok) {
        expect(result.findings.length).toBeGreaterThan(0)
        return
      }
      ran++
      const input = { ...result.input, days: DAYS }
      const market = createMarket(input, SEED)
      market.run(DAYS, (day) => {
        expect([...faultsOf(market.world), ...openBooks(market)], `day ${day}`).toEqual([])
      })
      expect(withoutNumber(market)).toEqual([])
      expect(hashOf(input)).toBe(market.stateHash())
    })
    fc.assert(property, { seed: 20230926, numRuns: 40, endOnFailure: true })
    // Most draws are scenarios, not mistakes.
    expect(ran).toBeGreaterThan(20)
  })
})

function hashOf(input: MarketInput): string {
  const market = createMarket(input, SEED, { record: false })
  market.run()
  return market.stateHash()
}

/** Flows of the week that do not add up to nothing over the sectors. */
function openBooks({ world }: Market): string[] {
  const amount = [...world.view(ledger.amount)]
  // Wages are told from other income by subtraction, so that their rounding is that of all income.
  const largest = Math.max(...amount.map(Math.abs))
  return FLOWS.flatMap((flow, row) => {
    const paid = amount.slice(row * SECTORS.length, (row + 1) * SECTORS.length)
    const moved = Math.max(...paid.map(Math.abs))
    const left = paid.reduce((sum, one) => sum + one, 0)
    return Math.abs(left) > 1e-9 * moved + 1e-12 * largest
      ? [`${flow}: ${left} left of ${moved}`]
      : []
  })
}
