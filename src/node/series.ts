/** The series of runs as Parquet, for pandas, R, DuckDB and Julia: a row a day, run and cell. */
import { dayOfDate } from '../engine/index.ts'
import type { RunResult } from '../study/index.ts'
import { besideParquet, encodeParquet } from './parquet.ts'

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const whole = { type: 'INT32' } as const

/** Which run a row is of. */
const RUN = { scenario: text, run: whole, seed: text } as const
/** Which day and cell: the same in every run of as many days. */
const CELL = {
  date: { type: 'INT32', converted_type: 'DATE' },
  measure: text,
  venue: text,
  kind: text,
  origin: text,
  category: text,
  region: text,
  unit: text,
} as const
const VALUE = { value: { type: 'DOUBLE' } } as const

type Columns = typeof RUN | typeof CELL | typeof VALUE
type Data<C extends Columns> = { readonly [name in keyof C]: string[] | Int32Array | Float64Array }

/** Most rows of a row group. A run is one group, unless it is longer. */
const GROUP_ROWS = 1_000_000

/**
 * A Parquet file of one run, as bytes: by cell and then by date, so that columns of names consist of long
 * repetitions, which take almost no room.
 */
export const encodeSeries = (run: RunResult, program: string): Uint8Array =>
  besideParquet(
    [
      encode(RUN, runColumns(run), program),
      encodedCells(run, program),
      encode(VALUE, valueColumn(run), program),
    ],
    program,
  )

function encode<C extends Columns>(columns: C, data: Data<C>, program: string): Uint8Array {
  const schema = [
    { name: 'series', num_children: Object.keys(columns).length },
    ...Object.entries(columns).map(([name, column]) => ({
      name,
      repetition_type: 'REQUIRED' as const,
      ...column,
    })),
  ]
  const written = Object.entries<Data<C>[keyof C]>(data).map(([name, column]) => ({
    name,
    data: column,
    // Smallest and largest values help a query skip groups; for names they would only cost time.
    statistics: name === 'run' || name === 'scenario',
    // A dictionary for nearly a million different numbers is looked for in vain.
    ...(name === 'value' ? { encoding: 'PLAIN' as const } : {}),
  }))
  return encodeParquet(schema, written, GROUP_ROWS, program)
}

function runColumns({ scenario, run, seed, cells, days }: RunResult): Data<typeof RUN> {
  const rows = cells.length * days
  return {
    scenario: new Array<string>(rows).fill(scenario),
    run: new Int32Array(rows).fill(run),
    seed: new Array<string>(rows).fill(seed),
  }
}

let latest: { readonly of: string; readonly file: Uint8Array } | undefined

/** Encoded once for all runs of one thread that have the same days and cells. */
function encodedCells({ start, days, cells }: RunResult, program: string): Uint8Array {
  const of = JSON.stringify([start, days, cells])
  if (latest?.of !== of) {
    const rows = cells.length * days
    const first = dayOfDate(start)
    const named = (name: keyof (typeof cells)[number]) => {
      const column = new Array<string>(rows)
      for (const [at, cell] of cells.entries()) column.fill(cell[name], at * days, (at + 1) * days)
      return column
    }
    const data = {
      date: Int32Array.from({ length: rows }, (_, row) => first + (row % days)),
      measure: named('measure'),
      venue: named('venue'),
      kind: named('kind'),
      origin: named('origin'),
      category: named('category'),
      region: named('region'),
      unit: named('unit'),
    }
    latest = { of, file: encode(CELL, data, program) }
  }
  return latest.file
}

function valueColumn({ cells, days, values }: RunResult): Data<typeof VALUE> {
  const value = new Float64Array(cells.length * days)
  for (let cell = 0; cell < cells.length; cell++)
    for (let day = 0; day < days; day++)
      value[cell * days + day] = values[day * cells.length + cell]
  return { value }
}
