/** The worlds that the page shows, with their workers in this thread: what is run ahead, what is seen first, where it ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, it, vi } from 'vitest'
import { readScenario } from '../../src/index.ts'
import type { Pair } from '../../src/lab/state/pair.ts'
import {
  branchedSeries,
  emptySeries,
  type Series,
  take,
  weekly,
} from '../../src/lab/state/series.ts'
import { type Cell, createMarket } from '../../src/market/index.ts'
import { loadScenario } from '../../src/node/index.ts'
import { forkOf, resized } from '../../src/scenario/index.ts'
import { type LiveScope, type LiveWorker, serveLive } from '../../src/web/index.ts'
import type { LiveOrder, LiveStop } from '../../src/web/live-messages.ts'

vi.setConfig({ testTimeout: 400_000 })

/** A worker in this thread. */
class Here implements LiveWorker {
  onmessage: LiveWorker['onmessage'] = null
  onerror: LiveWorker['onerror'] = null
  readonly #scope: LiveScope = {
    onmessage: null,
    postMessage: (data) => this.onmessage?.({ data: structuredClone(data) }),
  }
  constructor() {
    serveLive(this.#scope)
  }
  postMessage(data: LiveOrder | LiveStop) {
    this.#scope.onmessage?.({ data: structuredClone(data) })
  }
  terminate() {}
}
Object.assign(globalThis, { Worker: Here })

/** The module as the build of the lab makes it, which gives the address of the worker. */
async function theatre(): Promise<Theatre> {
  const folder = mkdtempSync(join(tmpdir(), 'pasar-theatre-'))
  const outfile = join(folder, 'theatre.mjs')
  await build({
    stdin: {
      contents: `export * from './src/lab/state/theatre.ts'; export { effect } from '@preact/signals'`,
      resolveDir: '.',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'silent',
    plugins: [
      {
        name: 'made',
        setup(made) {
          made.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'made' }))
          made.onLoad({ filter: /./, namespace: 'made' }, () => ({
            contents: `export default 'worker.js'`,
          }))
        },
      },
    ],
  })
  const made = await import(pathToFileURL(outfile).href)
  rmSync(folder, { recursive: true })
  return made
}

/** What is used here of it. */
interface Theatre {
  effect(seen: () => void): () => void
  show(pair: Pair, size: string): void
  isReady(pair: Pair, size: string): boolean
  readonly hashes: { readonly value: unknown }
  readonly shown: {
    readonly value:
      | { readonly pair: Pair; readonly size: string; readonly policy: Series | undefined }
      | undefined
  }
}

const DAYS = 77

/** Closures of the shipped scenario in the first weeks of the run. */
function closedFrom(date: string): Pair {
  const [before, after] = ['indonesia-2023', 'tiktok-shop-ban'].map((name, nth) =>
    readScenario(`scenarios/${name}.yaml`, {
      load: loadScenario,
      days: DAYS,
      set:
        nth === 0
          ? []
          : ['effective', 'announced'].map((moment) => `policies.1.closure.${moment}=${date}`),
    }),
  )
  const fork = forkOf(before.input, after.input)
  return { baseline: before, policy: after, fork, seed: 'a/1' }
}

/** The state in which a world ends when it is run by itself. */
function endOf(input: Pair['policy']['input']): string {
  const market = createMarket(resized(input, { quick: true }), 'a/1', { record: false })
  market.run()
  return market.stateHash()
}

describe('the worlds of the page', () => {
  it('have a coarse market ready while the quick one runs, which is seen first and gives way to it', async () => {
    const { effect, hashes, isReady, show, shown } = await theatre()
    const [first, moved] = ['2022-08-10', '2022-08-17'].map(closedFrom)
    show(first, 'quick')
    await vi.waitFor(() => expect(hashes.value).toBeDefined(), { timeout: 120_000 })
    await vi.waitFor(() => expect(isReady(first, 'coarse')).toBe(true), { timeout: 120_000 })
    const seen: { readonly size: string; readonly weeks: number }[] = []
    const end = effect(() => {
      const { pair, size, policy } = shown.value!
      if (pair === moved)
        seen.push({ size, weeks: (policy!.end - (moved.fork - (moved.fork % 7))) / 7 })
    })
    show(moved, 'coarse')
    await vi.waitFor(() => expect(hashes.value).toBeDefined(), { timeout: 120_000 })
    end()
    expect(seen.map(({ size }) => size)).toEqual(['coarse', 'quick'])
    expect(seen[0].weeks).toBeGreaterThanOrEqual(2)
    // Not to its end, before it can be seen.
    expect(shown.value!.policy!.end).toBe(DAYS)
    expect(hashes.value).toEqual({
      size: 'quick',
      baseline: endOf(moved.baseline.input),
      policy: endOf(moved.policy.input),
    })
  })
})

it('a world that parts within a week has the whole of it', () => {
  const cells = [{ measure: 'sales' }] as unknown as Cell[]
  const before = emptySeries(cells, 0, 21)
  take(
    before,
    0,
    Float64Array.from({ length: 21 }, (_, day) => day),
  )
  const after = branchedSeries(before, cells, 9, 21)
  take(after, 9, Float64Array.from([90, 100, 110, 120, 130]))
  expect(weekly(after, 0, 3)).toEqual([null, (7 + 8 + 90 + 100 + 110 + 120 + 130) / 7, null])
  expect(branchedSeries(undefined, cells, 0, 21)).toEqual(emptySeries(cells, 0, 21))
})
