/** A worker thread: runs one task after another, alone or as a member of a team. */
import { parentPort } from 'node:worker_threads'
import { evaluated, runPrograms } from '../market/index.ts'
import { openMarket, runTask } from '../study/index.ts'
import { DiskFault } from './disk-fault.ts'
import type { Assignment, Report } from './messages.ts'
import { writeRecord } from './record-files.ts'
import { sharedTeam } from './shared-team.ts'

// Tasks bring the programs of policies that the main thread has let run.
runPrograms(evaluated)

/**
 * What is sent is copied, not handed over: once a buffer has been taken away from a thread, V8 gives up all code that
 * reads typed arrays, and looks before every later reading whether its buffer is still there: a tenth of a study's time.
 */
const report = (said: Report) => parentPort!.postMessage(said)

parentPort!.on('message', ({ task, slot, days, folder, kept, keepBaseline }: Assignment) => {
  const counter = new Int32Array(days)
  const team = slot === undefined ? undefined : sharedTeam(slot)
  const leads = team === undefined || team.member === 0
  try {
    runTask(task, {
      open: openMarket(team),
      keep({ agents, ...record }) {
        if (folder === undefined)
          return report({
            kind: 'record',
            record: { ...record, ...(agents && { agents }) },
            written: false,
          })
        writeRecord(folder, { ...record, ...(agents && { agents }) })
        report({ kind: 'record', record, written: true })
      },
      ...(keepBaseline
        ? {
            keepBaseline({ result, ...others }) {
              // Series of a team lie in shared memory, which cannot be written to a file as it is.
              const values = new Float64Array(result.values)
              report({ kind: 'baseline', kept: { result: { ...result, values }, ...others } })
            },
          }
        : {}),
      kept,
      clock: () => performance.now(),
      leads,
      progress: (more) => {
        if (leads) Atomics.add(counter, 0, more)
      },
    })
  } catch (problem) {
    // A fault of the scenario stops every member on its own: it is one broken run.
    const first = team?.abandon() ?? true
    const { message, stack = '' } = problem as Error
    if (problem instanceof DiskFault) report({ kind: 'unwritable', message })
    else if (first) report({ kind: 'broken', message, stack })
  }
  report({ kind: 'done' })
})
