import type { CommandModule } from 'yargs'
import { mergeSettings, withMergeOptions } from './options.ts'
import { badInput } from './stop.ts'

/** Puts the parts of a study together that were made where no folder is shared. */
export const merge: CommandModule = {
  command: 'merge <folders..>',
  describe: 'Put together the parts that --shard made, and say what they found',
  builder: (yargs) =>
    withMergeOptions(
      yargs.positional('folders', {
        describe: 'Folders of the parts',
        type: 'string',
        array: true,
      }),
    )
      .example('$0 study merge part-1 part-2 part-3', 'into output/<study>-<fingerprint>')
      .epilogue(
        'Ends as the worst of its parts:\n  0  all runs are there\n  1  some run failed, or gave two results\n  2  the parts are not of one study, plan and version\n  75 runs are missing: the study makes them',
      ),
  async handler(given) {
    const { settings, faults } = mergeSettings(given)
    if (faults.length > 0) throw badInput(faults.join('\n'))
    // Loaded when it is needed: charts are slow to load, and --help should not wait for them.
    const { mergeParts } = await import('./merging.ts')
    process.exitCode = await mergeParts((given.folders as unknown[]).map(String), settings)
  },
}
