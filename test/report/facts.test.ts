/** Facts as they are printed and drawn: rows, places in their bands, both languages. */
import { describe, expect, it } from 'vitest'
import { factRows } from '../../src/report/facts/written.ts'
import { factsCharts, factsLines } from '../../src/report/index.ts'
import { said } from '../../src/report/text/parameter-words.ts'
import {
  type Fact,
  type FactsFound,
  factsFound,
  type RegisteredFact,
  readFacts,
} from '../../src/study/index.ts'
import { fromDisk } from '../scenario/files.ts'
import { words } from '../study/facts/files.ts'

const text = `title: What was seen
indonesian: { title: Yang teramati }
baseline: base
policies: [closed]
facts:
  S recaptures: { id: V1, indonesian: S menampung, statistic: { recaptured-by: S, from: T }, band: 38 to 49, source: x, grade: A }
  sales of S: { statistic: { measure: sales, venue: S, in: after, of: percent }, band: 11.5 to 13, source: x, grade: A }
  sales of K: { statistic: { measure: sales, venue: K, in: after, of: percent }, used: fitted }
`
const read = readFacts('facts.yaml', words({ 'facts.yaml': text }))
if (!read.ok) throw new Error(JSON.stringify(read.findings))
const { facts } = read

/** Values of each fact over two runs, with both nulls. */
const VALUES = [
  { values: [42, 44], proportional: 30, none: Number.NaN },
  { values: [20, 22], proportional: 8.3, none: 0 },
  { values: [5, 7], proportional: 8.3, none: 0 },
]
const found: FactsFound = {
  ...{ facts, seed: 'x', runs: 2, broken: [] },
  found: factsFound(
    facts.facts,
    VALUES.map(({ values, proportional, none }) =>
      values.map((value, run) => ({ draw: 0, run, value, proportional, none, agents: Number.NaN })),
    ),
  ),
}

describe('rows of facts', () => {
  it('have the digits of their band, and one more', () => {
    const [first, second, third] = factRows({ found }, 'en')
    expect(first).toMatchObject({
      name: 'V1  S recaptures, %',
      band: '38 to 49',
      model: '43.0 (42.1 to 43.9)',
    })
    expect(second).toMatchObject({
      band: '11.5 to 13.0',
      model: '21.0 (20.1 to 21.9)',
      verdict: 'FAIL',
    })
    expect(third).toMatchObject({ band: 'not known', verdict: 'not testable', none: '0.00' })
  })

  it('have a digit more where rounding would put the model on the other side of an end', () => {
    const at = (median: number) =>
      factRows(
        {
          found: {
            ...found,
            found: [{ ...found.found[0], model: { median, low: median, high: median } }],
          },
        },
        'en',
      )[0].model
    expect(at(48.96)).toBe('48.96 (48.96 to 48.96)')
    expect(at(49.0004)).toBe('49.0004 (49.0004 to 49.0004)')
    expect(at(48.9)).toBe('48.9 (48.9 to 48.9)')
    expect(at(37.96)).toBe('37.96 (37.96 to 37.96)')
  })

  it('of what cannot be tested fail no prediction', () => {
    const prediction = { median: 20, low: 19, high: 21 } as RegisteredFact
    const registered = {
      ...{ date: '2023-09-01', version: 'x', statistics: 'x', scenariosChanged: [], gone: [] },
      facts: [{ standing: 'registered', prediction, holds: false } as const],
    }
    const line = (more: object) =>
      factsLines(
        {
          found: { ...found, found: [{ ...found.found[1], ...more }] },
          registered,
        },
        'en',
      )
        .join(' ')
        .replace(/\s+/g, ' ')
    expect(line({})).toContain('the registered prediction FAILS')
    const few = { verdict: 'not testable', untestable: { why: 'few agents', agents: 9 } }
    expect(line(few)).not.toContain('the registered prediction FAILS')
  })

  it('are told in Indonesian with its words and numbers', () => {
    const [first] = factRows({ found }, 'id')
    expect(first).toMatchObject({
      name: 'V1  S menampung, %',
      band: '38 sampai 49',
      proportional: '30,0',
      verdict: 'lolos',
    })
    const lines = factsLines({ found }, 'id')
    expect(lines[0]).toBe('Yang teramati')
    expect(lines.join('\n')).toContain('bukan bukti, skenario dasar ditulis dengan melihatnya')
    expect(lines.join('\n')).toContain('yang teramati belum tertulis di berkas')
  })
})

describe('the picture of facts', () => {
  const [chart, ...none] = factsCharts({ found }, 'en')
  const { values } = (
    chart.spec as never as {
      vconcat: [{ concat: [{ data: { values: Record<string, unknown>[] } }] }]
    }
  ).vconcat[0].concat[0].data

  it('places each value in half widths of its band, what lies far off at the edge', () => {
    expect(none).toEqual([])
    // The fact without a band is not drawn.
    expect(values).toHaveLength(2)
    expect(values[0].median).toBeCloseTo((43 - 43.5) / 5.5, 12)
    expect(values[0].proportional).toBeCloseTo((30 - 43.5) / 5.5, 12)
    expect(values[0].none).toBeNull()
    expect(values[1]).toMatchObject({ median: 3, none: -3, verdict: 'FAIL' })
  })
})

describe('words of facts', () => {
  it('name every unit that shipped files write in English', () => {
    const shipped = readFacts('scenarios/studies/facts-2023.yaml', fromDisk)
    const units = shipped.ok ? shipped.facts.facts.map(({ unit }: Fact) => unit) : []
    expect(units.length).toBeGreaterThan(40)
    const plain = ['%', 'kRp', 'people', 'kRp/week']
    const unknown = units.filter((unit) => !plain.includes(unit) && said(unit, 'id') === unit)
    expect([...new Set(unknown)]).toEqual([])
  })
})
