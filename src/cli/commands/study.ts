import type { Argv, CommandModule } from 'yargs'
import { loadScenario } from '../../node/index.ts'
import { readStudyFile } from '../../study/index.ts'
import { experimentSettings, withExperimentOptions, withShardOptions } from '../options.ts'
import { note } from '../say.ts'
import { sound, tellWarnings } from '../strict.ts'
import { merge } from '../study-merge.ts'
import { script } from '../study-script.ts'

/** Options of the outer command are not those of its inner ones. */
function withoutHeirs(declared: Argv): Argv {
  const inner = declared as unknown as {
    getOptions(): { readonly key: object }
    global(names: readonly string[], isGlobal: boolean): Argv
  }
  const all = Object.keys(inner.getOptions().key)
  return inner.global(
    all.filter((name) => name !== 'help' && name !== 'version'),
    false,
  )
}

export const study: CommandModule = {
  command: 'study <file>',
  describe: 'Run a study file: many points of the parameters, and what the result hangs on',
  builder: (yargs) =>
    withoutHeirs(
      withShardOptions(
        withExperimentOptions(
          yargs.positional('file', { describe: 'A study file', type: 'string' }),
        ),
      ) as never,
    )
      .command([merge, script] as never)
      .example(
        '$0 study scenarios/studies/closure-dials.yaml',
        'runs it, or goes on where it stopped',
      )
      .example(
        '$0 study scenarios/studies/closure-dials.yaml --dry-run',
        'how many runs, and how long',
      )
      .epilogue(
        'Any number of processes share a folder. Ends:\n  0   all runs are there\n  1   some run failed, or gave two results: the others are kept\n  2   bad input: nothing was written, and trying again does not help\n  75  stopped before it was done: the same command goes on\n  130 interrupted, 143 terminated: what was complete is kept, and the same command goes on\nOn clusters: docs/clusters.md',
      ),
  async handler(given) {
    const file = String(given.file)
    const { settings, said, faults } = experimentSettings(given, process.env)
    const read = sound(readStudyFile(file, loadScenario), faults)
    tellWarnings(read.warnings, settings)
    if (said !== undefined) note(said, settings.quiet)
    const loaded = loadScenario(file)
    const text = loaded !== undefined && 'text' in loaded ? loaded.text : ''
    // Loaded when it is needed: charts are slow to load, and --help should not wait for them.
    const { carryOut } = await import('../experiment.ts')
    process.exitCode = await carryOut(read.experiment, { text, file }, settings)
  },
}
