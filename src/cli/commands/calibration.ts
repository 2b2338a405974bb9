import type { CommandModule } from 'yargs'
import { makeCalibration } from '../../node/index.ts'
import { fitObject, fitTable } from '../../report/index.ts'
import { withOptions } from '../options.ts'
import { watched } from '../progress.ts'
import { print } from '../say.ts'
import { readStudy } from '../scenarios.ts'
import { EXIT } from '../stop.ts'

/** It prints, and writes no folder. */
const ASKED = [
  ...(['quick', 'runs', 'seed', 'days', 'scale', 'set', 'threads'] as const),
  ...(['language', 'strict', 'json', 'quiet', 'targets'] as const),
]

export const calibration: CommandModule = {
  command: 'calibration [file]',
  describe: 'Compare the baseline with its targets: data up to October 2023, or a file of your own',
  builder: (yargs) =>
    withOptions(
      yargs.positional('file', {
        describe: 'A scenario',
        type: 'string',
        default: 'scenarios/indonesia-2023.yaml',
      }),
      ASKED,
    )
      .example('$0 calibration', 'all targets with origin, band, value and error')
      .example('$0 calibration my.yaml --runs 3', 'a scenario of your own'),
  async handler(given) {
    const {
      options,
      scenarios: [baseline],
    } = readStudy(given, [String(given.file)])
    process.exitCode = await watched(options, async (watcher, left) => {
      const { fits, runs, coverage, holds } = await makeCalibration(baseline, options, watcher)
      print(
        options.json
          ? JSON.stringify(fitObject(fits, runs, coverage))
          : fitTable(fits, runs, coverage),
      )
      return left() ?? (holds ? EXIT.done : EXIT.fault)
    })
  },
}
