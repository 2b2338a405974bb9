/** Agents one by one as Parquet: `agents.parquet`, a row an agent, window and run. */
import type { AgentColumn, AgentTable } from '../study/index.ts'
import { encodeParquet } from './parquet.ts'

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const

function schemaOf(columns: readonly AgentColumn[]) {
  return [
    { name: 'agents', num_children: columns.length },
    ...columns.map((column) => ({
      name: column.name,
      repetition_type:
        'gaps' in column && column.gaps ? ('OPTIONAL' as const) : ('REQUIRED' as const),
      ...('words' in column
        ? text
        : { type: column.values instanceof Int32Array ? ('INT32' as const) : ('FLOAT' as const) }),
    })),
  ]
}

/** A Parquet file of one run, as bytes. */
export function encodeAgents({ columns, rows }: AgentTable, program: string): Uint8Array {
  const data = columns.map((column) => {
    const { name } = column
    if ('words' in column) {
      const words = Array.from(column.codes, (code) => column.words[code])
      return { name, data: words, statistics: false }
    }
    const values = column.gaps
      ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
      : column.values
    return { name, data: values, statistics: false, encoding: 'PLAIN' as const }
  })
  return encodeParquet(schemaOf(columns), data, Math.max(1, rows), program)
}
