/** Policies in files of their own: TypeScript or JavaScript, made into one text that runs wherever the market does. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, resolve } from 'node:path'
import type { BuildFailure } from 'esbuild'
import {
  bringProgram,
  evaluated,
  FaultyPolicy,
  KIT,
  type Policy,
  runPrograms,
  TRIAL,
  tryBy,
} from '../market/index.ts'
import { type Language, terminalWords } from '../report/index.ts'
import { BadInput } from '../scenario/index.ts'

const ENDING = /\.[cm]?[jt]s$/

const SELF = 'policy.ts'

/** Whether a path is that of a program, by its ending. */
export const isProgram = (path: string): boolean => ENDING.test(path)

/**
 * The file with all that it imports, as one text. It depends on what stands in the files alone: no setting of the place
 * where they lie has a part in it, and no comment.
 */
export function programOf(path: string, text: string): string | { readonly why: string } {
  runPrograms(evaluated)
  tryBy(TRIAL)
  // Loaded when a scenario has such a policy, and else never.
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild')
  const resolveDir = dirname(resolve(path))
  try {
    const { outputFiles } = buildSync({
      // Under a name of its own, so that nothing of the program depends on what the file is called.
      stdin: { contents: text, resolveDir, sourcefile: SELF, loader: 'ts' },
      absWorkingDir: resolveDir,
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'neutral',
      target: 'es2022',
      external: [KIT],
      // Powers are taken by `Math.pow`, which is looked at where the program runs.
      supported: { 'exponent-operator': false },
      minifyWhitespace: true,
      legalComments: 'none',
      tsconfigRaw: {},
      logLevel: 'silent',
    })
    return outputFiles[0].text
  } catch (problem) {
    const [first] = (problem as BuildFailure).errors ?? []
    if (first === undefined) throw problem
    const { location, text } = first
    const file = location?.file === SELF ? basename(path) : location?.file
    const at = location ? `${file}:${location.line}:${location.column + 1}: ` : ''
    return { why: `${at}${text}` }
  }
}

/**
 * The policy of a file of its own.
 * @param language of what is wrong with it
 * @throws BadInput where there is none
 */
export function readPolicy(path: string, language: Language = 'en'): Policy {
  const file = loadText(path)
  const program = programOf(path, file)
  const { noPolicy } = terminalWords[language].check
  if (typeof program !== 'string') throw new BadInput(noPolicy(path, program.why))
  try {
    return bringProgram(program).policy
  } catch (problem) {
    const whys =
      problem instanceof FaultyPolicy
        ? problem.flaws.map(({ says }) => says[language])
        : [(problem as Error).message]
    throw new BadInput(...whys.map((why) => noPolicy(path, why)))
  }
}

function loadText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new BadInput(`there is no file ${path}`)
  }
}

/** Names of the programs beside a file. */
export function programsBeside(path: string): string[] {
  try {
    return readdirSync(dirname(path)).filter(isProgram)
  } catch {
    return []
  }
}
