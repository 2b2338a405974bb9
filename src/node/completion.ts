/** What the shell may complete a word with, beside commands and options. */
import { AFFECTED } from '../market/index.ts'
import { LANGUAGES } from '../report/index.ts'
import {
  heldBy,
  parameterIndex,
  policyIndex,
  type ReadScenario,
  readScenario,
} from '../scenario/index.ts'
import { loadScenario, namesUnder } from './disk.ts'

/** Commands whose words are scenarios. */
const OF_SCENARIOS = [
  'run',
  'compare',
  'explain',
  'sweep',
  'study',
  'validate',
  'fit',
  'check',
  'show',
  'diff',
  'new',
  'calibration',
]
/** Commands whose words are folders of studies. */
const OF_FOLDERS = ['verify', 'tables']
/** Options whose value is a scenario. */
const SCENARIO = ['--in', '--extends', '--targets']

/**
 * The value of an option stands in a word of its own or behind `=` in the same one (zsh), and bash makes three words of
 * `--set=venues`.
 * @param words the command line so far, the program first and the word to complete last
 * @returns nothing where commands and options are to be completed
 */
export function candidatesFor(words: readonly string[]): string[] | undefined {
  if (words.length < 3) return undefined
  const last = words.at(-1)!
  const [, option, typed] = /^(--[a-z-]+)=(.*)$/s.exec(last) ?? []
  if (option !== undefined)
    return offered(words, option, typed)?.map((candidate) => `${option}=${candidate}`)
  if (last.startsWith('-')) return undefined
  const [far, before] = words.slice(-3)
  const split = before === '=' && far.startsWith('--')
  return offered(words, split ? far : before, last)
}

/** What begins as typed after the word before it. */
function offered(words: readonly string[], before: string, typed: string): string[] | undefined {
  const command = words[1]
  const found =
    valuesOf(before, words) ??
    (command === 'policies' && !before.startsWith('--')
      ? policyIndex().map(({ name }) => name)
      : SCENARIO.includes(before) || (OF_SCENARIOS.includes(command) && !before.startsWith('--'))
        ? namesUnder(typed)
        : OF_FOLDERS.includes(command) && !before.startsWith('--')
          ? namesUnder(typed).filter((one) => one.endsWith('/'))
          : undefined)
  return found?.filter((one) => one.startsWith(typed))
}

/** The values of an option that are known without what is typed. */
function valuesOf(option: string, words: readonly string[]): string[] | undefined {
  switch (option) {
    case '--set':
      return pathsIn(words).map((path) => `${path}=`)
    case '--vary':
      return pathsIn(words)
    case '--policy':
      return policyIndex().map(({ name }) => name)
    case '--most-affected':
      return [...AFFECTED]
    case '--lang':
      return [...LANGUAGES]
    case '--window':
      return unique(
        scenariosIn(words).flatMap(({ scenario }) => scenario.windows.map(({ name }) => name)),
      )
  }
}

/** Paths of parameters, whose stars stand for rows, and those of the rows that the scenarios named before have. */
const pathsIn = (words: readonly string[]): string[] =>
  unique([
    ...parameterIndex().map(({ path }) => path),
    ...scenariosIn(words).flatMap((read) => heldBy(read).map(({ path }) => path)),
  ])

/** The scenarios named on the line; one with a fault offers nothing. */
const scenariosIn = (words: readonly string[]): ReadScenario[] =>
  words
    .slice(2, -1)
    .filter((word) => /\.ya?ml$/.test(word))
    .flatMap((file) => {
      const read = readScenario(file, loadScenario)
      return read.ok ? [read] : []
    })

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
