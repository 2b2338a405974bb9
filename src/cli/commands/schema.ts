import type { CommandModule } from 'yargs'
import { writePages } from '../../node/index.ts'
import { schemaText } from '../../report/index.ts'
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
    note(`written: ${writePages().join(', ')}`)
  },
}
