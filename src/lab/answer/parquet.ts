/** The weekly series as a Parquet file; its writer is loaded when it is asked for. */
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { Study } from '../../study/index.ts'
import { weeklyRows } from './weekly-rows.ts'

const TEXTS = ['scenario', 'week', 'measure', 'venue', 'kind', 'unit'] as const

/** The columns of `weekly.csv`; null where a week has no value. */
export function weeklyParquet(study: Study): Blob {
  const rows = weeklyRows(study)
  const [scenario, ...texts] = TEXTS.map((name) => ({
    name,
    type: 'STRING' as const,
    data: rows.map((row) => row[name]),
  }))
  const buffer = parquetWriteBuffer({
    columnData: [
      scenario,
      { name: 'run', type: 'INT32', data: rows.map(({ run }) => run) },
      ...texts,
      {
        name: 'value',
        type: 'DOUBLE',
        data: rows.map(({ value }) => (Number.isFinite(value) ? value : null)),
      },
    ],
  })
  return new Blob([buffer])
}
