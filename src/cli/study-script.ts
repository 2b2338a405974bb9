import type { CommandModule } from 'yargs'
import { loadScenario } from '../node/index.ts'
import { formatFinding } from '../scenario/index.ts'
import { readStudyFile } from '../study/index.ts'
import { scriptSettings, withScriptOptions } from './options.ts'
import { badInput } from './stop.ts'

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
    const read = readStudyFile(file, loadScenario)
    if (given.system !== 'slurm')
      faults.push(
        `a script for ${given.system} is not known, expected slurm; for other systems see docs/clusters.md`,
      )
    const findings = read.ok ? [] : read.findings.map(formatFinding)
    const all = [...(faults.length > 0 ? [faults.join('\n')] : []), ...findings]
    if (!read.ok || all.length > 0) throw badInput(all.join('\n\n'))
    const { printScript } = await import('./slurm.ts')
    process.exitCode = await printScript(read.experiment, file, settings)
  },
}
