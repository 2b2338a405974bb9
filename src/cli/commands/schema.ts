import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { CommandModule } from 'yargs'
import { loadScenario, openFolder, TARGETS, writeWhole } from '../../node/index.ts'
import {
  factsSchemaText,
  fitSchemaText,
  jsonSchemas,
  oddPage,
  reference,
  regulation,
  schemaText,
  studySchemaText,
  targetsSchemaText,
  wordsPage,
} from '../../report/index.ts'
import { readScenario } from '../../scenario/index.ts'
import { note, print } from '../say.ts'
import { readDescribed } from '../scenarios.ts'

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

export const schema: CommandModule = {
  command: 'schema',
  describe: 'Write the schemas of scenarios and of --json, the reference and the regulation',
  builder: (yargs) =>
    yargs
      .option('print', { describe: 'Print the schema instead', type: 'boolean', default: false })
      .example('$0 schema', 'after a change of declarations')
      .example('$0 schema --print > schema.json', 'for an editor elsewhere'),
  handler(given) {
    if (given.print === true) return print(schemaText().trimEnd())
    openFolder('scenarios')
    writeWhole('scenarios/schema.json', schemaText())
    openFolder('scenarios/studies')
    writeWhole('scenarios/studies/schema.json', studySchemaText())
    writeWhole('scenarios/studies/targets.schema.json', targetsSchemaText())
    writeWhole('scenarios/studies/facts.schema.json', factsSchemaText())
    writeWhole('scenarios/studies/fit.schema.json', fitSchemaText())
    writeWhole('scenarios/REFERENCE.md', reference())
    openFolder('docs')
    writeWhole('docs/regulation.md', regulation())
    const words = existsSync(WORDS) ? readFileSync(WORDS, 'utf8') : '# Words\n'
    writeWhole(WORDS, wordsPage(words, shippedScenarios()))
    if (existsSync(BASELINE))
      writeWhole('docs/odd.md', oddPage(readDescribed(BASELINE, [], TARGETS)))
    openFolder('docs/json')
    for (const { name, text } of jsonSchemas) writeWhole(name, text)
    note(
      `written: scenarios/schema.json, scenarios/studies/schema.json, scenarios/studies/targets.schema.json, scenarios/studies/facts.schema.json, scenarios/studies/fit.schema.json, scenarios/REFERENCE.md, docs/regulation.md, docs/words.md, docs/odd.md, ${jsonSchemas.map(({ name }) => name).join(', ')}`,
    )
  },
}
