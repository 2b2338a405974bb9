/** The built program: in this process, where a command is soon done, or in one of its own. */
import { spawn } from 'node:child_process'
import { Console } from 'node:console'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withWarmThreads } from './warm-threads.ts'

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

/**
 * In a process of its own, for what is about processes: signals, two at once, the code with which one ends.
 * @param watch sees stderr as it grows, and may send a signal
 */
export function pasarProcess(
  args: readonly string[],
  watch?: (err: string, kill: (signal: NodeJS.Signals) => void) => void,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  if (!existsSync(PROGRAM)) throw new Error('dist/pasar.js is missing: npm run build')
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...ENVIRONMENT, ...environment },
  })
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

/** Commands that have been asked for end one after another: they share the streams of this process. */
let last: Promise<unknown> = Promise.resolve()
let calls = 0

/**
 * In this process: Node is not started anew, and what the commands before have compiled is compiled. It is the entry of
 * the built program itself that is evaluated, once a call, with its own command line, streams and exit code.
 */
export function pasar(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const ended = last.then(() => withWarmThreads(() => captured(args, environment)))
  last = ended.catch(() => {})
  return ended
}

async function captured(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  if (!existsSync(PROGRAM)) throw new Error('dist/pasar.js is missing: npm run build')
  const { argv, env, exitCode } = process
  const own = globalThis.console
  const [out, err] = [taken(process.stdout), taken(process.stderr)]
  process.argv = [argv[0], PROGRAM, ...args]
  process.env = { ...ENVIRONMENT, ...environment }
  process.exitCode = undefined
  // That of vitest goes round the streams.
  globalThis.console = new Console(process.stdout, process.stderr)
  try {
    await import(`${pathToFileURL(PROGRAM)}?call=${++calls}`)
    const code = Number(process.exitCode ?? 0)
    return { code, out: out.text(), err: err.text() }
  } finally {
    Object.assign(process, { argv, env, exitCode })
    globalThis.console = own
    out.giveBack()
    err.giveBack()
  }
}

/** What is written to a stream from here on, until it is given back. */
function taken(stream: NodeJS.WriteStream) {
  const { write } = stream
  const hearing = stream.listeners('error')
  let text = ''
  stream.write = ((chunk: string | Uint8Array, ...more: unknown[]) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    const done = more.find((one) => typeof one === 'function') as (() => void) | undefined
    if (done !== undefined) process.nextTick(done)
    return true
  }) as typeof stream.write
  return {
    text: () => text,
    giveBack() {
      stream.write = write
      for (const one of stream.listeners('error'))
        if (!hearing.includes(one)) stream.off('error', one as () => void)
    },
  }
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
  // Two that share a run wait for each other.
  threads = Math.min(2, runs),
  quiet = true,
  report = false,
  cache = false,
} = {}): string[] => [
  ...['--set', 'size.buyers=2000', '--set', 'size.sellers=400', '--set', 'size.creators=10'],
  // The state of a market is mostly slots of lists, and a proof hashes it twice a day.
  ...['--set', 'firms.slots=64', '--days', '30', '--runs', `${runs}`, '--threads', `${threads}`],
  ...(quiet ? ['--quiet'] : []),
  ...(report ? [] : ['--no-report']),
  ...(cache ? [] : ['--no-cache']),
]

/** A closure within the first 30 days. */
export const EARLY = [
  ...['--set', 'policies.closure.announced=2022-07-14'],
  ...['--set', 'policies.closure.effective=2022-07-18'],
]
