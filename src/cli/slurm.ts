/** Prints the job script of a study for Slurm. */
import { resolve } from 'node:path'
import { codeVersion, folderFor, layoutOf, measured, slurmScript } from '../node/index.ts'
import { type Experiment, planOf } from '../study/index.ts'
import type { ScriptSettings } from './options.ts'
import { delivered, note } from './say.ts'
import { EXIT, Stop } from './stop.ts'

/** @returns the exit code */
export async function printScript(
  experiment: Experiment,
  file: string,
  { threads, out, quiet }: ScriptSettings,
): Promise<number> {
  const plan = planOf(experiment, codeVersion())
  note('one run is made, to see what it takes', quiet)
  const one = await measured(experiment, plan)
  if (one === undefined)
    throw new Stop(EXIT.fault, 'the first run failed: what a run takes cannot be told')
  const runs = plan.runs.length
  await delivered(
    slurmScript(
      {
        name: experiment.name,
        folder: process.cwd(),
        program: resolve(process.argv[1]),
        file,
        out: out ?? folderFor(experiment, plan),
        about: `${experiment.title}: ${runs} runs of ${one.seconds.toFixed(1)} s on one thread, as one took on this machine.`,
      },
      layoutOf({ runs, ...one }, threads),
    ),
  )
  return EXIT.done
}
