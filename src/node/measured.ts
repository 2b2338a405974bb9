/** What a run takes on this machine, found out by making one that is not kept. */
import { carryOutExperiment, type Experiment, memoryJournal, type Plan } from '../study/index.ts'
import { loadScenario } from './disk.ts'
import { onThreads } from './threads.ts'

export interface Measured {
  readonly seconds: number
  /** Of memory, of the program with one thread, and of a further thread. */
  readonly bytes: number
  readonly bytesAThread: number
}

/** Of the first run of the plan; undefined where it failed. */
export async function measured(
  experiment: Experiment,
  plan: Plan,
  signal?: AbortSignal,
): Promise<Measured | undefined> {
  const before = process.memoryUsage().rss
  const began = performance.now()
  const runner = onThreads(1)
  const first = { ...plan, runs: plan.runs.slice(0, 1) }
  const { done } = await carryOutExperiment(experiment, first, memoryJournal(), runner, {
    load: loadScenario,
    signal,
  }).finally(() => runner.close())
  if (done === 0) return undefined
  const most = process.resourceUsage().maxRSS * 1024
  return {
    seconds: (performance.now() - began) / 1000,
    bytes: most,
    bytesAThread: Math.max(0, most - before),
  }
}
