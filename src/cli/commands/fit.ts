import type { CommandModule } from 'yargs'
import { loadScenario } from '../../node/index.ts'
import { readFitFile } from '../../study/index.ts'
import { experimentSettings, withFitOptions } from '../options.ts'
import { sound, tellWarnings } from '../strict.ts'

export const fit: CommandModule = {
  command: 'fit <file>',
  describe: 'Fit parameters to targets: what the data pin down, and what they do not',
  builder: (yargs) =>
    withFitOptions(yargs.positional('file', { describe: 'A fit file', type: 'string' }))
      .example('$0 fit scenarios/studies/fit-2023.yaml', 'fits, or goes on where it stopped')
      .example('$0 fit scenarios/studies/fit-2023.yaml --dry-run', 'how many runs, and how long'),
  async handler(given) {
    const file = String(given.file)
    const { settings, faults } = experimentSettings(given)
    const read = sound(readFitFile(file, loadScenario), faults)
    tellWarnings(read.warnings, settings)
    const loaded = loadScenario(file)
    const text = loaded !== undefined && 'text' in loaded ? loaded.text : ''
    // Loaded when it is needed: charts are slow to load, and --help should not wait for them.
    const { carryOut } = await import('../fit.ts')
    process.exitCode = await carryOut(read.fit, text, settings)
  },
}
