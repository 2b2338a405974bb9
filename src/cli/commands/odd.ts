import type { CommandModule } from 'yargs'
import { shipped, TARGETS } from '../../node/index.ts'
import { oddPage } from '../../report/index.ts'
import { listOf, SET } from '../options.ts'
import { print } from '../say.ts'
import { readDescribed } from '../scenarios.ts'

export const odd: CommandModule = {
  command: 'odd [file]',
  describe: 'Describe the model and a scenario after the ODD protocol of 2020, in Markdown',
  builder: (yargs) =>
    yargs
      .positional('file', {
        describe: 'A scenario',
        type: 'string',
        default: 'scenarios/indonesia-2023.yaml',
      })
      .option('set', SET)
      .example('$0 odd > odd.md', 'for the appendix of a paper')
      .example('$0 odd scenarios/textbook/duopoly.yaml', 'a market with a known answer'),
  handler({ file, set }) {
    // A textbook market is no market that was seen.
    const described = readDescribed(String(file), listOf(set))
    print(
      oddPage(
        described.scenario.textbook
          ? described
          : readDescribed(String(file), listOf(set), shipped(TARGETS)),
      ).trimEnd(),
    )
  },
}
