/** Words for people: results on stdout, notes on stderr. */

/** Ends quietly when the reader of a pipe has left, as with `| head`. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'EPIPE') process.exit()
      throw problem
    })
}

export const print = (lines: string | readonly string[]): void => {
  process.stdout.write(`${[lines].flat().join('\n')}\n`)
}

export const note = (lines: string | readonly string[], quiet = false): void => {
  if (!quiet) process.stderr.write(`${[lines].flat().join('\n')}\n`)
}
