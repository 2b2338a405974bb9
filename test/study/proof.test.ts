import { describe, expect, it, vi } from 'vitest'
import { createMarket, type MarketInput } from '../../src/market/index.ts'
import { answer, inThisThread, type Proof, prove, type Question } from '../../src/study/index.ts'
import { tiny } from './tiny.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const here = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
})

/** The closure announced on day 30 and the one on day 10, proved over so many days. */
const asked = (proved: number, runs = 1): Question => {
  const question = tiny(runs)
  return { ...question, policies: question.policies.map((arm) => ({ ...arm, proved })) }
}

async function proofsOf(question: Question): Promise<(Proof | undefined)[]> {
  const { results } = await answer(question, here)
  return results.map(({ proof }) => proof)
}

describe('a proof that two worlds are one until they may part', () => {
  it('holds the states of every day against each other, from the day asked or the first', async () => {
    const [base, late, early] = await proofsOf(asked(14))
    expect(base).toBeUndefined()
    expect(late).toMatchObject({ scenario: 'late', days: 14, equal: true, until: '2022-08-03' })
    expect(early).toMatchObject({ scenario: 'early', days: 10, equal: true, until: '2022-07-14' })
    expect(late!.daily.map(({ date }) => date)).toEqual(
      Array.from({ length: 14 }, (_, day) =>
        new Date(Date.UTC(2022, 6, 20 + day)).toISOString().slice(0, 10),
      ),
    )
    for (const { baseline, policy } of late!.daily) expect(policy).toBe(baseline)
    expect(new Set(late!.daily.map(({ baseline }) => baseline)).size).toBe(14)
  })

  it('has the hashes of a run from the first day, wherever it begins', async () => {
    const question = asked(14)
    const market = createMarket(question.policies[0].input, 'tiny/1')
    market.run(30)
    const [, late] = await proofsOf(question)
    const [, whole] = await proofsOf(asked(30))
    expect(late!.hash).toBe(market.stateHash())
    expect(whole).toMatchObject({ days: 30, hash: late!.hash, decision: late!.decision })
    expect(whole!.daily.slice(16)).toEqual(late!.daily)
  })

  it('is of run 1 alone, and of nobody where none is asked', async () => {
    const proofs = await proofsOf(asked(3, 2))
    expect(proofs.filter((proof) => proof !== undefined)).toHaveLength(2)
    expect((await proofsOf(tiny())).filter((proof) => proof !== undefined)).toEqual([])
  })

  it('names the first value and the first decision that differ', async () => {
    const [, late] = await proofsOf(asked(1))
    expect(late!.first).toMatchObject({
      date: '2022-08-03',
      rule: 'dated-parameters',
      column: 'venues.closing',
      agent: 'venues.tiktok-shop',
      baseline: 'no',
      policy: 'yes',
    })
    // Rules of Mondays are the first to answer.
    expect(late!.decision!.date).toBe('2022-08-08')
    expect(late!.decision!.rule).not.toBe('dated-parameters')
    expect(late!.decision!.baseline).not.toBe(late!.decision!.policy)
  })

  it('finds worlds that part before the day they may, with the day and the rule', () => {
    const { baseline, policies } = tiny()
    // The same closure, and on top of it a value that moves on day 12, which the fork knows nothing of.
    const leak: MarketInput = {
      ...policies[0].input,
      courses: [
        ...policies[0].input.courses,
        { table: 'venues', row: 0, field: 'rankLocal', at: 0, points: [[12, 0.5]], linear: false },
      ],
    }
    const market = createMarket(baseline.input, 'tiny/1')
    market.run(30)
    const proof = prove(
      baseline,
      { ...policies[0], input: leak, proved: 30 },
      'tiny/1',
      market.stateHash(),
    )
    expect(proof).toMatchObject({ equal: false, days: 12 })
    expect(proof.first).toMatchObject({ date: '2022-07-16', rule: 'dated-parameters' })
  })

  it('tells two values apart that agree in their first digits', async () => {
    const question = tiny()
    const { baseline } = question
    const course = { table: 'venues', row: 0, field: 'rankLocal', at: 0, linear: false }
    const withRank = (value: number): MarketInput => ({
      ...baseline.input,
      courses: [...baseline.input.courses, { ...course, points: [[12, value]] }],
    })
    const arm = { scenario: 'hardly', input: withRank(0.3000000001), fork: 12, proved: 4 }
    const arms = { baseline: { ...baseline, input: withRank(0.3) }, policies: [arm] }
    const [, proof] = await proofsOf({ ...question, ...arms })
    expect(proof!.first).toMatchObject({
      baseline: '0.3 log odds',
      policy: '0.3000000001 log odds',
    })
  })

  it('does not take another run of the baseline for its own', () => {
    const { baseline, policies } = tiny()
    const proof = prove(baseline, { ...policies[1], proved: 10 }, 'tiny/1', 'of another run')
    expect(proof).toMatchObject({ equal: false, days: 10 })
  })

  it('of a policy without force sees nothing differ', async () => {
    const question = tiny()
    const same = { scenario: 'same', input: question.baseline.input, fork: 45, proved: 20 }
    const [, proof] = await proofsOf({ ...question, policies: [same] })
    expect(proof).toMatchObject({ equal: true, days: 20 })
    expect(proof!.first).toBeUndefined()
  })

  it('says where rows of one world stand for none of the other', async () => {
    const question = tiny()
    const { baseline } = question
    const input = { ...baseline.input, size: { ...baseline.input.size, sellers: 401 } }
    const arm = { scenario: 'more', input, fork: 0, proved: 28 }
    const [, proof] = await proofsOf({ ...question, policies: [arm] })
    expect(proof!.first).toMatchObject({
      ...{ rule: 'founding', column: 'sellers', label: 'rows', baseline: '400', policy: '401' },
    })
    expect(proof!.decision).toBeUndefined()
  })

  it('begins with the founding where worlds differ from the first day', async () => {
    const question = tiny()
    const [row] = question.baseline.input.tables.firms
    const firms = [{ ...row, values: { ...row.values, wage: Number(row.values.wage) * 1.1 } }]
    const input = {
      ...question.baseline.input,
      tables: { ...question.baseline.input.tables, firms },
    }
    const arm = { scenario: 'wages', input, fork: 0, proved: 28 }
    const [, proof] = await proofsOf({ ...question, policies: [arm] })
    expect(proof).toMatchObject({ days: 0, equal: true, daily: [] })
    expect(proof!.first).toMatchObject({ rule: 'founding', column: 'firms.wage' })
    expect(proof!.decision).toBeDefined()
  })
})
