import type { CommandModule } from 'yargs'
import { shipped, TARGETS } from '../../node/index.ts'
import { oddPage } from '../../report/index.ts'
import { soundOptions, withOptions } from '../options.ts'
import { print } from '../say.ts'
import { readDescribed } from '../scenarios.ts'

export const odd: CommandModule = {
  command: 'odd [file]',
  describe: 'Describe the model and a scenario after the ODD protocol of 2020, in Markdown',
  builder: (yargs) =>
    withOptions(
      yargs.positional('file', {
        describe: 'A scenario',
        type: 'string',
        default: 'scenarios/indonesia-2023.yaml',
      }),
      ['set'],
    )
      .example('$0 odd > odd.md', 'for the appendix of a paper')
      .example('$0 odd scenarios/textbook/duopoly.yaml', 'a market with a known answer'),
  handler(given) {
    const { set } = soundOptions(given)
    print(oddPage(readDescribed(String(given.file), set, shipped(TARGETS))).trimEnd())
  },
}
