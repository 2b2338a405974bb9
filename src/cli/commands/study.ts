import type { CommandModule } from 'yargs'
import { loadScenario } from '../../node/index.ts'
import { formatFinding } from '../../scenario/index.ts'
import { readStudyFile } from '../../study/index.ts'
import { experimentSettings, withExperimentOptions } from '../options.ts'
import { badInput } from '../stop.ts'

export const study: CommandModule = {
  command: 'study <file>',
  describe: 'Run a study file: many points of the parameters, and what the result hangs on',
  builder: (yargs) =>
    withExperimentOptions(yargs.positional('file', { describe: 'A study file', type: 'string' }))
      .example(
        '$0 study scenarios/studies/closure-dials.yaml',
        'runs it, or goes on where it stopped',
      )
      .example(
        '$0 study scenarios/studies/closure-dials.yaml --dry-run',
        'how many runs, and how long',
      ),
  async handler(given) {
    const file = String(given.file)
    const { settings, faults } = experimentSettings(given)
    const read = readStudyFile(file, loadScenario)
    const findings = read.ok ? [] : read.findings.map(formatFinding)
    const all = [...(faults.length > 0 ? [faults.join('\n')] : []), ...findings]
    if (!read.ok || all.length > 0) throw badInput(all.join('\n\n'))
    const loaded = loadScenario(file)
    const text = loaded !== undefined && 'text' in loaded ? loaded.text : ''
    // Loaded when it is needed: charts are slow to load, and --help should not wait for them.
    const { carryOut } = await import('../experiment.ts')
    process.exitCode = await carryOut(read.experiment, text, settings)
  },
}
