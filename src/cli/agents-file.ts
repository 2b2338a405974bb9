/** Agents one by one as Parquet: `agents.parquet`, a row an agent, window and run. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { AgentColumn, AgentTable } from '../study/index.ts'
import { MOVABLE } from './parquet.ts'

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
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    codec: 'SNAPPY',
    statistics: false,
    createdBy: program,
  })
  writer.write({
    rowGroupSize: Math.max(1, rows),
    columnData: columns.map((column) => {
      const layout = { name: column.name, ...MOVABLE }
      if (!('words' in column)) {
        const data = column.gaps
          ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
          : column.values
        return { ...layout, data, encoding: 'PLAIN' as const }
      }
      return { ...layout, data: Array.from(column.codes, (code) => column.words[code]) }
    }),
  })
  writer.finish()
  return bytes.getBytes()
}
