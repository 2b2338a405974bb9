/** Runs tasks in the workers of a page: many runs side by side, each worker one run after another. */
import type { BrokenRun, Listener, Runner, Task } from '../study/index.ts'
import type { PageWorker } from './messages.ts'

declare const Worker: new (address: URL, options: { readonly type: 'module' }) => PageWorker
declare const navigator: { readonly hardwareConcurrency?: number }

/**
 * @param workers at most; as many as the machine has cores, if left out
 * @param stop ends all workers; results that have arrived by then stand
 */
export function inWorkers(workers?: number, stop?: AbortSignal): Runner {
  return {
    async run(tasks: readonly Task[], listener: Listener) {
      if (stop?.aborted || tasks.length === 0) return
      const most = Math.max(1, workers ?? navigator.hardwareConcurrency ?? 1)
      const seats = Array.from({ length: Math.min(most, tasks.length) }, createSeat)
      const queue = [...tasks]
      let days = 0
      const progress = (stepped: number) => {
        days += stepped
        listener.progress?.(days)
      }
      const work = seats.map(async (seat) => {
        for (let task = queue.shift(); task !== undefined; task = queue.shift())
          await seat.run(task, { ...listener, progress })
      })
      const stopped = new Promise<void>((resolve) =>
        stop?.addEventListener('abort', () => resolve(), { once: true }),
      )
      try {
        await Promise.race([Promise.all(work), stopped])
      } finally {
        queue.length = 0
        for (const seat of seats) seat.dismiss()
      }
    },
  }
}

/** Beside this file in the built library. */
const hire = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })

interface Seat {
  /** Runs a task to its end, also when it breaks. `progress` hears days by the stretch. */
  run(task: Task, listener: Listener): Promise<void>
  dismiss(): void
}

/** A worker, and another in its place where it dies. */
function createSeat(): Seat {
  let worker: PageWorker | undefined = hire()
  function dismiss() {
    if (worker === undefined) return
    worker.onmessage = worker.onmessageerror = worker.onerror = null
    worker.terminate()
    worker = undefined
  }
  return {
    dismiss,
    async run(task, listener) {
      worker ??= hire()
      const crashed = await outcome(worker, task, listener)
      if (crashed === undefined) return
      listener.broken(crashed)
      dismiss()
    },
  }
}

/**
 * Resolves when the worker has done its part; with a broken run if the worker itself died. Rejects where a
 * result cannot be taken: the other runs then go on in vain.
 */
function outcome(
  worker: PageWorker,
  task: Task,
  listener: Listener,
): Promise<BrokenRun | undefined> {
  const { run, seed } = task
  return new Promise((resolve, reject) => {
    const died = (message: string) => resolve({ run, seed, message })
    worker.onmessage = ({ data: said }) => {
      try {
        if (said.kind === 'result') listener.result(said.result)
        if (said.kind === 'people') listener.people?.(said.people)
        if (said.kind === 'broken') listener.broken({ run, seed, message: said.message })
        if (said.kind === 'days') listener.progress?.(said.days)
        if (said.kind === 'done') resolve(undefined)
      } catch (problem) {
        reject(problem)
      }
    }
    worker.onmessageerror = () => died('a result could not be handed over')
    worker.onerror = ({ message }) => died(message ?? 'its worker could not be loaded')
    worker.postMessage(task)
  })
}
