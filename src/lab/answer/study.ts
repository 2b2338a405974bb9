/**
 * Further pairs of worlds, run as any study: the same tasks, the same records, the same answer. What was run of a pair
 * stays while the page is open, so that more pairs add to those there are.
 */
import { signal } from '@preact/signals'
import { percentOf } from '../../report/index.ts'
import { resized, type Scenario, withInput } from '../../scenario/index.ts'
import {
  type Answer,
  analysed,
  carryOut,
  type Design,
  designOf,
  fingerprintOf,
  meanInterval,
  memoryBaselines,
  memoryStore,
  paired,
  type RunResult,
  runsOf,
  type Study,
} from '../../study/index.ts'
import { inHired, type PageWorker } from '../../web/index.ts'
import { hire } from '../hire.ts'
import type { Series } from '../state/series.ts'
import { sharp } from '../state/sharp.ts'
import { known } from './known.ts'

export interface Found {
  readonly study: Study
  readonly answer: Answer
  readonly fingerprint: string
  /** When it began. */
  readonly date: string
  readonly milliseconds: number
}

/** The answer to the pair that is shown, from as many pairs of runs as there are. */
export const found = signal<Found | undefined>(undefined)
/** Pairs of runs that are done and asked for. */
export const progress = signal({ done: 0, asked: 0 })
export const fault = signal<string | undefined>(undefined)

/** Pairs that are run without being asked for, and at which the answer is told. */
const STEPS = [2, 4]
/** Further pairs that a reader asks for at a time. */
export const MORE = 4

/** Runs of the pair that is shown, and baselines of its baseline: of others there would be no end. */
let store = memoryStore()
let baselines = memoryBaselines()
let keptOf = ''
let runner: ReturnType<typeof inHired> | undefined
let stop: AbortController | undefined

const quick = (scenario: Scenario): Scenario =>
  withInput(scenario, resized(scenario.input, { quick: true }))

/** Ends whatever runs, and forgets what it found. */
export function leave(): void {
  stop?.abort()
  stop = undefined
  store = memoryStore()
  found.value = undefined
  sharp.value = undefined
  fault.value = undefined
  progress.value = { done: 0, asked: 0 }
}

/** Ends whatever runs; what was found stays. */
export function halt(): void {
  stop?.abort()
  stop = undefined
  progress.value = { ...progress.value, asked: found.value?.study.question.runs ?? 0 }
}

/** Answers the question of a pair, in steps of more and more pairs of runs. */
export async function answer(
  baseline: Scenario,
  policy: Scenario,
  steps: readonly number[] = STEPS,
): Promise<void> {
  stop?.abort()
  const own = new AbortController()
  stop = own
  fault.value = undefined
  try {
    for (const runs of steps) {
      const design = designOf([quick(baseline), quick(policy)], { runs })
      keepFor(baseline)
      const next = await carried(design, own.signal)
      if (own.signal.aborted || next === undefined) return
      found.value = next
    }
  } catch (problem) {
    if (!own.signal.aborted) fault.value = problem instanceof Error ? problem.message : `${problem}`
  }
}

function keepFor({ fingerprint }: Scenario): void {
  if (fingerprint !== keptOf) baselines = memoryBaselines()
  keptOf = fingerprint
}

/** The same with more pairs than there are. */
export const more = (): Promise<void> | undefined => {
  const { study } = found.value ?? {}
  if (study === undefined) return undefined
  const [baseline, policy] = study.scenarios
  return answer(baseline, policy, [study.question.runs + MORE])
}

async function carried(design: Design, signal: AbortSignal): Promise<Found | undefined> {
  runner ??= inHired(() => hire('tasks') as unknown as PageWorker)
  const began = performance.now()
  const date = new Date().toISOString()
  const arrived: RunResult[] = []
  progress.value = { done: found.value?.study.question.runs ?? 0, asked: design.question.runs }
  const study = await carryOut(design, runner, {
    store,
    baselines,
    signal,
    record({ result }) {
      if (signal.aborted) return
      arrived.push(result)
      const before = found.value?.study.results ?? []
      sharpen(design, [...before, ...arrived])
    },
  })
  if (signal.aborted) return undefined
  const [broken] = study.broken
  if (broken !== undefined) throw new Error(broken.message)
  sharpen(design, study.results)
  const milliseconds = performance.now() - began
  return {
    study,
    answer: analysed(study, known()),
    fingerprint: fingerprintOf(design),
    date,
    milliseconds,
  }
}

/** Shows the pairs of runs that there are: the interval of their difference narrows as they come in. */
function sharpen({ scenarios: [before, after] }: Design, results: readonly RunResult[]): void {
  const pairs = runsOf(results, after.name).flatMap((policy) => {
    const baseline = runsOf(results, before.name).find(({ run }) => run === policy.run)
    return baseline === undefined ? [] : [[seriesOf(baseline), seriesOf(policy)] as const]
  })
  progress.value = { ...progress.value, done: pairs.length }
  if (pairs.length > 1) sharp.value = { pairs, interval: meanInterval, change }
}

/** Means without and with a policy, a pair of worlds each, as the change that the answer tells. */
const change = (values: readonly (readonly [number, number])[]) => percentOf(paired(values))

const seriesOf = ({ cells, values, days }: RunResult): Series => ({
  cells,
  values,
  start: 0,
  end: days,
})
