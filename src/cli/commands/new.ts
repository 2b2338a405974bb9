import type { CommandModule } from 'yargs'
import { CALLED, changesNothing, writeNew } from '../../node/index.ts'
import { shellWord } from '../../scenario/index.ts'
import { askedFor } from '../new-file.ts'
import { valued } from '../options.ts'
import { note, print } from '../say.ts'

export const newScenario: CommandModule = {
  command: 'new [file]',
  describe: 'Write a scenario, from three questions or from options',
  builder: (yargs) =>
    yargs
      .positional('file', {
        describe: 'Where to write it [scenarios/<title>.yaml]',
        type: 'string',
      })
      .option('extends', valued('The scenario that it differs from'))
      .option('policy', valued('A policy of the catalogue, or none'))
      .option('from', valued('The first day on which it holds'))
      .option('title', valued('Name of the scenario'))
      .example('$0 new', 'asks: which base, which policy, from which day?')
      .example(
        '$0 new scenarios/late-duty.yaml --extends scenarios/indonesia-2023.yaml --policy duty --from 2023-11-06',
        'without questions',
      ),
  async handler(given) {
    const asked = await askedFor(given)
    const path = writeNew(asked)
    print(path)
    const word = shellWord(path)
    note([
      ...(changesNothing(asked.base, path)
        ? ['as it is written it changes nothing: give it values in the file']
        : []),
      `check it: ${CALLED} check ${word}`,
      `see what it says: ${CALLED} show ${word} ${shellWord(`${path}:`)}`,
    ])
  },
}
