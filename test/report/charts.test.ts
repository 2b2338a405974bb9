/** What charts draw, and what they do not: read from their specs. */
import { describe, expect, it } from 'vitest'
import { measures } from '../../src/market/index.ts'
import {
  type Chart,
  charts,
  flowsChart,
  mechanismsChart,
  type ReportInput,
  winnersChart,
} from '../../src/report/index.ts'
import type { Flow, GroupOutcome } from '../../src/study/index.ts'
import { syntheticReport } from './synthetic.ts'

type Part = Readonly<Record<string, unknown>>

/** Every object of a spec, however deep. */
function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (typeof value !== 'object' || value === null) return []
  return [value as Part, ...Object.values(value).flatMap(partsOf)]
}
const rowsOf = (chart: Chart): Part[] =>
  partsOf(chart.spec).flatMap(({ values }) => (Array.isArray(values) ? (values as Part[]) : []))
const titleOf = ({ spec }: Chart) => JSON.stringify(spec.title)
const named = (all: readonly Chart[], name: string): Chart => {
  const found = all.find((chart) => chart.name === name)
  if (found === undefined) throw new Error(`no chart ${name}`)
  return found
}
const scales = (chart: Chart) =>
  partsOf(chart.spec).flatMap(({ domain, zero }) =>
    zero === false && Array.isArray(domain) ? [domain[0] as number] : [],
  )

describe('a course over time', () => {
  it('draws each of few runs, and a band of more', () => {
    const of = (runs: number) => named(charts(syntheticReport({ runs, days: 500 })), 'sales')
    const few = rowsOf(of(4)).filter(({ median }) => median !== undefined)
    expect(few.every(({ runs, low }) => (runs as number[]).length === 4 && low === undefined)).toBe(
      true,
    )
    expect(titleOf(of(4))).toContain('thin lines: each run')
    const many = rowsOf(of(8)).filter(({ median }) => median !== undefined)
    expect(many.every(({ runs, low }) => runs === undefined && low !== undefined)).toBe(true)
    expect(titleOf(of(8))).toContain('band: 5th to 95th percentile of runs')
  })

  it('has all panels from nought, or none and says so', () => {
    const all = charts(syntheticReport({ runs: 2, days: 500 }))
    // One venue closes, so that all begin at nought.
    expect(new Set(scales(named(all, 'sales')))).toEqual(new Set([0]))
    expect(titleOf(named(all, 'sales'))).not.toContain('do not begin at zero')
    const cut = scales(named(all, 'employment'))
    expect(cut.length).toBeGreaterThan(0)
    expect(cut.every((least) => least > 0)).toBe(true)
    expect(titleOf(named(all, 'employment'))).toContain('axes do not begin at zero')
  })

  it('says that its first half year is not drawn', () => {
    const noteOf = (days: number) =>
      JSON.stringify(named(charts(syntheticReport({ runs: 2, days })), 'sales').spec)
    expect(noteOf(500)).toContain('The first half year, in which the market settles, is not drawn')
    expect(noteOf(300)).not.toContain('is not drawn')
  })
})

describe('the days of a policy', () => {
  it('are named in lines that are no shorter than words need', () => {
    const texts = partsOf(named(charts(syntheticReport({ runs: 2, days: 500 })), 'sales').spec)
    const flags = texts.flatMap(({ text }) => (Array.isArray(text) ? [text as string[]] : []))
    expect(flags).toContainEqual(['4 Oct 2023', 'TikTok Shop closes'])
  })
})

