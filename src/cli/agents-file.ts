/**
 * Agents one by one as Parquet: `agents.parquet`, a row an agent, window and run. A run is encoded by the thread
 * that ran it and kept as a file of its own; at the end these are put together as they are, byte by byte.
 */
import { readFileSync } from 'node:fs'
import { parquetMetadata } from 'hyparquet'
import { ByteWriter, fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { AgentColumn, AgentTable } from '../study/index.ts'
import { atomically } from './disk.ts'

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
      // An index of pages would say where in the file they are, and they move when runs are put together.
      const layout = { name: column.name, offsetIndex: false }
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

/** Bytes of the mark with which a Parquet file begins, and of the length and the mark with which it ends. */
const MARK = 4
const END = 8

/** Puts files of one schema together into one, each as a row group of its own. */
export function joinAgents(path: string, parts: readonly string[], program: string): void {
  atomically(path, (temporary) => {
    let writer: ParquetWriter | undefined
    for (const part of parts) {
      const file = new Uint8Array(readFileSync(part))
      const { schema, row_groups, metadata_length } = parquetMetadata(file.buffer)
      writer ??= new ParquetWriter({ writer: fileWriter(temporary), schema, createdBy: program })
      const moved = BigInt(writer.writer.offset - MARK)
      writer.writer.appendBytes(file.subarray(MARK, file.length - metadata_length - END))
      for (const group of row_groups) {
        for (const { meta_data } of group.columns) {
          if (meta_data === undefined) continue
          meta_data.data_page_offset += moved
          if (meta_data.dictionary_page_offset !== undefined)
            meta_data.dictionary_page_offset += moved
        }
        for (const column of group.columns) column.file_offset += moved
        writer.row_groups.push(group)
        writer.num_rows += group.num_rows
      }
    }
    writer?.finish()
  })
}
