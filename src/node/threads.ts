/** Runs tasks on worker threads: many runs side by side, or one run on several threads. */
import type { Listener, Runner, Task } from '../study/index.ts'
import { createCrew } from './crew.ts'

/** How often the progress is told, in milliseconds. */
const PULSE = 200

/** Buyers for which a further thread of a run is worth its waiting for the others. */
const BUYERS_A_THREAD = 4096

/**
 * With as many runs as threads or more, each thread takes one run after another; with fewer, each run gets
 * an equal share of the threads, though two at most in a small market and one more for every few thousand buyers.
 */
export function crewsFor(
  runs: number,
  threads: number,
  buyers: number,
): { crews: number; size: number } {
  const crews = Math.max(1, Math.min(runs, threads))
  const most = 2 + Math.floor(buyers / BUYERS_A_THREAD)
  return { crews, size: Math.max(1, Math.min(most, Math.floor(threads / crews))) }
}

/** @param stop ends all threads; results that have arrived by then stand */
export function onThreads(threads: number, stop?: AbortSignal): Runner {
  return {
    async run(tasks: readonly Task[], listener: Listener) {
      if (stop?.aborted || tasks.length === 0) return
      const days = new SharedArrayBuffer(4)
      const counter = new Int32Array(days)
      const buyers = Math.max(...tasks.map(({ baseline }) => baseline.input.size.buyers))
      const { crews, size } = crewsFor(tasks.length, threads, buyers)
      const all = Array.from({ length: crews }, () => createCrew(size, days))
      const queue = [...tasks]
      // A run that is cut off by `stop` has not broken.
      const heard: Listener = {
        ...listener,
        broken: (run) => stop?.aborted || listener.broken(run),
      }
      const work = all.map(async (crew) => {
        for (let task = queue.shift(); task !== undefined && !stop?.aborted; task = queue.shift())
          await crew.run(task, heard)
      })
      const pulse = setInterval(() => listener.progress?.(Atomics.load(counter, 0)), PULSE)
      const stopped = new Promise<void>((resolve) =>
        stop?.addEventListener('abort', () => resolve()),
      )
      try {
        await Promise.race([Promise.all(work), stopped])
        listener.progress?.(Atomics.load(counter, 0))
      } finally {
        clearInterval(pulse)
        queue.length = 0
        await Promise.all(all.map((crew) => crew.dismiss()))
      }
    },
  }
}
