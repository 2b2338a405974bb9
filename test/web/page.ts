/** What the test has a page do, and Node beside it: the same code, the same bits. */
import { createMarket } from '../../src/market/index.ts'
import { drawn } from '../../src/report/index.ts'
import { formatFinding, readScenario, type Scenario, withInput } from '../../src/scenario/index.ts'
import {
  analysed,
  type BrokenRun,
  carryOut,
  designOf,
  inThisThread,
  memoryBaselines,
  memoryStore,
  openMarket,
  type Runner,
  tasksOf,
} from '../../src/study/index.ts'
import { inWorkers } from '../../src/web/index.ts'

export interface Given {
  /** Scenario files by path. */
  readonly texts: Readonly<Record<string, string>>
  readonly path: string
  readonly days: number
  readonly seed: string
}

export interface Asked extends Given {
  /** The baseline, of which the scenario at `path` is the policy. */
  readonly base: string
  readonly runs: number
  /** Workers of the page; 0: in the thread of the page itself. */
  readonly workers: number
}

export interface Studied {
  /** Scenario, run and hash of the state of every run. */
  readonly hashes: readonly string[]
  /** Every recorded value of every run, as the two words of its bits. */
  readonly values: string
  /** Effects with their intervals, and what became of agents. */
  readonly found: string
  readonly broken: readonly BrokenRun[]
  /** Days told last. */
  readonly days: number
}

export interface Ran {
  readonly stateHash: string
  readonly cells: string
  /** Every recorded value, as the two words of its bits. */
  readonly values: string
  /** Whether the platform has memory that threads can share. */
  readonly shared: boolean
}

function scenarioAt(path: string, { texts, days }: Given): Scenario {
  const read = readScenario(path, (asked) =>
    texts[asked] === undefined ? undefined : { text: texts[asked] },
  )
  if (!read.ok) throw new Error(read.findings.map(formatFinding).join('\n'))
  return withInput(read.scenario, { ...read.input, days })
}

export function ran(given: Given): Ran {
  const market = createMarket(scenarioAt(given.path, given).input, given.seed)
  market.run()
  return {
    stateHash: market.stateHash(),
    cells: JSON.stringify(market.cells),
    values: bitsOf(market.values),
    shared: typeof SharedArrayBuffer !== 'undefined',
  }
}

const bitsOf = (values: Float64Array) =>
  new Uint32Array(values.buffer, values.byteOffset, values.length * 2).join()

const runnerOf = (workers: number): Runner =>
  workers === 0 ? inThisThread({ open: openMarket() }) : inWorkers(workers)

const designFor = (asked: Asked) =>
  designOf([scenarioAt(asked.base, asked), scenarioAt(asked.path, asked)], {
    seed: asked.seed,
    runs: asked.runs,
  })

/** A study from its question to its answer; asked a second time, what was kept is not run again. */
export async function studied(asked: Asked): Promise<Studied> {
  let days = 0
  const progress = (told: number) => {
    days = told
  }
  const runner = runnerOf(asked.workers)
  const baselines = memoryBaselines()
  const study = await carryOut(designFor(asked), runner, { baselines, progress })
  await runner.close()
  const { results, broken, effects, people } = analysed(study)
  return {
    hashes: results.map(({ scenario, run, stateHash }) => `${scenario} ${run} ${stateHash}`),
    values: results.map(({ values }) => bitsOf(values)).join(';'),
    found: JSON.stringify([effects, people]),
    broken,
    days,
  }
}

/** Runs that ended and runs that broke, where the world of run 2 cannot be founded. */
export async function withOneBroken(asked: Asked) {
  const tasks = tasksOf(designFor(asked).question).map((task) =>
    task.run === 2
      ? { ...task, baseline: { ...task.baseline, input: { ...task.baseline.input, tables: {} } } }
      : task,
  )
  const ended: number[] = []
  const broken: BrokenRun[] = []
  const runner = runnerOf(asked.workers)
  await runner.run(
    { tasks, store: memoryStore() },
    { record: ({ result }) => ended.push(result.run), broken: (run) => broken.push(run) },
  )
  await runner.close()
  return { ended: [...new Set(ended)].sort((a, b) => a - b), broken }
}

/** How many runs had ended when the study was stopped at the first. */
export async function stoppedAtOnce(asked: Asked) {
  const stop = new AbortController()
  const { results, broken } = await carryOut(designFor(asked), runnerOf(asked.workers), {
    signal: stop.signal,
    record: () => stop.abort(),
  })
  return { ended: results.length, broken }
}

/** A chart as SVG; its library is loaded for it. */
export async function picture(heights: readonly number[]): Promise<string> {
  const values = heights.map((height, bar) => ({ bar, height }))
  const spec = {
    data: { values },
    mark: 'bar' as const,
    encoding: {
      x: { field: 'bar', type: 'nominal' as const },
      y: { field: 'height', type: 'quantitative' as const },
    },
  }
  const { svg } = await drawn({ name: 'bars', title: 'Bars', spec }, true)
  return svg
}
