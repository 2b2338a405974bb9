/** What a folder says of itself to those who do not know the program: its tables, with what each column means. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, type SchemaElement } from 'hyparquet'
import {
  type Carried,
  CRATE,
  crateText,
  DATA_PACKAGE,
  type Described,
  dataPackage,
  folderReadme,
  type StudyOfFolder,
  type TableFile,
} from '../report/index.ts'
import { type FileHash, readCsv } from '../study/index.ts'
import { README } from './made.ts'
import { hashed } from './record-files.ts'

interface Written {
  readonly path: string
  write(name: string, content: string): void
}

/**
 * Writes `datapackage.json` beside the tables of a folder; nothing where there are none.
 * @param files those of the folder, of which the tables are described
 * @returns what was written
 */
export async function describeFolder(
  folder: Written,
  files: readonly FileHash[],
  about: Omit<Described, 'tables'>,
): Promise<FileHash[]> {
  const tables = await tablesIn(folder.path, files)
  if (tables.length === 0) return []
  const text = dataPackage({ ...about, tables })
  folder.write(DATA_PACKAGE, text)
  return [hashed(DATA_PACKAGE, text)]
}

/**
 * Beside it, of a comparison: `README.md`, unless somebody else's is there, and last the whole as an RO-Crate.
 * @param files those of the folder, the package among them
 * @returns what was written
 */
export function describeRun(
  folder: Written,
  files: readonly FileHash[],
  study: Omit<StudyOfFolder, 'files'>,
): FileHash[] {
  const written: FileHash[] = []
  const write = (name: string, text: string) => {
    folder.write(name, text)
    written.push(hashed(name, text))
  }
  // What an earlier study wrote is gone by now.
  if (!existsSync(join(folder.path, README))) write(README, folderReadme({ ...study, files }))
  write(CRATE, crateText({ ...study, ...endOf(study), files: [...files, ...written] }))
  return written
}

const endOf = ({ date, milliseconds }: Pick<Carried, 'date' | 'milliseconds'>) =>
  milliseconds === undefined
    ? {}
    : { ended: new Date(Date.parse(date) + milliseconds).toISOString() }

/** The same of a folder whose files nobody has hashed. @param names of files that it may hold */
export const describeNamed = (
  folder: Written,
  names: readonly string[],
  about: Omit<Described, 'tables'>,
): Promise<FileHash[]> => {
  const files = names
    .filter(isTable)
    .map((name) => hashed(name, readFileSync(join(folder.path, name))))
  return describeFolder(folder, files, about)
}

/** Tables of the folder itself: those of single runs are put together in them. */
const isTable = (name: string): boolean => /^[^/]+\.(csv|parquet)$/.test(name)

const tablesIn = (folder: string, files: readonly FileHash[]): Promise<TableFile[]> =>
  Promise.all(
    files
      .filter(({ name }) => isTable(name))
      .map(async (file) => ({ ...file, columns: await columnsOf(join(folder, file.name)) })),
  )

/** The columns of a table, by its first line or by the schema that it ends with. */
async function columnsOf(path: string): Promise<TableFile['columns']> {
  if (path.endsWith('.csv')) return readCsv(headOf(path)).columns.map((name) => ({ name }))
  const { schema } = await parquetMetadataAsync(await asyncBufferFromFile(path))
  return schema.slice(1).map((column) => ({ name: column.name, type: typeOf(column) }))
}

function typeOf({ type, converted_type }: SchemaElement) {
  if (converted_type === 'DATE') return 'date'
  if (type === 'INT32') return 'integer'
  return type === 'BYTE_ARRAY' ? 'string' : 'number'
}

const headOf = (path: string): string => readFileSync(path, 'utf8').split('\n', 1)[0]
