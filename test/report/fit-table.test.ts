/** How a baseline fits its targets, printed: what holds, and what is modelled of the country. */
import { describe, expect, it } from 'vitest'
import { measures } from '../../src/market/index.ts'
import { fitObject, fitTable } from '../../src/report/index.ts'
import { type Fit, type Reading, statisticIn, type Target } from '../../src/study/index.ts'
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

/** Lines of the table that begins with these words, split into cells, to the next empty line. */
function tableOf(lines: readonly string[], begin: string): string[][] {
  const from = lines.findIndex((line) => line.startsWith(begin))
  const to = lines.indexOf('', from)
  return lines.slice(from, to).map((line) => line.split(/ {2,}/))
}

describe('the table of a fit', () => {
  const lines = fitTable(fits, 4)

  it('sets the modelled beside the national and tells its share of the upper and of the lower end', () => {
    expect(tableOf(lines, 'modelled / national')).toEqual([
      ['modelled / national', 'modelled', 'national', 'share', 'source'],
      // 8 of 20 and 8 of 16; what is 3 of 2 covers more than the country, and is told so.
      ['what A1 is, m firms', '8.00', '16 to 20', '0.40 to 0.50', 'source of A1'],
      ['what B2 is, Rp tn a week', '3.00', '2 to 2', '1.50 to 1.50', 'source of B2'],
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
