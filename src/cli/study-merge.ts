import type { CommandModule } from 'yargs'
import { CALLED, mergeStudy } from '../node/index.ts'
import { experimentLines, experimentObject, restOfMerge, writtenLines } from '../report/index.ts'
import { shellLine } from '../scenario/index.ts'
import { codeOfRuns } from './experiment.ts'
import { soundOptions, withOptions } from './options.ts'
import { watcherOf } from './progress.ts'
import { delivered, note } from './say.ts'

/** Puts the parts of a study together that were made where no folder is shared. */
export const merge: CommandModule = {
  command: 'merge <folders..>',
  describe: 'Put together the parts that --shard made, and say what they found',
  builder: (yargs) =>
    withOptions(
      yargs.positional('folders', {
        describe: 'Folders of the parts',
        type: 'string',
        array: true,
      }),
      ['study', 'out', 'report', 'language', 'json'],
      { out: 'Folder for the whole [output/<study>-<fingerprint>]' },
    )
      .example('$0 study merge part-1 part-2 part-3', 'into output/<study>-<fingerprint>')
      .epilogue(
        'Exit code, that of the worst of its parts:\n  0  all runs are there\n  1  some run failed, or gave two results\n  2  the parts are not of one study, plan and version\n  75 runs are missing: the study makes them',
      ),
  async handler(given) {
    const options = soundOptions(given)
    const { language } = options
    const asked = { ...options, command: process.argv.slice(2) }
    const folders = (given.folders as unknown[]).map(String)
    const { found, progress, path, file } = await mergeStudy(
      folders,
      asked,
      watcherOf({ quiet: true, language }),
    )
    await delivered(
      options.json
        ? JSON.stringify(experimentObject(found))
        : [...experimentLines(found, language), ...writtenLines(path, language)],
    )
    const missing = `${CALLED} ${shellLine(['study', file, '--out', path])}`
    note(restOfMerge(progress, path, missing, language))
    process.exitCode = codeOfRuns(progress)
  },
}
