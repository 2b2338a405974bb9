import { describe, expect, it } from 'vitest'
import {
  answerUntil,
  effects,
  type Precision,
  type Question,
  type Runner,
  type RunResult,
  reachOf,
  runsFor,
} from '../../src/study/index.ts'
import { cell, runOf } from './synthetic.ts'

const CELLS = [cell('umkm jobs')]
const NOISE = [3, -2, 1, -3, 2, -1, 0, 1, -1, 2, -2, 3, -3, 0, 1, -1]

/** Differences of -10 with a keyed noise: the value of a run depends on its number alone. */
const runner: Runner = {
  async run({ tasks, store }, listener) {
    const keep = async (key: string, result: RunResult) => {
      await store.put({ key, result })
      listener.record({ key, result })
    }
    for (const { run, baseline, policies } of [...tasks].reverse()) {
      const noise = NOISE[run % NOISE.length]
      await keep(baseline.key, runOf(baseline.scenario, run, CELLS, [[100 + 7 * noise]]))
      for (const { scenario, key } of policies)
        await keep(key, runOf(scenario, run, CELLS, [[90 + 8 * noise]]))
    }
  },
  async close() {},
}

const asked = (runs: number): Question => {
  const input = { tables: {} } as Question['baseline']['input']
  return {
    baseline: { scenario: 'base', input },
    policies: [{ scenario: 'ban', input, fork: 0 }],
    seed: 'x',
    runs,
  }
}

const of = (results: readonly RunResult[], name: string) =>
  results.filter(({ scenario }) => scenario === name)

const until = (within: number, most: number): Precision => ({
  within,
  most,
  main: (results) =>
    effects(of(results, 'base'), of(results, 'ban'), { name: 'day', from: 0, to: 1 }),
})

describe('runs are added', () => {
  it('until half the interval is within the precision', async () => {
    const batches: number[] = []
    const { results, question, stopped } = await answerUntil(
      asked(4),
      runner,
      { began: ({ asked: of, known }) => batches.push((of - known) / 2) },
      until(0.1, 64),
    )
    expect(stopped).toBe('precise')
    expect(question.runs).toBeGreaterThan(4)
    expect(batches.reduce((sum, runs) => sum + runs)).toBe(question.runs)
    expect(of(results, 'ban').map(({ run }) => run)).toEqual(
      Array.from({ length: question.runs }, (_, run) => run + 1),
    )
    const [effect] = until(0.1, 64).main(results)
    expect(reachOf(effect)).toBeLessThanOrEqual(0.1)
    const before = results.filter(({ run }) => run <= question.runs - batches.at(-1)!)
    expect(reachOf(until(0.1, 64).main(before)[0])).toBeGreaterThan(0.1)
  })

  it('to the cap where the precision is out of reach', async () => {
    const { results, question, stopped } = await answerUntil(asked(4), runner, {}, until(1e-6, 10))
    expect({ stopped, runs: question.runs, results: results.length }).toEqual({
      stopped: 'most',
      runs: 10,
      results: 20,
    })
  })

  it('not where none is asked, and from two runs where one is', async () => {
    expect(await answerUntil(asked(1), runner, {})).toMatchObject({
      stopped: 'asked',
      question: { runs: 1 },
    })
    const { question } = await answerUntil(asked(1), runner, {}, until(100, 64))
    expect(question.runs).toBe(2)
  })

  it('no more where nothing differs: there is no effect to be a share of', async () => {
    const same: Runner = {
      async run({ tasks, store }, listener) {
        for (const { run, baseline, policies } of tasks)
          for (const { scenario, key } of [baseline, ...policies]) {
            const result = runOf(scenario, run, CELLS, [[100 + run]])
            await store.put({ key, result })
            listener.record({ key, result })
          }
      },
      async close() {},
    }
    expect(await answerUntil(asked(4), same, {}, until(0.05, 64))).toMatchObject({
      stopped: 'no effect',
      question: { runs: 4 },
    })
    const nothing = { ...until(0.05, 64), main: () => [] }
    expect(await answerUntil(asked(4), runner, {}, nothing)).toMatchObject({ stopped: 'no effect' })
  })

  it('no more once runs are missing', async () => {
    const broken: Runner = {
      async run(work, listener) {
        const [first, ...others] = work.tasks
        listener.broken({ run: first.run, seed: '', message: 'no' })
        await runner.run({ ...work, tasks: others }, listener)
      },
      async close() {},
    }
    const { stopped, broken: faults } = await answerUntil(asked(4), broken, {}, until(0.01, 64))
    expect(stopped).toBe('cut')
    expect(faults).toHaveLength(1)
  })
})

describe('how many runs are enough', () => {
  it('goes with the width of an interval by Student’s t', () => {
    // t(3) / sqrt(4) = 1.591, of which 0.3 is 0.477; t(18) / sqrt(19) = 0.482, t(19) / sqrt(20) = 0.468.
    expect(runsFor(4, 0.1, 0.03)).toBe(20)
    expect(runsFor(8, 0.1, 0.1)).toBe(8)
    expect(runsFor(8, 0, 0.05)).toBe(2)
    expect(runsFor(8, Infinity, 0.05)).toBe(Infinity)
    // With many runs it is the square.
    expect(runsFor(1000, 0.1, 0.05) / 4000).toBeCloseTo(1, 2)
  })

  it('is told by the half-width as a share of the effect', () => {
    const effect = { ...until(1, 1).main([])[0], difference: -10, low: -12, high: -8 }
    expect(reachOf(effect)).toBeCloseTo(0.2)
    expect(reachOf({ ...effect, low: effect.difference, high: effect.difference })).toBe(0)
    expect(reachOf({ ...effect, difference: 0, low: 0, high: 0 })).toBeNaN()
  })
})
