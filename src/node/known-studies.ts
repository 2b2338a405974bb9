/** Studies of uncertainty that are at hand: those shipped with the program, and the ones that were carried out here. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KnownStudy, knownStudy } from '../study/index.ts'
import { shipped } from './shipped.ts'

/** What a study says, in the folder of its results. */
export const RESULTS = 'results.json'

const SHIPPED = 'scenarios/studies/results'

/** The folder in which studies are kept unless another is named. */
const OUTPUT = 'output'

/** Shipped studies last: what was carried out here is nearer to what is asked. */
export const knownStudies = (
  folders: readonly string[] = [OUTPUT, shipped(SHIPPED)],
): KnownStudy[] =>
  folders.flatMap((folder) =>
    namesIn(folder).flatMap((name) => knownStudy(textOf(join(folder, name, RESULTS))) ?? []),
  )

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
