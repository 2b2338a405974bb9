import type { CommandModule } from 'yargs'
import { estimateFit, loadScenario, makeFit } from '../../node/index.ts'
import { costLines, fitLines, fitObjectOf, restOfFit, writtenLines } from '../../report/index.ts'
import { type FitCourse, readFitFile } from '../../study/index.ts'
import { MANY_RUNS, optionsOf, withOptions } from '../options.ts'
import { watched } from '../progress.ts'
import { delivered, note } from '../say.ts'
import { soundFile, textOf } from '../scenarios.ts'
import { EXIT } from '../stop.ts'

export const fit: CommandModule = {
  command: 'fit <file>',
  describe: 'Fit parameters to targets: what the data pin down, and what they do not',
  builder: (yargs) =>
    withOptions(yargs.positional('file', { describe: 'A fit file', type: 'string' }), MANY_RUNS)
      .example('$0 fit scenarios/studies/fit-2023.yaml', 'fits, or goes on where it stopped')
      .example('$0 fit scenarios/studies/fit-2023.yaml --dry-run', 'how many runs, and how long'),
  async handler(given) {
    const file = String(given.file)
    const read = optionsOf(given)
    const { options } = read
    const { language } = options
    const { fit } = soundFile(readFitFile(file, loadScenario), read)
    const asked = { ...options, command: process.argv.slice(2) }
    process.exitCode = await watched(options, async (watcher, left) => {
      if (options.dryRun) {
        const cost = await estimateFit(fit, asked, watcher)
        await delivered(costLines(cost, language))
        return left() ?? (cost.seconds === undefined ? EXIT.fault : EXIT.done)
      }
      const { found, code, path } = await makeFit(fit, textOf(file), asked, watcher)
      await delivered(
        options.json
          ? JSON.stringify(fitObjectOf(found, code))
          : [...fitLines(found, language), ...writtenLines(path, language)],
      )
      note(restOfFit(found.course, path, language))
      return left() ?? codeOf(found.course)
    })
  },
}

const codeOf = ({ ended, broken, generations }: FitCourse): number => {
  if (ended === undefined) return EXIT.unfinished
  return broken > 0 || generations.length === 0 ? EXIT.fault : EXIT.done
}
