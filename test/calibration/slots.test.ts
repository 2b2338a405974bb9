/** What is bought and who works does not hang on through how many slots a list is seen. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { readScenario } from '../../src/scenario/index.ts'

const DAYS = 196
const SEEDS = ['a', 'b']
const WATCHED = ['sales', 'units', 'employment', 'household spending']

describe('the slots of lists', () => {
  it('are enough: four times as many move no level by 0.2 %', () => {
    const [usual, many] = [512, 2048].map(levels)
    WATCHED.forEach((measure, at) => {
      expect(Math.abs(many[at] / usual[at] - 1), measure).toBeLessThan(0.002)
    })
    // The bound would see a difference: these are not one and the same run.
    expect(many).not.toEqual(usual)
  })
})

/** Means over the second half of the days and over seeds. */
function levels(slots: number): number[] {
  const read = readScenario(
    'scenarios/indonesia-2023.yaml',
    (file) => (existsSync(file) ? { text: readFileSync(file, 'utf8') } : undefined),
    { set: [`firms.slots=${slots}`] },
  )
  if (!read.ok) throw new Error('the baseline does not read')
  const input = { ...read.input, days: DAYS }
  const sums = WATCHED.map(() => 0)
  for (const seed of SEEDS) {
    const market = createMarket(input, seed)
    market.run()
    const width = market.cells.length
    WATCHED.forEach((measure, at) => {
      const cell = market.cells.findIndex(
        (one) =>
          one.measure === measure &&
          [one.venue, one.kind, one.origin, one.category, one.region].every(
            (part) => part === 'all',
          ),
      )
      expect(cell, measure).toBeGreaterThanOrEqual(0)
      for (let day = DAYS / 2; day < DAYS; day++) sums[at] += market.values[day * width + cell]
    })
  }
  return sums
}
