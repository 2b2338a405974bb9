/** Runs a study again from its manifest alone, and says whether every run ends in the state that was recorded. */

import type { RunRecord } from './record.ts'
import type { RecordedStudy } from './recorded-study.ts'
import { CannotRun } from './recorded-study.ts'
import type { BrokenRun, Runner } from './runner.ts'
import { memoryStore } from './store.ts'
import { tasksOf } from './tasks.ts'
import { because, type Verified, verdictOf, verdictOfFiles } from './verification.ts'

/** @throws CannotRun where a run breaks */
export async function verifyStates(
  written: RecordedStudy,
  runner: Runner,
  options: {
    /** Run again only the first N runs. */
    readonly most?: number
    progress?(days: number): void
    readonly signal?: AbortSignal | undefined
  } = {},
): Promise<Verified> {
  if (written.untrue.length > 0)
    return verdictOfFiles(written, { missing: [], altered: [], untrue: written.untrue })
  const records: RunRecord[] = []
  const broken: BrokenRun[] = []
  const { most = Number.POSITIVE_INFINITY } = options
  const wanted = written.results.filter(({ run }) => run <= most)
  if (wanted.length === 0) throw new CannotRun(`none of the first ${most} runs is complete`)
  const runs = new Set(wanted.map(({ run }) => run))
  const question = { ...written.design.question, aside: [] }
  const tasks = tasksOf(question).filter(({ run }) => runs.has(run))
  await runner.run(
    { tasks, store: memoryStore(), signal: options.signal },
    {
      record: (record) => records.push(record),
      broken: (run) => broken.push(run),
      ...(options.progress ? { progress: options.progress } : {}),
    },
  )
  if (broken.length > 0) throw new CannotRun(`run ${broken[0].run} broke: ${broken[0].message}`)
  const results = records.map(({ result }) => result)
  return ofStates(verdictOf(written, wanted, results, { first: undefined, recorded: [] }))
}

/** Of states alone: nothing is known of the values on the way, so that another state is a difference. */
function ofStates(verified: Verified): Verified {
  const { otherState, verdict } = verified
  if (otherState > 0)
    return {
      ...verified,
      verdict: 'different',
      ...because(
        'states differ; without the series of the runs it cannot be said in what',
        'keadaannya berbeda; tanpa deret simulasi tidak dapat dikatakan dalam hal apa',
      ),
    }
  return verdict === 'exact'
    ? {
        ...verified,
        ...because(
          'every run ended in the state that was recorded',
          'setiap simulasi berakhir dalam keadaan yang tercatat',
        ),
      }
    : verified
}
