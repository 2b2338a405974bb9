import type { CommandModule } from 'yargs'
import { changeLines, wordsOfDifferences } from '../../report/index.ts'
import { changesOf, heldBy } from '../../scenario/index.ts'
import { SAY_IN, soundOptions, withOptions } from '../options.ts'
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
      ['set', 'language', 'json'],
      { json: 'Print a JSON array', language: SAY_IN },
    )
      .example(
        '$0 diff scenarios/indonesia-2023.yaml scenarios/tiktok-shop-ban.yaml',
        'old -> new, with the line that says so',
      )
      .example('$0 diff base.yaml mine.yaml --json', 'every change, for other programs'),
  handler({ before, after, ...given }) {
    const { set, json, language } = soundOptions(given)
    const [old, now] = readWritten([String(before), String(after)], set, language)
    const words = wordsOfDifferences(json ? 'en' : language)
    const changes = changesOf(heldBy(old, words), heldBy(now, words))
    print(json ? JSON.stringify(changes) : changeLines(changes, language))
  },
}
