/** Whether runs came out as they were recorded: to the bit, by test, or not. */
import { dateOfDay, dayOfDate } from '../engine/index.ts'
import { type Cell, cellKey } from '../market/index.ts'
import { type Group, groupsOf, meansOf } from './frame.ts'
import { headlines } from './headlines.ts'
import { detectable, holm, type PairedTest, pairedTest } from './paired-test.ts'
import type { RunResult } from './results.ts'
import type { Arm, PolicyArm, Question } from './task.ts'
import { defaultWindow, lastYear, type Window } from './window.ts'

export type Series = Pick<RunResult, 'scenario' | 'run' | 'start' | 'days' | 'cells' | 'values'>

/** The first value that differs, in order of days and then of cells. */
export interface SeriesDifference {
  readonly scenario: string
  readonly run: number
  readonly date: string
  readonly cell: Cell
  readonly recorded: number
  /** Nothing where the measure is no longer taken. */
  readonly now: number | undefined
  /** How many values differ on that day. */
  readonly values: number
  /** A measure that was recorded and is no longer taken. */
  readonly gone: Cell | undefined
}

/** NaN is a value: no price where nothing was sold. */
const same = (one: number, other: number) => Object.is(one, other) || one === other

/** What was recorded against what is; measures taken only now are no difference. */
export function seriesDifference(recorded: Series, now: Series): SeriesDifference | undefined {
  const places = new Map(now.cells.map((cell, at) => [cellKey(cell), at]))
  const partners = recorded.cells.map((cell) => places.get(cellKey(cell)))
  const { cells, days, values } = recorded
  for (let day = 0; day < days; day++) {
    const differing = cells.flatMap((_, at) => {
      const partner = partners[at]
      const is = partner === undefined ? undefined : now.values[day * now.cells.length + partner]
      return is !== undefined && same(values[day * cells.length + at], is) ? [] : [{ at, is }]
    })
    if (differing.length === 0) continue
    const [{ at, is }] = differing
    return {
      scenario: recorded.scenario,
      run: recorded.run,
      date: dateOfDay(dayOfDate(recorded.start) + day),
      cell: cells[at],
      recorded: values[day * cells.length + at],
      now: is,
      values: differing.length,
      gone: cells.find((_, at) => partners[at] === undefined),
    }
  }
  return undefined
}

/** Means of one run in every window of the study, by cell. */
export interface RunMeans {
  readonly scenario: string
  readonly run: number
  readonly cells: readonly Cell[]
  /** By scenario whose window it is. */
  readonly means: ReadonlyMap<string, Float64Array>
}

/** The window of each scenario: of a policy from the day of its effect, of the baseline the last year. */
export const windowsOf = ({ baseline, policies }: Question): ReadonlyMap<string, Window> =>
  new Map<string, Window>([
    [baseline.scenario, lastYear(baseline.input)],
    ...policies.map(
      ({ scenario, input, fork }: PolicyArm) => [scenario, defaultWindow(input, fork)] as const,
    ),
  ])

export function runMeans(run: Series, windows: ReadonlyMap<string, Window>): RunMeans {
  const { scenario, run: number, cells } = run
  const means = [...windows].map(([name, { from, to, ...window }]) => {
    const within = { ...window, from: Math.min(from, run.days), to: Math.min(to, run.days) }
    return [name, meansOf(run, within)] as const
  })
  return { scenario, run: number, cells, means: new Map(means) }
}

/** A headline mean, or the effect on it, tested against what was recorded. */
export interface SamenessTest extends PairedTest {
  readonly scenario: string
  readonly of: 'level' | 'effect'
  readonly measure: string
  readonly group: string
  readonly unit: string
  readonly recorded: number
  readonly now: number
  /** Corrected for the number of tests (Holm). */
  readonly adjusted: number
  /** The smallest difference that would have been called real. */
  readonly detectable: number
}

/**
 * Paired t tests of the headline means of every scenario, and of the effects of every policy. Runs are
 * paired by number: they share a seed.
 */
export function samenessTests(
  question: Question,
  recorded: readonly RunMeans[],
  now: readonly RunMeans[],
  level: number,
): SamenessTest[] {
  const arms: readonly Arm[] = [question.baseline, ...question.policies]
  const before = question.baseline.scenario
  const drafts = arms.flatMap(({ scenario }) =>
    (scenario === before ? (['level'] as const) : (['level', 'effect'] as const)).flatMap((of) =>
      draftsOf(scenario, of, scenario === before ? undefined : before, recorded, now),
    ),
  )
  const adjusted = holm(drafts.map(({ test }) => test.p))
  const tests = adjusted.filter((p) => !Number.isNaN(p)).length
  return drafts.map(({ differences, test, ...about }, at) => ({
    ...about,
    ...test,
    adjusted: adjusted[at],
    detectable: detectable(differences, level, tests),
  }))
}

type About = Pick<
  SamenessTest,
  'scenario' | 'of' | 'measure' | 'group' | 'unit' | 'recorded' | 'now'
>
type Draft = About & { readonly differences: readonly number[]; readonly test: PairedTest }

function draftsOf(
  scenario: string,
  of: 'level' | 'effect',
  baseline: string | undefined,
  recorded: readonly RunMeans[],
  now: readonly RunMeans[],
): Draft[] {
  const own = recorded.filter((run) => run.scenario === scenario)
  if (own.length === 0) return []
  const groups = headlines(groupsOf(own[0].cells), own[0].cells)
  return groups.map(({ measure, group, unit, cell }: Group) => {
    const key = cellKey(own[0].cells[cell])
    const value = (runs: readonly RunMeans[], run: number) => {
      const mine = meanOf(runs, scenario, run, scenario, key)
      if (of === 'level') return mine
      return mine - meanOf(runs, baseline!, run, scenario, key)
    }
    const all = own.map(({ run }) => [value(recorded, run), value(now, run)] as const)
    const pairs = all.filter(([was, is]) => Number.isFinite(was) && Number.isFinite(is))
    // A mean that exists on one side only has moved, whatever the others do.
    const onOneSide = all.some(([was, is]) => Number.isFinite(was) !== Number.isFinite(is))
    const differences = pairs.map(([was, is]) => is - was)
    const test = pairedTest(differences)
    const mean = (values: readonly number[]) =>
      values.reduce((sum, one) => sum + one, 0) / values.length
    return {
      ...{ scenario, of, measure, group, unit },
      recorded: mean(pairs.map(([was]) => was)),
      now: mean(pairs.map(([, is]) => is)),
      differences,
      test: onOneSide ? { ...test, p: 0 } : test,
    }
  })
}

/** NaN where there is no such run or cell. */
function meanOf(
  runs: readonly RunMeans[],
  scenario: string,
  run: number,
  window: string,
  key: string,
): number {
  const found = runs.find((one) => one.scenario === scenario && one.run === run)
  const cell = found?.cells.findIndex((candidate) => cellKey(candidate) === key) ?? -1
  return cell < 0 ? Number.NaN : (found!.means.get(window)?.[cell] ?? Number.NaN)
}
