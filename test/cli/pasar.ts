/** The built program in a process of its own. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const PROGRAM = resolve('dist/pasar.js')

/** Baselines that tests keep are of no use to anybody else. */
const ENVIRONMENT = {
  ...process.env,
  PASAR_CACHE: process.env.PASAR_CACHE ?? mkdtempSync(join(tmpdir(), 'pasar-cache-')),
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export const temporary = (): string => mkdtempSync(join(tmpdir(), 'pasar-'))

/** @param watch sees stderr as it grows, and may send a signal */
export function pasar(
  args: readonly string[],
  watch?: (err: string, kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Ended> {
  if (!existsSync(PROGRAM)) throw new Error('dist/pasar.js is missing: npm run build')
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: ENVIRONMENT })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
    watch?.(err, (signal) => child.kill(signal))
  })
  return new Promise((end) => {
    child.on('close', (code) => end({ code, out, err }))
  })
}

export const BASE = 'scenarios/indonesia-2023.yaml'
export const BAN = 'scenarios/tiktok-shop-ban.yaml'

/**
 * Options that make a study small enough for a test.
 * @param cache whether baselines of other tests are used: a study is then over before it can be stopped
 * @param report whether charts and the page are drawn, which takes longer than such a study
 */
export const small = ({
  runs = 2,
  threads = 2,
  quiet = true,
  report = false,
  cache = false,
} = {}): string[] => [
  ...['--set', 'size.buyers=2000', '--set', 'size.sellers=400', '--set', 'size.creators=10'],
  ...['--days', '30', '--runs', `${runs}`, '--threads', `${threads}`],
  ...(quiet ? ['--quiet'] : []),
  ...(report ? [] : ['--no-report']),
  ...(cache ? [] : ['--no-cache']),
]

/** A closure within the first 30 days. */
export const EARLY = [
  ...['--set', 'policies.closure.announced=2022-07-14'],
  ...['--set', 'policies.closure.effective=2022-07-18'],
]
