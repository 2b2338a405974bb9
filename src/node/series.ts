/** The series of runs as Parquet, for pandas, R, DuckDB and Julia: a row a day, run and cell. */
import { dayOfDate } from '../engine/index.ts'
import type { Cell, Dimension } from '../market/index.ts'
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
/**
 * Beside the value of a ratio what it is a share of, by which a mean over days weighs it; null where all days weigh
 * alike.
 */
const VALUE = {
  value: { type: 'DOUBLE' },
  weight: { type: 'DOUBLE', repetition_type: 'OPTIONAL' },
} as const

type Columns = typeof RUN | typeof CELL | typeof VALUE
type Data<C extends Columns> = {
  readonly [name in keyof C]: string[] | Int32Array | Float64Array | (number | null)[]
}

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
    ...(name === 'value' || name === 'weight' ? { encoding: 'PLAIN' as const } : {}),
  }))
  return encodeParquet(schema, written, GROUP_ROWS, program)
}

/** The weight of a ratio stands beside it, not in rows of its own. */
const reported = (cells: readonly Cell[]) => cells.filter(({ auxiliary }) => !auxiliary)

function runColumns({ scenario, run, seed, cells, days }: RunResult): Data<typeof RUN> {
  const rows = reported(cells).length * days
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
    const told = reported(cells)
    const rows = told.length * days
    const first = dayOfDate(start)
    const named = (name: 'measure' | 'unit' | Dimension) => {
      const column = new Array<string>(rows)
      for (const [at, cell] of told.entries()) column.fill(cell[name], at * days, (at + 1) * days)
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
  const told = cells.flatMap((cell, at) => (cell.auxiliary ? [] : [{ at, weight: cell.weight }]))
  const value = new Float64Array(told.length * days)
  const weights = new Array<number | null>(told.length * days).fill(null)
  for (const [row, { at, weight }] of told.entries())
    for (let day = 0; day < days; day++) {
      value[row * days + day] = values[day * cells.length + at]
      if (weight !== undefined) weights[row * days + day] = values[day * cells.length + weight]
    }
  return { value, weight: weights }
}
