import type { CommandModule } from 'yargs'
import { resultsIn } from '../../node/index.ts'
import { holding, scenarioLines, terminalWords, wordsOfDifferences } from '../../report/index.ts'
import { heldBy } from '../../scenario/index.ts'
import { SAY_IN, soundOptions, withOptions } from '../options.ts'
import { print } from '../say.ts'
import { readWritten } from '../scenarios.ts'
import { badInput } from '../stop.ts'

export const show: CommandModule = {
  command: 'show <file> [search..]',
  describe: 'Show what a scenario holds, and where each value comes from',
  builder: (yargs) =>
    withOptions(
      yargs
        .positional('file', { describe: 'A scenario, or a folder of results', type: 'string' })
        .positional('search', { describe: 'Search words', type: 'string', array: true }),
      ['set', 'language', 'json'],
      { json: 'Print a JSON array', language: SAY_IN },
    )
      .example('$0 show scenarios/tiktok-shop-ban.yaml policies', 'its policies, with their dates')
      .example('$0 show scenarios/indonesia-2023.yaml commission', 'what venues take')
      .example('$0 show my.yaml my.yaml:', 'what this file itself says')
      .example('$0 show scenarios/studies/results/posterior-2023', 'what these results are of'),
  handler({ file, search, ...given }) {
    const { set, json, language } = soundOptions(given)
    const results = resultsIn(String(file))
    if (results !== undefined) return print(json ? JSON.stringify(results) : results)
    const [read] = readWritten([String(file)], set, language)
    const words = [search ?? []].flat().join(' ')
    const holds = holding(words)
    const values = heldBy(read, wordsOfDifferences(json ? 'en' : language)).filter(
      ({ path, label, place = 'default', source = '' }) => holds(path, label, place, source),
    )
    if (json) return print(JSON.stringify(values))
    if (values.length === 0)
      throw badInput(terminalWords[language].held.noValue(words, String(file)))
    print(scenarioLines(read.scenario, values, language))
  },
}
