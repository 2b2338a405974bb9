import type { CommandModule } from 'yargs'
import { loadScenario, scriptFor, TASK_THREADS } from '../node/index.ts'
import { readStudyFile } from '../study/index.ts'
import { optionsOf, withOptions } from './options.ts'
import { watcherOf } from './progress.ts'
import { delivered } from './say.ts'
import { soundFile } from './scenarios.ts'
import { EXIT, Stop } from './stop.ts'

/** Prints the job script of a study for a cluster. */
export const script: CommandModule = {
  command: 'script <system> <file>',
  describe: 'Print a job script: array size, threads, memory and time from a measured run',
  builder: (yargs) =>
    withOptions(
      yargs
        .positional('system', { describe: 'slurm', type: 'string' })
        .positional('file', { describe: 'A study file', type: 'string' }),
      ['threads', 'out', 'quiet'],
      { threads: `Threads of a task [${TASK_THREADS}]`, quiet: 'No notes' },
    ).example(
      '$0 study script slurm scenarios/studies/closure-dials.yaml > job.sh && sbatch job.sh',
      'tasks of 10 to 60 minutes that share one folder',
    ),
  async handler(given) {
    const { options, faults } = optionsOf(given)
    const file = String(given.file)
    if (given.system !== 'slurm')
      faults.push(
        `a script for ${given.system} is not known, expected slurm; for other systems see docs/clusters.md`,
      )
    const { experiment } = soundFile(readStudyFile(file, loadScenario), { options, faults })
    const { out, threads } = options
    const asked = { file, program: process.argv[1], out }
    const lines = await scriptFor(
      experiment,
      given.threads === undefined ? asked : { ...asked, threads },
      watcherOf(options),
    )
    if (lines === undefined)
      throw new Stop(EXIT.fault, 'the first run failed: what a run takes cannot be told')
    await delivered(lines)
  },
}
