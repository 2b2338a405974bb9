import type { CommandModule } from 'yargs'
import { loadScenario } from '../node/index.ts'
import { readStudyFile } from '../study/index.ts'
import { scriptSettings, withScriptOptions } from './options.ts'
import { sound } from './strict.ts'

/** Prints the job script of a study for a cluster. */
export const script: CommandModule = {
  command: 'script <system> <file>',
  describe: 'Print a job script: array size, threads, memory and time from a measured run',
  builder: (yargs) =>
    withScriptOptions(
      yargs
        .positional('system', { describe: 'slurm', type: 'string' })
        .positional('file', { describe: 'A study file', type: 'string' }),
    ).example(
      '$0 study script slurm scenarios/studies/closure-dials.yaml > job.sh && sbatch job.sh',
      'tasks of 10 to 60 minutes that share one folder',
    ),
  async handler(given) {
    const { settings, faults } = scriptSettings(given)
    const file = String(given.file)
    if (given.system !== 'slurm')
      faults.push(
        `a script for ${given.system} is not known, expected slurm; for other systems see docs/clusters.md`,
      )
    const read = sound(readStudyFile(file, loadScenario), faults)
    const { printScript } = await import('./slurm.ts')
    process.exitCode = await printScript(read.experiment, file, settings)
  },
}
