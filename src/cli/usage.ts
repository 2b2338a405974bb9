/** What is wrong with a command line, with the nearest word that would be right. */
import yargs, { type CommandModule } from 'yargs'
import { CALLED } from '../node/index.ts'
import { nearest } from '../scenario/index.ts'
import { badInput, type Stop } from './stop.ts'
import { merge } from './study-merge.ts'
import { script } from './study-script.ts'

/** What `--json=summary` is called inside. */
const SUMMARY = 'json-summary'

/** The words that a command line may hold. */
export interface Words {
  readonly commands: readonly string[]
  readonly options: readonly string[]
}

/** What the program declares itself, beside its commands. */
const OWN: Words = { commands: ['completion'], options: ['help', 'version'] }

/** Commands of commands. */
const INNER: readonly CommandModule[] = [merge, script]

/** Names of commands and of their options, as they are declared. */
export function wordsOf(commands: readonly CommandModule[]): Words {
  const options = [...commands, ...INNER].flatMap(({ builder }) => {
    const empty = yargs([])
    if (typeof builder === 'function') builder(empty)
    const { key } = (empty as unknown as { getOptions(): { key: object } }).getOptions()
    return Object.keys(key).filter((name) => name !== SUMMARY)
  })
  return {
    commands: [...commands.map(({ command }) => String(command).split(' ')[0]), ...OWN.commands],
    options: [...new Set([...options, ...OWN.options])],
  }
}

/** After `--` comes a file, though it begins with a dash. */
export function givenFiles(words: readonly string[]): string[] {
  const end = words.indexOf('--')
  if (end < 0 || words.some((word) => word.startsWith('--get-yargs-completions'))) return [...words]
  const files = words.slice(end + 1).map((word) => (word.startsWith('-') ? `./${word}` : word))
  return [...words.slice(0, end), ...files]
}

/** Commands that have a summary. */
const SUMMED = ['run', 'compare']

/**
 * `--json` is a flag, of which one form has a value.
 * @throws Stop where the value is another one, or the command has no summary
 */
export function jsonForms(words: readonly string[]): string[] {
  const end = words.indexOf('--')
  return words.map((word, at) => {
    if (!word.startsWith('--json=') || (end >= 0 && at > end)) return word
    const form = word.slice('--json='.length)
    if (form !== 'summary')
      throw badInput(`--json is ${form}, expected --json or --json=summary\n${HELP}`)
    if (!SUMMED.includes(words[0]))
      throw badInput(`--json=summary is of ${SUMMED.join(' and ')}: write --json\n${HELP}`)
    return `--${SUMMARY}`
  })
}

const HELP = `see: ${CALLED} --help, or ${CALLED} COMMAND --help`

/** Turns what yargs says into a fault in the voice of the others. */
export function usageFault(message: string, given: readonly string[], known: Words): Stop {
  return badInput([...(unknownWords(message, given, known) ?? [told(message)]), HELP].join('\n'))
}

function unknownWords(
  message: string,
  given: readonly string[],
  { commands, options }: Words,
): string[] | undefined {
  const unknown = /^Unknown (?:arguments?|commands?): (.*)$/.exec(message)
  if (unknown === null) return undefined
  // After a word that is no command the others cannot be judged.
  if (given[0] !== undefined && !given[0].startsWith('-') && !commands.includes(given[0]))
    return [near('command', '', given[0], commands)]
  return unknown[1].split(', ').map((word) => {
    const dashes = ['--', '-'].find((dash) =>
      given.some((one) => one === dash + word || one.startsWith(`${dash}${word}=`)),
    )
    return dashes === undefined ? `not expected: ${word}` : near('option', dashes, word, options)
  })
}

export function near(what: string, dashes: string, word: string, known: readonly string[]): string {
  const meant = nearest(word, known)
  const hint = meant === undefined ? '' : `  did you mean ${dashes && '--'}${meant}?`
  return `unknown ${what}: ${dashes}${word}${hint}`
}

function told(message: string): string {
  const few = /^Not enough non-option arguments: got (\d+), need at least (\d+)/.exec(message)
  if (few !== null)
    return `expected at least ${few[2]} ${few[2] === '1' ? 'file' : 'files'}, got ${few[1]}`
  const bare = /^Not enough arguments following: (.*)$/.exec(message)
  return bare === null ? message : `--${bare[1]} needs a value`
}
