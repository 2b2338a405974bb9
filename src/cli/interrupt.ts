/** Ctrl-C, and the end that a cluster announces: what is complete is kept, then the program leaves. */
import { EXIT } from './stop.ts'

export interface Interrupt {
  readonly signal: AbortSignal
  /** The exit code to leave with, once interrupted. */
  code(): number | undefined
  /** Gives the signals back to their default meaning, unless one has come. */
  release(): void
}

const CODES = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const

/** npm hands on a Ctrl-C that the terminal has sent to its child as well: within this time it is one. */
const ONE_SIGNAL = 500

/** The first signal stops the runs; a second one leaves at once. */
export function onInterrupt(): Interrupt {
  const stop = new AbortController()
  let code: number | undefined
  let heard = 0
  const hear = (name: keyof typeof CODES) => {
    if (code !== undefined) {
      if (performance.now() - heard > ONE_SIGNAL) process.exit(CODES[name])
      return
    }
    code = CODES[name]
    heard = performance.now()
    // Keeps the program up for so long: on its way out nothing hears the second half, which would kill it.
    setTimeout(() => {}, ONE_SIGNAL)
    stop.abort()
  }
  const release = () => {
    if (code === undefined) process.off('SIGINT', hear).off('SIGTERM', hear)
  }
  process.on('SIGINT', hear).on('SIGTERM', hear)
  return { signal: stop.signal, code: () => code, release }
}
