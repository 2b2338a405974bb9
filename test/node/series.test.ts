import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, expect, it } from 'vitest'
import { readSeries } from '../../src/node/read-series.ts'
import { aligned, fitted } from '../../src/report/text/columns.ts'
import { csv } from '../../src/study/csv.ts'
import { cell, runOf } from '../study/synthetic.ts'
import { writeSeries } from './parts.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasar-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('writes every value with its date and what it is about', async () => {
  const cells = [cell('sales', { venue: 'chat' }), cell('price', { unit: 'kRp' })]
  const runs = [1, 2].map((run) =>
    runOf('base', run, cells, [
      [1, 2],
      [run, Number.NaN],
      [5, 6],
    ]),
  )
  const path = join(folder, 'series.parquet')
  writeSeries(path, runs)
  const bytes = readFileSync(path)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const rows = await parquetReadObjects({ file })
  expect(rows).toHaveLength(12)
  expect(rows[7]).toEqual({
    scenario: 'base',
    run: 2,
    seed: 'pasar/2',
    date: new Date('2022-07-05'),
    measure: 'sales',
    venue: 'chat',
    kind: 'all',
    origin: 'all',
    category: 'all',
    region: 'all',
    unit: 'FTE',
    value: 2,
    weight: null,
  })
  expect(rows[10].value).toBeNaN()
  expect(parquetMetadata(file).row_groups).toHaveLength(2)
  expect(readdirSync(folder)).toEqual(['series.parquet'])
})

it('has the weight of a ratio beside it, and reads all back as it was', async () => {
  const price = cell('price', { unit: 'kRp' })
  const cells = [
    cell('sales'),
    { ...price, weight: 3 },
    { ...cell('fee', { venue: 'chat' }), weight: 4 },
    { ...price, auxiliary: true as const },
    { ...cell('fee', { venue: 'chat' }), auxiliary: true as const },
  ]
  const run = runOf('base', 1, cells, [
    [1, Number.NaN, 0.1, 0, 7],
    [2, 317, Number.NaN, 3, 0],
  ])
  const path = join(folder, 'ratios.parquet')
  writeSeries(path, [run])
  const bytes = readFileSync(path)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const rows = await parquetReadObjects({ file })
  expect(rows.map(({ value, weight }) => [value, weight])).toEqual([
    ...[1, 2].map((value) => [value, null]),
    ...[
      [Number.NaN, 0],
      [317, 3],
      [0.1, 7],
      [Number.NaN, 0],
    ],
  ])
  for await (const read of readSeries(path)) {
    expect(read.cells).toEqual(cells)
    expect(Array.from(read.values)).toEqual(Array.from(run.values))
  }
  rmSync(path)
})

it('writes tables that spreadsheets read', () => {
  const rows = [
    { name: 'a, "b"', value: 1.5 },
    { name: 'c', value: Number.NaN },
  ]
  expect(csv(rows, ['name', 'value'])).toBe('name,value\n"a, ""b""",1.5\nc,\n')
})

it('aligns columns', () => {
  expect(
    aligned([
      ['', 'mean'],
      ['Jobs', '1,000'],
    ]),
  ).toEqual(['       mean', 'Jobs  1,000'])
  expect(fitted('Employment', 6)).toBe('Emplo…')
})
