/** How far a study is, on stderr: a bar in a terminal, a line each tenth elsewhere. */
import { Presets, SingleBar } from 'cli-progress'
import { note } from './say.ts'

export interface Progress {
  tell(done: number): void
  end(): void
}

const silent: Progress = { tell() {}, end() {} }

/** @param total what there is to do: days over all runs, or runs */
export function progress(total: number, quiet: boolean, what = 'days'): Progress {
  if (quiet || total === 0) return silent
  return process.stderr.isTTY ? bar(total, what) : lines(total, what)
}

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
