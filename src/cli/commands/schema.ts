import type { CommandModule } from 'yargs'
import { openFolder, writeWhole } from '../../node/index.ts'
import {
  jsonSchemas,
  reference,
  regulation,
  schemaText,
  studySchemaText,
} from '../../report/index.ts'
import { note, print } from '../say.ts'

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
    writeWhole('scenarios/REFERENCE.md', reference())
    openFolder('docs')
    writeWhole('docs/regulation.md', regulation())
    openFolder('docs/json')
    for (const { name, text } of jsonSchemas) writeWhole(name, text)
    note(
      `written: scenarios/schema.json, scenarios/studies/schema.json, scenarios/REFERENCE.md, docs/regulation.md, ${jsonSchemas.map(({ name }) => name).join(', ')}`,
    )
  },
}
