/** What is wrong with a command line, with the nearest word that would be right. */
import { nearest } from '../scenario/index.ts'
import { badInput, type Stop } from './stop.ts'

/** Commands and options, for suggestions. */
const COMMANDS = [
  ...['run', 'compare', 'verify', 'check', 'params', 'policies', 'schema', 'calibration'],
  'completion',
]
const OPTIONS = [
  ...['runs', 'seed', 'days', 'quick', 'scale', 'set', 'threads', 'out', 'json', 'quiet'],
  ...['prove', 'precision', 'max-runs', 'why', 'combine', 'no-files', 'no-cache'],
  ...['print', 'lang', 'help', 'version'],
]

const HELP = 'see: pasar --help, or pasar COMMAND --help'

/** Turns what yargs says into a fault in the voice of the others. */
export function usageFault(message: string, given: readonly string[]): Stop {
  return badInput([...(unknownWords(message, given) ?? [wordsOf(message)]), HELP].join('\n'))
}

function unknownWords(message: string, given: readonly string[]): string[] | undefined {
  const unknown = /^Unknown (?:arguments?|commands?): (.*)$/.exec(message)
  if (unknown === null) return undefined
  // After a word that is no command the others cannot be judged.
  if (given[0] !== undefined && !given[0].startsWith('-') && !COMMANDS.includes(given[0]))
    return [near('command', '', given[0], COMMANDS)]
  return unknown[1].split(', ').map((word) => {
    const dashes = ['--', '-'].find((dash) =>
      given.some((one) => one === dash + word || one.startsWith(`${dash}${word}=`)),
    )
    return dashes === undefined ? `not expected: ${word}` : near('option', dashes, word, OPTIONS)
  })
}

export function near(what: string, dashes: string, word: string, known: readonly string[]): string {
  const meant = nearest(word, known)
  const hint = meant === undefined ? '' : `  did you mean ${dashes && '--'}${meant}?`
  return `unknown ${what}: ${dashes}${word}${hint}`
}

function wordsOf(message: string): string {
  const few = /^Not enough non-option arguments: got (\d+), need at least (\d+)/.exec(message)
  if (few !== null)
    return `expected at least ${few[2]} ${few[2] === '1' ? 'file' : 'files'}, got ${few[1]}`
  const bare = /^Not enough arguments following: (.*)$/.exec(message)
  return bare === null ? message : `--${bare[1]} needs a value`
}
