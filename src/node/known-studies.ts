/** Studies of uncertainty that are at hand: those shipped with the program, and the ones that were carried out here. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fitTold, type KnownStudy, knownStudy } from '../study/index.ts'
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
    namesIn(folder).flatMap((name) => {
      const study = knownStudy(textOf(join(folder, name, RESULTS)))
      return study === undefined ? [] : [withFit(study)]
    }),
  )

/** Draws with what their fit says of them, where that lies beside them. */
function withFit(study: KnownStudy): KnownStudy {
  const { kind, from } = study.design
  if (kind !== 'posterior' || from === undefined) return study
  const fit = fitTold(textOf(shipped(join(dirname(from), 'fit.json'))))
  return fit === undefined ? study : { ...study, fit }
}

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
