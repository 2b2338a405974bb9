/** Ctrl-C, and the end that a cluster announces: what is complete is kept, then the program leaves. */

export type Signal = 'SIGINT' | 'SIGTERM'

export interface Interrupt {
  readonly signal: AbortSignal
  /** The signal that has come, if one has. */
  received(): Signal | undefined
  /** Gives the signals back to their default meaning, unless one has come. */
  release(): void
}

/** npm hands on a Ctrl-C that the terminal has sent to its child as well: within this time it is one. */
const ONE_SIGNAL = 500

/**
 * The first signal stops the runs.
 * @param leave called by a second one, to leave at once
 */
export function onInterrupt(leave: (signal: Signal) => void): Interrupt {
  const stop = new AbortController()
  let received: Signal | undefined
  let at = 0
  const onSignal = (signal: Signal) => {
    if (received !== undefined) {
      if (performance.now() - at > ONE_SIGNAL) leave(signal)
      return
    }
    received = signal
    at = performance.now()
    // Keeps the program up for so long: on its way out nothing hears the second half, which would kill it.
    setTimeout(() => {}, ONE_SIGNAL)
    stop.abort()
  }
  const release = () => {
    if (received === undefined) process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  return { signal: stop.signal, received: () => received, release }
}
