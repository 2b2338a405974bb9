/** What is bought and who works does not hang on through how many slots a list is seen. */
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../src/scenario/index.ts'
import { mean, run } from '../policies/small.ts'
import { fromDisk } from '../scenario/files.ts'
import { meanAndError } from '../textbook/statistics.ts'

const DAYS = 196
const SEEDS = ['a', 'b', 'c', 'd']
const WATCHED = ['sales', 'units', 'employment', 'household spending']

describe('the slots of lists', () => {
  it('are enough: four times as many move no level by 0.2 % that could be told from chance', () => {
    const [usual, many] = [512, 2048].map(levels)
    WATCHED.forEach((measure, at) => {
      const { mean: moved, error } = meanAndError(
        usual.map((run, nth) => many[nth][at] / run[at] - 1),
      )
      expect(Math.abs(moved) - 2 * error, measure).toBeLessThan(0.002)
      // Half a percent would be told from it.
      expect(error, measure).toBeLessThan(0.0015)
    })
    // The bound would see a difference: these are not one and the same run.
    expect(many).not.toEqual(usual)
  })
})

/** Means over the second half of the days, by seed. */
function levels(slots: number): number[][] {
  const read = readScenario('scenarios/indonesia-2023.yaml', fromDisk, {
    set: [`firms.slots=${slots}`],
  })
  if (!read.ok) throw new Error('the baseline does not read')
  const input = { ...read.input, days: DAYS }
  return SEEDS.map((seed) => {
    const market = run(input, DAYS, seed)
    return WATCHED.map((measure) => mean(market, measure, {}, DAYS / 2, DAYS))
  })
}
