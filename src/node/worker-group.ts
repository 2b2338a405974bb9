/** One or several worker threads that take tasks together. */
import { setFlagsFromString } from 'node:v8'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { BrokenRun, FullRecord, KeptBaseline, Task } from '../study/index.ts'
import { DiskFault } from './disk-fault.ts'
import type { Assignment, Report } from './messages.ts'
import { CONTROL_BYTES, type Slot } from './shared-team.ts'

// The loops of the market call small functions: worth a twelfth of the time to inline more of them. Still more is
// no faster, and takes the compiler longer, which works on the cores of the market.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=2000')

/**
 * Beside this file in the built program. In TypeScript it is the built one that PASAR_WORKER names; without one tsx (of
 * the working folder) loads it, which takes seconds.
 */
function spawn(): Worker {
  const beside = import.meta.url.endsWith('.ts')
    ? process.env.PASAR_WORKER
    : new URL('./worker.js', import.meta.url)
  if (beside !== undefined) return new Worker(beside, { resourceLimits: ROOM })
  const worker = new URL('./worker.ts', import.meta.url).href
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import('${worker}')))`
  return new Worker(code, { eval: true })
}

/** Room for short-lived objects, so that they are cleared away less often. */
const ROOM = { maxYoungGenerationSizeMb: 64 }

/** What a task is run with, beside itself. */
export type Terms = Omit<Assignment, 'task' | 'slot' | 'kept'> & {
  readonly kept: KeptBaseline | undefined
}

/** Hears what comes of a task, in the main thread. */
export interface Hearing {
  record(record: FullRecord, written: boolean): void
  baseline(kept: KeptBaseline): void
  broken(run: BrokenRun): void
}

export interface WorkerGroup {
  readonly size: number
  /**
   * Runs a task to its end, also when it breaks.
   * @throws DiskFault where a record cannot be written
   */
  run(task: Task, terms: Terms, hearing: Hearing): Promise<void>
  terminate(): Promise<void>
}

export function createWorkerGroup(size: number): WorkerGroup {
  let workers: Worker[] = []
  const terminate = async () => {
    const leaving = workers
    workers = []
    await Promise.all(leaving.map((worker) => worker.terminate()))
  }
  return {
    size,
    terminate,
    async run(task, { kept, ...terms }, hearing) {
      if (workers.length === 0) workers = Array.from({ length: size }, spawn)
      const slots = size === 1 ? [] : slotsFor(size)
      const ends = workers.map((worker, member) =>
        outcome(worker, task, hearing, () => {
          const slot = slots[member]
          const given =
            kept === undefined ? {} : { kept: member === 0 ? kept : (HELPER as typeof HELPER) }
          const place = slot === undefined ? {} : { slot }
          const assignment: Assignment = { task, ...terms, ...given, ...place }
          worker.postMessage(assignment, slot === undefined ? [] : [...slot.ports])
        }),
      )
      const crashed = await firstCrash(ends)
      if (crashed === undefined) return
      hearing.broken(crashed)
      await terminate()
    },
  }
}

const HELPER = 'by the leader' as const

type End = BrokenRun | undefined

/** Undefined when all have ended; at once when one has crashed, since the others may wait for it. */
async function firstCrash(ends: Promise<End>[]): Promise<End> {
  const crash = Promise.race(
    ends.map((end) => end.then((broken) => broken ?? new Promise<End>(() => {}))),
  )
  return Promise.race([crash, Promise.all(ends).then(() => undefined)])
}

/**
 * Resolves when the worker has done its part; with a broken run if the thread itself died. Rejects where a
 * record cannot be kept, as when the disk is full: the other runs then go on in vain.
 */
function outcome(worker: Worker, task: Task, hearing: Hearing, begin: () => void): Promise<End> {
  const { run, seed } = task
  return new Promise((resolve, reject) => {
    const onReport = (said: Report) => {
      if (said.kind === 'record') hearing.record(said.record, said.written)
      if (said.kind === 'baseline') hearing.baseline(said.kept)
      if (said.kind === 'broken') {
        const message = process.env.PASAR_DEBUG === '1' ? said.stack : said.message
        hearing.broken({ run, seed, message })
      }
      if (said.kind === 'unwritable') throw new DiskFault(said.message)
      if (said.kind === 'done') end(undefined)
    }
    const onMessage = (said: Report) => {
      try {
        onReport(said)
      } catch (problem) {
        reject(problem)
      }
    }
    const died = (problem: Error) => end({ run, seed, message: problem.message })
    const left = () => end({ run, seed, message: 'its thread ended' })
    function end(broken: End) {
      worker.off('message', onMessage).off('error', died).off('exit', left)
      resolve(broken)
    }
    worker.on('message', onMessage).on('error', died).on('exit', left)
    begin()
  })
}

function slotsFor(size: number): Slot[] {
  const control = new SharedArrayBuffer(CONTROL_BYTES)
  const channels = Array.from({ length: size - 1 }, () => new MessageChannel())
  const leader: Slot = { member: 0, size, control, ports: channels.map(({ port1 }) => port1) }
  return [
    leader,
    ...channels.map(({ port2 }, before) => ({ member: before + 1, size, control, ports: [port2] })),
  ]
}
