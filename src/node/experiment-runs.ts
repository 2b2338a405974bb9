/** All runs of an experiment as one Parquet table: a row a run, what varied as columns. */
import type { ColumnSource } from 'hyparquet-writer'
import {
  asText,
  type Entry,
  type Experiment,
  outcomeIn,
  type Plan,
  PROGRAM,
} from '../study/index.ts'
import { encodeParquet } from './parquet.ts'

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const

type Cell = string | number | null

interface Column {
  readonly name: string
  readonly type: typeof text | { readonly type: 'DOUBLE' | 'INT32' }
  readonly values: readonly Cell[]
}

/** Runs that are known, in the order of the plan. An outcome without a number is null. */
export function experimentRuns(
  { varied, outcomes }: Experiment,
  { points, runs }: Plan,
  entries: ReadonlyMap<string, Entry>,
): Uint8Array {
  const rows = runs.flatMap((run) => {
    const entry = entries.get(run.key)
    return entry === undefined ? [] : [{ ...run, entry, at: points[run.point] }]
  })
  const number = { type: 'DOUBLE' } as const
  const plain = (value: number) => (Number.isFinite(value) ? value : null)
  const columns: Column[] = [
    { name: 'point', type: { type: 'INT32' }, values: rows.map(({ point }) => point + 1) },
    { name: 'place', type: text, values: rows.map(({ at }) => at.key) },
    { name: 'replicate', type: { type: 'INT32' }, values: rows.map(({ replicate }) => replicate) },
    { name: 'seed', type: text, values: rows.map(({ seed }) => seed) },
    ...varied.map(({ path, form }, factor): Column => {
      const values = rows.map(({ at }) => at.values[factor])
      return form === 'word' || form === 'date'
        ? { name: path, type: text, values: values.map((value) => asText(value, form)) }
        : { name: path, type: number, values: values.map(Number) }
    }),
    ...outcomes.flatMap((outcome, nth): Column[] => [
      {
        name: outcome.name,
        type: number,
        values: rows.map(({ entry }) => plain(outcomeIn(entry, outcome, nth))),
      },
      {
        name: `${outcome.name}, baseline`,
        type: number,
        values: rows.map(({ entry }) => entry.baseline[nth]),
      },
      {
        name: `${outcome.name}, policy`,
        type: number,
        values: rows.map(({ entry }) => entry.policy[nth]),
      },
    ]),
    { name: 'state', type: text, values: rows.map(({ entry }) => entry.states.join(' ')) },
    { name: 'seconds', type: number, values: rows.map(({ entry }) => entry.seconds) },
  ]
  const schema = [
    { name: 'runs', num_children: columns.length },
    ...columns.map(({ name, type, values }) => ({
      name,
      ...type,
      repetition_type: values.includes(null) ? ('OPTIONAL' as const) : ('REQUIRED' as const),
    })),
  ]
  const data = columns.map(({ name, values }) => ({ name, data: [...values] })) as ColumnSource[]
  return encodeParquet(schema, data, Math.max(1, rows.length), PROGRAM)
}
