import type { CommandModule } from 'yargs'
import { loadScenario } from '../../node/index.ts'
import type { Load } from '../../scenario/index.ts'
import { readStudyFile, sweepText } from '../../study/index.ts'
import { carryOut } from '../experiment.ts'
import { MANY_RUNS, optionsOf, withOptions } from '../options.ts'
import { soundFile } from '../scenarios.ts'

/** The study file that the command line stands for. */
const FILE = '--vary'

export const sweep: CommandModule = {
  command: 'sweep <baseline> [policies..]',
  describe: 'Vary parameters one at a time: what does this dial do?',
  builder: (yargs) =>
    withOptions(
      yargs
        .positional('baseline', { describe: 'The scenario to compare with', type: 'string' })
        .positional('policies', { describe: 'One scenario a policy', type: 'string', array: true })
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
    const text = sweepText({ files, vary, levels, seeds, grid, full })
    const load: Load = Object.assign(
      (path: string) => (path === FILE ? { text } : loadScenario(path)),
      loadScenario,
    )
    const { experiment } = soundFile(readStudyFile(FILE, load), read)
    const about = experiment.scenarios.at(-1)!
    const name = `sweep-${about.name}`
    const told = { title: about.title, indonesian: about.indonesian, question: about.question }
    process.exitCode = await carryOut({ ...experiment, ...told, name }, { text }, read.options)
  },
}
