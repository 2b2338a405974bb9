/**
 * Parquet files in parts. A run is encoded by the thread that ran it and kept as a file of its own; at the end
 * these are put together as they are, byte by byte.
 */
import { readFileSync } from 'node:fs'
import { parquetMetadata } from 'hyparquet'
import { ByteWriter, type ColumnSource, fileWriter, ParquetWriter } from 'hyparquet-writer'
import { atomically } from './disk.ts'

/** The columns of a part as a Parquet file, in bytes. */
export function encodeParquet(
  schema: ConstructorParameters<typeof ParquetWriter>[0]['schema'],
  columns: readonly ColumnSource[],
  rowGroupSize: number,
  program: string,
): Uint8Array {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({ writer: bytes, schema, codec: 'SNAPPY', createdBy: program })
  // An index of pages would say where in the file they are, and they move when parts are joined.
  const columnData = columns.map((column) => ({ ...column, offsetIndex: false }))
  writer.write({ columnData, rowGroupSize })
  writer.finish()
  return bytes.getBytes()
}

/** Bytes of the mark with which a Parquet file begins, and of the length and the mark with which it ends. */
const MARK = 4
const END = 8

/** Puts files of one schema together into one: their row groups one after another, as they are. */
export function joinParquet(path: string, parts: readonly string[], program: string): void {
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
