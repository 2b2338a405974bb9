/** The series of runs as Parquet, for pandas, R, DuckDB and Julia: a row a day, run and cell. */
import { dayOfDate } from '../engine/index.ts'
import type { RunResult } from '../study/index.ts'
import { encodeParquet } from './parquet.ts'

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const whole = { type: 'INT32' } as const

const COLUMNS = {
  scenario: text,
  run: whole,
  seed: text,
  date: { type: 'INT32', converted_type: 'DATE' },
  measure: text,
  venue: text,
  kind: text,
  origin: text,
  category: text,
  region: text,
  unit: text,
  value: { type: 'DOUBLE' },
} as const

type Name = keyof typeof COLUMNS

const SCHEMA = [
  { name: 'series', num_children: Object.keys(COLUMNS).length },
  ...Object.entries(COLUMNS).map(([name, column]) => ({
    name,
    repetition_type: 'REQUIRED' as const,
    ...column,
  })),
]

/** Most rows of a row group. A run is one group, unless it is longer. */
const GROUP_ROWS = 1_000_000

/**
 * A Parquet file of one run, as bytes: by cell and then by date, so that columns of names consist of long
 * repetitions, which take almost no room.
 */
export const encodeSeries = (run: RunResult, program: string): Uint8Array =>
  encodeParquet(SCHEMA, columnsOf(run), GROUP_ROWS, program)

function columnsOf(result: RunResult) {
  const { cells, days, values } = result
  const rows = cells.length * days
  const repeated = (value: string) => new Array<string>(rows).fill(value)
  const ofCell = (name: keyof (typeof cells)[number]) => {
    const column = new Array<string>(rows)
    for (const [at, cell] of cells.entries()) column.fill(cell[name], at * days, (at + 1) * days)
    return column
  }
  const date = new Int32Array(rows)
  const value = new Float64Array(rows)
  const first = dayOfDate(result.start)
  for (let cell = 0; cell < cells.length; cell++)
    for (let day = 0; day < days; day++) {
      date[cell * days + day] = first + day
      value[cell * days + day] = values[day * cells.length + cell]
    }
  const data: Record<Name, string[] | Int32Array | Float64Array> = {
    scenario: repeated(result.scenario),
    run: new Int32Array(rows).fill(result.run),
    seed: repeated(result.seed),
    date,
    measure: ofCell('measure'),
    venue: ofCell('venue'),
    kind: ofCell('kind'),
    origin: ofCell('origin'),
    category: ofCell('category'),
    region: ofCell('region'),
    unit: ofCell('unit'),
    value,
  }
  // Smallest and largest values help a query skip groups; for names they would only cost time.
  return Object.entries(data).map(([name, column]) => ({
    name,
    data: column,
    statistics: name === 'run' || name === 'scenario',
    // A dictionary for nearly a million different numbers is looked for in vain.
    ...(name === 'value' ? { encoding: 'PLAIN' as const } : {}),
  }))
}
