/**
 * Plants each fault of the list into a copy of the project and runs the tests that must catch it. Used before a release:
 * `npm run mutants`, or `npm run mutants -- commission` for those whose name holds a word.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { MUTANTS, type Mutant, mutated } from './mutants.ts'

const COPIED = ['src', 'test', 'scenarios', 'docs', 'build']
const LINKED = ['node_modules', 'dist']
const SINGLE = ['package.json', 'tsconfig.json', 'vitest.config.ts', 'README.md', 'CHANGELOG.md']

function copyOfProject(): string {
  const home = mkdtempSync(join(tmpdir(), 'pasar-mutants-'))
  for (const name of [...COPIED, ...SINGLE]) cpSync(name, join(home, name), { recursive: true })
  for (const name of LINKED) symlinkSync(resolve(name), join(home, name))
  return home
}

/** Whether every test of the list passes in the copy, or every one whose name holds some words. */
function passes(home: string, tests: readonly string[], named = ''): boolean {
  const { status, error } = spawnSync(
    process.execPath,
    [
      ...[join(home, 'node_modules/vitest/vitest.mjs'), 'run', ...tests],
      ...['--bail=1', '--reporter=dot', ...(named === '' ? [] : ['-t', named])],
    ],
    { cwd: home, stdio: 'ignore' },
  )
  if (error) throw error
  return status === 0
}

function isCaught(home: string, mutant: Mutant): boolean {
  const path = join(home, mutant.file)
  const sound = readFileSync(path, 'utf8')
  writeFileSync(path, mutated(sound, mutant))
  try {
    return !passes(home, mutant.tests, mutant.named)
  } finally {
    writeFileSync(path, sound)
  }
}

const word = process.argv[2] ?? ''
const chosen = MUTANTS.filter(({ what }) => what.includes(word))
const home = copyOfProject()
try {
  const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))]
  if (!passes(home, tests)) throw new Error('the tests fail without any fault: mend them first')
  const survivors = chosen.filter((mutant) => {
    const caught = isCaught(home, mutant)
    console.log(`${caught ? 'caught  ' : 'SURVIVED'}  ${mutant.what}`)
    return !caught
  })
  console.log(`${chosen.length - survivors.length} of ${chosen.length} caught`)
  process.exitCode = survivors.length === 0 ? 0 : 1
} finally {
  rmSync(home, { recursive: true, force: true })
}
