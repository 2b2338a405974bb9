/** A prediction that is registered: before it is known, when it was known already, changed since, and edited by hand. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type Facts,
  type FactsFound,
  factsFound,
  readFacts,
  readRegistration,
  registeredIn,
  registrationOf,
  TamperedRegistration,
} from '../../../src/study/index.ts'
import { words } from './files.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

function read(facts: string): Facts {
  const found = readFacts(
    'facts.yaml',
    words({ 'facts.yaml': `baseline: base\npolicies: [closed]\nfacts:\n${facts}` }),
  )
  if (!found.ok) throw new Error(JSON.stringify(found.findings))
  return found.facts
}

/** Every fact lies at 12, 13 and 14. */
function foundOf(facts: Facts): FactsFound {
  const samples = facts.facts.map(() =>
    [12, 13, 14].map((value, run) => ({
      ...{ draw: 0, run, value, proportional: 8, none: 0, agents: Number.NaN },
    })),
  )
  return { facts, found: factsFound(facts.facts, samples), seed: 'x', runs: 3, broken: [] }
}

const A = 'A: { statistic: { recaptured-by: S, from: T }'
const B = 'B: { statistic: { measure: sales, venue: S, in: after, of: percent }'
const SEEN = 'source: a survey, grade: B'
const blind = read(
  `  ${A} }\n  ${B}, band: 10 to 14, ${SEEN} }\n  C: { statistic: { recaptured-by: K, from: T } }`,
)
const made = registrationOf(foundOf(blind), { hash, date: '2026-01-02T03:04:05.000Z', code: 'abc' })
const text = JSON.stringify(made, null, 2)

describe('a registration', () => {
  it('holds what the model predicts and hashes of the statistics, and what was known already', () => {
    expect(made.facts.map(({ what, known, median }) => [what, known, median])).toEqual([
      ...[
        ['A', false, 13],
        ['B', true, 13],
        ['C', false, 13],
      ],
    ])
    expect(made.facts[0].low).toBeCloseTo(12.1, 12)
    expect(made.statistics).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(made.facts.map(({ statistic }) => statistic)).size).toBe(3)
    expect(readRegistration(text, hash)).toEqual(made)
  })

  it('stands when what was seen is filled in, and not when a statistic is changed, added or taken out', () => {
    const now = read(
      `  ${A}, band: 12 to 20, ${SEEN} }\n  ${B.replace('venue: S', 'venue: K')}, band: 10 to 14, ${SEEN} }\n  D: { statistic: { recaptured-by: O, from: T }, band: 1 to 2, ${SEEN} }`,
    )
    const found = registeredIn(readRegistration(text, hash), now, hash)
    expect(found.facts.map(({ standing, holds }) => [standing, holds])).toEqual([
      ...[
        ['registered', true],
        ['changed', undefined],
        ['new', undefined],
      ],
    ])
    expect(found.gone).toEqual(['C'])
    expect(found.scenariosChanged).toEqual([])
    const missed = registeredIn(made, read(`  ${A}, band: 20 to 30, ${SEEN} }`), hash)
    expect(missed.facts[0]).toMatchObject({ standing: 'registered', holds: false })
    expect(
      registeredIn(made, read(`  ${B}, band: 10 to 14, ${SEEN} }`), hash).facts[0].standing,
    ).toBe('known')
  })

  it('says that a condition was added later', () => {
    const later = read(`  ${A}, counts-if: C }\n  C: { statistic: { recaptured-by: K, from: T } }`)
    expect(registeredIn(made, later, hash).facts[0].standing).toBe('changed')
  })

  it('names scenarios that have changed since', () => {
    const [comparison] = blind.comparisons
    const [baseline, closed] = comparison.scenarios
    const moved = { ...comparison, scenarios: [baseline, { ...closed, fingerprint: 'another' }] }
    expect(registeredIn(made, { ...blind, comparisons: [moved] }, hash).scenariosChanged).toEqual([
      'closed',
    ])
  })

  it('that was edited by hand is refused, whatever was edited', () => {
    for (const edited of [
      text.replace('"median": 13', '"median": 15'),
      text.replace('2026-01-02', '2025-01-02'),
      text.replace('"known": true', '"known": false'),
      text.replace(made.facts[0].statistic, made.facts[1].statistic),
    ]) {
      expect(edited).not.toBe(text)
      expect(() => readRegistration(edited, hash)).toThrow(TamperedRegistration)
    }
    expect(() => readRegistration('{', hash)).toThrow('it is not JSON')
    expect(() => readRegistration('{}', hash)).toThrow('it is no registration')
    expect(() => readRegistration('null', hash)).toThrow(TamperedRegistration)
  })
})
