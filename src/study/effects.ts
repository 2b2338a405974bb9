/** Paired effects of policies, and levels of one scenario. */
import { measureCalled } from '../market/index.ts'
import { differenceOf } from './difference.ts'
import { isFew, paired, toldOf } from './distribution.ts'
import { type Group, groupsOf, meansOf, sameGroup, sizesIn } from './frame.ts'
import { meanInterval, shareInterval } from './interval.ts'
import { probabilityPositive, varianceRemoved } from './pairing.ts'
import type { Effect, GroupSize, RunResult } from './results.ts'
import type { Window } from './window.ts'

/**
 * The difference of window means between policy and baseline, paired by run: both share a seed, so the
 * interval of the paired difference leaves out what chance does to both alike. Runs without a partner,
 * and runs in which one side has no number in the window (no price where nothing was sold), are left out. A group of
 * few simulated agents (`isFew`) has a difference and no interval.
 */
export function effects(
  baselineRuns: readonly RunResult[],
  policyRuns: readonly RunResult[],
  window: Window,
): Effect[] {
  const pairs = pairsOf(baselineRuns, policyRuns)
  if (pairs.length === 0) return []
  const means = pairs.map(({ baseline, policy }) => ({
    baseline: meansOf(baseline, window),
    policy: meansOf(policy, window),
  }))
  const [sizeBefore, sizeAfter] = [sizesIn(baselineRuns, window), sizesIn(policyRuns, window)]
  return partners(pairs[0]).map(({ before, after }) => {
    const both = means
      .map((mean) => ({
        baseline: before === undefined ? 0 : mean.baseline[before.cell],
        policy: mean.policy[after.cell],
      }))
      .filter(({ baseline, policy }) => Number.isFinite(baseline) && Number.isFinite(policy))
    const differences = both.map(({ baseline, policy }) => differenceOf(baseline, policy))
    const under = sizeAfter(after)
    const size = before === undefined ? under : larger(sizeBefore(before), under)
    const difference = toldOf(size, paired(both.map(({ baseline, policy }) => [baseline, policy])))
    return {
      scenario: pairs[0].policy.scenario,
      measure: after.measure,
      group: after.group,
      unit: after.unit,
      ...size,
      ...difference,
      runs: both.length,
      pairing: varianceRemoved(
        both.map(({ baseline }) => baseline),
        both.map(({ policy }) => policy),
      ),
      positive: isFew(size) ? Number.NaN : probabilityPositive(differences),
    }
  })
}

/** A programme that only one world has stands on the agents of that world. */
const larger = (one: GroupSize, other: GroupSize): GroupSize => ({
  agents: Math.max(one.agents, other.agents),
  members: Math.max(one.members, other.members),
})

interface Pair {
  readonly baseline: RunResult
  readonly policy: RunResult
}

function pairsOf(baselineRuns: readonly RunResult[], policyRuns: readonly RunResult[]): Pair[] {
  const byRun = new Map(baselineRuns.map((run) => [run.run, run]))
  return policyRuns.flatMap((policy) => {
    const baseline = byRun.get(policy.run)
    return baseline === undefined ? [] : [{ baseline, policy }]
  })
}

/**
 * Groups that both scenarios have: a policy may bring cells of its own. A sum that the baseline does not know at all, because
 * the policy adds it, was nought there.
 */
function partners({ baseline, policy }: Pair): { before: Group | undefined; after: Group }[] {
  const before = groupsOf(baseline.cells)
  const known = new Set(before.map(({ measure }) => measure))
  return groupsOf(policy.cells).flatMap((after) => {
    const partner = before.find((candidate) => sameGroup(candidate, after))
    const isAdded = !known.has(after.measure) && policy.cells[after.cell].weight === undefined
    return partner === undefined && !isAdded ? [] : [{ before: partner, after }]
  })
}

/** A mean over a window, with its 95 % interval over runs. */
export interface Level extends Partial<GroupSize> {
  readonly scenario: string
  readonly measure: string
  readonly group: string
  readonly unit: string
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly runs: number
}

/** Whether a measure is a part of a whole. */
const isShare = (name: string): boolean => {
  const measure = measureCalled(name)
  return measure?.unit === 'share' && !measure.signed
}

/** Levels of one scenario, for a study without a policy. A share has an interval that ends at its bounds. */
export function levels(runs: readonly RunResult[], window: Window): Level[] {
  if (runs.length === 0) return []
  const means = runs.map((run) => meansOf(run, window))
  const sizeOf = sizesIn(runs, window)
  return groupsOf(runs[0].cells).map((one) => {
    const { cell, measure, group, unit } = one
    const values = means.map((mean) => mean[cell]).filter(Number.isFinite)
    const runsWith = values.length
    const size = sizeOf(one)
    return {
      scenario: runs[0].scenario,
      measure,
      group,
      unit,
      ...size,
      ...toldOf(size, isShare(measure) ? shareInterval(values) : meanInterval(values)),
      runs: runsWith,
    }
  })
}
