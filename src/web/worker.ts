/** A module worker of a page: runs one task after another, each alone, so that no memory is shared. */
import { openMarket, runTask } from '../study/index.ts'
import type { Assignment, Report } from './messages.ts'

declare const self: {
  onmessage: ((event: { readonly data: Assignment }) => void) | null
  postMessage(message: Report): void
}

/** How often days are told, in milliseconds. */
const PULSE = 100

self.onmessage = ({ data: { task, kept, keepBaseline } }) => {
  let days = 0
  let toldAt = performance.now()
  const tellDays = () => {
    self.postMessage({ kind: 'days', days })
    days = 0
    toldAt = performance.now()
  }
  try {
    runTask(task, {
      open: openMarket(),
      keep: (record) => self.postMessage({ kind: 'record', record }),
      ...(keepBaseline
        ? { keepBaseline: (kept) => self.postMessage({ kind: 'baseline', kept }) }
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
    self.postMessage({ kind: 'broken', message })
  }
  tellDays()
  self.postMessage({ kind: 'done' })
}
