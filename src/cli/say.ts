/**
 * Words for people: results on stdout, notes on stderr. Whoever reads them may leave, and a disk that takes them may be
 * full; a study goes on without them, for what it finds is in its folder.
 */
import { styleText } from 'node:util'
import { EXIT } from './stop.ts'

const NAMES = new Map<NodeJS.WriteStream, string>([
  [process.stdout, 'stdout'],
  [process.stderr, 'stderr'],
])

/** Streams that take nothing any more. */
const lost = new Set<NodeJS.WriteStream>()

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EIO: 'the device does not take it',
}

/** Hears of streams that fail. A reader who has left, as with `| head`, is no fault; whatever else stops stdout is one. */
export function surviveReaders(): void {
  for (const stream of NAMES.keys()) stream.on('error', (problem) => lose(stream, problem))
}

function lose(stream: NodeJS.WriteStream, problem: NodeJS.ErrnoException): void {
  if (lost.has(stream)) return
  lost.add(stream)
  const { code = '', message } = problem
  if (code === 'EPIPE' || stream === process.stderr) return
  // Whatever the command makes of its work: what it was asked to print is not there.
  process.on('exit', (exit) => {
    if (exit === EXIT.done) process.exitCode = EXIT.fault
  })
  note(`cannot write to ${NAMES.get(stream)}: ${REASONS[code] ?? message}`)
}

/** On a terminal the lines that say a text are dim, as their rows are grey on a page. */
export const greyed = (lines: readonly string[], text: string): readonly string[] =>
  process.stdout.isTTY && !process.env.NO_COLOR
    ? lines.map((line) => (line.includes(text) ? styleText('dim', line) : line))
    : lines

/** Resolves to whether all of it was taken. */
function write(stream: NodeJS.WriteStream, lines: string | readonly string[]): Promise<boolean> {
  if (lost.has(stream)) return Promise.resolve(false)
  return new Promise((done) => {
    try {
      stream.write(`${[lines].flat().join('\n')}\n`, (problem) => {
        if (problem) lose(stream, problem)
        done(!problem)
      })
    } catch (problem) {
      // Into a file it is written at once, and fails at once.
      lose(stream, problem as NodeJS.ErrnoException)
      done(false)
    }
  })
}

/** Prints a result, and says whether all of it was taken. */
export const delivered = (lines: string | readonly string[]): Promise<boolean> =>
  write(process.stdout, lines)

export const print = (lines: string | readonly string[]): void => {
  void delivered(lines)
}

export const note = (lines: string | readonly string[], quiet = false): void => {
  if (!quiet && lines.length > 0) void write(process.stderr, lines)
}
