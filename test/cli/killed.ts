/** `kill -9` at random moments: nothing is lost but what was in flight. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import seedrandom from 'seedrandom'
import { expect } from 'vitest'
import { pasar, temporary } from './pasar.ts'
import { linesIn, priceStudy, substanceIn } from './textbook-study.ts'

const THREADS = 2

const journals = (out: string): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(join(out, 'journal')) ? readdirSync(join(out, 'journal')) : [])
      .filter((name) => name.endsWith('.ndjson'))
      .map((name) => [name, readFileSync(join(out, 'journal', name), 'utf8')]),
  )

const keysIn = (out: string): Set<string> =>
  new Set(existsSync(join(out, 'journal')) ? linesIn(out).map(({ key }) => key) : [])

interface Moment {
  /** Lines that the process has written by then. */
  readonly lines: number
  /** Milliseconds after that. */
  readonly after: number
}

/** Resolves when the process is gone: whether it was killed, or came to its end before. */
async function killedAt(args: readonly string[], out: string, at: Moment): Promise<boolean> {
  const child = spawn(process.execPath, [resolve('dist/pasar.js'), ...args, '--out', out], {
    stdio: 'ignore',
  })
  let over = false
  const gone = new Promise<boolean>((end) => {
    child.on('close', (_, signal) => {
      over = true
      end(signal === 'SIGKILL')
    })
  })
  const before = new Set(journals(out).keys())
  const own = () =>
    [...journals(out)].flatMap(([name, text]) =>
      before.has(name) ? [] : text.split('\n').slice(0, -1),
    )
  while (!over && own().length < at.lines) await waited(4)
  await Promise.race([gone, waited(at.after)])
  child.kill('SIGKILL')
  return gone
}

const waited = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds))

/** Milliseconds until a process has kept its first run. */
async function firstRun(args: readonly string[], out: string): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, [resolve('dist/pasar.js'), ...args], { stdio: 'ignore' })
  while (keysIn(out).size === 0) await waited(4)
  child.kill('SIGKILL')
  await new Promise((gone) => child.on('close', gone))
  return performance.now() - began
}

/**
 * Kills the processes of one study, one after another, then lets it be completed.
 * @param kills how many
 * @param seeds of the study, so many that it is not done before
 */
export async function survives(kills: number, seeds: number): Promise<void> {
  const folder = temporary()
  const [out, alone] = [join(folder, 'out'), join(folder, 'alone')]
  const file = priceStudy(folder, { seeds, weeks: 12 })
  const args = ['study', file, '--threads', `${THREADS}`, '--no-report', '--no-cache', '--quiet']
  const ready = await firstRun([...args, '--out', join(folder, 'first')], join(folder, 'first'))
  const draw = seedrandom('kill')
  let hit = 0
  for (let nth = 0; nth < kills; nth++) {
    const [before, known] = [journals(out), keysIn(out)]
    const lines = Math.floor(5 * draw())
    // Before its first run it may be killed anywhere; later in the midst of one, or of writing it down.
    const wait = draw() * (lines === 0 ? ready : 40)
    if (await killedAt([...args], out, { lines, after: wait })) hit++
    const after = journals(out)
    for (const [name, text] of before) expect(after.get(name)).toBe(text)
    const now = keysIn(out)
    for (const key of known) expect(now).toContain(key)
    const claims = existsSync(join(out, 'claims')) ? readdirSync(join(out, 'claims')) : []
    // What is claimed and not kept was in flight: of this process and, where nobody has taken it up yet, of those before.
    expect(claims.filter((key) => !now.has(key)).length).toBeLessThanOrEqual(THREADS * (nth + 1))
  }
  expect(hit).toBe(kills)
  const { code, err } = await pasar([...args, '--out', out])
  expect(err).toBe('')
  expect(code).toBe(0)
  expect((await pasar([...args, '--out', alone])).code).toBe(0)
  const rows = await substanceIn(out)
  expect(rows).toEqual(await substanceIn(alone))
  expect(rows).toHaveLength(8 * seeds)
  // Nothing was made twice, for each process found what the others had kept.
  expect(linesIn(out)).toHaveLength(8 * seeds)
  expect(readdirSync(join(out, 'claims'))).toEqual([])
}
