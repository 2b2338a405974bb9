import { describe, expect, it } from 'vitest'
import { readStudy } from '../../src/cli/scenarios.ts'
import { labelsOf } from '../../src/report/labels.ts'
import { wrapped } from '../../src/report/text/columns.ts'
import { enoughLines } from '../../src/report/text/enough.ts'
import {
  differenceLines,
  proofLines,
  solvedLines,
  unpairedLines,
} from '../../src/report/text/proof-lines.ts'
import type { Effect, PolicyArm, Proof, Question, Stopped } from '../../src/study/index.ts'

const arm = (fork: number): PolicyArm => ({
  scenario: 'ban',
  fork,
  input: { start: '2022-07-04', days: 60 } as PolicyArm['input'],
})

const first = {
  ...{ date: '2022-08-03', rule: 'dated-parameters', column: 'venues.closing', row: 0 },
  ...{ label: 'Announced to close', agent: 'venues.shop' },
  ...{ baseline: 'no', policy: 'yes' },
}
const proof: Proof = {
  ...{ scenario: 'ban', days: 28, until: '2022-08-03', equal: true, hash: 'x', daily: [] },
  first,
}
const told = (lines: readonly string[]) => lines.join(' ').replace(/\s+/g, ' ')

describe('what is told of a proof', () => {
  it('is the days proved, and what differs first', () => {
    expect(told(proofLines(arm(30), proof))).toBe(
      'identical until 2022-08-03: simulated separately, both worlds had the same state on each of ' +
        'the 28 days before (run 1) first to differ: 2022-08-03, dated-parameters, venues.shop: announced ' +
        'to close no -> yes no agent’s decision differs within four weeks',
    )
  })

  it('is loud where the worlds part too early', () => {
    const broken = { ...proof, equal: false, first: { ...first, date: '2022-07-20' } }
    expect(told(proofLines(arm(30), broken))).toMatch(
      /^NOT IDENTICAL before 2022-08-03: the states of run 1 diverge on 2022-07-20, so no effect here can/,
    )
  })

  it('claims nothing that was not looked at', () => {
    expect(told(proofLines(arm(30), undefined))).toContain('not checked, because run 1 is missing')
    expect(told(proofLines(arm(0), { ...proof, days: 0 }))).toMatch(
      /^the worlds may differ from the first day on first to differ/,
    )
    const { first: _, ...same } = { ...proof, days: 28 }
    expect(told(proofLines(arm(60), same))).toMatch(
      /^identical throughout the \d+ days of the run: .* on each of the last 28 days/,
    )
  })

  it('warns where constants are solved after the worlds part', () => {
    const solving = (fork: number, solveUntil: number) => {
      const { input } = arm(fork)
      return told(solvedLines({ ...arm(fork), input: { ...input, solveUntil } }))
    }
    expect(solving(30, 30)).toBe('')
    expect(solving(30, 0)).toBe('')
    expect(solving(30, 31)).toMatch(/^WARNING: constants are calibrated until \d{4}-\d\d-\d\d /)
  })

  it('names at most a dozen differences, and warns of every part that is not paired', () => {
    const many = Array.from({ length: 15 }, (_, at) => `value ${at}`)
    expect(differenceLines(many)).toHaveLength(14)
    expect(differenceLines(many).at(-1)).toBe('  and 3 more: manifest.json')
    expect(differenceLines([])).toEqual(['no input differs'])
    expect(unpairedLines([])).toEqual([])
    expect(unpairedLines(many)).toHaveLength(16)
  })
})

describe('what is told of the number of runs', () => {
  const effect: Effect = {
    ...{ scenario: 'ban', measure: 'umkm jobs', group: 'all', unit: 'people', runs: 8 },
    ...{ baseline: 100, policy: 90, difference: -10, low: -11, high: -9 },
    ...{ pairing: 0.9995, positive: 0.0001 },
  }
  const lines = (stopped: Stopped, precision?: number, other: Partial<Effect> = {}) =>
    told(
      enoughLines(
        { ...effect, ...other },
        { question: { runs: 8 } as Question, stopped, precision },
        {},
      ),
    )

  it('is which rule ended them, and how many would do', () => {
    expect(lines('asked')).toMatch(
      /^8 runs, as requested\. UMKM jobs: ±10 % of the effect \(95 % CI\); about 25 runs would give ±5 % common random/,
    )
    expect(lines('precise', 0.1)).toContain('precision of ±10 % reached. UMKM jobs: ±10 % of the')
    expect(lines('most', 0.05)).toContain('stopped by --max-runs before the requested ±5 %. UMKM')
    expect(lines('most', 0.05)).toContain('about 25 runs would give ±5 %')
    expect(lines('asked')).toContain('removed over 99.9 % of the variance; P(effect < 0) > 99.9 %')
    expect(lines('asked', undefined, { positive: 0.98 })).toContain('P(effect > 0) = 98 %')
  })

  it('is what pairing by seed did to the variance, also where it added to it', () => {
    expect(lines('asked', undefined, { pairing: -0.25 })).toContain(
      'common random numbers added 25 % to the variance; P(',
    )
    expect(lines('asked', undefined, { pairing: 0 })).toContain('removed none of the variance; P(')
  })

  it('is no number of runs where the effect may be nothing', () => {
    expect(lines('most', 0.05, { low: -30, high: 10 })).toMatch(
      /^8 runs, stopped by --max-runs before the requested ±5 %\. UMKM jobs: the 95 % CI includes zero common/,
    )
    expect(lines('asked', undefined, { runs: 1 })).toBe('')
  })

  it('claims no share of an effect that is nought in every run', () => {
    const none = { difference: 0, low: 0, high: 0, pairing: 1, positive: Number.NaN }
    for (const stopped of ['no effect', 'precise', 'asked', 'most'] as const) {
      const said = lines(stopped, 0.05, none)
      expect(said).toBe(
        '8 runs: UMKM jobs is the same in both worlds in every run; there is no effect to be a share of',
      )
    }
  })
})

describe('a long line', () => {
  it('is broken at spaces, with its margin', () => {
    const text = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ')
    const lines = wrapped(text, '> ', '    ')
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100)
    expect(lines[0]).toMatch(/^> word0 /)
    expect(lines[1]).toMatch(/^ {4}word/)
    expect(told(lines)).toBe(`> ${text}`)
    expect(wrapped('x'.repeat(120))).toEqual(['x'.repeat(120)])
  })
})

it('calls a region by its own name, whatever a programme there is called', () => {
  const labels = labelsOf(readStudy({}, ['scenarios/indonesia-2023.yaml']).scenarios)
  expect(labels.banyuwangi).toBe('Districts like Banyuwangi')
  expect(labels.shopee).toBe('Shopee')
})
