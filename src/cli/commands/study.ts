import type { Argv, CommandModule } from 'yargs'
import { loadScenario, shardFrom } from '../../node/index.ts'
import { readStudyFile } from '../../study/index.ts'
import { carryOut } from '../experiment.ts'
import { MANY_RUNS, optionsOf, withOptions } from '../options.ts'
import { note } from '../say.ts'
import { soundFile, textOf } from '../scenarios.ts'
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
  describe: 'Run a study file: many points of the parameters, and what the result depends on',
  builder: (yargs) =>
    withoutHeirs(
      withOptions(yargs.positional('file', { describe: 'A study file', type: 'string' }), [
        ...MANY_RUNS,
        ...(['only', 'shard', 'array'] as const),
      ]) as never,
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
        'Any number of processes share a folder. Exit codes:\n  0   all runs are there\n  1   some run failed, or gave two results: the others are kept\n  2   bad input: nothing was written, and trying again does not help\n  75  stopped before it was done: the same command goes on\n  130 interrupted, 143 terminated: what was complete is kept, and the same command goes on\nOn clusters: docs/clusters.md',
      ),
  async handler(given) {
    const file = String(given.file)
    const { options, faults } = optionsOf(given)
    const { array, dryRun, only, shard, quiet } = options
    const useArray = array && !dryRun && only === undefined
    const part = shardFrom(shard, useArray, process.env)
    if ('fault' in part) faults.push(part.fault)
    const read = soundFile(readStudyFile(file, loadScenario), { options, faults })
    if ('fault' in part) return
    if (part.said !== undefined) note(part.said, quiet)
    const asked = { ...options, part: part.shard }
    process.exitCode = await carryOut(read.experiment, { text: textOf(file), file }, asked)
  },
}
