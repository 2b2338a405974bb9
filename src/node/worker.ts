/** A worker thread: runs one task after another, alone or as a member of a team. */
import { parentPort } from 'node:worker_threads'
import { openMarket, PROGRAM, runTask } from '../study/index.ts'
import { encodeAgents } from './agents-file.ts'
import type { Assignment, Report } from './messages.ts'
import { encodeSeries } from './series.ts'
import { sharedTeam } from './shared-team.ts'

/**
 * A file is copied, not handed over: once a buffer has been taken away from a thread, V8 gives up all code that reads
 * typed arrays, and looks before every later reading whether its buffer is still there: a tenth of a study's time.
 */
const report = (said: Report) => parentPort!.postMessage(said)

parentPort!.on('message', ({ task, seat, days }: Assignment) => {
  const counter = new Int32Array(days)
  const team = seat === undefined ? undefined : sharedTeam(seat)
  const leads = team === undefined || team.member === 0
  try {
    runTask(task, {
      open: openMarket(team),
      keep(result) {
        if (result.aside) return report({ kind: 'result', result })
        const file = encodeSeries(result, PROGRAM)
        report({ kind: 'result', result, file })
      },
      keepPeople: ({ agents, ...people }) => {
        const file = encodeAgents(agents, PROGRAM)
        report({ kind: 'people', people, file })
      },
      clock: () => performance.now(),
      leads,
      progress: () => {
        if (leads) Atomics.add(counter, 0, 1)
      },
    })
  } catch (problem) {
    // A fault of the scenario stops every member on its own: it is one broken run.
    const first = team?.abandon() ?? true
    if (first) {
      const { message, stack = '' } = problem as Error
      report({ kind: 'broken', message, stack })
    }
  }
  report({ kind: 'done' })
})
