/** The tables of a folder of results as one file for Excel or Word. */
import { writeFileSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import { documentOf, type Language, sheetsOf } from '../../report/index.ts'
import { BadInput, printable } from '../../scenario/index.ts'
import { PROGRAM } from '../../study/index.ts'
import { DiskFault } from '../disk-fault.ts'
import { refuseTaken } from '../new-file.ts'
import { readFolder } from './read-folder.ts'

export interface TablesAsked {
  readonly folder: string
  /** Its ending says what it is; by default a workbook, called as the folder, where the program runs. */
  readonly file: string | undefined
  readonly language: Language
  readonly trust: boolean
}

const ENDINGS = ['.xlsx', '.docx'] as const
type Ending = (typeof ENDINGS)[number]

/**
 * @returns the path of the file
 * @throws BadInput, CannotRun, DiskFault; nothing is then written
 */
export async function writeTables({
  folder,
  file = `${basename(resolve(folder))}.xlsx`,
  language,
  trust,
}: TablesAsked): Promise<string> {
  const ending = extname(file).toLowerCase() as Ending
  if (!ENDINGS.includes(ending))
    throw new BadInput(
      `--out is ${printable(file)}, expected a name that ends in ${ENDINGS.join(' or ')}`,
    )
  refuseTaken(file)
  const content = await contentOf(ending, folder, language, trust)
  try {
    // Fails where a file has come in the meantime.
    writeFileSync(file, content, { flag: 'wx' })
  } catch (problem) {
    throw new DiskFault(`cannot write ${file}: ${(problem as Error).message}`)
  }
  return file
}

async function contentOf(
  ending: Ending,
  path: string,
  language: Language,
  trust: boolean,
): Promise<Buffer> {
  const { folder, tables } = readFolder(path, trust)
  if (ending === '.xlsx') {
    const { workbook } = await import('./excel.ts')
    return workbook(sheetsOf(folder, language))
  }
  const { wordDocument } = await import('./word.ts')
  return wordDocument(documentOf(folder, await tables(), language), language, PROGRAM)
}
