import type { CommandModule } from 'yargs'
import { designOf } from '../../study/index.ts'
import { withStudyOptions } from '../options.ts'
import { readStudy, refuseWarnings } from '../scenarios.ts'
import { carryOut } from '../study.ts'

export const run: CommandModule = {
  command: 'run <file>',
  describe: 'Run one scenario and report its levels',
  builder: (yargs) =>
    withStudyOptions(yargs.positional('file', { describe: 'A scenario', type: 'string' }))
      .example('$0 run scenarios/indonesia-2023.yaml', '8 runs on all cores')
      .example('$0 run scenarios/indonesia-2023.yaml --quick', 'a small market, for a first look')
      .example('$0 run my.yaml --runs 1 --days 90 --json', 'one object on stdout'),
  async handler(given) {
    const { options, scenarios, warnings } = readStudy(given, [String(given.file)])
    const design = designOf(scenarios, options)
    refuseWarnings(warnings, design, options)
    process.exitCode = await carryOut(design, options)
  },
}
