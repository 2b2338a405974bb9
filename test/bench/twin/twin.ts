/** Both twins of the shopping loop over the same bytes: what each takes, and whether they come to the same. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Column, seedKey, type World } from '../../../src/engine/index.ts'
import { clearTallies, laidOut, RULES, stepsOf } from './state.ts'

/** Beside this file; the built bench runs in the folder of the project. */
const SOURCE = import.meta.url.endsWith('.ts')
  ? join(dirname(fileURLToPath(import.meta.url)), 'shopping.c')
  : 'test/bench/twin/shopping.c'
/** No product and sum in one: that has one rounding where the language has two. */
const FLAGS = ['-O3', '-march=native', '-ffp-contract=off', '-fno-math-errno', '-std=gnu11', '-w']

/** The name of a compiler of C that answers; undefined where there is none. */
export const compiler = (): string | undefined =>
  [process.env.CC, 'cc', 'gcc', 'clang'].find(
    (name) => name && spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  )

export interface Twins {
  /** Nanoseconds of each rule, by turn. */
  readonly typescript: readonly (readonly number[])[]
  readonly c: readonly (readonly number[])[]
  readonly occasions: number
  /** Columns, written by the rules, that are not the same to the bit. */
  readonly different: readonly string[]
}

/** Milliseconds of this thread alone: others may use the machine. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/**
 * Steps the shopping rules of a day over the world as it stands, turn by turn, in TypeScript and then in C.
 * @param cc a compiler of C
 */
export function twins(world: World, seed: string, day: number, turns: number, cc: string): Twins {
  const key = seedKey(seed)
  const laid = laidOut(world, key, day)
  const steps = stepsOf(world, key, day)
  const typescript = Array.from({ length: turns }, () => {
    clearTallies(world)
    return steps.map(({ step }) => {
      const began = spent()
      step()
      return 1000 * (spent() - began)
    })
  })
  const folder = mkdtempSync(join(tmpdir(), 'pasar-twin-'))
  try {
    const [state, result, program] = ['state', 'result', 'shopping'].map((name) =>
      join(folder, name),
    )
    writeFileSync(join(folder, 'columns.h'), laid.header)
    writeFileSync(state, laid.bytes)
    execFileSync(cc, [...FLAGS, `-I${folder}`, SOURCE, '-o', program, '-lm'], { stdio: 'pipe' })
    const told = execFileSync(program, [state, result, String(turns)], { encoding: 'utf8' })
    const c = told
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number))
    const bytes = readFileSync(result)
    const occasions = RULES[0].writes.occasionCount
    const found = world.view(occasions) as ArrayLike<number>
    return {
      ...{ typescript, c, different: differences(world, bytes) },
      occasions: Array.from(found).reduce((sum, one) => sum + one, 0),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const differences = (world: World, bytes: Uint8Array): string[] =>
  RULES.flatMap(({ writes }) => Object.values(writes))
    .filter((column) => !isSame(world, column, bytes))
    .map(({ population, name }) => `${population}.${name}`)

function isSame(world: World, column: Column, bytes: Uint8Array): boolean {
  const { byteOffset, byteLength } = world.view(column)
  const own = new Uint8Array(world.buffer, byteOffset, byteLength)
  return Buffer.compare(own, bytes.subarray(byteOffset, byteOffset + byteLength)) === 0
}
