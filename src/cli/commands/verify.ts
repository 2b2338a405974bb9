import type { CommandModule } from 'yargs'
import { onThreads, verification } from '../../node/index.ts'
import { verdictObject, verdictText } from '../../report/index.ts'
import { CannotRun } from '../../study/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { studyOptions, THREADS } from '../options.ts'
import { progress } from '../progress.ts'
import { note, print } from '../say.ts'
import { badInput, EXIT } from '../stop.ts'

const CODES = {
  exact: EXIT.done,
  'exact in part': EXIT.done,
  'statistically equal': EXIT.statisticallyEqual,
  different: EXIT.different,
  missing: EXIT.missing,
  altered: EXIT.altered,
} as const

export const verify: CommandModule = {
  command: 'verify <folder>',
  describe: 'Run a study again and say whether it comes out the same',
  builder: (yargs) =>
    yargs
      .positional('folder', {
        describe:
          'What a study left, with manifest.json; or a manifest alone, whose states are compared',
        type: 'string',
      })
      .option('runs', {
        describe: 'Run again only the first N runs; tables are then not computed again [all]',
        type: 'string',
        requiresArg: true,
      })
      .option('threads', THREADS)
      .option('json', { describe: 'Print one JSON object', type: 'boolean' })
      .option('quiet', { describe: 'No progress', type: 'boolean' })
      .example('$0 verify output/tiktok-shop-ban-9163809e', 'every run, from its manifest')
      .example('$0 verify trial --runs 1', 'the first run only: is it the same to the bit?')
      .example('$0 verify manifest.json', 'a manifest by itself, as the lab hands it out')
      .example('$0 verify trial --json', 'the verdict with every test, for other programs')
      .epilogue(
        'Exit codes: 0 exact (of all runs or of a part), 10 statistically equal, 11 different, 12 cannot run,\n13 a file is missing, 14 a file is altered or a table does not follow from its runs.\nThe inputs are those in the manifest; scenario files are not read.',
      ),
  async handler(given) {
    const { options, faults } = studyOptions(given)
    if (faults.length > 0) throw badInput(faults.join('\n'))
    const { threads, quiet, json, runs } = options
    const folder = String(given.folder)
    const interrupt = onInterrupt()
    try {
      const { days, carryOut } = verification(folder, runs)
      const shown = progress(days, quiet)
      const runner = onThreads(threads)
      const verified = await carryOut(runner, shown.tell, interrupt.signal).finally(() => {
        shown.end()
        return runner.close()
      })
      const code = CODES[verified.verdict]
      print(json ? JSON.stringify(verdictObject(folder, code, verified)) : verdictText(verified))
      process.exitCode = code
    } catch (problem) {
      if (!(problem instanceof CannotRun)) throw problem
      process.exitCode = interrupt.code() ?? EXIT.cannotRun
      if (interrupt.code() !== undefined) return note('interrupted: nothing is verified')
      const { message: why, findings } = problem
      const object = { folder, verdict: 'cannot run', code: EXIT.cannotRun, why, findings }
      if (json) print(JSON.stringify(object))
      else print([`cannot run: ${why}`, ...findings])
    } finally {
      interrupt.release()
    }
  },
}
