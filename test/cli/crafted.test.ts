/** Manifests that no study wrote: `verify` says what is wrong with them at once, and runs nothing. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readStudy } from '../../src/cli/scenarios.ts'
import { CannotRun, designOf, manifest, recordedStudy, seedOf } from '../../src/study/index.ts'
import { BAN, BASE, pasar, temporary } from './pasar.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** A manifest as far as a test may damage it. */
// biome-ignore lint/suspicious/noExplicitAny: it is to hold what no type allows
type Any = any

const whole = manifestText()

function manifestText(): string {
  const { scenarios } = readStudy({ scale: '0.02', days: '7' }, [BASE, BAN])
  const design = designOf(scenarios, { runs: 1 })
  const results = scenarios.map(({ name }) => ({
    ...{ scenario: name, run: 1, seed: seedOf(design.question.seed, 1), start: '', days: 7 },
    ...{ cells: [], values: new Float64Array(), stateHash: '0'.repeat(16), milliseconds: 0 },
  }))
  const files = [{ name: 'series.parquet', bytes: 1, sha256: '0'.repeat(64) }]
  const rest = { fingerprint: '', broken: [], stopped: 'asked', files } as const
  const making = { command: [], date: '2026-01-01T00:00:00.000Z', platform: 'v20' }
  return manifest({ ...design, ...rest, results }, making)
}

const changed = (change: (manifest: Any) => unknown): string => {
  const written = JSON.parse(whole)
  return JSON.stringify(change(written) ?? written)
}

const ESC = '\x1b]0;title\x07\x1b[31mred'
const input = (written: Any): Any => written.scenarios[0].input
const course = (more: object) => (written: Any) => {
  const about = { table: 'venues', row: 0, field: 'commission', at: 0, linear: false }
  input(written).courses = [{ ...about, points: [[0, 0.1]], ...more }]
}
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const inInput = (text: string) => whole.replace('"input": {', `"input": {${text},`)
const many = <T>(of: T, times: number): T[] => new Array(times).fill(of)

