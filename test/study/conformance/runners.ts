/** What holds for every runner, wherever its runs happen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMarket } from '../../../src/market/index.ts'
import {
  answer,
  type FullRecord,
  inThisThread,
  memoryBaselines,
  memoryStore,
  type Question,
  type Runner,
  tasksOf,
} from '../../../src/study/index.ts'
import { tiny } from '../tiny.ts'
import { turnsOf } from './turns.ts'

const here = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
})

/** Policies whose agents are followed, and one that explains. */
export function asked(runs: number, buyers?: number): Question {
  const question = tiny(runs, buyers)
  const windows = [{ name: 'late', from: 31, to: 40 }]
  const [late, early] = question.policies.map((arm) => ({ ...arm, windows, proved: 5 }))
  const aside = [{ scenario: 'explains', input: early.input, fork: early.fork }]
  return { ...question, policies: [late, early], aside }
}

/** What a study came to, without times. */
export const substance = ({ results, aside, people }: Awaited<ReturnType<typeof answer>>) => ({
  people,
  results: [...results, ...aside].map(({ milliseconds: _, values, ...result }) => ({
    ...result,
    // Bits, not numbers: that of zero has a sign, and a long list of numbers is slow to compare.
    values: Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64'),
  })),
})

let alone: Promise<ReturnType<typeof substance>> | undefined

/** What this thread finds of two runs: the same for every runner, found once. */
const foundHere = () => {
  alone ??= answer(asked(2), here).then(substance)
  return alone
}

/**
 * @param buyers of a run by itself, where threads share one
 * @param turns what a runner takes of a supply; of a page asked there, where the supply must be
 */
export function conformsAsRunner(
  name: string,
  open: () => Runner,
  buyers?: number,
  turns: typeof turnsOf = turnsOf,
) {
  describe(`a runner: ${name}`, () => {
    /** One for all tests: it serves any number of studies, and its workers are warm. */
    let runner: Runner
    beforeAll(() => {
      runner = open()
    })
    afterAll(() => runner.close())

    it('gives the same bits as this thread, and puts every record into the store', async () => {
      const store = memoryStore()
      const found: FullRecord[] = []
      const there = await answer(asked(2), runner, { store, record: (one) => found.push(one) })
      expect(there.broken).toEqual([])
      expect(substance(there)).toEqual(await foundHere())
      expect(await store.keys()).toEqual(found.map(({ key }) => key).sort())
      expect(found).toHaveLength(2 * 4)
    })

    it('outlives a run that breaks', async () => {
      const question = tiny(2)
      const baseline = { ...question.baseline, input: { ...question.baseline.input, tables: {} } }
      const { results, broken } = await answer({ ...question, baseline }, runner)
      expect(results).toEqual([])
      expect(broken.map(({ run }) => run)).toEqual([1, 2])
      expect((await answer({ ...tiny(1, buyers), policies: [] }, runner)).results).toHaveLength(1)
    })

    it('ends when it is stopped, and what is kept by then stays', async () => {
      const stop = new AbortController()
      const store = memoryStore()
      const question = { ...tiny(50), policies: [] }
      const { results, broken } = await answer(question, runner, {
        store,
        signal: stop.signal,
        record: () => stop.abort(),
      })
      expect(results.length).toBeGreaterThan(0)
      expect(results.length).toBeLessThan(50)
      expect(broken).toEqual([])
      expect((await store.keys()).length).toBe(results.length)
    })

    it('takes tasks when their turn comes, and ends where no more come', async () => {
      const tasks = tasksOf({ ...tiny(40), policies: [] }, 'code')
      const { made, taken } = await turns(runner, tasks)
      expect(made.length).toBe(taken)
      expect(taken).toBeLessThan(40)
      expect(made.sort((one, other) => one - other)).toEqual(made.map((_, nth) => nth + 1))
    })

    it('tells of its days, to the last', async () => {
      const days: number[] = []
      let all = 0
      await answer(tiny(1), runner, {
        progress: (done) => days.push(done),
        began: (begun) => {
          all = begun.days
        },
      })
      expect(days.at(-1)).toBe(all)
      expect([...days].sort((one, other) => one - other)).toEqual(days)
    })

    it('says where a record cannot be kept', async () => {
      const full = {
        ...memoryStore(),
        put: async () => {
          throw new Error('the store is full')
        },
      }
      await expect(answer(tiny(1), runner, { store: full })).rejects.toThrow('the store is full')
    })

    it('keeps a baseline, and does not step it again: the same bits with and without', async () => {
      const baselines = memoryBaselines()
      const alone = asked(1, buyers)
      const first = await answer(alone, runner, { baselines })
      const [late, early] = alone.policies
      const other = {
        ...alone,
        // Another policy that branches off on the same day, and is followed in the same windows.
        policies: [
          { ...late, scenario: 'again' },
          { ...early, scenario: 'once more' },
        ],
      }
      const withKept = await answer(other, runner, { baselines })
      const without = await answer(other, here)
      expect(substance(withKept)).toEqual(substance(without))
      expect(first.results[0].values).toEqual(withKept.results[0].values)
      // A baseline that is kept takes no time: it was not stepped.
      expect(withKept.results.map(({ milliseconds }) => milliseconds === 0)[0]).toBe(true)
    })
  })
}
