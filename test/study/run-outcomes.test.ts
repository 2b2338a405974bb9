/** Who loses and who gains: members whose incomes are set by hand. */
import { describe, expect, it } from 'vitest'
import {
  attributesOf,
  copyAttributes,
  createMarket,
  emptyRecord,
  type PeoplePlan,
} from '../../src/market/index.ts'
import { runOutcomes } from '../../src/study/run-outcomes.ts'
import { village } from '../rules/bench.ts'

const input = village()
const attributes = copyAttributes(attributesOf(createMarket(input, 'by hand').world))

/** Shares of producers who lose and gain where each has so much a week without a policy and with it, kRp. */
function sharesOf(earned: number, now: number, days: number) {
  const plan: PeoplePlan = {
    spans: [{ name: 'weeks', from: 7, to: 7 + days }],
    ...{ fork: 7, before: undefined, exposed: [], firstDays: [], recovery: [] },
  }
  const [before, after] = [earned, now].map((income) => {
    const record = emptyRecord(input, plan)
    record.present.fill(1)
    // Sums of a window are of what is earned a week, day by day.
    record.sums[0].income.fill(income * days)
    return record
  })
  const found = runOutcomes({ attributes, input, before, after }).find(
    ({ by, kind }) => by === 'kind' && kind === 'producer',
  )!
  expect(found.agents).toBeGreaterThan(0)
  expect(found.income[0]).toBeCloseTo(earned, 4)
  expect(found.income[1]).toBeCloseTo(now, 4)
  return [found.losing, found.gaining]
}

describe('a member loses or gains by a tenth of his income and Rp 10,000 a week at least', () => {
  it.each([
    // Below Rp 10,000 a week, however large a share it is.
    [8, 0, 0, 0],
    [0, 8, 0, 0],
    [80, 71, 0, 0],
    [80, 89, 0, 0],
    // Rp 10,000 and a tenth both.
    [80, 60, 1, 0],
    [60, 80, 0, 1],
    [0, 12, 0, 1],
    [12, 0, 1, 0],
    [-5, -16, 1, 0],
    // More than Rp 10,000 and less than a tenth.
    [200, 185, 0, 0],
    [200, 215, 0, 0],
    [200, 175, 1, 0],
  ])('from Rp %d thousand to %d: loses %d, gains %d', (earned, now, losing, gaining) => {
    for (const days of [7, 28]) expect(sharesOf(earned, now, days)).toEqual([losing, gaining])
  })
})
