/** A module worker of a page: runs one task after another, each alone, so that no memory is shared. */
import { openMarket, runTask, type Task } from '../study/index.ts'
import type { Report } from './messages.ts'

declare const self: {
  onmessage: ((event: { readonly data: Task }) => void) | null
  postMessage(message: Report): void
}

/** How often days are told, in milliseconds. */
const PULSE = 100

self.onmessage = ({ data: task }) => {
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
      keep: (result) => self.postMessage({ kind: 'result', result }),
      keepPeople: ({ agents: _, ...people }) => self.postMessage({ kind: 'people', people }),
      clock: () => performance.now(),
      progress() {
        days++
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
