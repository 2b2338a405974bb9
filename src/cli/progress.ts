/** How far a study is, on stderr: a bar in a terminal, a line each tenth elsewhere. */
import { Presets, SingleBar } from 'cli-progress'
import { onInterrupt, type Watcher } from '../node/index.ts'
import { note } from './say.ts'
import { EXIT } from './stop.ts'

const CODES = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const

/**
 * Does work that a signal may stop, and shows how far it is.
 * @param work given who watches it, and what says with which code to leave once it was interrupted
 * @returns the exit code
 */
export async function watched(
  quiet: boolean,
  work: (watcher: Watcher, left: () => number | undefined) => Promise<number>,
): Promise<number> {
  const interrupt = onInterrupt((signal) => process.exit(CODES[signal]))
  const left = () => {
    const signal = interrupt.received()
    return signal && CODES[signal]
  }
  try {
    return await work({ ...watcherOf(quiet), signal: interrupt.signal }, left)
  } finally {
    interrupt.release()
  }
}

/** Shows what is told. */
export function watcherOf(quiet: boolean): Watcher {
  let shown = silent
  const ended = () => {
    shown.end()
    shown = silent
  }
  return {
    warn: (line) => note(line),
    note: (line) => note(line, quiet),
    stage(total, what) {
      ended()
      if (!quiet && total > 0) shown = process.stderr.isTTY ? bar(total, what) : lines(total, what)
    },
    progress: (done) => shown.tell(done),
    ended,
  }
}

interface Progress {
  tell(done: number): void
  end(): void
}

const silent: Progress = { tell() {}, end() {} }

function bar(total: number, what: string): Progress {
  const shown = new SingleBar(
    {
      format: `{bar} {percentage} %  {value} of {total} ${what}  {eta_formatted}`,
      formatTime: left,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  )
  shown.start(total, 0)
  return { tell: (done) => shown.update(done), end: () => shown.stop() }
}

/** The bar knows no time before the first day has passed. */
function left(seconds: number): string {
  if (!Number.isFinite(seconds)) return ''
  return seconds < 120 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`
}

function lines(total: number, what: string): Progress {
  let tenth = 0
  return {
    tell(done) {
      const reached = Math.floor((10 * done) / total)
      if (reached > tenth) note(`${reached * 10} % of ${total} ${what}`)
      tenth = Math.max(tenth, reached)
    },
    end() {},
  }
}
