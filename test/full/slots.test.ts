/** What is bought and who works does not hang on through how many slots a list is seen. */
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../src/scenario/index.ts'
import { mean, run } from '../policies/small.ts'
import { fromDisk } from '../scenario/files.ts'

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

/** Means over the second half of the days, added up over seeds. */
function levels(slots: number): number[] {
  const read = readScenario('scenarios/indonesia-2023.yaml', fromDisk, {
    set: [`firms.slots=${slots}`],
  })
  if (!read.ok) throw new Error('the baseline does not read')
  const input = { ...read.input, days: DAYS }
  const markets = SEEDS.map((seed) => run(input, DAYS, seed))
  return WATCHED.map((measure) =>
    markets.reduce((sum, market) => sum + mean(market, measure, {}, DAYS / 2, DAYS), 0),
  )
}
