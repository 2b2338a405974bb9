/** Targets files: what a statistic is, and what is wrong with a file, all at once. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dayOfDate } from '../../../src/engine/index.ts'
import { formatFinding } from '../../../src/scenario/index.ts'
import {
  partName,
  partsOf,
  type Reading,
  readTargets,
  statisticIn,
  type Target,
} from '../../../src/study/index.ts'
import { shippedTargets } from './shipped.ts'

const reading = (text: string) => readTargets('t.yaml', () => ({ text }))

function targetOf(statistic: string, periods = ''): Target {
  const read = reading(`
${periods}
targets:
  x: { origin: fitted, statistic: ${statistic}, unit: u, band: 1 to 2, source: s, grade: A }
`)
  if (!read.ok) throw new Error(read.findings.map(formatFinding).join('\n'))
  return read.file.targets[0]
}

const findings = (text: string): string => {
  const read = reading(text)
  return read.ok ? '' : read.findings.map(formatFinding).join('\n')
}

/** A day's value is the number of the day in January 2023, times 1 for Shopee and 10 for Lazada; others sell nothing. */
const days: Reading = {
  mean(measure, from, to, at = {}) {
    const times = at.venue === undefined ? 11 : { shopee: 1, lazada: 10 }[at.venue]
    if (measure !== 'sales' || times === undefined) return Number.NaN
    const [a, b] = [from, to].map((date) => dayOfDate(date) - dayOfDate('2023-01-01') + 1)
    return (times * (a + b)) / 2
  },
}
const told = (statistic: string, periods = '') =>
  statisticIn(targetOf(statistic, periods).statistic, days)

describe('a statistic', () => {
  it('is a mean over days, times a number', () => {
    expect(told('{ measure: sales, in: 2023-01-02 to 2023-01-06 }')).toBe(44)
    expect(told('{ measure: sales, venue: shopee, in: 2023-01-07, times: 2 }')).toBe(14)
  })

  it('adds rows up, leaves out those that are not there, and has no value where none is', () => {
    const of = (rows: string) => told(`{ measure: sales, venue: ${rows}, in: 2023-01-02 }`)
    expect(of('[shopee, lazada]')).toBe(22)
    expect(of('[shopee, blibli]')).toBe(2)
    expect(of('[blibli]')).toBeNaN()
  })

  it('is of several stretches their mean, whatever their length', () => {
    const periods = 'periods: { peaks: [2023-01-01, 2023-01-03 to 2023-01-09] }'
    expect(told('{ measure: sales, venue: shopee, in: peaks }', periods)).toBe(3.5)
  })

  it('is divided by what has the same keys where nothing else is written', () => {
    const over = (keys: string) =>
      told(`{ measure: sales, venue: shopee, in: 2023-01-04, over: { ${keys} }, times: 100 }`)
    expect(over('in: 2023-01-02')).toBe(200)
    expect(over('venue: lazada')).toBe(10)
    expect(over('venue: all')).toBeCloseTo(100 / 11, 12)
    expect(
      told('{ measure: sales, in: 2023-01-03, over: { in: 2023-01-02 }, less: 1, times: 100 }'),
    ).toBe(50)
  })

  it('says what a run must keep', () => {
    const { statistic } = targetOf(
      '{ measure: sales, venue: [shopee, lazada], in: 2023-01-04, over: { venue: all } }',
    )
    expect(partsOf(statistic).map(partName)).toEqual([
      'sales, shopee, 2023-01-04',
      'sales, lazada, 2023-01-04',
      'sales, 2023-01-04',
    ])
  })
})

describe('a targets file', () => {
  it('tells every fault with its place and a way out', () => {
    const found = findings(`
periods: { quarter: 2023-09-25 to 2023-07-03 }
targets:
  one: { origin: fited, statistic: { measure: sale, in: quarter }, unit: u, band: 2 to 1, source: s, grade: A }
  two: { origin: set, statistic: { measure: hhi, kind: x, in: quater }, unit: u, value: 3, source: s, grade: Z }
  three: { origin: set, statistic: { in: quarter }, band: 1 to x }
  four: { origin: set, statistic: { measure: sales, in: quarter }, unit: u, band: 1 to 2, value: 3, source: s, grade: A, colour: red }
`)
    for (const message of [
      't.yaml:2:21  quarter ends on 2023-07-03, before its start on 2023-09-25',
      'did you mean fitted?',
      'did you mean sales?',
      'did you mean quarter?',
      'band is 2 to 1, outside what goes from low to high',
      'hhi by kind has no x; it has no rows',
      'two: missing error: the standard deviation of what was seen, above 0',
      'grade is Z, not one of',
      'three: missing unit',
      'three: missing source',
      'three: missing grade',
      'measure: missing measure: sales',
      'band is x, not a number',
      'value cannot be combined with band; write one of both',
      'unknown key colour',
    ])
      expect(found).toContain(message)
  })

  it('has a target at least', () => {
    expect(findings('title: none\n')).toContain('the file: missing targets')
    expect(findings('')).toContain('the file is empty')
  })
})

describe('the targets that come with the program', () => {
  const targets = shippedTargets()

  it('look at nothing after 3 October 2023', () => {
    const last = targets.flatMap(({ statistic }) => partsOf(statistic).map(({ to }) => to)).sort()
    expect(last.at(-1)! < '2023-10-04', last.at(-1)).toBe(true)
  })

  it('have a name of their own in both languages', () => {
    for (const name of [(t: Target) => t.what, (t: Target) => t.indonesian])
      expect(new Set(targets.map(name)).size).toBe(targets.length)
    for (const { what, indonesian } of targets) expect(indonesian).not.toBe(what)
  })

  it('stand in the page of sources with their origin and ends of their bands', () => {
    const page = readFileSync('docs/sources.md', 'utf8')
    const rows = page
      .split('\n')
      .filter((line) => /^\| [^|]+ \|.*\| (solved|set|fitted|predicted) \|/.test(line))
    for (const { id, what, origin } of targets) {
      const own = rows.filter(
        (row) =>
          row
            .split('|')[1]
            .split(',')
            .some((cell) => cell.trim() === id) && row.includes(`| ${origin} |`),
      )
      expect(own.length, `${what} (${id}, ${origin})`).toBeGreaterThan(0)
    }
  })
})
