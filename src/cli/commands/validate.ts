import type { CommandModule } from 'yargs'
import { makeFacts } from '../../node/index.ts'
import { cutFactsNote, factsLines, factsObject, registrationLines } from '../../report/index.ts'
import { withOptions, withStudyOptions } from '../options.ts'
import { watched } from '../progress.ts'
import { delivered, note } from '../say.ts'
import { readFactsGiven, refuse } from '../scenarios.ts'
import { EXIT } from '../stop.ts'

export const validate: CommandModule = {
  command: 'validate <file>',
  describe: 'Compare observed facts (a facts file) with simulation results',
  builder: (yargs) =>
    withStudyOptions(
      withOptions(yargs.positional('file', { describe: 'A facts file', type: 'string' }), [
        'register',
      ]),
    )
      .example(
        '$0 validate scenarios/studies/facts-2023.yaml --quick',
        'every fact with its verdict',
      )
      .example('$0 validate my-facts.yaml --register', 'predictions first, bands later'),
  async handler(given) {
    const file = String(given.file)
    const { options, facts, warnings } = readFactsGiven(given, file)
    if (options.strict) refuse(warnings, options.language)
    const { json, language } = options
    process.exitCode = await watched(options, async (watcher, left) => {
      const asked = { ...options, command: process.argv.slice(2) }
      const made = await makeFacts(facts, file, asked, watcher)
      if (made === undefined) {
        note(cutFactsNote(language))
        return left() ?? EXIT.unfinished
      }
      const { shown, path, registered } = made
      await delivered(
        registered === undefined
          ? json
            ? JSON.stringify(factsObject(shown))
            : factsLines(shown, language, path)
          : json
            ? JSON.stringify(registered.made)
            : registrationLines(registered.made, registered.path, language),
      )
      return shown.found.broken.length > 0 ? EXIT.fault : EXIT.done
    })
  },
}
