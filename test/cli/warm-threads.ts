/** Worker threads that outlive the command which started them: what they have compiled serves the next one. */
import { createRequire, syncBuiltinESMExports } from 'node:module'
import type * as Threads from 'node:worker_threads'
import type { Runner } from '../../src/study/index.ts'

const threads = createRequire(import.meta.url)('node:worker_threads') as {
  -readonly [name in keyof typeof Threads]: (typeof Threads)[name]
}
const { Worker } = threads

/** More would only hold memory. */
const MOST = 4

const idle: KeptWorker[] = []

/** A worker of the program. It is ended where it is in the midst of a task, and else kept for the next command. */
class KeptWorker extends Worker {
  readonly script: string
  private busy = false

  constructor(script: string | URL, options?: Threads.WorkerOptions) {
    super(script, options)
    this.script = String(script)
    this.on('message', this.heard).on('exit', this.gone)
  }

  private readonly heard = ({ kind }: { kind: string }) => {
    if (kind === 'done') this.busy = false
  }

  private readonly gone = () => {
    this.busy = true
  }

  override postMessage(...sent: Parameters<Threads.Worker['postMessage']>) {
    this.busy = true
    super.postMessage(...sent)
  }

  override async terminate(): Promise<number> {
    if (this.busy || idle.length >= MOST) return super.terminate()
    this.unref()
    idle.push(this)
    return 0
  }
}

/** `new Worker` that gives a kept one of the same script where there is one. */
const Warm = new Proxy(KeptWorker, {
  construct(kind, [script, options]) {
    const kept = idle.findIndex((one) => one.script === String(script))
    if (kept < 0) return new kind(script, options)
    const [worker] = idle.splice(kept, 1)
    worker.ref()
    return worker
  },
})

/** While it runs, whoever starts a worker thread is given one that is warm, where there is one. */
export async function withWarmThreads<T>(run: () => Promise<T>): Promise<T> {
  threads.Worker = Warm
  syncBuiltinESMExports()
  try {
    return await run()
  } finally {
    threads.Worker = Worker
    syncBuiltinESMExports()
  }
}

/** A runner whose threads are warm ones, for what is not about how threads begin and end. */
export const warmly = (runner: Runner): Runner => ({
  ...runner,
  run: (work, listener) => withWarmThreads(() => runner.run(work, listener)),
})
