/** The part of a worker that runs one task after another, each alone, so that no memory is shared. */
import { openMarket, runTask } from '../study/index.ts'
import type { Assignment, Report } from './messages.ts'

/** The global scope of a worker, as far as it is used here. */
export interface TaskScope {
  onmessage: ((event: { readonly data: Assignment }) => void) | null
  postMessage(message: Report): void
}

/** How often days are told, in milliseconds. */
const PULSE = 100

/** Makes a worker carry out the tasks that it is handed. */
export function serveTasks(scope: TaskScope): void {
  scope.onmessage = ({ data }) => carryOut(scope, data)
}

function carryOut(scope: TaskScope, { task, kept, keepBaseline }: Assignment): void {
  let days = 0
  let toldAt = performance.now()
  const tellDays = () => {
    scope.postMessage({ kind: 'days', days })
    days = 0
    toldAt = performance.now()
  }
  try {
    runTask(task, {
      open: openMarket(),
      keep: (record) => scope.postMessage({ kind: 'record', record }),
      ...(keepBaseline
        ? { keepBaseline: (kept) => scope.postMessage({ kind: 'baseline', kept }) }
        : {}),
      kept,
      clock: () => performance.now(),
      progress(more) {
        days += more
        if (performance.now() - toldAt >= PULSE) tellDays()
      },
    })
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem)
    scope.postMessage({ kind: 'broken', message })
  }
  tellDays()
  scope.postMessage({ kind: 'done' })
}
