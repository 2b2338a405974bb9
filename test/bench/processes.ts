/** What a command of the program takes, in a process of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Taken {
  /** Processor time of all its threads, seconds. */
  readonly cpu: number
  readonly seconds: number
  /** Seconds until it had printed a line. */
  readonly toFirstLine: number
  /** Bytes of memory at most. */
  readonly memory: number
}

/** Loaded into the process before the program: as it ends it writes what it took. */
const WITNESS = `const { isMainThread } = require('node:worker_threads')
if (isMainThread) process.on('exit', () =>
  require('node:fs').writeFileSync(process.env.PASAR_BENCH, JSON.stringify(process.resourceUsage())))`

/**
 * Runs a program of Node and waits for its end.
 * @param folder where it runs
 * @throws Error where it does not end well
 */
export async function taken(
  folder: string,
  given: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Taken> {
  const room = mkdtempSync(join(tmpdir(), 'pasar-bench-'))
  const [witness, usage] = [join(room, 'witness.cjs'), join(room, 'usage.json')]
  writeFileSync(witness, WITNESS)
  try {
    const began = performance.now()
    const since = () => (performance.now() - began) / 1000
    const child = spawn(process.execPath, ['--require', witness, ...given], {
      cwd: resolve(folder),
      env: { ...process.env, ...environment, PASAR_BENCH: usage },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let toFirstLine = Number.NaN
    let said = ''
    child.stdout.once('data', () => {
      toFirstLine = since()
    })
    child.stdout.resume()
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    const code = await new Promise((end) => child.on('close', end))
    const seconds = since()
    if (code !== 0) throw new Error(`${given.join(' ')} ended with ${code}:\n${said}`)
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8'))
    const cpu = (userCPUTime + systemCPUTime) / 1e6
    return { cpu, seconds, toFirstLine, memory: maxRSS * 1024 }
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}
