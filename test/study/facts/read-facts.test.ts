/** Files of facts: what they say, every fault at once, and what the shipped one may hold. */
import { describe, expect, it } from 'vitest'
import { formatFinding } from '../../../src/scenario/index.ts'
import { type Fact, factsQuestions, readFacts, statisticText } from '../../../src/study/index.ts'
import { partsOf } from '../../../src/study/targets/index.ts'
import { fromDisk } from '../../scenario/files.ts'
import { words } from './files.ts'

function read(text: string) {
  const found = readFacts('facts.yaml', words({ 'facts.yaml': text }))
  if (!found.ok) throw new Error(found.findings.map(formatFinding).join('\n'))
  return found.facts
}

function faults(facts: string, head = 'baseline: base\npolicies: [closed]'): string[] {
  const found = readFacts('facts.yaml', words({ 'facts.yaml': `${head}\nfacts:\n${facts}` }))
  return found.ok ? [] : found.findings.map(formatFinding).map((one) => one.split('\n')[0])
}

const only = (fact: string): Fact =>
  read(`baseline: base\npolicies: [closed]\nfacts:\n  A: ${fact}`).facts[0]

describe('a file of facts', () => {
  it('says what is measured, where it was seen, and what must hold', () => {
    const { facts, comparisons, title } = read(`
title: What was seen
baseline: base
policies: [closed]
facts:
  S gains:
    id: V1
    indonesian: S naik
    statistic: { measure: sales, venue: S, in: after, of: percent }
    band: 10 to 14
    source: a survey
    grade: B
    used: fitted
  S holds it:
    statistic: { recaptured-by: S, from: T }
    value: 43
    error: 2
    source: a survey
    grade: C
    counts-if: [V1]
`)
    expect(title).toBe('What was seen')
    expect(comparisons.map(({ scenarios }) => scenarios.map(({ name }) => name))).toEqual([
      ['base', 'closed'],
    ])
    expect(facts[0]).toMatchObject({
      ...{ id: 'V1', what: 'S gains', indonesian: 'S naik', policy: 'closed', unit: '%' },
      ...{ band: { low: 10, high: 14 }, used: 'fitted', grade: 'B', countsIf: [] },
      statistic: { kind: 'cells', of: 'percent' },
    })
    const days = { from: '2024-02-26', to: '2024-04-07' }
    expect(facts[1]).toMatchObject({
      ...{ id: 'S holds it', used: 'no', countsIf: ['V1'] },
      statistic: { kind: 'recaptured', from: 'T', to: 'S', side: 'buyers', window: 'after', days },
    })
    // The 95 % interval of a value with its error.
    expect(facts[1].band?.low).toBeCloseTo(43 - 1.96 * 2, 12)
    expect(facts[1].band?.high).toBeCloseTo(43 + 1.96 * 2, 12)
  })

  it('has a statistic of every kind', () => {
    expect(
      only('{ statistic: { measure: sales, in: before, policy: x } }'.replace(', policy: x', '')),
    ).toMatchObject({
      ...{ policy: undefined, band: undefined, statistic: { of: 'level' } },
    })
    expect(
      only(
        '{ statistic: { median: income, among: { kind: producer, exposure: over 50 %, status: active } } }',
      ).statistic,
    ).toMatchObject({
      asked: {
        ...{ kind: 'agents', take: 'median', of: 'income', in: 'percent', window: 'after' },
        among: { kind: 'producer', exposure: 'over 50 %', status: 'active' },
      },
    })
    expect(
      only(
        '{ statistic: { share: sales, venue: S, falls-by: 10 %, in: 2024-03-04 to 2024-03-10 } }',
      ).statistic,
    ).toMatchObject({
      asked: {
        take: 'share',
        venue: 'S',
        beyond: { falls: true, by: 10 },
        window: '2024-03-04 to 2024-03-10',
      },
    })
    const total = only(
      '{ statistic: { total: work, of: difference, times: 0.001 }, unit: thousand FTE }',
    )
    expect(total).toMatchObject({ times: 0.001, unit: 'thousand FTE' })
    expect(
      only('{ statistic: { bought-at: elsewhere, within: 2 weeks } }').statistic,
    ).toMatchObject({
      asked: { kind: 'elsewhere', days: 14, to: 'elsewhere' },
    })
    expect(only('{ statistic: { recovered-after: 5 weeks } }').statistic).toMatchObject({
      asked: { kind: 'recovery', weeks: 5, exposure: 'over 50 %' },
    })
  })

  it('tells every fault with its place, and no fault that only follows from another', () => {
    const found = faults(`
  A: { statistic: { recaptured-by: Sx, from: T }, band: 49 to 38, source: x, grade: Z }
  B: { statistic: { measure: sales, venue: Q, of: percent, in: after }, value: 10, counts-if: [A, Dd] }
  C: { statistic: { bought-at: elsewhere, within: soon }, counts-if: D }
  D: { statistic: { share: income, among: { kind: producers } }, used: maybe, counts-if: C }
  E: { statistic: { median: income, venue: S, in: 2025-01-01 to 2025-02-01 } }
  F: { statistic: { in: after } }
  G: { policy: baseline, statistic: { recaptured-by: S, from: T } }
  H: { statistic: { recovered-after: 2 weeks }, bands: 1 to 2 }
  I: { band: 1 to 2, source: x, grade: A }`)
    const told = [
      ...['recaptured-by is Sx, not one of T, S, K, O', 'band is 49 to 38', 'grade is Z'],
      ...['sales has no value for Q; it has T, S, K, O', 'B: missing source', 'B: missing grade'],
      ...['B: missing error', 'the file has no fact Dd', 'within: expected days from 1: 28 days'],
      ...['C cannot be combined with D, which counts only if C holds', 'missing falls-by'],
      ...[
        'D cannot be combined with C, which counts only if D holds',
        'used is maybe, not one of no',
      ],
      ...[
        'kind is producers',
        'outside the run (2024-01-01 to 2024-04-21)',
        'venue cannot be combined with median: income',
      ],
      ...['missing one of measure, recaptured-by', 'recaptured-by: missing a policy'],
      ...['recovered-after: expected weeks from 4', 'unknown key bands', 'I: missing statistic'],
    ]
    for (const one of told)
      expect(
        found.some((line) => line.includes(one)),
        one,
      ).toBe(true)
    expect(found).toHaveLength(told.length)
  })

  it('refuses what can have no number: days after the run, and what comes back to where it left', () => {
    // T is shut on 26 February; 56 days are left.
    expect(
      faults(`
  A: { statistic: { bought-at: elsewhere, within: 56 days } }
  B: { statistic: { recovered-after: 8 weeks } }`),
    ).toEqual([])
    const found = faults(`
  A: { statistic: { bought-at: elsewhere, within: 57 days } }
  B: { statistic: { recovered-after: 9 weeks } }
  C: { statistic: { recaptured-by: T, from: T } }
  D: { statistic: { recaptured-by: S, from: S } }
  E: { statistic: { recaptured-by: S, from: T }, value: 3, error: -5, source: x, grade: A }`)
    for (const [at, told] of [
      'within is up to 2024-04-22, outside the run (2024-01-01 to 2024-04-21: the policy is in force from 2024-02-26)',
      'recovered-after is up to 2024-04-28, outside the run',
      'recaptured-by: T cannot be combined with from: T',
      'recaptured-by: S cannot be combined with from: S',
      'error is -5, outside 0 to 1000000000000000 (in its own unit)',
    ].entries())
      expect(found[at]).toContain(told)
    expect(found).toHaveLength(5)
  })

  it('needs a baseline, and a policy for a change', () => {
    expect(
      faults(
        '  A: { statistic: { measure: sales, in: 2024-02-05 to 2024-02-11, of: percent } }',
        'baseline: base',
      )[0],
    ).toContain('A: missing policies: the file compares nothing')
    expect(faults('  A: {}', 'title: x')[0]).toContain('the facts: missing baseline')
    expect(faults('  A: {}', 'baseline: basis')[0]).toContain('there is no file basis')
    const two = 'baseline: base\npolicies: [closed, later]'
    expect(faults('  A: { statistic: { recaptured-by: S, from: T } }', two)[0]).toContain(
      'A: missing policy: closed, later',
    )
  })

  it('has the same text of a statistic whatever it is called and wherever it was seen', () => {
    const plain = read(
      'baseline: base\npolicies: [closed]\nfacts:\n  A: { statistic: { recaptured-by: S, from: T } }',
    )
    const seen = read(
      'title: y\nbaseline: base\npolicies: [closed]\nfacts:\n  A: { statistic: { from: T, recaptured-by: S }, band: 1 to 2, source: x, grade: A, used: fitted }',
    )
    const other = read(
      'baseline: base\npolicies: [closed]\nfacts:\n  A: { statistic: { recaptured-by: K, from: T } }',
    )
    expect(statisticText(seen.facts[0], seen)).toBe(statisticText(plain.facts[0], plain))
    expect(statisticText(other.facts[0], other)).not.toBe(statisticText(plain.facts[0], plain))
  })
})

