import type { CommandModule } from 'yargs'
import { designOf } from '../../study/index.ts'
import { withStudyOptions } from '../options.ts'
import { overDraws } from '../over-draws.ts'
import { readStudy, refuseWarnings } from '../scenarios.ts'
import { carryOut } from '../study.ts'

export const compare: CommandModule = {
  command: 'compare <baseline> <files..>',
  describe: 'Run policies against a baseline and report their effects',
  builder: (yargs) =>
    withStudyOptions(
      yargs
        .positional('baseline', { describe: 'The scenario to compare with', type: 'string' })
        .positional('files', { describe: 'One scenario per policy', type: 'string', array: true }),
      ['draws', 'drawsFile', 'window', 'precision', 'maxRuns', 'combine', 'why', 'prove'],
    )
      .example(
        '$0 compare scenarios/indonesia-2023.yaml scenarios/tiktok-shop-ban.yaml',
        'paired differences over 8 runs',
      )
      .example('$0 compare base.yaml ban.yaml tax.yaml --runs 30', 'two policies, more runs')
      .example('$0 compare base.yaml ban.yaml --quick --out trial', 'a first look, kept in trial/')
      .example(
        '$0 compare base.yaml ban.yaml --precision 5% --max-runs 100',
        'until the main effect is known to ±5 %',
      )
      .example('$0 compare base.yaml ban.yaml --why --quick', 'why: routes, impulses, sourcing ...')
      .example('$0 compare base.yaml ban.yaml tax.yaml --combine', 'both, beside the sum of each')
      .example('$0 compare base.yaml ban.yaml --prove', 'every day before the policy is checked')
      .example('$0 compare base.yaml ban.yaml --draws 50 --quick', 'over the draws of a fit')
      .example('$0 compare base.yaml ban.yaml --window "first month" --json=summary', 'one window'),
  async handler(given) {
    const files = [String(given.baseline), ...(given.files as string[])]
    const { options, scenarios, warnings } = readStudy(given, files)
    if (options.draws !== undefined) {
      process.exitCode = await overDraws(files, scenarios, options.draws, options)
      return
    }
    const design = designOf(scenarios, options)
    refuseWarnings(warnings, design, options)
    process.exitCode = await carryOut(design, options)
  },
}
