/** One or several worker threads that take tasks together. */
import { setFlagsFromString } from 'node:v8'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { BrokenRun, Listener, Task } from '../study/index.ts'
import type { Report } from './messages.ts'
import { CONTROL_BYTES, type Seat } from './shared-team.ts'

// The loops of the market call small functions: worth a twelfth of the time to inline more of them. Still more is
// no faster, and takes the compiler longer, which works on the cores of the market.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=2000')

/** Beside this file, in the built program as in TypeScript, where tsx (of the working folder) loads it. */
function hire(): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./worker.js', import.meta.url), { resourceLimits: ROOM })
  const worker = new URL('./worker.ts', import.meta.url).href
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import('${worker}')))`
  return new Worker(code, { eval: true })
}

/** Room for short-lived objects, so that they are cleared away less often. */
const ROOM = { maxYoungGenerationSizeMb: 64 }

export interface Crew {
  /** Runs a task to its end, also when it breaks. */
  run(task: Task, listener: Listener): Promise<void>
  dismiss(): Promise<void>
}

/** @param days a shared counter of the days stepped */
export function createCrew(size: number, days: SharedArrayBuffer): Crew {
  let workers = Array.from({ length: size }, hire)
  const dismiss = async () => {
    const leaving = workers
    workers = []
    await Promise.all(leaving.map((worker) => worker.terminate()))
  }
  return {
    dismiss,
    async run(task, listener) {
      if (workers.length === 0) workers = Array.from({ length: size }, hire)
      const seats = size === 1 ? [] : seatsFor(size)
      const ends = workers.map((worker, member) =>
        outcome(worker, task, listener, () => {
          const seat = seats[member]
          worker.postMessage(
            seat === undefined ? { task, days } : { task, days, seat },
            seat === undefined ? [] : [...seat.ports],
          )
        }),
      )
      const crashed = await firstCrash(ends)
      if (crashed === undefined) return
      listener.broken(crashed)
      await dismiss()
    },
  }
}

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
 * result cannot be taken, as when the disk is full: the other runs then go on in vain.
 */
function outcome(worker: Worker, task: Task, listener: Listener, begin: () => void): Promise<End> {
  const { run, seed } = task
  return new Promise((resolve, reject) => {
    const tell = (said: Report) => {
      if (said.kind === 'result') listener.result(said.result, said.file)
      if (said.kind === 'people') listener.people?.(said.people, said.file)
      if (said.kind === 'broken')
        listener.broken({
          run,
          seed,
          message: process.env.PASAR_DEBUG === '1' ? said.stack : said.message,
        })
      if (said.kind === 'done') end(undefined)
    }
    const hear = (said: Report) => {
      try {
        tell(said)
      } catch (problem) {
        reject(problem)
      }
    }
    const died = (problem: Error) => end({ run, seed, message: problem.message })
    const left = () => end({ run, seed, message: 'its thread ended' })
    function end(broken: End) {
      worker.off('message', hear).off('error', died).off('exit', left)
      resolve(broken)
    }
    worker.on('message', hear).on('error', died).on('exit', left)
    begin()
  })
}

function seatsFor(size: number): Seat[] {
  const control = new SharedArrayBuffer(CONTROL_BYTES)
  const channels = Array.from({ length: size - 1 }, () => new MessageChannel())
  const leader: Seat = { member: 0, size, control, ports: channels.map(({ port1 }) => port1) }
  return [
    leader,
    ...channels.map(({ port2 }, before) => ({ member: before + 1, size, control, ports: [port2] })),
  ]
}
