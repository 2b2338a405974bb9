/** A study of many points, carried out: what it found is printed, and what became of its runs. */
import {
  CALLED,
  estimateExperiment,
  makeExperiment,
  makeOneRun,
  type Shard,
  type StudyText,
} from '../node/index.ts'
import {
  againLines,
  costLines,
  experimentLines,
  experimentObject,
  partLines,
  restLines,
  runLine,
  writtenLines,
} from '../report/index.ts'
import type { Experiment, ExperimentProgress } from '../study/index.ts'
import type { Options } from './options.ts'
import { watched } from './progress.ts'
import { delivered, note } from './say.ts'
import { EXIT, Stop } from './stop.ts'

/** @returns the exit code */
export function carryOut(
  experiment: Experiment,
  study: StudyText,
  options: Options & { readonly part?: Shard | undefined },
): Promise<number> {
  const { json, dryRun, only, part: shard, language } = options
  const asked = { ...options, shard, command: process.argv.slice(2) }
  return watched(options, async (watcher, left) => {
    if (dryRun) {
      const cost = await estimateExperiment(experiment, asked, watcher)
      await delivered(costLines(cost, language))
      return left() ?? (cost.seconds === undefined ? EXIT.fault : EXIT.done)
    }
    if (only !== undefined) {
      const { run, plan, entry, message, wasKnown } = await makeOneRun(
        ...([experiment, study, only, asked, watcher] as const),
      )
      const head = runLine(plan, run, language)
      if (message !== undefined) throw new Stop(EXIT.fault, `${head} failed:\n${message}`)
      if (entry !== undefined) await delivered([head, ...againLines(entry, wasKnown, language)])
      return left() ?? (entry === undefined ? EXIT.unfinished : EXIT.done)
    }
    const made = await makeExperiment(experiment, study, asked, watcher)
    const { found, progress, path, failed, part } = made
    const merging = `${CALLED} study merge FOLDER...`
    await delivered(
      json
        ? JSON.stringify(experimentObject(found))
        : part === undefined
          ? [...experimentLines(found, language), ...writtenLines(path, language)]
          : partLines(found, progress, part, path, merging, language),
    )
    note(restLines(progress, { failed, path, repeats: true }, language))
    return left() ?? codeOfRuns(progress)
  })
}

/** The worst of what became of runs: one that failed, one that is missing. */
export const codeOfRuns = ({ asked, done, broken }: ExperimentProgress): number =>
  broken > 0 ? EXIT.fault : done < asked ? EXIT.unfinished : EXIT.done
