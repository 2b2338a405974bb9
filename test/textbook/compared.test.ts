/** Textbook markets through a whole study: levels and effects hold their known answers, at any size. */
import { describe, expect, it, vi } from 'vitest'
import { compare, run } from '../../src/index.ts'
import { fingerprint, resized, type Scenario } from '../../src/scenario/index.ts'
import { shipped } from './markets.ts'

vi.setConfig({ testTimeout: 120_000 })

/** As many occasions from fewer buyers, to save time. */
function scenario(name: string, scale = 1, ...set: string[]): Scenario {
  const input = resized(shipped(name, 'calendar.weeks=104', ...set), { scale })
  const said = { name, title: name, question: '', indonesian: { title: name, question: '' } }
  const about = { textbook: true, windows: [], seed: 'known', runs: 4, numbers: [], files: [] }
  return { ...said, ...about, input, fingerprint: fingerprint(input) }
}

const busy = ['buyers.count=400', 'buyers.occasions=10']
const PRICE = 'seller price'

describe('a merger from the first day on', () => {
  it('has its solved effect within the interval of its default window', async () => {
    const answer = await compare(
      scenario('three-sellers', 1, ...busy),
      scenario('three-sellers-merged', 1, ...busy),
    )
    const [{ window, effects }, ...more] = answer.effects
    expect(more).toEqual([])
    expect(window).toBe('last 52 weeks')
    const solved = { Ani: 96.509233 - 85.334538, Budi: 94.509233 - 82.275891 }
    for (const [seller, known] of Object.entries(solved)) {
      const { low, high } = effects.find(
        ({ measure, group }) => measure === PRICE && group === seller,
      )!
      // Mark-ups go a part of the way at each review: by the window less than 0.02 % is left.
      expect(low).toBeLessThanOrEqual(1.0002 * known)
      expect(high).toBeGreaterThanOrEqual(0.9998 * known)
    }
  })
})

describe('a textbook market of another size', () => {
  it.each([
    ['monopoly', 0.4, [2]],
    ['duopoly', 0.4, [1.472927, 1.472927]],
    ['three-sellers', 0.1, [85.334538, 82.275891, 74.445774]],
  ] as const)('%s scaled by %d keeps its sellers and its prices', async (name, scale, known) => {
    const scaled = scenario(name, scale, 'buyers.count=1000', 'buyers.occasions=10')
    expect(scaled.input.size).toMatchObject({ buyers: 1000 * scale, sellers: known.length })
    const { levels } = await run(scaled, { runs: 2 })
    const prices = levels[0].levels.filter(
      ({ measure, group }) => measure === PRICE && group !== 'all',
    )
    expect(prices).toHaveLength(known.length)
    for (const [at, { mean }] of prices.entries())
      expect(Math.abs(mean / known[at] - 1)).toBeLessThan(0.005)
  })
})