describe('what is run for facts', () => {
  it('are the policies that have one, with the windows and questions of their facts', () => {
    const facts = read(`
baseline: base
policies: [closed, later]
facts:
  A: { policy: later, statistic: { median: income, in: 2024-03-04 to 2024-03-10 } }
  B: { policy: later, statistic: { bought-at: S, within: 14 days } }
`)
    const [{ question }] = factsQuestions(facts, { runs: 3, seed: 'x' })
    expect(question).toMatchObject({ runs: 3, seed: 'x' })
    const [later, ...none] = question.policies
    expect(none).toEqual([])
    expect(later.windows?.map(({ name }) => name)).toContain('2024-03-04 to 2024-03-10')
    expect(later.asked).toMatchObject([{ kind: 'agents' }, { kind: 'elsewhere', days: 14 }])
  })

  it('of a baseline alone ends with the last day of a fact', () => {
    const facts = read(
      'baseline: base\nfacts:\n  A: { statistic: { measure: sales, in: 2024-01-08 to 2024-01-14 } }',
    )
    expect(factsQuestions(facts)[0].question.baseline.input.days).toBe(14)
  })
})

describe('the shipped facts', () => {
  const shipped = readFacts('scenarios/studies/facts-2023.yaml', fromDisk)
  const facts = shipped.ok ? shipped.facts.facts : []

  it('are read without a finding, with all targets and the placebos', () => {
    expect(shipped.ok ? [] : shipped.findings.map(formatFinding)).toEqual([])
    const ids = new Set(facts.map(({ id }) => id))
    for (const id of ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'P1', 'P2', 'P3', 'P4'])
      expect(ids).toContain(id)
  })

  it('are of no day after 4 October 2023, and all have source and grade', () => {
    const days = facts.flatMap(({ statistic }) =>
      statistic.kind === 'cells'
        ? partsOf(statistic.statistic).map(({ to }) => to)
        : [statistic.days?.to ?? '9999-12-31'],
    )
    expect(days.length).toBeGreaterThan(facts.length)
    expect(days.filter((to) => to > '2023-10-04')).toEqual([])
    expect(facts.filter(({ source, grade, band }) => source === '' || !grade || !band)).toEqual([])
  })
})
