/** How and when a study is made, on Node. */
import type { Making } from '../study/index.ts'

/**
 * `SOURCE_DATE_EPOCH` (seconds since 1970) stands for the date and leaves out times, so that two makings of one study
 * give the same bytes.
 */
export function makingOf(command: readonly string[], date: Date, milliseconds?: number): Making {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? Number.NaN)
  const fixed = Number.isFinite(epoch)
  return {
    command,
    date: (fixed ? new Date(1000 * epoch) : date).toISOString(),
    platform: process.version,
    ...(fixed || milliseconds === undefined ? {} : { milliseconds }),
  }
}
