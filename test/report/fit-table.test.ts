/** How a baseline fits its targets, printed: what holds, and what is modelled of the country. */
import { describe, expect, it } from 'vitest'
import { measures } from '../../src/market/index.ts'
import { readScenario } from '../../src/node/library.ts'
import { coverageRows, coverageTable } from '../../src/report/coverage.ts'
import { fitObject, fitTable } from '../../src/report/index.ts'
import { pageWords } from '../../src/report/page-words.ts'
import {
  type Coverage,
  coverageOf,
  type Fit,
  fitOf,
  type Reading,
  statisticIn,
  type Target,
} from '../../src/study/index.ts'
import { cell, runOf } from '../study/synthetic.ts'
import { shippedTargets } from '../study/targets/shipped.ts'

const target = (id: string, about: Partial<Target> = {}): Target => ({
  ...{ id, what: `what ${id} is`, origin: 'predicted', unit: 'm firms', low: 16, high: 20 },
  ...{ indonesian: '', error: 0, source: `source of ${id}`, grade: 'A' as const },
  statistic: { measure: 'sales', rows: {}, stretches: [], less: 0, times: 1 },
  ...about,
})
const fits: readonly Fit[] = [
  { target: target('A1', { national: true }), value: 8, error: 0.5, holds: false },
  {
    target: target('B2', { national: true, unit: 'Rp tn a week', low: 2, high: 2 }),
    ...{ value: 3, error: Number.NaN, holds: false },
  },
  { target: target('C3', { origin: 'solved', unit: '%' }), value: 17, error: 0.1, holds: true },
]

const row = (what: string, unit: string, source: string) => ({
  en: { what, unit, source },
  id: { what: `apa ${what}`, unit, source },
})
const coverage: readonly Coverage[] = [
  { ...row('firms', 'm firms', 'F10'), modelled: 8, low: 16, high: 20 },
  { ...row('sales', 'Rp tn a week', 'F56'), modelled: 3, low: 2, high: 2 },
  { ...row('couriers', 'm FTE', 'none known'), modelled: 0.12, low: Number.NaN, high: Number.NaN },
]

/** Lines of the table that begins with these words, split into cells, to the next empty line. */
function tableOf(lines: readonly string[], begin: string): string[][] {
  const from = lines.findIndex((line) => line.startsWith(begin))
  const to = lines.indexOf('', from)
  return lines.slice(from, to).map((line) => line.split(/ {2,}/))
}