const CHANGES: Record<string, (written: Any) => unknown> = {
  'a list': () => [],
  'a name for a version': (written) => Object.assign(written, { pasar: null }),
  'another form': (written) => Object.assign(written, { form: 7, pasar: `9${ESC}` }),
  'a form that is a map': (written) => Object.assign(written, { form: { a: 1 } }),
  'no runs': (written) => Object.assign(written, { runs: null }),
  '1e9 runs': (written) => Object.assign(written.runs, { asked: 1e9 }),
  '1e308 runs': (written) => Object.assign(written.runs, { asked: 1e308 }),
  'runs below 0': (written) => Object.assign(written.runs, { asked: -1 }),
  'run 1e9': (written) => Object.assign(written.results[0], { run: 1e9 }),
  'a run twice': (written) => written.results.push(written.results[0]) && undefined,
  'another seed': (written) => Object.assign(written.results[0], { seed: ESC }),
  'a long seed': (written) => Object.assign(written.results[0], { seed: 'x'.repeat(1e6) }),
  'a run of nothing known': (written) => Object.assign(written.results[0], { scenario: ESC }),
  'a name that a terminal obeys': (written) => Object.assign(written.scenarios[0], { name: ESC }),
  'a name with NUL': (written) => Object.assign(written.scenarios[0], { name: 'a\0b' }),
  'an empty name': (written) => Object.assign(written.scenarios[0], { name: '' }),
  'a scenario twice': (written) => written.scenarios.push(written.scenarios[0]) && undefined,
  'no scenario': (written) => Object.assign(written, { scenarios: [] }),
  'an input that is nothing': (written) => Object.assign(written.scenarios[0], { input: null }),
  '1e9 days': (written) => Object.assign(input(written), { days: 1e9 }),
  'half a day': (written) => Object.assign(input(written), { days: 2.5 }),
  '1e9 buyers': (written) => Object.assign(input(written).size, { buyers: 1e9 }),
  'a start that is no day': (written) => Object.assign(input(written), { start: '2022-02-30' }),
  'a start that a terminal obeys': (written) => Object.assign(input(written), { start: ESC }),
  'a course of no row': course({ row: 999 }),
  'a course of a prototype': course({ table: '__proto__', field: 'constructor' }),
  'a course of nothing': (written) => Object.assign(input(written), { courses: [null] }),
  'a course without points': course({ points: 'x' }),
  'a policy of a prototype': (written) =>
    Object.assign(input(written), { policies: [{ policy: 'constructor', settings: {} }] }),
  'a table that is text': (written) => Object.assign(input(written).tables, { venues: 'x' }),
  'a row that is nothing': (written) => Object.assign(input(written).tables, { venues: [null] }),
  'many rows': (written) => {
    const [row] = input(written).tables.venues
    input(written).tables.venues = many(row, 100_000)
  },
  'a field of 1e6 numbers': (written) =>
    Object.assign(input(written).tables.venues[0].values, { commission: many(0.1, 1e6) }),
  'a label that a terminal obeys': (written) =>
    Object.assign(input(written).tables.regions[0], { label: ESC }),
  'a season of odd types': (written) =>
    Object.assign(input(written), { season: { lebaran: [1], doubleDates: 'x' } }),
  'a window of odd types': (written) =>
    Object.assign(written.scenarios[1], { windows: [{ name: 5, from: 'x', to: {} }] }),
  'windows that are no list': (written) =>
    Object.assign(written.scenarios[1], { windows: { length: 1e9 } }),
  'a window that a terminal obeys': (written) =>
    Object.assign(written.scenarios[1], { windows: [{ name: ESC, from: 0, to: 3 }] }),
  'a window without bounds': (written) =>
    Object.assign(written.scenarios[1], { windows: [{ name: 'a', from: -1e300, to: 1e300 }] }),
  'a fork that is a map': (written) => Object.assign(written.scenarios[1], { fork: {} }),
  'days proved that are text': (written) => Object.assign(written.scenarios[1], { proved: 'x' }),
  'combined of two': (written) => Object.assign(written, { combined: true }),
  'combined by text': (written) => Object.assign(written, { combined: 'yes' }),
  'divided by a map': (written) => Object.assign(written, { divided: {} }),
  'files that are text': (written) => Object.assign(written, { files: 'x' }),
  'a file above': (written) => Object.assign(written.files[0], { name: '../../etc/passwd' }),
  'a file within and above': (written) => Object.assign(written.files[0], { name: 'a/../../b' }),
  'a file elsewhere': (written) => Object.assign(written.files[0], { name: '/etc/passwd' }),
  'a file of a drive': (written) => Object.assign(written.files[0], { name: 'C:\\x' }),
  'the folder as a file': (written) => Object.assign(written.files[0], { name: '.' }),
  'a file that a terminal obeys': (written) => Object.assign(written.files[0], { name: ESC }),
  'a file twice': (written) => written.files.push(written.files[0]) && undefined,
  'a file of less than nothing': (written) => Object.assign(written.files[0], { bytes: -1 }),
  'a file of 1e300 bytes': (written) => Object.assign(written.files[0], { bytes: 1e300 }),
}

const TEXTS: Record<string, string> = {
  'nothing at all': '',
  'a part': whole.slice(0, 2000),
  'a number that is none': whole.replace(/"days": \d+/, '"days": NaN'),
  'a list without end': '['.repeat(100_000),
  'a deep list': nested(100_000),
  'a deep input': inInput(`"x":${nested(100_000)}`),
  'a deep rule': whole.replace('"rules": {', `"rules": {"x":${nested(20_000)},`),
  'a prototype': '{"__proto__":{"pasar":"1","form":2}}',
  'an input with a prototype': inInput('"__proto__":{"days":3}'),
  'rules with a prototype': whole.replace('"rules": {', '"rules": {"__proto__":{"x":1},'),
  'a terminal in its fault': `{"pasar":${ESC}}`,
}

