/** Runs tasks in the workers of a page: many runs side by side, each worker one run after another. */
import {
  type BrokenRun,
  type FullRecord,
  type KeptBaseline,
  keptFor,
  type Runner,
  supplyOf,
  type Task,
} from '../study/index.ts'
import type { Assignment, PageWorker } from './messages.ts'

declare const navigator: { readonly hardwareConcurrency?: number }

/**
 * Workers are started when they are needed and outlive a study: what they have compiled serves the next.
 * @param spawn makes a worker in which `serveTasks` runs
 * @param workers at most; as many as the machine has cores, if left out
 */
export function inHired(
  spawn: () => PageWorker,
  workers = navigator.hardwareConcurrency ?? 1,
): Runner {
  const slots: Slot[] = []
  const close = async () => {
    for (const slot of slots.splice(0)) slot.terminate()
  }
  return {
    close,
    async run({ tasks, store, baselines, signal }, listener) {
      const supply = supplyOf(tasks)
      if (signal?.aborted || supply.count === 0) return
      while (slots.length < Math.min(Math.max(1, workers), supply.count))
        slots.push(createSlot(spawn))
      const turns = supply[Symbol.iterator]()
      const { write, written } = createWriting()
      let days = 0
      const hearing = ({ shared }: Task): Hearing => ({
        record(record) {
          write(store.put(record))
          listener.record(record)
        },
        baseline: (kept) => write(baselines!.put(shared, kept)),
        broken: listener.broken,
        days(more) {
          days += more
          listener.progress?.(days)
        },
      })
      const takeTurns = async (slot: Slot) => {
        while (!over) {
          const { done, value: task } = turns.next()
          if (done) return
          const kept = await keptFor(task, baselines)
          if (signal?.aborted) return
          const keepBaseline = baselines !== undefined && kept === undefined
          await slot.run({ task, kept, keepBaseline }, hearing(task))
        }
      }
      const stopped = new Promise<void>((resolve) =>
        signal?.addEventListener('abort', () => resolve(), { once: true }),
      )
      let over = false
      let ended = false
      try {
        await Promise.race([Promise.all(slots.map(takeTurns)), stopped])
        await written()
        ended = !signal?.aborted
      } finally {
        over = true
        // Workers in the midst of a run that nobody waits for are of no further use.
        if (!ended) await close()
      }
    },
  }
}

/** What is being written; what goes wrong with it is told when all is waited for. */
function createWriting() {
  const writing: Promise<void>[] = []
  return {
    write(kept: Promise<void>) {
      kept.catch(() => {})
      writing.push(kept)
    },
    written: () => Promise.all(writing),
  }
}

/** Hears what comes of a task, in the page. */
interface Hearing {
  record(record: FullRecord): void
  baseline(kept: KeptBaseline): void
  broken(run: BrokenRun): void
  days(more: number): void
}

interface Slot {
  /**
   * Runs a task to its end, also when it breaks.
   * @throws where a record cannot be taken
   */
  run(assignment: Assignment, hearing: Hearing): Promise<void>
  terminate(): void
}

/** A worker, and another in its place where it dies. */
function createSlot(hire: () => PageWorker): Slot {
  let worker: PageWorker | undefined
  function dismiss() {
    if (worker === undefined) return
    worker.onmessage = worker.onmessageerror = worker.onerror = null
    worker.terminate()
    worker = undefined
  }
  return {
    terminate: dismiss,
    async run(assignment, hearing) {
      worker ??= hire()
      const crashed = await outcome(worker, assignment, hearing)
      if (crashed === undefined) return
      hearing.broken(crashed)
      dismiss()
    },
  }
}

/** Resolves when the worker has done its part; with a broken run if the worker itself died. */
function outcome(
  worker: PageWorker,
  assignment: Assignment,
  hearing: Hearing,
): Promise<BrokenRun | undefined> {
  const { run, seed } = assignment.task
  return new Promise((resolve, reject) => {
    const died = (message: string) => resolve({ run, seed, message })
    worker.onmessage = ({ data: said }) => {
      try {
        if (said.kind === 'record') hearing.record(said.record)
        if (said.kind === 'baseline') hearing.baseline(said.kept)
        if (said.kind === 'broken') hearing.broken({ run, seed, message: said.message })
        if (said.kind === 'days') hearing.days(said.days)
        if (said.kind === 'done') resolve(undefined)
      } catch (problem) {
        reject(problem)
      }
    }
    worker.onmessageerror = () => died('a result could not be handed over')
    worker.onerror = ({ message }) => died(message ?? 'its worker could not be loaded')
    worker.postMessage(assignment)
  })
}
