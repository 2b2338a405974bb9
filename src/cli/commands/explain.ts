import type { CommandModule } from 'yargs'
import { explanationLines, explanationObject } from '../../report/index.ts'
import { readAsking } from '../asked.ts'
import { explained } from '../explained.ts'
import { withExplainOptions } from '../options.ts'
import { print } from '../say.ts'

export const explain: CommandModule = {
  command: 'explain <baseline> [policy]',
  describe: 'Ask a buyer, seller, creator or platform why it did what it did on a day',
  builder: (yargs) =>
    withExplainOptions(
      yargs
        .positional('baseline', {
          describe: 'A scenario, or the folder of a study',
          type: 'string',
        })
        .positional('policy', {
          describe: 'A second scenario: the same agent and day in both worlds',
          type: 'string',
        }),
    )
      .example(
        '$0 explain scenarios/tiktok-shop-ban.yaml --agent buyer:4127 --day 2023-10-05 --quick',
        'one buyer, on the day after the closure',
      )
      .example('$0 explain base.yaml ban.yaml --agent buyer:7 --day 2023-10-05', 'in both worlds')
      .example(
        '$0 explain base.yaml ban.yaml --agent seller:12 --first-difference',
        'when it first does something else, and why',
      )
      .example(
        '$0 explain base.yaml ban.yaml --most-affected trader',
        'the one who wins or loses most',
      ),
  handler(given) {
    const asking = readAsking(given)
    const { language, json } = asking.settings
    const { told, affected } = explained(asking)
    print(
      json
        ? JSON.stringify(explanationObject(told, language, affected))
        : explanationLines(told, language, affected),
    )
  },
}