describe('differences over time', () => {
  it('are paired by run, so that they are nought until the policy and have the band of the mean', () => {
    const report = syntheticReport({ runs: 4, days: 500 })
    const rows = rowsOf(named(charts(report), 'difference')).filter(
      ({ mean }) => mean !== undefined,
    )
    const before = rows.filter(({ date }) => String(date) < '2023-09-26')
    expect(before.length).toBeGreaterThan(5)
    expect(before.every(({ mean, low, high }) => mean === 0 && low === 0 && high === 0)).toBe(true)
    const last = rows.filter(({ date }) => String(date) > '2024-04-01')
    expect(
      last.some(({ low, high, mean }) => Number(low) < Number(mean) && Number(mean) < Number(high)),
    ).toBe(true)
  })

  it('leave out a run without a partner', () => {
    const report = syntheticReport({ runs: 3, days: 300 })
    const alone: ReportInput = { ...report, baseline: report.baseline.slice(0, 2) }
    expect(titleOf(named(charts(alone), 'difference'))).toContain('mean of 2 paired differences')
  })
})

const report = syntheticReport({ runs: 2, days: 60 })
const about = { name: 'x', label: 'A closure', window: 'first month' }
const interval = (mean: number) => ({ mean, low: mean - 1, high: mean + 1 })

describe('where sales went', () => {
  it('has what is bought nowhere in a colour of its own', () => {
    const to = (to: string, mean: number): Flow => ({
      ...{ scenario: 'closure', window: 'first month', side: 'buyers', from: 'tiktok-shop', to },
      ...{
        value: interval(1000 * mean),
        unit: 'mRp/week',
        diversion: interval(mean / 10),
        runs: 2,
      },
    })
    const chart = flowsChart(report, [to('shopee', 50), to('lost', 30), to('saved', 20)], about)!
    const directions = Object.fromEntries(
      rowsOf(chart).flatMap(({ label, direction }) =>
        label === undefined ? [] : [[label as string, direction as string]],
      ),
    )
    expect(directions).toEqual({
      Shopee: 'gained sales',
      'Purchases that no longer occur': 'bought nowhere',
      'Not bought (saved)': 'bought nowhere',
    })
  })
})

describe('changes of income', () => {
  const outcome = (kind: string, members: number, difference: number): GroupOutcome => {
    const paired = (by: number) => ({
      ...{ baseline: 1000, policy: 1000 + by, difference: by, low: by - 1, high: by + 1 },
    })
    return {
      ...{ scenario: 'closure', window: 'first month', by: 'kind', kind, group: 'all' },
      ...{ members, agents: 40, income: paired(difference), jobs: paired(0), survival: paired(0) },
      ...{ losing: interval(0.37), gaining: interval(0.05), positive: 0, runs: 2 },
    }
  }
  const chart = winnersChart(
    report,
    [outcome('creator', 1_200_000, -650), outcome('producer', 7_000_000, -10)],
    about,
  )!
  const texts = rowsOf(chart).flatMap(({ text }) => (text === undefined ? [] : [text as string]))

  it('are told in percent, with those who lose and those who gain', () => {
    expect(texts.slice(0, 2)).toEqual([
      '−1.0 %  (−1.1 % … −0.9 %)  37.0 % lose, 5.0 % gain over 10 %',
      '−65.0 %  (−65.1 % … −64.9 %)  37.0 % lose, 5.0 % gain over 10 %',
    ])
  })

  it('and in rupiah of all members, on an axis of its own', () => {
    // 7 million times Rp 10 thousand, and 1.2 million times Rp 650 thousand a week.
    expect(texts.slice(2).map((text) => text.split('  ')[0])).toEqual(['−70.0', '−780'])
  })
})

describe('why', () => {
  it('leaves out a mechanism that adds nothing in any run', () => {
    const part = (mechanism: string, mean: number, half: number) => ({
      ...{ scenario: 'closure', measure: measures.work.umkmJobs.name, group: 'all' },
      ...{ unit: 'people', mechanism, runs: 2 },
      value: { mean, low: mean - half, high: mean + half },
    })
    const chart = mechanismsChart(
      report,
      [part('impulse', -3000, 100), part('fees', 0, 0), part('sourcing', 0, 50)],
      about,
    )!
    const labels = rowsOf(chart).flatMap(({ label }) => (label === undefined ? [] : [label]))
    expect(labels).toHaveLength(2)
    expect(labels.join()).not.toContain('Fees')
  })
})
