/** Measures as they are declared: in both languages, told as they say, and followed by everything that reads them. */
import { describe, expect, it } from 'vitest'
import {
  createMarket,
  DIMENSIONS,
  MEASURES,
  type Measure,
  measuresOf,
} from '../../src/market/index.ts'
import { sellers } from '../../src/market/populations/index.ts'
import { charts, labelsOfMeasures, nameOf } from '../../src/report/index.ts'
import { measureTable } from '../../src/scenario/index.ts'
import { csv } from '../../src/study/csv.ts'
import { effects, groupsOf, headlines, levels, type RunResult } from '../../src/study/index.ts'
import { small } from '../policies/small.ts'

describe('every measure', () => {
  it.each(MEASURES.map((measure) => [measure.name, measure] as const))(
    '%s has a label in each language',
    (name, { label, unit }) => {
      for (const text of [label.en, label.id, unit]) expect(text.trim()).not.toBe('')
      for (const text of [label.en, label.id]) expect(text).toMatch(/^[A-Z]/)
      expect(label.id, name).not.toBe(label.en)
    },
  )

  it('has a name and labels of its own', () => {
    for (const of of [
      MEASURES.map(({ name }) => name),
      MEASURES.map(({ label }) => label.en),
      MEASURES.map(({ label }) => label.id),
    ])
      expect(new Set(of).size).toBe(of.length)
  })

  it('is told by the dimensions that it declares', () => {
    const input = small()
    const { cells } = createMarket(input, 'cells', { record: false })
    const has = (table: string) => input.tables[table].length > 0
    for (const { name, by } of MEASURES) {
      const own = cells.filter(({ measure }) => measure === name)
      if (own.length === 0) continue
      for (const dimension of DIMENSIONS) {
        const told = own.some((cell) => cell[dimension] !== 'all')
        // Firms are told by cluster alone, and this country may have none.
        if (dimension === 'region' && !has('clusters')) continue
        expect([name, dimension, told]).toEqual([name, dimension, by.includes(dimension)])
      }
    }
  })

  it('refuses a dimension that it does not declare, and a cell that is told twice', () => {
    const record = (...measures: Measure[]) => createMarket(small(), 'x', { measures }).cells
    expect(() => record({ ...extra, by: [] })).toThrow('idle hands is told by kind')
    expect(() => record(extra, extra)).toThrow('two measures tell the cell idle hands')
  })
})

/** A measure of the test: declared here, and nowhere else. */
const { extra, rate } = measuresOf(
  {
    every: 'week',
    over(world) {
      const kind = world.view(sellers.kind)
      const sums = { kinds: ['producer', 'reseller'], idle: [0, 0], all: [0, 0] }
      return {
        sums,
        take() {
          for (const row of [0, 1]) {
            sums.all[row] = Array.from(kind).filter((one) => one === row).length
            sums.idle[row] = 10 + row
          }
        },
      }
    },
  },
  {
    extra: {
      name: 'idle hands',
      unit: 'people',
      label: { en: 'Idle hands', id: 'Tenaga menganggur' },
      more: 'bad',
      by: ['kind'],
      headline: { place: 0, by: ['kind'] },
      overTime: { name: 'idle-hands', by: 'kind' },
      effects: ['kind'],
      tell(s, tell) {
        for (const [row, kind] of s.kinds.entries()) tell(s.idle[row], { kind })
      },
    },
    rate: {
      name: 'idle hands a firm',
      unit: 'people',
      label: { en: 'Idle hands per firm', id: 'Tenaga menganggur per usaha' },
      more: 'bad',
      by: ['kind'],
      below: 'firms',
      tellRatio(s, tell) {
        for (const [row, kind] of s.kinds.entries()) tell(s.idle[row], s.all[row], { kind })
      },
    },
  },
)

describe('a measure that is declared in one place', () => {
  const measures = [...MEASURES, extra, rate]
  const input = small()
  const market = createMarket({ ...input, days: 15 }, 'extra', { measures })
  market.run(15)
  const { cells, values } = market
  const about = { seed: 'x', start: input.start, days: 15, stateHash: '', milliseconds: 0 }
  const runs = (scenario: string): RunResult[] =>
    [1, 2].map((run) => ({ ...about, scenario, run, cells, values }))
  const window = { name: 'all', from: 0, to: 15 }

  it('is recorded, with its numbers, and changes no other', () => {
    const plain = createMarket({ ...input, days: 15 }, 'extra')
    plain.run(15)
    expect(market.stateHash()).toBe(plain.stateHash())
    const own = groupsOf(cells).filter(({ measure }) => measure === 'idle hands')
    expect(own.map(({ row, cell }) => [row, values[14 * cells.length + cell]])).toEqual([
      ['producer', 10],
      ['reseller', 11],
    ])
    const sales = (of: typeof plain) => of.cells.findIndex(({ measure }) => measure === 'sales')
    expect(values[8 * cells.length + sales(market)]).toBe(
      plain.values[8 * plain.cells.length + sales(plain)],
    )
  })

  it('has effects, levels and rows of files', () => {
    const found = effects(runs('base'), runs('policy'), window)
    const own = found.filter(({ measure }) => measure.startsWith('idle hands'))
    expect(own.map(({ measure, group }) => `${measure}, ${group}`)).toEqual([
      'idle hands, producer',
      'idle hands, reseller',
      'idle hands a firm, producer',
      'idle hands a firm, reseller',
    ])
    expect(csv(own, ['measure', 'group', 'baseline'])).toContain('idle hands,reseller,11\n')
    const of = levels(runs('base'), window).filter(({ measure }) => measure === 'idle hands')
    expect(of.map(({ mean }) => mean)).toEqual([10, 11])
  })

  it('stands among the headlines, in charts, words and the reference', () => {
    const found = effects(runs('base'), runs('policy'), window)
    expect(headlines(found, cells, [], measures)[0]).toMatchObject({ measure: 'idle hands' })
    const report = {
      language: 'id' as const,
      title: 'Uji',
      baseline: runs('base'),
      policies: [{ name: 'policy', label: 'Policy', runs: runs('policy') }],
      effects: found,
      events: [],
      labels: {},
      fingerprint: 'x',
    }
    const drawn = charts(report, measures)
    expect(drawn.map(({ name }) => name)).toContain('idle-hands')
    expect(JSON.stringify(drawn[0].spec)).toContain('Tenaga menganggur menurut jenis')
    for (const language of ['en', 'id'] as const)
      expect(nameOf('idle hands', language, labelsOfMeasures(language, measures))).toBe(
        extra.label[language],
      )
    expect(measureTable(measures)).toContain(
      '| `idle hands a firm` | Idle hands per firm | Tenaga menganggur per usaha | people | kind | on Mondays | ratio of sums, over firms | bad |',
    )
  })
})
