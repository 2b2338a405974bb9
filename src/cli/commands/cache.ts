import type { CommandModule } from 'yargs'
import { CALLED, cacheOptions, clearKept, keptFiles } from '../../node/index.ts'
import { cacheLines, cacheObject, clearedLine } from '../../report/index.ts'
import { switched } from '../options.ts'
import { print } from '../say.ts'

export const cache: CommandModule = {
  command: 'cache',
  describe: 'List or clear the baselines kept for later comparisons',
  builder: (yargs) =>
    yargs
      .option('clear', switched('Remove them'))
      .option('json', switched('Print one JSON object'))
      .example('$0 cache', 'how many, how large, and when each was last used')
      .example('$0 cache --clear', 'the next comparison runs its baseline again')
      .epilogue(
        'Environment: PASAR_CACHE is the folder [~/.cache/pasar], PASAR_CACHE_LIMIT the limit in bytes\n[2000000000]; 0 keeps nothing. What was used longest ago makes room. --no-cache leaves it out of a study.',
      ),
  handler({ clear, json }) {
    const options = cacheOptions()
    const files = clear ? clearKept(options) : keptFiles(options)
    if (json) return print(JSON.stringify(cacheObject(options, files, clear === true)))
    print(
      clear ? clearedLine(options, files) : cacheLines(options, files, `${CALLED} cache --clear`),
    )
  },
}
