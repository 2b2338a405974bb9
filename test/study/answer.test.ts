import { describe, expect, it, vi } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { answer, daysOf, inThisThread, seedOf, tasksOf } from '../../src/study/index.ts'
import { DAYS, tiny } from './tiny.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const here = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
})

describe('seeds', () => {
  it('belong to the number of a run alone', () => {
    const few = tasksOf(tiny(2))
    const more = tasksOf(tiny(4))
    expect(more.slice(0, 2)).toEqual(few)
    expect(more.map(({ seed }) => seed)).toEqual(['tiny/1', 'tiny/2', 'tiny/3', 'tiny/4'])
    expect(new Set(more.map(({ seed }) => seed)).size).toBe(4)
    expect(seedOf('any text', 12)).toBe('any text/12')
  })
})

describe('a policy that starts from the state of its baseline', () => {
  const question = tiny()

  it('has the bytes of a run from the first day', async () => {
    const { results } = await answer(question, here)
    expect(results.map(({ scenario }) => scenario)).toEqual(['base', 'late', 'early'])
    for (const { scenario, input } of [question.baseline, ...question.policies]) {
      const whole = createMarket(input, 'tiny/1')
      whole.run()
      const result = results.find((one) => one.scenario === scenario)!
      expect(result.stateHash).toBe(whole.stateHash())
      expect(result.values).toEqual(whole.values)
    }
  })

  it('costs only the days after the fork', async () => {
    const days: number[] = []
    await answer(question, here, { progress: (day) => days.push(day) })
    expect(days.at(-1)).toBe(daysOf(question))
    expect(daysOf(question)).toBe(DAYS + (DAYS - 30) + (DAYS - 10))
  })

  it('may differ from the first day', async () => {
    const other = { ...question, policies: [{ ...question.policies[0], fork: 0 }] }
    const forked = await answer({ ...question, policies: [question.policies[0]] }, here)
    const fresh = await answer(other, here)
    expect(fresh.results[1].stateHash).toBe(forked.results[1].stateHash)
  })
})

describe('a run that breaks', () => {
  it('is recorded, and the others go on', async () => {
    const broken = inThisThread({
      open(input, seed, from) {
        if (seed === 'tiny/1') throw new Error('no such market')
        return createMarket(input, seed, from ? { from } : {})
      },
    })
    const outcome = await answer({ ...tiny(2), policies: [] }, broken)
    expect(outcome.results.map(({ run }) => run)).toEqual([2])
    expect(outcome.broken).toEqual([{ run: 1, seed: 'tiny/1', message: 'no such market' }])
  })
})