describe('the table of a fit', () => {
  const lines = fitTable(fits, 4, coverage)

  it('sets the modelled beside the national and tells its share of the upper and of the lower end', () => {
    expect(tableOf(lines, 'modelled / national')).toEqual([
      ['modelled / national', 'modelled', 'national', 'share', 'source'],
      // 8 of 20 and 8 of 16; what is 3 of 2 covers more than the country, and is told so.
      ['firms, m firms', '8.00', '16 to 20', '0.40 to 0.50', 'F10'],
      ['sales, Rp tn a week', '3.00', '2 to 2', '1.5 to 1.5', 'F56'],
      // Of what has no figure it says so, and gives no share.
      ['couriers, m FTE', '0.120', 'no source', '–', 'none known'],
      [pageWords.en.coverageNote],
    ])
  })

  it('has no such table where nothing is a figure of the country', () => {
    const text = fitTable([fits[2]], 4).join('\n')
    expect(text).not.toContain('modelled / national')
    expect(text).toContain('what C3 is')
  })

  it('tells of each target whether it holds, and counts them by origin', () => {
    const rows = lines.slice(1, 4).map((line) => line.trim().split(/ {2,}/))
    expect(rows.map((row) => row.slice(3))).toEqual([
      ['16 to 20', '8.00', '0.50', 'OUT', 'source of A1'],
      ['2 to 2', '3.00', '-', 'OUT', 'source of B2'],
      ['16 to 20', '17.00', '0.10', 'holds', 'source of C3'],
    ])
    const counted = (origin: string) => lines.find((line) => line.startsWith(`${origin}:`))
    expect(counted('predicted')).toContain('0 of 2 hold')
    expect(counted('solved')).toContain('1 of 1 hold')
    expect(counted('fitted')).toContain('0 of 0 hold')
    expect(lines).toContain('means over 4 runs with their standard error')
  })

  it('says of what cannot be tested why, and prints no value', () => {
    const none = { value: Number.NaN, error: Number.NaN, holds: false } as const
    const untested: readonly Fit[] = [
      { target: target('A1'), ...none, untested: 'days' },
      { target: target('B2'), ...none, untested: 'none' },
      fits[2],
    ]
    const printed = fitTable(untested, 4)
    const rows = printed.slice(1, 3).map((line) => line.trim().split(/ {2,}/))
    expect(rows.map((row) => row.slice(4, 7))).toEqual([
      ['–', '-', 'cannot be tested: its days were not all run'],
      ['–', '-', 'cannot be tested: nothing of it in this market'],
    ])
    expect(printed).toContain('2 of 3 cannot be tested, and count as not held')
    expect(printed.join('\n')).not.toMatch(/NaN|OUT/)
    expect(lines.join('\n')).not.toContain('cannot be tested')
    const { targets } = fitObject(untested, 4)
    expect(targets.map(({ value, untested }) => [value, untested])).toEqual([
      [null, 'days'],
      [null, 'none'],
      [17, null],
    ])
  })

  it('is the same as an object', () => {
    const { runs, targets } = fitObject(fits, 4)
    expect(runs).toBe(4)
    expect(targets.map(({ id, national, error, holds }) => [id, national, error, holds])).toEqual([
      ['A1', true, 0.5, false],
      ['B2', true, null, false],
      ['C3', false, 0.1, true],
    ])
  })
})

describe('a target', () => {
  const days = [1, 2, 3, 4, 5, 6, 7].map((value) => [value])
  const week = [runOf('base', 1, [cell('sales')], days), runOf('base', 2, [cell('sales')], days)]
  const over = (from: string, to: string, more: Partial<Target['statistic']> = {}) =>
    target('A1', {
      ...{ low: 1, high: 9 },
      statistic: {
        ...{ measure: 'sales', rows: {}, stretches: [{ from, to }], less: 0, times: 1, ...more },
      },
    })
  const fitted = (one: Target, runs = week) => fitOf(runs, [one])[0]

  it('is tested where all its days are run, the first and the last among them', () => {
    const fit = fitted(over('2022-07-04', '2022-07-10'))
    expect(fit).toMatchObject({ value: 4, error: 0, holds: true })
    expect(fit.untested).toBeUndefined()
  })

  it.each([
    ['after the days run', over('2022-08-01', '2022-08-07')],
    ['in part after them', over('2022-07-08', '2022-07-11')],
    ['in part before them', over('2022-07-03', '2022-07-06')],
    [
      'in one of two stretches',
      over('', '', {
        stretches: [
          { from: '2022-07-04', to: '2022-07-05' },
          { from: '2022-07-10', to: '2022-07-12' },
        ],
      }),
    ],
    [
      'in what it is a share of',
      over('2022-07-04', '2022-07-05', {
        over: { measure: 'sales', rows: {}, stretches: [{ from: '2022-07-10', to: '2022-07-11' }] },
      }),
    ],
  ])('cannot be tested where its days lie %s', (_, one) => {
    expect(fitted(one)).toMatchObject({ value: Number.NaN, holds: false, untested: 'days' })
  })

  it('cannot be tested where nothing of it is measured, or no run came to its end', () => {
    const other = over('2022-07-04', '2022-07-10', { measure: 'wages' })
    expect(fitted(other)).toMatchObject({ holds: false, untested: 'none' })
    expect(fitted(over('2022-07-04', '2022-07-10'), [])).toMatchObject({ untested: 'days' })
  })

  it('of the country is tested by the days of its baseline, each of them', () => {
    const { input } = readScenario('scenarios/indonesia-2023.yaml')
    const days = Array.from({ length: input.days }, () => [1])
    const run = { ...runOf('base', 1, [cell('sales')], days), start: input.start }
    const untested = fitOf([run], shippedTargets()).filter(({ untested }) => untested === 'days')
    expect(untested.map(({ target }) => target.id)).toEqual([])
  })
})

