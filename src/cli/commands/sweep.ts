import type { CommandModule } from 'yargs'
import { loadScenario } from '../../node/index.ts'
import type { Load } from '../../scenario/index.ts'
import { readStudyFile, sweepText } from '../../study/index.ts'
import { experimentSettings, listOf, withExperimentOptions, withSweepOptions } from '../options.ts'
import { sound, tellWarnings } from '../strict.ts'

/** The study file that the command line stands for. */
const FILE = '--vary'

export const sweep: CommandModule = {
  command: 'sweep <baseline> [policies..]',
  describe: 'Vary parameters one at a time: what does this dial do?',
  builder: (yargs) =>
    withExperimentOptions(
      withSweepOptions(
        yargs
          .positional('baseline', { describe: 'The scenario to compare with', type: 'string' })
          .positional('policies', {
            describe: 'One scenario a policy',
            type: 'string',
            array: true,
          })
          .demandOption('vary', 'what varies? give --vary PATH'),
      ),
    )
      .example(
        '$0 sweep scenarios/indonesia-2023.yaml scenarios/tiktok-shop-ban.yaml --vary categories.*.impulse-share',
        'over the range that its declaration gives reasons for, in the quick market',
      )
      .example('$0 sweep base.yaml ban.yaml --vary "routes.*.friction=0.5 to 2.5" --levels 9', ''),
  async handler(given) {
    const { settings, faults } = experimentSettings(given)
    const policies = (given.policies as string[] | undefined) ?? []
    const text = sweepText({
      files: [String(given.baseline), ...policies],
      vary: listOf(given.vary),
      levels: String(given.levels ?? 5),
      seeds: String(given.seeds ?? 2),
      grid: given.grid === true,
      full: given.full === true,
    })
    const load: Load = Object.assign(
      (path: string) => (path === FILE ? { text } : loadScenario(path)),
      loadScenario.beside ? { beside: loadScenario.beside } : {},
    )
    const read = sound(readStudyFile(FILE, load), faults)
    tellWarnings(read.warnings, settings)
    const { experiment } = read
    const about = experiment.scenarios.at(-1)!
    const name = `sweep-${about.name}`
    const told = { title: about.title, indonesian: about.indonesian, question: about.question }
    // Loaded when it is needed: charts are slow to load, and --help should not wait for them.
    const { carryOut } = await import('../experiment.ts')
    process.exitCode = await carryOut({ ...experiment, ...told, name }, { text }, settings)
  },
}
