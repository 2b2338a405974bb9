/** A comparison over the draws of a fit, carried out. */
import { makeOverDraws } from '../node/index.ts'
import { overDrawsLines, overDrawsObject, restLines } from '../report/index.ts'
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
  watched(options.quiet, async (watcher, left) => {
    const asked = { ...options, draws, command: process.argv.slice(2) }
    const made = await makeOverDraws(files, scenarios, asked, watcher)
    const { found, from, progress, failed, path } = made
    const written = path === undefined ? [] : ['', `written to ${path}`]
    await delivered(
      options.json
        ? JSON.stringify(overDrawsObject(found, from))
        : [...overDrawsLines(found, from), ...written],
    )
    note(restLines(progress, { failed, path, what: 'pairs' }))
    return left() ?? codeOfRuns(progress)
  })
