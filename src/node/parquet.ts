/**
 * Parquet files in parts. A run is encoded by the thread that ran it and kept as a file of its own; at the end
 * these are put together as they are, byte by byte. What is the same in every run is encoded once.
 */
import { readFileSync } from 'node:fs'
import { type FileMetaData, parquetMetadata, type RowGroup, type SchemaElement } from 'hyparquet'
import { ByteWriter, type ColumnSource, fileWriter, ParquetWriter } from 'hyparquet-writer'
import { atomically } from './disk.ts'

/** The columns of a table as a Parquet file, in bytes. */
export function encodeParquet(
  schema: SchemaElement[],
  columns: readonly ColumnSource[],
  rowGroupSize: number,
  program: string,
): Uint8Array {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({ writer: bytes, schema, codec: 'SNAPPY', createdBy: program })
  // An index of pages would say where in the file they are, and they move when files are joined.
  const columnData = columns.map((column) => ({ ...column, offsetIndex: false }))
  writer.write({ columnData, rowGroupSize })
  writer.finish()
  return bytes.getBytes().slice()
}

/** Puts files of the same rows side by side: the columns of the first, then those of the next. */
export function besideParquet(files: readonly Uint8Array[], program: string): Uint8Array {
  const read = files.map((file) => parquetMetadata(file.buffer as ArrayBuffer))
  const columns = read.flatMap(({ schema: [, ...columns] }) => columns)
  const schema = [{ ...read[0].schema[0], num_children: columns.length }, ...columns]
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: program })
  for (const [nth, file] of files.entries())
    append(writer, file, read[nth]).forEach((group, row) => {
      const whole = writer.row_groups[row]
      if (whole === undefined) {
        writer.row_groups.push(group)
        writer.num_rows += group.num_rows
        return
      }
      whole.columns.push(...group.columns)
      whole.total_byte_size += group.total_byte_size
      whole.total_compressed_size =
        (whole.total_compressed_size ?? 0n) + (group.total_compressed_size ?? 0n)
    })
  writer.finish()
  return bytes.getBytes()
}

/**
 * Puts files of one schema together into one: their rows one after another.
 * @param placing called with the file that is whole, before it takes its place
 */
export function joinParquet(
  path: string,
  parts: readonly string[],
  program: string,
  placing?: (whole: string) => void,
): void {
  const join = (temporary: string) => {
    let writer: ParquetWriter | undefined
    for (const part of parts) {
      const file = new Uint8Array(readFileSync(part))
      const metadata = parquetMetadata(file.buffer)
      writer ??= new ParquetWriter({
        writer: fileWriter(temporary),
        schema: metadata.schema,
        createdBy: program,
      })
      for (const group of append(writer, file, metadata)) {
        writer.row_groups.push(group)
        writer.num_rows += group.num_rows
      }
    }
    writer?.finish()
  }
  atomically(path, join, placing)
}

/** Bytes of the mark with which a Parquet file begins, and of the length and the mark with which it ends. */
const MARK = 4
const END = 8

/** Copies the pages of a file as they are, and returns its row groups as they stand now. */
function append(writer: ParquetWriter, file: Uint8Array, metadata: FileMetaData): RowGroup[] {
  const { row_groups, metadata_length } = metadata
  const moved = BigInt(writer.writer.offset - MARK)
  writer.writer.appendBytes(file.subarray(MARK, file.length - metadata_length - END))
  for (const { columns } of row_groups)
    for (const column of columns) {
      column.file_offset += moved
      const { meta_data } = column
      if (meta_data === undefined) continue
      meta_data.data_page_offset += moved
      if (meta_data.dictionary_page_offset !== undefined) meta_data.dictionary_page_offset += moved
    }
  return row_groups
}
