/** Runs tasks on worker threads: many runs side by side, or one run on several threads. */
import { keptFor, type Runner, supplyOf, type Task } from '../study/index.ts'
import type { FolderStore } from './folder-store.ts'
import { createWorkerGroup, type Hearing, type WorkerGroup } from './worker-group.ts'

/** Interval between reports of progress, milliseconds. */
const PULSE = 200

/** Buyers for which a further thread of a run saves more than it waits for the others. */
const BUYERS_A_THREAD = 4096

/**
 * With as many runs as threads or more, each thread takes one run after another; with fewer, each run gets
 * an equal share of the threads, though two at most in a small market and one more for every few thousand buyers.
 */
export function groupsFor(
  runs: number,
  threads: number,
  buyers: number,
): { groups: number; size: number } {
  const groups = Math.max(1, Math.min(runs, threads))
  const most = 2 + Math.floor(buyers / BUYERS_A_THREAD)
  return { groups, size: Math.max(1, Math.min(most, Math.floor(threads / groups))) }
}

/** A promise that comes true when the signal is given, and what lets go of the signal. */
function stoppedBy(signal: AbortSignal | undefined) {
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  signal?.addEventListener('abort', stop, { once: true })
  return { stopped, forget: () => signal?.removeEventListener('abort', stop) }
}

/** What is done with what a group says of a task. */
const hearingOf =
  (
    {
      store,
      baselines,
      signal,
    }: Pick<Parameters<Runner['run']>[0], 'store' | 'baselines' | 'signal'>,
    listener: Parameters<Runner['run']>[1],
    write: (kept: Promise<void>) => void,
  ) =>
  ({ shared }: Task): Hearing => ({
    record(record, written) {
      if (written && isFolderStore(store)) store.written(record)
      else write(store.put(record))
      listener.record(record)
    },
    baseline: (kept) => write(baselines!.put(shared, kept)),
    // A run that is cut off by the signal has not broken.
    broken: (run) => signal?.aborted || listener.broken(run),
  })

/** Writes that are under way. Errors are reported when all are awaited. */
function writes() {
  const writing: Promise<void>[] = []
  const write = (kept: Promise<void>) => {
    kept.catch(() => {})
    writing.push(kept)
  }
  return { writing, write }
}

/** Threads are started when they are needed and outlive a study: what they have compiled serves the next. */
export function onThreads(threads: number): Runner {
  let groups: WorkerGroup[] = []
  const close = async () => {
    const leaving = groups
    groups = []
    await Promise.all(leaving.map((group) => group.terminate()))
  }
  /** Groups of this size, kept from the study before where they are alike. */
  const ready = async (count: number, size: number): Promise<WorkerGroup[]> => {
    if (groups.some((group) => group.size !== size)) await close()
    while (groups.length < count) groups.push(createWorkerGroup(size))
    return groups.slice(0, count)
  }
  return {
    close,
    async run({ tasks, store, baselines, signal }, listener) {
      const { count, buyers, ...supply } = supplyOf(tasks)
      if (signal?.aborted || count === 0) return
      const turns = supply[Symbol.iterator]()
      const days = new SharedArrayBuffer(4)
      const counter = new Int32Array(days)
      const shape = groupsFor(count, threads, buyers)
      const folder = isFolderStore(store) ? store.folder : undefined
      const { writing, write } = writes()
      const hearing = hearingOf({ store, baselines, signal }, listener, write)
      let over = false
      const { stopped, forget } = stoppedBy(signal)
      const work = (await ready(shape.groups, shape.size)).map(async (group) => {
        while (!over && !signal?.aborted) {
          const { done, value: task } = turns.next()
          if (done) return
          const kept = await keptFor(task, baselines)
          // Closed meanwhile: threads started now would never be terminated.
          if (over || signal?.aborted) return
          const keepBaseline = baselines !== undefined && kept === undefined
          const terms = { days, kept, keepBaseline, ...(folder === undefined ? {} : { folder }) }
          await group.run(task, terms, hearing(task))
        }
      })
      const pulse = setInterval(() => listener.progress?.(Atomics.load(counter, 0)), PULSE)
      let ended = false
      try {
        if (!signal?.aborted) await Promise.race([Promise.all(work), stopped])
        await Promise.all(writing)
        ended = !signal?.aborted
        listener.progress?.(Atomics.load(counter, 0))
      } finally {
        over = true
        forget()
        clearInterval(pulse)
        // Threads still in an abandoned run cannot be reused.
        if (!ended) await close()
      }
    },
  }
}

const isFolderStore = (store: object): store is FolderStore => 'folder' in store