describe('people who work in small firms, as compared with the country', () => {
  const { umkmJobs, heads } = measures.work
  const national = (what: string) =>
    shippedTargets().find((one) => one.national && one.what.startsWith(what)) as Target
  /** Reads one cell as a million, and every other as far more. */
  const only = (name: string, kind?: string): Reading => ({
    mean: (measure, _from, _to, at) => (measure === name && at?.kind === kind ? 1e6 : 1e12),
  })
  const told = (what: string, run: Reading) => statisticIn(national(what).statistic, run)

  it('are those of firms alone, and creators are a row of their own', () => {
    expect(told('people who work', only(umkmJobs.name))).toBe(1)
    expect(told('creators', only(heads.name, 'creator'))).toBe(1)
  })
})

describe('what is modelled of the country', () => {
  /** Every cell that the figures look at, at so many a day, for so many days since the run began. */
  const venues = ['tiktok-shop', 'shopee']
  const cells = [
    ...venues.flatMap((venue) => [cell('sales', { venue }), cell('orders', { venue })]),
    cell('active firms'),
    cell('umkm jobs'),
    cell('heads', { kind: 'creator' }),
    cell('employment', { kind: 'courier' }),
  ]
  const values = [200_000, 1e6, 500_000, 3e6, 18e6, 34e6, 1.2e6, 120_000]
  const run = (days: number) => runOf('base', 1, cells, Array(days).fill(values))
  const rows = coverageOf([run(460), run(460)], shippedTargets())

  it('is every national figure by itself, then couriers, of whom no figure is known', () => {
    expect(rows.map(({ en: { what }, modelled }) => [what.split(' ')[0], modelled])).toEqual([
      ['platform', expect.closeTo((365.25 * 700_000) / 1e6, 0)],
      ['orders', expect.closeTo((365 * 4e6) / 1e9, 1)],
      ['TikTok', 1.4],
      ['firms', 18],
      ['people', 34],
      ['creators', 1.2],
      ['couriers,', 0.12],
    ])
    const [couriers] = rows.slice(-1)
    expect([couriers.low, couriers.high]).toEqual([Number.NaN, Number.NaN])
  })

  it('has no row that adds up others', () => {
    for (const { modelled, en } of rows) {
      const same = rows.filter((other) => other.en.unit === en.unit && other.en.what !== en.what)
      const total = same.reduce((sum, other) => sum + other.modelled, 0)
      expect(Math.abs(modelled - total), en.what).toBeGreaterThan(1e-9)
      expect(en.what).not.toMatch(/\b(total|together|all)\b/)
    }
  })

  it('is a table of the page in both languages, each row with its source', () => {
    for (const language of ['en', 'id'] as const) {
      const html = coverageTable(rows, language)
      expect(html.match(/<tr>/g)).toHaveLength(1 + rows.length)
      for (const cells of coverageRows(rows, language)) {
        expect(cells).toHaveLength(pageWords[language].coverageHead.length)
        for (const text of cells) expect(text).toMatch(/\S/)
      }
      expect(html).toContain(pageWords[language].noFigure)
      expect(html).toContain(pageWords[language].coverageNote)
    }
    expect(coverageTable(rows, 'id')).not.toMatch(/\b(firms|people|week|year|couriers)\b/)
  })

  it('is none of runs that end before or begin after the days of the figures', () => {
    expect(coverageOf([run(440)], shippedTargets())).toEqual([])
    expect(coverageOf([{ ...run(460), start: '2023-02-01' }], shippedTargets())).toEqual([])
    expect(coverageOf([], shippedTargets())).toEqual([])
    expect(coverageOf([run(460)], [])).toEqual([])
    expect(coverageTable([], 'en')).toContain(pageWords.en.noCoverage)
  })
})
