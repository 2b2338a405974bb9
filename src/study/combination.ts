/** Two policies together beside the sum of each. */
import { toldOf } from './distribution.ts'
import { groupsOf, meansOf, sizeIn } from './frame.ts'
import { type Interval, meanInterval } from './interval.ts'
import type { GroupSize, RunResult } from './results.ts'
import type { Window } from './window.ts'

export interface Combination extends Partial<GroupSize> {
  /** The scenario in which all parts are at work. */
  readonly scenario: string
  readonly parts: readonly string[]
  readonly measure: string
  readonly group: string
  readonly unit: string
  /** Effect of all parts together. */
  readonly together: Interval
  /** Sum of the effects of each part alone. */
  readonly sum: Interval
  /** What they do together beyond that: together less the sum, paired by run. */
  readonly interaction: Interval
  readonly runs: number
}

/**
 * In each run that has all worlds, the effect of the combination, the sum of effects of its parts and the difference
 * of these two. All worlds have the rows of the baseline, so that their cells are the same.
 */
export function combinations(
  baseline: readonly RunResult[],
  parts: readonly (readonly RunResult[])[],
  together: readonly RunResult[],
  window: Window,
): Combination[] {
  const runs = together.flatMap((all) => {
    const same = (results: readonly RunResult[]) => results.find(({ run }) => run === all.run)
    const [before, ...singles] = [baseline, ...parts].map(same)
    if (before === undefined || singles.some((single) => single === undefined)) return []
    const base = meansOf(before, window)
    const less = (result: RunResult) =>
      meansOf(result, window).map((value, cell) => value - base[cell])
    return [{ all: less(all), singles: singles.map((single) => less(single!)) }]
  })
  if (together.length === 0) return []
  const { scenario, cells } = together[0]
  return groupsOf(cells).map((one) => {
    const { cell, measure, group, unit } = one
    const size = sizeIn(together, one, window)
    const both = runs
      .map(({ all, singles }) => ({
        together: all[cell],
        sum: singles.reduce((total, single) => total + single[cell], 0),
      }))
      .filter((run) => Number.isFinite(run.together) && Number.isFinite(run.sum))
    return {
      scenario,
      parts: parts.map((results) => results[0]?.scenario ?? ''),
      measure,
      group,
      unit,
      ...size,
      together: toldOf(size, meanInterval(both.map((run) => run.together))),
      sum: toldOf(size, meanInterval(both.map((run) => run.sum))),
      interaction: toldOf(size, meanInterval(both.map((run) => run.together - run.sum))),
      runs: both.length,
    }
  })
}
