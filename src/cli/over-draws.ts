/** A comparison over the draws of a fit, carried out. */
import { makeOverDraws } from '../node/index.ts'
import { overDrawsLines, overDrawsObject, restLines, writtenLines } from '../report/index.ts'
import type { Scenario } from '../scenario/index.ts'
import { codeOfRuns } from './experiment.ts'
import type { Options } from './options.ts'
import { watched } from './progress.ts'
import { delivered, note } from './say.ts'

/** @returns the exit code */
export const overDraws = (
  files: readonly string[],
  scenarios: readonly Scenario[],
  draws: number,
  options: Options,
): Promise<number> =>
  watched(options, async (watcher, left) => {
    const asked = { ...options, draws, command: process.argv.slice(2) }
    const made = await makeOverDraws(files, scenarios, asked, watcher)
    const { found, from, progress, failed, path } = made
    const { language } = options
    await delivered(
      options.json
        ? JSON.stringify(overDrawsObject(found, from))
        : [...overDrawsLines(found, from, language), ...writtenLines(path, language)],
    )
    note(restLines(progress, { failed, path, what: 'pairs' }, language))
    return left() ?? codeOfRuns(progress)
  })
