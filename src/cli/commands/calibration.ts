import type { CommandModule } from 'yargs'
import { loadScenario, onThreads, shipped, TARGETS } from '../../node/index.ts'
import { fitObject, fitTable } from '../../report/index.ts'
import { formatFinding } from '../../scenario/index.ts'
import {
  answer,
  coverageOf,
  daysOf,
  fitOf,
  questionOf,
  readTargets,
  untilTargets,
} from '../../study/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { withStudyOptions, withTargets } from '../options.ts'
import { progress } from '../progress.ts'
import { print } from '../say.ts'
import { readStudy } from '../scenarios.ts'
import { badInput, EXIT } from '../stop.ts'

export const calibration: CommandModule = {
  command: 'calibration [file]',
  describe: 'Compare the baseline with its targets: data up to October 2023, or a file of your own',
  builder: (yargs) =>
    withTargets(
      withStudyOptions(
        yargs.positional('file', {
          describe: 'A scenario',
          type: 'string',
          default: 'scenarios/indonesia-2023.yaml',
        }),
      ),
    )
      .example('$0 calibration', 'all targets with origin, band, value and error')
      .example('$0 calibration my.yaml --runs 3', 'a scenario of your own'),
  async handler(given) {
    const { options, scenarios } = readStudy(given, [String(given.file)])
    const path = given.targets === undefined ? shipped(TARGETS) : String(given.targets)
    const read = readTargets(path, loadScenario)
    if (!read.ok) throw badInput(read.findings.map(formatFinding).join('\n\n'))
    const { targets } = read.file
    const question = questionOf(
      scenarios.map((scenario) => untilTargets(scenario, targets)),
      options,
    )
    const interrupt = onInterrupt()
    const shown = progress(question.runs * daysOf(question), options.quiet)
    const runner = onThreads(options.threads)
    const asked = { progress: shown.tell, signal: interrupt.signal }
    const { results, broken } = await answer(question, runner, asked).finally(() => {
      shown.end()
      interrupt.release()
      return runner.close()
    })
    const fits = fitOf(results, targets)
    const coverage = coverageOf(results, targets)
    print(
      options.json
        ? JSON.stringify(fitObject(fits, results.length, coverage))
        : fitTable(fits, results.length, coverage),
    )
    // What is fitted or predicted may be missed: that is a finding. What is solved or set may not.
    const holds =
      broken.length === 0 &&
      fits.every(({ holds, target }) => holds || !['solved', 'set'].includes(target.origin))
    process.exitCode = interrupt.code() ?? (holds ? EXIT.done : EXIT.fault)
  },
}
