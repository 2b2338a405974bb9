/** What a study of many runs takes, before it is made. */

export interface Cost {
  readonly title: string
  /** What is run, in words. */
  readonly what: string
  /** Runs at least and at most: what is run may follow from what is found. */
  readonly runs: readonly [number, number]
  /** What one of them took; undefined where it failed. */
  readonly seconds: number | undefined
  readonly threads: number
  readonly path: string
}

/** A line of the journal with a row of the table, in bytes. */
const A_RUN = 1000

export function costLines({ title, what, runs, seconds, threads, path }: Cost): string[] {
  const [least, most] = runs
  const isRange = least < most
  const last = (of: number) => lasting(((seconds ?? 0) * of) / Math.min(threads, of))
  const whole = isRange ? `${last(least)} to ${last(most)}` : last(most)
  return [
    title,
    what,
    seconds === undefined
      ? 'the first run failed: no time can be told'
      : `one run takes ${seconds.toFixed(1)} s here; all of them about ${whole} on ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
    `they would be kept in ${path}, ${isRange ? 'at most ' : ''}about ${Math.ceil((most * A_RUN) / 1e6)} MB`,
  ]
}

export const lasting = (seconds: number): string =>
  seconds < 120
    ? `${Math.round(seconds)} s`
    : seconds < 7200
      ? `${Math.round(seconds / 60)} min`
      : seconds < 172_800
        ? `${Math.round(seconds / 3600)} h`
        : `${Math.round(seconds / 86_400)} days`

export const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`