describe('a manifest that no study wrote', () => {
  it('is told from one that a study wrote', () => {
    expect(recordedStudy(whole, 'manifest.json').results).toHaveLength(2)
  })

  it.each([
    ...Object.entries(TEXTS),
    ...Object.entries(CHANGES).map(([name, change]) => [name, changed(change)] as const),
  ])('with %s cannot run, in words and at once', (_, text) => {
    const read = milliseconds(() => recordedStudy(whole, 'manifest.json'))
    const parsed = milliseconds(() => caught(() => JSON.parse(text)))
    let problem: unknown
    const took = milliseconds(() => {
      problem = caught(() => recordedStudy(text, 'manifest.json'))
    })
    expect(took / (read + parsed)).toBeLessThan(500)
    expect(problem).toBeInstanceOf(CannotRun)
    const { message, findings } = problem as CannotRun
    const said = [message, ...findings].join('\n')
    expect(said).not.toMatch(/[^\n\P{Cc}]/u)
    expect(message.length).toBeLessThan(500)
  })
})

/** Of the processor: a machine that is busy with something else makes nothing take longer. */
function milliseconds(act: () => unknown): number {
  const { user, system } = process.cpuUsage()
  act()
  const used = process.cpuUsage({ user, system })
  return (used.user + used.system) / 1000
}

function caught(act: () => unknown): unknown {
  try {
    return act()
  } catch (problem) {
    return problem
  }
}

describe('a folder that no study left', () => {
  const folder = temporary()
  const study = join(folder, 'study')

  beforeAll(async () => {
    const size = ['--scale', '0.02', '--days', '3', '--runs', '1', '--threads', '1']
    expect((await pasar(['run', BASE, ...size, '--quiet', '--out', study])).code).toBe(0)
  })

  let copies = 0
  async function verified(damage: (made: string) => void) {
    const made = join(folder, `copy-${++copies}`)
    cpSync(study, made, { recursive: true })
    damage(made)
    const { code, out, err } = await pasar(['verify', made, '--quiet', '--threads', '1'])
    expect(err).toBe('')
    expect(out).not.toMatch(/[^\n\P{Cc}]/u)
    return { code, out }
  }

  const rewrite = (change: (manifest: Any) => unknown) => (made: string) => {
    const path = join(made, 'manifest.json')
    const written = JSON.parse(readFileSync(path, 'utf8'))
    change(written)
    writeFileSync(path, JSON.stringify(written))
  }
  const pipe = (path: string) => {
    rmSync(path, { recursive: true })
    expect(spawnSync('mkfifo', [path]).status).toBe(0)
  }

  it.each<[string, (made: string) => void]>([
    ['a pipe', (made) => pipe(join(made, 'levels.csv'))],
    [
      'a folder',
      (made) => {
        rmSync(join(made, 'levels.csv'))
        mkdirSync(join(made, 'levels.csv'))
      },
    ],
    [
      'a link',
      (made) => {
        renameSync(join(made, 'levels.csv'), join(made, 'elsewhere.csv'))
        symlinkSync(join(made, 'elsewhere.csv'), join(made, 'levels.csv'))
      },
    ],
    ['another size', (made) => truncateSync(join(made, 'levels.csv'), 1e12)],
  ])('has %s for a file: altered', async (_, damage) => {
    const { code, out } = await verified(damage)
    expect(out).toMatch(/^altered: .*levels\.csv/)
    expect(code).toBe(14)
  })

  it.each<[string, (made: string) => void]>([
    ['a pipe', (made) => pipe(join(made, 'manifest.json'))],
    ['no end', (made) => truncateSync(join(made, 'manifest.json'), 1e12)],
    ['1e9 runs', rewrite(({ runs }) => Object.assign(runs, { asked: 1e9 }))],
  ])('has a manifest that is or has %s: it cannot run', async (_, damage) => {
    const { code, out } = await verified(damage)
    expect(out).toMatch(/^cannot run: /)
    expect(code).toBe(12)
  })

  it('was written by a version that a terminal would obey', async () => {
    const { code, out } = await verified(rewrite((all) => Object.assign(all, { pasar: ESC })))
    expect(out).toContain('written by pasar \\x1b]0;title\\x07')
    expect(code).toBe(0)
  })
})
