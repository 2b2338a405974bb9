import type { CommandModule } from 'yargs'
import { languageOf, listOf, SAY_IN, SET, STRICT } from '../options.ts'
import { print } from '../say.ts'
import { checkScenarios } from '../scenarios.ts'

export const check: CommandModule = {
  command: 'check <files..>',
  describe: 'Check scenarios without running them',
  builder: (yargs) =>
    yargs
      .positional('files', { describe: 'Scenarios', type: 'string', array: true })
      .option('set', SET)
      .option('strict', STRICT)
      .option('lang', SAY_IN)
      .example('$0 check scenarios/*.yaml', 'every fault with its line and a way out')
      .example('$0 check my.yaml --set size.buyers=50000', 'the file with a value replaced'),
  handler: ({ files, set, strict, lang }) =>
    print(checkScenarios(files as string[], listOf(set), strict === true, languageOf({ lang }))),
}
