import type { CommandModule } from 'yargs'
import { withStudyOptions } from '../options.ts'
import { readFactsGiven } from '../scenarios.ts'
import { refuse } from '../strict.ts'

export const validate: CommandModule = {
  command: 'validate <file>',
  describe: 'Compare what was seen, a facts file, with what runs say of it',
  builder: (yargs) =>
    withStudyOptions(
      yargs.positional('file', { describe: 'A facts file', type: 'string' }).option('register', {
        describe: 'Write down what the model predicts, before it is known what was seen',
        type: 'boolean',
      }),
    )
      .example(
        '$0 validate scenarios/studies/facts-2023.yaml --quick',
        'every fact with its verdict',
      )
      .example('$0 validate my-facts.yaml --register', 'predictions first, bands later'),
  async handler(given) {
    const { options, facts, warnings } = readFactsGiven(given, String(given.file))
    if (options.strict) refuse(warnings.map((warning) => `WARNING: ${warning}`))
    // Loaded when it is needed: charts are slow to load, and --help should not wait for them.
    const { carryOut } = await import('../validation.ts')
    process.exitCode = await carryOut(facts, String(given.file), options, given.register === true)
  },
}
