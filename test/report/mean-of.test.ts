/** Tables say what each mean is a mean of, and it is that. */
import { describe, expect, it } from 'vitest'
import { MEASURES } from '../../src/market/index.ts'
import { tablesOf } from '../../src/report/tables/tables.ts'
import { effectsTable, meansNote } from '../../src/report/text/effects-table.ts'
import { type Answer, levels, type RunResult } from '../../src/study/index.ts'
import { read } from '../readme/blocks.ts'

/** Two days: 10 pieces at 20 kRp and 30 at 40; sales of 200 and 1200. */
const cell = (measure: string, unit: string, more = {}) => ({
  ...{ measure, unit, venue: 'all', kind: 'all', origin: 'all', category: 'all', region: 'all' },
  ...more,
})
const run: RunResult = {
  ...{ scenario: 'x', run: 1, seed: 's', start: '2024-01-01', days: 2, stateHash: '' },
  milliseconds: 0,
  cells: [
    cell('price', 'kRp', { category: 'food', weight: 3 }),
    cell('sales', 'mRp/day'),
    cell('price index', 'base 100'),
    cell('price', 'kRp', { category: 'food', auxiliary: true }),
  ],
  values: Float64Array.of(20, 200, Number.NaN, 10, 40, 1200, 5000, 30),
}

const answer = {
  ...{ question: { policies: [] }, results: [run], effects: [], why: [], combined: [] },
  people: { winners: [], switching: [], elsewhere: [], recovery: [] },
  levels: [
    {
      ...{ window: 'w', from: '2024-01-01', to: '2024-01-02' },
      levels: levels([run], { name: 'w', from: 0, to: 2 }),
    },
  ],
} as unknown as Answer

describe('a table of levels', () => {
  const [head, ...rows] = tablesOf(answer)
    .find(({ name }) => name === 'levels.csv')!
    .text.trim()
    .split('\n')
    .map((line) => line.match(/("[^"]*"|[^,]*)(,|$)/g)!.map((one) => one.replace(/^"|"?,?$/g, '')))
  const row = (measure: string) => {
    const found = rows.find((cells) => cells[head.indexOf('measure')] === measure)!
    return { mean: Number(found[head.indexOf('mean')]), of: found[head.indexOf('mean_of')] }
  }

  it('has a price as what was paid over what was sold, and says so', () => {
    expect(row('price')).toEqual({
      mean: (10 * 20 + 30 * 40) / 40,
      of: 'ratio of sums, over units sold',
    })
  })

  it('has sales as the mean of days, and what has no value on some days without them', () => {
    expect(row('sales')).toEqual({ mean: 700, of: 'mean of days' })
    expect(row('price index')).toEqual({
      mean: 5000,
      of: 'mean of days, but for days before the basket is filled, and after its goods have gone',
    })
  })
})

it('the line below a printed table names every ratio in it, and no other', () => {
  const told = (...measures: string[]) =>
    meansNote(
      measures.map((measure) => ({ measure, group: 'all' })),
      {},
      'en',
    ).join(' ')
  expect(told('sales', 'umkm jobs')).toBe('Values are means of daily values.')
  for (const { name, below } of MEASURES)
    expect(told('sales', name).includes('divided by totals')).toBe(below !== undefined)
})

it('a measure without a value in the window asks for no further run', () => {
  const [baseline, policy, difference, low, high] = [
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]
  const row = { scenario: 'x', measure: 'price index', group: 'all', unit: 'base 100', runs: 0 }
  const text = effectsTable([{ ...row, baseline, policy, difference, low, high }], {}, 'en').join(
    ' ',
  )
  expect(text).toContain('no value')
  expect(text).not.toContain('runs')
})

it('the guide tells every column of effects.csv, in the order of the file', () => {
  const { text } = tablesOf({
    ...answer,
    question: { policies: [{}] },
  } as unknown as Answer).find(({ name }) => name === 'effects.csv')!
  const table = read('docs/guide/reading.md').split('`effects.csv`, a row for each')[1]
  const told = [...table.split('`series.parquet`')[0].matchAll(/^\| ([a-z_, ]+) \|/gm)].flatMap(
    ([, names]) => names.split(', '),
  )
  expect(told).toEqual(text.split('\n')[0].split(','))
})
