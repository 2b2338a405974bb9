import type { CommandModule } from 'yargs'
import { verifyFolder } from '../../node/index.ts'
import { cannotRunLines, cutVerifyNote, verdictObject, verdictText } from '../../report/index.ts'
import { CannotRun } from '../../study/index.ts'
import { SAY_IN, soundOptions, withOptions } from '../options.ts'
import { watched } from '../progress.ts'
import { note, print } from '../say.ts'
import { EXIT } from '../stop.ts'

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
    withOptions(
      yargs.positional('folder', {
        describe:
          'A results folder; or its manifest.json alone, of which final states are compared',
        type: 'string',
      }),
      ['runs', 'threads', 'trust', 'language', 'json', 'quiet'],
      {
        runs: 'Run again only the first N runs; tables are then not computed again [all]',
        language: SAY_IN,
        quiet: 'No progress',
      },
    )
      .example('$0 verify output/tiktok-shop-ban-9163809e', 'every run, from its manifest')
      .example('$0 verify trial --runs 1', 'the first run only: is it the same to the bit?')
      .example('$0 verify manifest.json', 'a manifest by itself, as the lab hands it out')
      .example('$0 verify trial --json', 'the verdict with every test, for other programs')
      .epilogue(
        'Exit codes: 0 exact (of all runs or of a part), 10 statistically equal, 11 different, 12 cannot run,\n13 a file is missing, 14 a file is altered or a table does not follow from its runs.\nThe inputs are those in the manifest; scenario files are not read.',
      ),
  async handler(given) {
    const options = soundOptions(given)
    const { threads, json, runs, trust, language } = options
    const folder = String(given.folder)
    process.exitCode = await watched(options, async (watcher, left) => {
      try {
        const verified = await verifyFolder(folder, { runs, threads, trust }, watcher)
        const code = CODES[verified.verdict]
        print(
          json
            ? JSON.stringify(verdictObject(folder, code, verified))
            : verdictText(verified, language),
        )
        return code
      } catch (problem) {
        if (!(problem instanceof CannotRun)) throw problem
        const stopped = left()
        if (stopped !== undefined) {
          note(cutVerifyNote(language))
          return stopped
        }
        const { message: why, findings } = problem
        const object = { folder, verdict: 'cannot run', code: EXIT.cannotRun, why, findings }
        print(json ? JSON.stringify(object) : cannotRunLines(why, findings, language))
        return EXIT.cannotRun
      }
    })
  },
}
