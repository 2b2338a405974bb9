import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, expect, it } from 'vitest'
import { encodeAgents } from '../../src/node/agents-file.ts'
import { joinParquet } from '../../src/node/parquet.ts'
import type { AgentTable } from '../../src/study/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasar-'))
afterAll(() => rmSync(folder, { recursive: true }))

const tableOf = (run: number): AgentTable => ({
  rows: 3,
  columns: [
    { name: 'run', values: new Int32Array(3).fill(run) },
    { name: 'kind', words: ['producer', 'trader'], codes: Uint8Array.of(0, 1, 1) },
    { name: 'exposure', values: Float32Array.of(0.5, Number.NaN, run), gaps: true },
    { name: 'sales', values: Float32Array.of(1, 2, 100 * run) },
  ],
})

it('puts runs together as they are, and reads back', async () => {
  const parts = [1, 2, 3].map((run) => {
    const part = join(folder, `ban-${run}.agents.parquet`)
    writeFileSync(part, encodeAgents(tableOf(run), 'pasar 0'))
    return part
  })
  const path = join(folder, 'agents.parquet')
  joinParquet(path, parts, 'pasar 0')
  const bytes = readFileSync(path)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const rows = await parquetReadObjects({ file })
  const expected = [1, 2, 3].flatMap((run) => [
    { run, kind: 'producer', exposure: 0.5, sales: 1 },
    { run, kind: 'trader', exposure: null, sales: 2 },
    { run, kind: 'trader', exposure: run, sales: 100 * run },
  ])
  expect(rows).toEqual(expected)
  const { row_groups, num_rows, created_by } = parquetMetadata(file)
  expect(row_groups).toHaveLength(3)
  expect(Number(num_rows)).toBe(9)
  expect(created_by).toBe('pasar 0')
})
