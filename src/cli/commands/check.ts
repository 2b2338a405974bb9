import type { CommandModule } from 'yargs'
import { SAY_IN, soundOptions, withOptions } from '../options.ts'
import { print } from '../say.ts'
import { checkScenarios } from '../scenarios.ts'

export const check: CommandModule = {
  command: 'check <files..>',
  describe: 'Check scenarios without running them',
  builder: (yargs) =>
    withOptions(
      yargs.positional('files', { describe: 'Scenarios', type: 'string', array: true }),
      ['set', 'strict', 'language'],
      { language: SAY_IN },
    )
      .example('$0 check scenarios/*.yaml', 'every fault with its line and a way out')
      .example('$0 check my.yaml --set size.buyers=50000', 'the file with a value replaced'),
  handler(given) {
    const { set, strict, language } = soundOptions(given)
    print(checkScenarios(given.files as string[], set, strict, language))
  },
}
