import type { CommandModule } from 'yargs'
import { loadScenario } from '../../node/index.ts'
import { readSweep } from '../../study/index.ts'
import { carryOut } from '../experiment.ts'
import { MANY_RUNS, optionsOf, withOptions } from '../options.ts'
import { soundFile } from '../scenarios.ts'

export const sweep: CommandModule = {
  command: 'sweep <baseline> [policies..]',
  describe: 'Vary parameters one at a time and report the effect of each',
  builder: (yargs) =>
    withOptions(
      yargs
        .positional('baseline', { describe: 'The scenario to compare with', type: 'string' })
        .positional('policies', {
          describe: 'One scenario per policy',
          type: 'string',
          array: true,
        })
        .demandOption('vary', 'what varies? give --vary PATH'),
      ['vary', 'levels', 'seeds', 'grid', 'full', ...MANY_RUNS, 'only'],
    )
      .example(
        '$0 sweep scenarios/indonesia-2023.yaml scenarios/tiktok-shop-ban.yaml --vary categories.*.impulse-share',
        'over the range that its declaration gives reasons for, in the quick market',
      )
      .example('$0 sweep base.yaml ban.yaml --vary "routes.*.friction=0.5 to 2.5" --levels 9', ''),
  async handler(given) {
    const read = optionsOf(given)
    const { vary, levels = '5', seeds = '2', grid, full } = read.options
    const policies = (given.policies as string[] | undefined) ?? []
    const files = [String(given.baseline), ...policies]
    const sweep = { files, vary, levels, seeds, grid, full }
    const { text, study } = readSweep(sweep, loadScenario)
    const { experiment } = soundFile(study, read)
    process.exitCode = await carryOut(experiment, { text }, read.options)
  },
}
