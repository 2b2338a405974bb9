/** Ctrl-C, and the end that a cluster announces: what is complete is kept, then the program leaves. */
import { EXIT } from './stop.ts'

export interface Interrupt {
  readonly signal: AbortSignal
  /** The exit code to leave with, once interrupted. */
  code(): number | undefined
  /** Gives the signals back to their default meaning. */
  release(): void
}

const CODES = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const

/** The first signal stops the runs; a second one leaves at once. */
export function onInterrupt(): Interrupt {
  const stop = new AbortController()
  let code: number | undefined
  const hear = (name: keyof typeof CODES) => {
    if (code !== undefined) process.exit(CODES[name])
    code = CODES[name]
    stop.abort()
  }
  const release = () => {
    process.off('SIGINT', hear).off('SIGTERM', hear)
  }
  process.on('SIGINT', hear).on('SIGTERM', hear)
  return { signal: stop.signal, code: () => code, release }
}
