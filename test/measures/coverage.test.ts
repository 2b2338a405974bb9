/** What a printed total adds up: jobs in small firms are of firms, and creators, couriers and platform staff are told beside them. */
import { describe, expect, it } from 'vitest'
import { createMarket, inOrder, MEASURES, type Measure } from '../../src/market/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { small } from '../policies/small.ts'

/** Who works and is no firm of the trade: counted by hours streamed, parcels and sales of platforms. */
const OTHERS = ['creator', 'courier', 'platform']
const FIRMS = ['producer', 'reseller', 'importer', 'trader']

const DAYS = 71
const WEEKS = { from: 0, to: DAYS }
const market = createMarket({ ...small(), days: DAYS }, 'coverage')
market.run(DAYS)
const { cells } = market

const rowsOf = (measure: string, by: 'kind' | 'category') => [
  ...new Set(cells.filter((cell) => cell.measure === measure).map((cell) => cell[by])),
]
const mean = (measure: string, at: Record<string, string> = {}) =>
  meanOf(market, placeOf(market, { name: measure }, at), WEEKS)

/** Whether a measure tells firms and others, so that all of its rows together are of unlike coverage. */
function ofUnlikeCoverage({ name }: Measure): boolean {
  const kinds = rowsOf(name, 'kind')
  return [FIRMS, OTHERS].every((some) => some.some((kind) => kinds.includes(kind)))
}

/** The breakdowns and rows of a measure that are printed, drawn or answered; `all` is its total. */
const printed = ({ headline, effects, answer, explained, overTime, moved }: Measure) => [
  ...(headline?.by ?? []),
  ...(effects ?? []),
  ...(answer ?? []),
  ...(explained ?? []).map(({ by }) => by),
  ...[overTime, moved].flatMap((chart) => (chart === undefined ? [] : [chart.by])),
]

describe.each(['umkm jobs', 'umkm work'])('%s', (name) => {
  it('has the kinds of firms, and no creator, courier or platform among them', () => {
    expect(rowsOf(name, 'kind').sort()).toEqual(['all', ...FIRMS].sort())
  })

  it.each(['kind', 'category'] as const)('is the sum of its parts by %s', (by) => {
    const total = mean(name)
    const parts = rowsOf(name, by).filter((row) => row !== 'all')
    expect(total).toBeGreaterThan(1e5)
    expect(parts.reduce((sum, row) => sum + mean(name, { [by]: row }), 0) / total).toBeCloseTo(1, 6)
  })
})

it('counts of each kind no more jobs in small firms than people in all firms', () => {
  for (const kind of FIRMS) {
    const [jobs, heads] = [mean('umkm jobs', { kind }), mean('heads', { kind })]
    expect(jobs, kind).toBeGreaterThan(0)
    expect(jobs / heads, kind).toBeLessThan(1 + 1e-6)
  }
})

describe('no total is printed of rows of unlike coverage', () => {
  const unlike = inOrder(MEASURES).filter(ofUnlikeCoverage)

  it('where work and earnings of firms and of others stand in one measure', () => {
    const names = unlike.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['employment', 'heads', 'hourly earnings', 'income']),
    )
    expect(names).not.toContain('umkm jobs')
  })

  it.each(unlike.map((measure) => [measure.name, measure] as const))('of %s', (_, measure) => {
    expect(printed(measure)).not.toContain('all')
  })
})
