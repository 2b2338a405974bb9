import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, expect, it } from 'vitest'
import { csv } from '../../src/report/tables/csv.ts'
import { aligned, fitted } from '../../src/report/text/columns.ts'
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
  })
  expect(rows[10].value).toBeNaN()
  expect(parquetMetadata(file).row_groups).toHaveLength(2)
  expect(readdirSync(folder)).toEqual(['series.parquet'])
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
