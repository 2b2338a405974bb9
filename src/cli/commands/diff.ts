import type { CommandModule } from 'yargs'
import { changeLines } from '../../report/index.ts'
import { changesOf, heldBy } from '../../scenario/index.ts'
import { soundOptions, withOptions } from '../options.ts'
import { print } from '../say.ts'
import { readWritten } from '../scenarios.ts'

export const diff: CommandModule = {
  command: 'diff <before> <after>',
  describe: 'Show every value that two scenarios hold differently',
  builder: (yargs) =>
    withOptions(
      yargs
        .positional('before', { describe: 'A scenario', type: 'string' })
        .positional('after', { describe: 'Another', type: 'string' }),
      ['set', 'json'],
      { json: 'Print a JSON array' },
    )
      .example(
        '$0 diff scenarios/indonesia-2023.yaml scenarios/tiktok-shop-ban.yaml',
        'old -> new, with the line that says so',
      )
      .example('$0 diff base.yaml mine.yaml --json', 'every change, for other programs'),
  handler({ before, after, ...given }) {
    const { set, json } = soundOptions(given)
    const [old, now] = readWritten([String(before), String(after)], set)
    const changes = changesOf(heldBy(old), heldBy(now))
    if (json) return print(JSON.stringify(changes))
    print(changes.length === 0 ? ['no value differs'] : changeLines(changes))
  },
}
