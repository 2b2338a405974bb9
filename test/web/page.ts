/** What the tests have a page do; some of it Node does beside it: the same code, the same bits. */
import { createMarket } from '../../src/market/index.ts'
import { cardOf, drawn } from '../../src/report/index.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'
import {
  type Baselines,
  explain,
  type Listener,
  memoryBaselines,
  type Runner,
  type Store,
  type Task,
} from '../../src/study/index.ts'
import { inWorkers } from '../../src/web/workers.ts'
import { turnsOf } from '../study/conformance/turns.ts'
import { decoded, encoded } from './encoded.ts'
import type { Call } from './relay.ts'

export interface Given {
  /** Scenario files by path. */
  readonly texts: Readonly<Record<string, string>>
  readonly path: string
  readonly days: number
  readonly seed: string
}

export interface Ran {
  readonly stateHash: string
  readonly cells: string
  /** Every recorded value, as the two words of its bits. */
  readonly values: string
  /** Whether the platform has memory that threads can share. */
  readonly shared: boolean
}

export function ran({ texts, path, days, seed }: Given): Ran {
  const read = readScenario(path, (asked) =>
    texts[asked] === undefined ? undefined : { text: texts[asked] },
  )
  if (!read.ok) throw new Error(read.findings.map(formatFinding).join('\n'))
  const market = createMarket({ ...read.input, days }, seed)
  market.run()
  return {
    stateHash: market.stateHash(),
    cells: JSON.stringify(market.cells),
    values: new Uint32Array(market.values.buffer).join(),
    shared: typeof SharedArrayBuffer !== 'undefined',
  }
}

/** The cards of agents of each kind, as a page draws them, on days of the run. */
export function cards({
  texts,
  path,
  seed,
  asked,
}: Given & { readonly asked: readonly (readonly [string, string])[] }): string {
  const read = readScenario(path, (one) =>
    texts[one] === undefined ? undefined : { text: texts[one] },
  )
  if (!read.ok) throw new Error(read.findings.map(formatFinding).join('\n'))
  const { scenario } = read
  return JSON.stringify(
    asked.map(([agent, day]) => cardOf(explain(scenario, { agent, day, seed }), 'id')),
  )
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

declare const askNode: (text: string) => Promise<string>

const runners = new Map<number, { readonly runner: Runner; stop: AbortController }>()

const kept = new Map<number, Baselines>()

/** Baselines are kept in the page. */
function baselinesOf(id: number): Baselines {
  const baselines = kept.get(id) ?? memoryBaselines()
  kept.set(id, baselines)
  return baselines
}

/** What two workers of this page take of a supply that is made here. */
export async function turnsHere(text: string): Promise<string> {
  const runner = inWorkers(2)
  try {
    return encoded(await turnsOf(runner, decoded<Task[]>(text)))
  } finally {
    await runner.close()
  }
}

/** Runs tasks in workers; what comes of them is asked of and told to Node. */
export async function runHere(text: string): Promise<void> {
  const [id, workers, tasks, keeping] = decoded<[number, number, Task[], number | null]>(text)
  const asked: Promise<unknown>[] = []
  const ask =
    (of: Call['of'], method: string) =>
    async (...given: readonly unknown[]) => {
      const call: Call = { runner: id, of, method, given }
      const answer = askNode(encoded(call)).then(decoded<never>)
      answer.catch(() => {})
      asked.push(answer)
      return answer
    }
  const store = { put: ask('store', 'put') } as unknown as Store
  const listener: Listener = {
    record: ask('listener', 'record'),
    broken: ask('listener', 'broken'),
    progress: ask('listener', 'progress'),
  }
  const { runner } = runners.get(id) ?? { runner: inWorkers(workers) }
  const stop = new AbortController()
  runners.set(id, { runner, stop })
  const baselines = keeping === null ? undefined : baselinesOf(keeping)
  await runner.run({ tasks, store, baselines, signal: stop.signal }, listener)
  await Promise.all(asked)
}

export function stopHere(text: string): void {
  const [id] = decoded<[number]>(text)
  runners.get(id)?.stop.abort()
}

export async function closeHere(text: string): Promise<void> {
  const [id] = decoded<[number]>(text)
  await runners.get(id)?.runner.close()
}
