import { describe, expect, it, vi } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { groupsFor, onThreads } from '../../src/node/threads.ts'
import { answer, inThisThread, memoryStore } from '../../src/study/index.ts'
import { warmly } from '../cli/warm-threads.ts'
import { SHARED, tiny } from '../study/tiny.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const here = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
})

describe('threads', () => {
  it('share one run, or take a run each', () => {
    expect(groupsFor(8, 2, 90_000)).toEqual({ groups: 2, size: 1 })
    expect(groupsFor(8, 8, 90_000)).toEqual({ groups: 8, size: 1 })
    expect(groupsFor(1, 4, 90_000)).toEqual({ groups: 1, size: 4 })
    expect(groupsFor(3, 8, 90_000)).toEqual({ groups: 3, size: 2 })
  })

  it('are no more to a run than its market has work for', () => {
    expect(groupsFor(1, 64, 2_000)).toEqual({ groups: 1, size: 2 })
    expect(groupsFor(2, 64, 9_000)).toEqual({ groups: 2, size: 4 })
    expect(groupsFor(1, 64, 90_000)).toEqual({ groups: 1, size: 23 })
    expect(groupsFor(1, 1, 90_000)).toEqual({ groups: 1, size: 1 })
  })

  let run: ReturnType<typeof answer> | undefined
  it.each([1, 2, 3])('give the same bytes with %i', async (threads) => {
    const question = tiny(1, SHARED)
    run ??= answer(question, here)
    const alone = await run
    const runner = warmly(onThreads(threads))
    const { results, broken } = await answer(question, runner)
    await runner.close()
    expect(broken).toEqual([])
    expect(results.map(({ stateHash }) => stateHash)).toEqual(
      alone.results.map(({ stateHash }) => stateHash),
    )
    expect(results.map(({ values }) => values)).toEqual(alone.results.map(({ values }) => values))
  })

  it.each([1, 2])('outlive a run that breaks, with %i to a run', async (size) => {
    const question = tiny(2)
    const baseline = { ...question.baseline, input: { ...question.baseline.input, tables: {} } }
    const { results, broken } = await answer({ ...question, baseline }, warmly(onThreads(2 * size)))
    expect(results).toEqual([])
    expect(broken.map(({ run }) => run)).toEqual([1, 2])
  })

  it('end at once when stopped', async () => {
    const stop = new AbortController()
    const question = tiny(50)
    const { results, broken } = await answer(question, onThreads(2), {
      signal: stop.signal,
      record: () => stop.abort(),
    })
    expect(results.length).toBeLessThan(50)
    expect(broken).toEqual([])
  })

  it('serve one study after the other, and then end', async () => {
    const runner = onThreads(2)
    const { policies, ...rest } = tiny(2)
    const question = { ...rest, policies: policies.slice(0, 1) }
    const first = await answer(question, runner)
    const second = await answer(question, runner)
    expect(second.results.map(({ stateHash }) => stateHash)).toEqual(
      first.results.map(({ stateHash }) => stateHash),
    )
    await runner.close()
  })

  it('start nothing once they are stopped, though a kept baseline is still being read', async () => {
    const stop = new AbortController()
    const store = memoryStore()
    const baselines = {
      get: async () => {
        await new Promise((end) => setTimeout(end, 300))
        return undefined
      },
      put: async () => {},
    }
    setTimeout(() => stop.abort(), 100)
    const question = { ...tiny(1), policies: [] }
    await answer(question, onThreads(1), { store, baselines, signal: stop.signal })
    await new Promise((end) => setTimeout(end, 6000))
    expect(await store.keys()).toEqual([])
  })
})
