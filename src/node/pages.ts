/** Writes what is made of the declarations: schemas, the reference, and pages of the documentation. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parse } from 'yaml'
import {
  codemeta,
  factsSchemaText,
  fitSchemaText,
  jsonSchemas,
  oddPage,
  reference,
  regulation,
  schemaText,
  stressPage,
  studySchemaText,
  targetsSchemaText,
  wordsPage,
  zenodo,
} from '../report/index.ts'
import { BadInput, formatFinding, readScenario } from '../scenario/index.ts'
import { readDescribed } from '../study/index.ts'
import { loadScenario, openFolder, writeWhole } from './disk.ts'
import { TARGETS } from './shipped.ts'

const WORDS = 'docs/words.md'
const BASELINE = 'scenarios/indonesia-2023.yaml'

/** The scenarios of the country in this folder: their rows and windows are named in the list of words. */
const shippedScenarios = () =>
  ['scenarios', 'scenarios/clusters', 'scenarios/policies'].flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith('.yaml'))
          .sort()
          .flatMap((file) => {
            const read = readScenario(`${folder}/${file}`, loadScenario)
            return read.ok ? [read.scenario] : []
          })
      : [],
  )

/** The baseline as ODD and STRESS-ABS describe it; nothing where it is not in this folder. */
function describedFiles(): Record<string, string> {
  if (!existsSync(BASELINE)) return {}
  const described = readDescribed(BASELINE, loadScenario, [], TARGETS)
  if ('findings' in described) throw new BadInput(...described.findings.map(formatFinding))
  return { 'docs/odd.md': oddPage(described), 'docs/stress-abs.md': stressPage(described) }
}

/** Files for archives of software, in a folder that has what they are made of; of another project's there are none. */
function archived(): Record<string, string> {
  if (!existsSync('CITATION.cff') || !existsSync('package.json')) return {}
  const own = JSON.parse(readFileSync('package.json', 'utf8'))
  if (own.name !== 'pasar') return {}
  const cited = parse(readFileSync('CITATION.cff', 'utf8'))
  return { 'codemeta.json': codemeta(own, cited), '.zenodo.json': zenodo(own, cited) }
}

/**
 * Writes them below this folder.
 * @returns their paths
 */
export function writePages(): string[] {
  const words = existsSync(WORDS) ? readFileSync(WORDS, 'utf8') : '# Words\n'
  const files: Record<string, string> = {
    'scenarios/schema.json': schemaText(),
    'scenarios/studies/schema.json': studySchemaText(),
    'scenarios/studies/targets.schema.json': targetsSchemaText(),
    'scenarios/studies/facts.schema.json': factsSchemaText(),
    'scenarios/studies/fit.schema.json': fitSchemaText(),
    'scenarios/REFERENCE.md': reference(),
    'docs/regulation.md': regulation(),
    [WORDS]: wordsPage(words, shippedScenarios()),
    ...describedFiles(),
    ...archived(),
    ...Object.fromEntries(jsonSchemas.map(({ name, text }) => [name, text])),
  }
  for (const folder of new Set(Object.keys(files).map(dirname))) openFolder(folder)
  for (const [path, text] of Object.entries(files)) writeWhole(path, text)
  return Object.keys(files)
}
