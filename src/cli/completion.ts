/** What the shell may complete a word with, beside commands and options. */
import { readdirSync } from 'node:fs'
import { parameterIndex, policyIndex } from '../scenario/index.ts'

/** Commands whose words are scenarios. */
const OF_SCENARIOS = [
  'run',
  'compare',
  'sweep',
  'study',
  'check',
  'show',
  'diff',
  'new',
  'calibration',
]
/** Options whose value is a scenario. */
const SCENARIO = ['--in', '--extends']

/**
 * @param words the command line so far, the program first and the word to complete last
 * @returns nothing where commands and options are to be completed
 */
export function candidatesFor(words: readonly string[]): string[] | undefined {
  const [command] = words.slice(1)
  const current = words.at(-1) ?? ''
  const before = words.at(-2) ?? ''
  if (words.length < 3 || current.startsWith('-')) return undefined
  const found =
    before === '--set' || before === '--vary'
      ? parameterIndex().map(({ path }) => (before === '--set' ? `${path}=` : path))
      : before === '--policy' || command === 'policies'
        ? policyIndex().map(({ name }) => name)
        : SCENARIO.includes(before) || (OF_SCENARIOS.includes(command) && !before.startsWith('--'))
          ? scenariosAt(current)
          : undefined
  return found?.filter((one) => one.startsWith(current))
}

/** Scenarios and folders of the folder that is typed. */
function scenariosAt(current: string): string[] {
  const folder = current.slice(0, current.lastIndexOf('/') + 1)
  try {
    return readdirSync(folder || '.', { withFileTypes: true }).flatMap((entry) =>
      entry.name.startsWith('.') || entry.name === 'node_modules'
        ? []
        : entry.isDirectory()
          ? [`${folder}${entry.name}/`]
          : /\.ya?ml$/.test(entry.name)
            ? [`${folder}${entry.name}`]
            : [],
    )
  } catch {
    return []
  }
}
