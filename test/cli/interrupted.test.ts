/** Studies that are stopped, go on, get more runs, or are asked for twice at once. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { describe, expect, it, vi } from 'vitest'
import { BAN, BASE, EARLY, pasar, pasarProcess, small, temporary } from './pasar.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

const manifestOf = (out: string) => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))

/** Stops a study after a tenth of its days. */
const cutShort = (args: readonly string[], signal: NodeJS.Signals, twice = false) => {
  let sent = false
  return pasarProcess(args, (text, kill) => {
    if (sent || !text.includes('10 %')) return
    sent = true
    kill(signal)
    if (!twice) return
    // As under npm, which hands on what the terminal has sent already.
    const sentAt = performance.now()
    while (performance.now() - sentAt < 50);
    kill(signal)
  })
}

const runsIn = (out: string): string[] =>
  readdirSync(join(out, 'runs')).filter((name) => name.endsWith('.json'))

describe('an interrupted study', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s keeps the complete runs and ends with %i', async (signal, expected) => {
    const out = join(temporary(), 'out')
    const many = small({ runs: 60, quiet: false })
    const { code, err } = await cutShort(['run', BASE, ...many, '--out', out], signal)
    expect(code).toBe(expected)
    expect(err).toContain('runs are complete and kept; the same command goes on from there')
    const { complete, results } = manifestOf(out)
    expect(complete).toBe(false)
    expect(results.length).toBeGreaterThan(0)
    const file = await asyncBufferFromFile(join(out, 'series.parquet'))
    const rows = await parquetReadObjects({ file, columns: ['run'] })
    expect(new Set(rows.map(({ run }) => run)).size).toBe(results.length)
    expect(runsIn(out).length).toBe(results.length)
  })

  // A tenth of their days is more than two threads have without one run that is complete.
  const many = ['run', BASE, ...small({ runs: 24, quiet: false })]
  let uncut: Promise<string> | undefined
  const whole = async () => {
    const folder = join(temporary(), 'whole')
    expect((await pasar([...many, '--out', folder])).code).toBe(0)
    return folder
  }

  it.each(['SIGINT', 'SIGKILL'] as const)('by %s goes on where it stopped', async (signal) => {
    const out = join(temporary(), 'out')
    await cutShort([...many, '--out', out], signal)
    const done = runsIn(out).length
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(24)
    const { code, err } = await pasar([...many, '--out', out])
    expect(code).toBe(0)
    expect(err).toContain(`${done} of 24 runs are complete already and are not run again`)
    uncut ??= whole()
    const same = await uncut
    for (const name of ['levels.csv', 'series.parquet'])
      expect(readFileSync(join(out, name)).equals(readFileSync(join(same, name))), name).toBe(true)
    expect(readdirSync(out)).not.toContain('study.lock')
  })

  it('leaves an earlier complete study where it is, with its own runs beside it', async () => {
    const out = join(temporary(), 'out')
    expect((await pasar(['run', BASE, ...small(), '--out', out])).code).toBe(0)
    const before = readFileSync(join(out, 'manifest.json'), 'utf8')
    const many = small({ runs: 60, quiet: false })
    const cut = await cutShort(['run', BASE, ...many, '--out', out], 'SIGINT', true)
    expect(cut.code).toBe(130)
    expect(cut.out).toContain(`${out} still contains the earlier study, which is complete`)
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(before)
    expect(existsSync(join(out, 'levels.csv'))).toBe(true)
    const kept = runsIn(out).length
    expect(kept).toBeGreaterThan(2)
    expect((await pasar(['run', BASE, ...small(), '--out', out])).code).toBe(0)
    expect(runsIn(out).length).toBe(kept)
  })
})

describe('a study with more runs', () => {
  it('adds to those there are, and comes out as if all had been asked at once', async () => {
    const out = join(temporary(), 'out')
    const args = (runs: number, folder: string) => [
      ...['compare', BASE, BAN, ...small({ runs, quiet: false }), ...EARLY],
      ...['--why', '--out', folder],
    ]
    expect((await pasar(args(2, out))).code).toBe(0)
    const first = readFileSync(join(out, 'effects.csv'), 'utf8')
    const { code, err } = await pasar(args(3, out))
    expect(code).toBe(0)
    expect(err).toContain('4 of 6 runs are complete already and are not run again')
    const whole = join(temporary(), 'whole')
    expect((await pasar(args(3, whole))).code).toBe(0)
    const tables = ['effects.csv', 'winners.csv', 'switching.csv', 'decomposition.csv']
    for (const name of [...tables, 'proof.json', 'series.parquet', 'agents.parquet'])
      expect(readFileSync(join(out, name)).equals(readFileSync(join(whole, name))), name).toBe(true)
    expect((await pasar(args(2, out))).code).toBe(0)
    expect(readFileSync(join(out, 'effects.csv'), 'utf8')).toBe(first)
  })

  it('runs a damaged one again, and says so', async () => {
    const out = join(temporary(), 'out')
    const args = ['run', BASE, ...small({ quiet: false }), '--out', out]
    expect((await pasar(args)).code).toBe(0)
    const before = readFileSync(join(out, 'series.parquet'))
    const [series] = readdirSync(join(out, 'runs')).filter((name) => name.endsWith('.parquet'))
    writeFileSync(join(out, 'runs', series), 'not a series')
    const { code, err } = await pasar(args)
    expect(code).toBe(0)
    expect(err).toMatch(/is damaged: .* has another sha256: it is run again/)
    expect(err).toContain('1 of 2 runs are complete already')
    expect(readFileSync(join(out, 'series.parquet')).equals(before)).toBe(true)
  })
})

describe('a folder', () => {
  it('is of one process at a time: the second is told', async () => {
    const out = join(temporary(), 'out')
    const args = ['run', BASE, ...small({ runs: 6 }), '--out', out]
    const both = await Promise.all([pasarProcess(args), pasarProcess(args)])
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1])
    expect(both.map(({ err }) => err).join('')).toMatch(
      /another process \(\d+, since .*\) is at work in /,
    )
    expect(manifestOf(out).complete).toBe(true)
    expect(existsSync(join(out, 'study.lock'))).toBe(false)
  })

  it('is taken over from a process that was killed, whose number another one has now', async () => {
    const out = join(temporary(), 'out')
    const args = ['run', BASE, ...small({ runs: 1 }), '--out', out]
    expect((await pasar(args)).code).toBe(0)
    const left = { pid: 2 ** 22 - 1, host: hostname(), since: '2026-01-01T00:00:00.000Z' }
    writeFileSync(join(out, 'study.lock'), JSON.stringify(left))
    expect((await pasar(args)).code).toBe(0)
    expect(existsSync(join(out, 'study.lock'))).toBe(false)
  })
})
