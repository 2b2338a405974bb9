/** How far a study is, on stderr: a bar in a terminal, a line each tenth elsewhere. */
import { Presets, SingleBar } from 'cli-progress'
import { onInterrupt, type Watcher } from '../node/index.ts'
import { barText, type Language, leftText, progressText, type Stage } from '../report/index.ts'
import type { Options } from './options.ts'
import { note } from './say.ts'
import { EXIT } from './stop.ts'

/** What a command line says of it. */
type Asked = Pick<Options, 'quiet' | 'language'>

const CODES = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const

/**
 * Does work that a signal may stop, and shows how far it is.
 * @param quiet shows nothing of it
 * @param work given who watches it, and what says with which code to leave once it was interrupted
 * @returns the exit code
 */
export async function watched(
  { quiet, language }: Asked,
  work: (watcher: Watcher, left: () => number | undefined) => Promise<number>,
): Promise<number> {
  const interrupt = onInterrupt((signal) => process.exit(CODES[signal]))
  const left = () => {
    const signal = interrupt.received()
    return signal && CODES[signal]
  }
  try {
    return await work({ ...watcherOf({ quiet, language }), signal: interrupt.signal }, left)
  } finally {
    interrupt.release()
  }
}

/** Shows what is told. */
export function watcherOf({ quiet, language }: Asked): Watcher {
  let shown = silent
  const ended = () => {
    shown.end()
    shown = silent
  }
  return {
    language,
    warn: (line) => note(line),
    note: (line) => note(line, quiet),
    stage(total, what) {
      ended()
      if (!quiet && total > 0) {
        const show = process.stderr.isTTY ? bar : lines
        shown = show(total, what, language)
      }
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

function bar(total: number, what: Stage, language: Language): Progress {
  const shown = new SingleBar(
    {
      format: `{bar} {percentage} %  ${barText(total, what, language)}  {eta_formatted}`,
      formatTime: (seconds) => leftText(seconds, language),
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  )
  shown.start(total, 0)
  return { tell: (done) => shown.update(done), end: () => shown.stop() }
}

function lines(total: number, what: Stage, language: Language): Progress {
  let tenth = 0
  return {
    tell(done) {
      const reached = Math.floor((10 * done) / total)
      if (reached > tenth) note(progressText(reached * 10, total, what, language))
      tenth = Math.max(tenth, reached)
    },
    end() {},
  }
}
