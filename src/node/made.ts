/** What lies in a folder that a study of many points or a fit left, by which command and which version: for readers of the folder. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { shellLine } from '../scenario/index.ts'
import { CALL, PROGRAM } from '../study/index.ts'
import { codeVersion } from './code-version.ts'

export const README = 'README.md'

/** How results were made; no date, so that a second making gives the same bytes. */
export interface Made {
  readonly command: string
  readonly program: string
  readonly code: string
}

/** Options that choose where or how fast it is made, and not what. */
const ASIDE = ['--out', '--threads', '--lang', '--shard', '--only']
const ALONE = ['--quiet', '--json', '--no-report', '--no-cache', '--no-array', '--strict']

/** @param words the command line without the program */
export function madeBy(words: readonly string[]): Made {
  const kept = words.filter(
    (word, at) =>
      !ALONE.includes(word) &&
      !ASIDE.some((option) => word === option || word.startsWith(`${option}=`)) &&
      !ASIDE.includes(words[at - 1]),
  )
  return { command: `${CALL} ${shellLine(kept)}`, program: PROGRAM, code: codeVersion() }
}

interface About extends Made {
  readonly title: string
  readonly question: string
  /** `128 points, 1 seed at each: 128 runs, each with 6 worlds`. */
  readonly size: string
  readonly fingerprint: string
  /** Files with what each holds. */
  readonly files: Readonly<Record<string, string>>
}

/** The first paragraph says all that a reader needs to repeat it; the table says what lies there. */
export function readmeText(about: About): string {
  const { title, question, command, program, code, size, fingerprint, files } = about
  return [
    `# ${title}`,
    ...(question === '' ? [] : [question]),
    `${size}. Made by \`${command}\`, with ${program}, code ${code}; fingerprint ${fingerprint}. The same command with \`--out ANOTHER\` makes it again: compare the tables. Results of a model, not forecasts.`,
    [
      '| File, where it is kept | What it holds |',
      '| --- | --- |',
      ...Object.entries(files).map(([name, holds]) => `| \`${name}\` | ${holds} |`),
    ].join('\n'),
    '',
  ].join('\n\n')
}

/** What the folder of results says of itself, as lines; undefined where it is none. */
export function resultsIn(folder: string): string[] | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined
  const readme = textIn(join(folder, README))
  if (readme === undefined || !/^# .*\n[\s\S]* Made by `/.test(readme)) return undefined
  return readme
    .split('\n')
    .filter((line) => !line.startsWith('|') && line !== '')
    .map((line) => line.replace(/^# /, '').replaceAll('`', ''))
}

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
