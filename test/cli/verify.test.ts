import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readSeries } from '../../src/node/read-series.ts'
import { verification } from '../../src/node/verify.ts'
import type { RecordedSeries, RunResult } from '../../src/study/index.ts'
import { writeSeries } from '../node/parts.ts'
import { BAN, BASE, EARLY, pasar, pasarProcess, small, temporary } from './pasar.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = temporary()
const study = join(folder, 'study')

beforeAll(async () => {
  const { code } = await pasar([
    ...['compare', BASE, BAN, ...small({ report: true }), ...EARLY],
    ...['--out', study],
  ])
  expect(code).toBe(0)
})

it('is told in Indonesian where that is asked for, and is the same as an object', async () => {
  const [en, id, object, other] = await Promise.all(
    [[], ['--lang', 'id'], ['--json'], ['--json', '--lang', 'id']].map((more) =>
      pasar(['verify', study, '--runs', '1', ...more]),
    ),
  )
  expect([en.code, id.code]).toEqual([0, 0])
  expect(en.out).toMatch(
    /^exact in part: the runs that were repeated came out the same; 2 runs were not/,
  )
  expect(id.out).toMatch(
    /^tepat sama sebagian: simulasi yang diulang memberi hasil yang sama; 2 simulasi/,
  )
  expect(id.out).toContain('2 dari 4 simulasi diperiksa')
  expect(id.out.split('\n')).toHaveLength(en.out.split('\n').length)
  expect(id.out).not.toMatch(/\b(the|of|and|not|compared|verified)\b/)
  expect(other.out).toBe(object.out)
})

let copies = 0
function copy(): string {
  const made = join(folder, `copy-${++copies}`)
  cpSync(study, made, { recursive: true })
  return made
}

interface Listed {
  name: string
  bytes: number
  sha256: string
}

/** A copy of the study in which something is changed after the fact. */
function withManifest(change: (manifest: never) => void, made = copy()): string {
  const path = join(made, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  change(manifest as never)
  writeFileSync(path, JSON.stringify(manifest, null, 1))
  return made
}

/** Lists a file as it is now, as a forger would, or an earlier version. */
const listedAnew = (folder: string, name: string) =>
  withManifest((manifest: { files: Listed[] }) => {
    const content = readFileSync(join(folder, name))
    const sha256 = createHash('sha256').update(content).digest('hex')
    Object.assign(manifest.files.find((file) => file.name === name)!, {
      bytes: content.length,
      sha256,
    })
  }, folder)

/** A copy whose recorded values are others, as if an earlier version had given them. */
async function withValues(value: (was: number, run: RecordedSeries, at: number) => number) {
  const made = withManifest((manifest: { results: { stateHash: string }[] }) => {
    for (const result of manifest.results) result.stateHash = 'of another version'
  })
  const runs: RunResult[] = []
  for await (const run of readSeries(join(made, 'series.parquet'))) {
    const values = run.values.map((was, at) => value(was, run, at))
    runs.push({ ...run, values, stateHash: '', milliseconds: 0 })
  }
  writeSeries(join(made, 'series.parquet'), runs)
  return listedAnew(made, 'series.parquet')
}

const verify = (of: string, ...options: string[]) =>
  pasar(['verify', of, '--quiet', '--threads', '2', ...options])

describe('a manifest by itself', () => {
  it('is verified by the states of its runs', async () => {
    const { code, out } = await verify(join(study, 'manifest.json'))
    expect(out).toContain('exact: every run ended in the state that was recorded')
    expect(code).toBe(0)
  })

  it('differs where one run ended in another state, and says no more than it knows', async () => {
    const made = withManifest((manifest: { results: { stateHash: string }[] }) => {
      manifest.results[0].stateHash = '0123456789abcdef'
    })
    const { code, out } = await verify(join(made, 'manifest.json'))
    expect(out).toContain('different: states differ; without the series')
    expect(out).toContain('runs with a different final state: 1')
    expect(code).toBe(11)
  })
})

describe('a manifest that contradicts itself', () => {
  // biome-ignore lint/suspicious/noExplicitAny: it is to hold what no type allows
  type Any = any
  it.each<[string, (manifest: Any) => unknown]>([
    ['title', (manifest) => Object.assign(manifest, { title: 'Another' })],
    ['fingerprint', (manifest) => Object.assign(manifest, { fingerprint: '0123456789abcdef' })],
    ['complete', (manifest) => Object.assign(manifest, { complete: false })],
    ['runs.complete', ({ runs }) => Object.assign(runs, { complete: 8 })],
    ['runs.scenarios', ({ runs }) => Object.assign(runs, { scenarios: 3 })],
    [
      'scenarios[0].fingerprint',
      ({ scenarios: [one] }) => Object.assign(one, { fingerprint: 'f' }),
    ],
    ['scenarios[1].fork', ({ scenarios: [, one] }) => Object.assign(one, { fork: one.fork - 1 })],
    ['scenarios[1].proved', ({ scenarios: [, one] }) => Object.assign(one, { proved: 29 })],
  ])('is altered, and says in what: %s', async (place, change) => {
    const made = withManifest(change as never)
    for (const one of [made, join(made, 'manifest.json')]) {
      const { code, out } = await verify(one)
      expect(out).toContain(`altered: the manifest contradicts itself: ${place}`)
      expect(out).not.toContain('interrupted')
      expect(code).toBe(14)
    }
    const { files } = JSON.parse((await verify(made, '--json')).out)
    expect(files.untrue).toEqual([place])
  })

  it('is of another study than the request beside it, which is as it was written', async () => {
    const made = withManifest((manifest: Any) => {
      manifest.runs.asked = 3
      manifest.complete = false
    })
    const { code, out } = await verify(made)
    expect(out).toContain('manifest.json is of another study than study.json beside it')
    expect(out).not.toContain('cut short')
    expect(code).toBe(12)
  })

  it('is of the request beside it where runs were added for a precision', async () => {
    const [base, fee] = ['three-sellers', 'three-sellers-fee'].map(
      (name) => `scenarios/textbook/${name}.yaml`,
    )
    const out = join(temporary(), 'precise')
    const size = ['--days', '12', '--set', 'buyers.count=200', '--runs', '2', '--quiet']
    const until = ['--precision', '1%', '--max-runs', '6', '--no-report', '--out', out]
    expect((await pasar(['compare', base, fee, ...size, ...until])).code).toBe(0)
    expect((await verify(out)).out).toMatch(/^exact: .*\n12 of 12 runs verified\n/)
  })

  it('is not judged by what another version computed', async () => {
    const later = withManifest((manifest: Any) => {
      manifest.pasar = '9.0.0'
      manifest.scenarios[1].fork -= 1
    })
    expect((await verify(later)).out).not.toContain('contradicts')
  })
})

describe('a record of a run', () => {
  it('that was changed and listed anew has another sha256 than it says', async () => {
    const made = copy()
    const name = readdirSync(join(made, 'runs')).find((one) => one.endsWith('.json'))!
    const path = join(made, 'runs', name)
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(/"stateHash":"./, '"stateHash":"x')
    expect(changed).not.toBe(text)
    writeFileSync(path, changed)
    const { code, out } = await verify(listedAnew(made, `runs/${name}`))
    expect(out).toContain(`altered: not as it was written: runs/${name}`)
    expect(code).toBe(14)
  })
})

describe('a study run again', () => {
  it('is exact, from its manifest alone', async () => {
    const { code, out, err } = await pasarProcess(['verify', study, '--quiet'])
    expect(err).toBe('')
    expect(out).toMatch(
      /^exact: every state, recorded value and table came out the same\n4 of 4 runs verified\n/,
    )
    for (const table of ['effects.csv', 'winners.csv', 'switching.csv', 'proof.json'])
      expect(out).toMatch(new RegExp(`recomputed and compared byte by byte: .*${table}`))
    expect(out).toMatch(
      /\nnot made again, compared by sha256 with the manifest only: .*report\.html, .*charts \(\d+ files\), /,
    )
    expect(out).toContain('not verified: what else the manifest says of itself, such as version')
    expect(code).toBe(0)
  })

  it('names every file either as made again or as compared by its sha256', async () => {
    const listed = (one: string): string[] =>
      JSON.parse(readFileSync(join(one, 'manifest.json'), 'utf8'))
        .files.map(({ name }: Listed) => name)
        .sort()
    const later = withManifest((manifest: { pasar: string }) => {
      manifest.pasar = '9.0.0'
    })
    for (const [one, joined] of [
      [study, false],
      [later, true],
    ] as const) {
      const { tables, hashed } = JSON.parse((await verify(one, '--json')).out)
      expect([...tables, ...hashed].sort()).toEqual(listed(one))
      // Joined files name the version that wrote them: of another they are not made again, and that is said.
      for (const name of ['series.parquet', 'agents.parquet'])
        expect(hashed.includes(name), name).toBe(joined)
    }
    const struck = withManifest((manifest: { files: Listed[] }) => {
      manifest.files = manifest.files.filter(({ name }) => !/^charts.sales\.|^study/.test(name))
    })
    writeFileSync(join(struck, 'notes.txt'), 'mine')
    expect((await verify(struck)).out).toContain(
      'not in the manifest, not looked at: notes.txt, study.json, charts (2 files)',
    )
    const part = JSON.parse((await verify(study, '--runs', '1', '--json')).out)
    expect(part.beside).toEqual([])
    expect(part.hashed.sort()).toEqual(listed(study))
  })

  it('says what came of its first runs, as one object', async () => {
    const { code, out } = await verify(study, '--runs', '1', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'exact in part',
      why: 'the runs that were repeated came out the same; 2 runs were not repeated, so no table was recomputed',
      code: 0,
      tables: [],
      runs: { asked: 4, complete: 4, verified: 2 },
      first: null,
      test: null,
    })
  })

  it('is equal where only what is not recorded differs', async () => {
    const other = withManifest((manifest: { results: { stateHash: string }[] }) => {
      manifest.results[1].stateHash = '0'
    })
    const { code, out } = await verify(other)
    expect(out).toContain('statistically equal: every recorded value is the same')
    expect(out).toContain('runs with a different final state: 1')
    expect(code).toBe(10)
  })

  it('is equal where values differ by chance, with the test and its statistics', async () => {
    // Up in one run and down in the other, by less than a test of two runs can call real. Not by as much: an effect that is
    // as large in one run as it is small in the other would then move alike in both.
    const other = await withValues((was, { run }) => was * (run === 1 ? 1 + 1e-9 : 1 - 3e-9))
    const { code, out } = await verify(other, '--json')
    const found = JSON.parse(out)
    expect(found).toMatchObject({ verdict: 'statistically equal', code: 10, otherState: 4 })
    expect(found.first).toMatchObject({ scenario: 'indonesia-2023', run: 1, date: '2022-07-04' })
    expect(found.test).toMatchObject({ name: 'paired t', correction: 'Holm', level: 0.05 })
    expect(found.test.tests.length).toBeGreaterThan(20)
    expect(code).toBe(10)
  })

  it('is different where a headline moved in every run, with first day and measure', async () => {
    const other = await withValues((was, { cells, scenario }, at) => {
      const { measure, venue } = cells[at % cells.length]
      const day = Math.floor(at / cells.length)
      const later = scenario === 'tiktok-shop-ban' && day >= 20
      return later && measure === 'sales' && venue === 'shopee' ? was + 1e4 : was
    })
    const { code, out } = await verify(other, '--json')
    const { verdict, why, first } = JSON.parse(out)
    expect(verdict).toBe('different')
    // Shopee's sales and the effect on them, and nothing else.
    expect(why).toMatch(/^2 of \d+ headline means moved$/)
    expect(first).toMatchObject({
      scenario: 'tiktok-shop-ban',
      run: 1,
      date: '2022-07-24',
      cell: { measure: 'sales', venue: 'shopee' },
    })
    expect(code).toBe(11)
  })

  it('is different where too few runs could tell chance from change', async () => {
    const other = await withValues((was, { run }) => was * (run === 1 ? 1.2 : 0.9))
    const { code, out } = await verify(other)
    expect(out).toMatch(/^different: too few runs to tell chance from change: of /)
    expect(out).toContain('first difference: 2022-07-04, sales, run 1 of indonesia-2023')
    expect(code).toBe(11)
  })

  it('is different where a measure is no longer taken', async () => {
    const other = copy()
    const runs: RunResult[] = []
    for await (const run of readSeries(join(other, 'series.parquet'))) {
      const cells = run.cells.map((one) =>
        one.measure === 'duties' ? { ...one, measure: 'tulip mania' } : one,
      )
      runs.push({ ...run, cells, stateHash: '', milliseconds: 0 })
    }
    writeSeries(join(other, 'series.parquet'), runs)
    listedAnew(other, 'series.parquet')
    const { code, out } = await verify(other)
    expect(out).toContain('different: tulip mania is no longer recorded')
    expect(code).toBe(11)
  })
})

describe('a file of a study', () => {
  const files = (): Listed[] => JSON.parse(readFileSync(join(study, 'manifest.json'), 'utf8')).files

  it('is altered where its bytes are others, and nothing is run', async () => {
    for (const { name } of files().filter((file) => !file.name.startsWith('charts/'))) {
      const made = copy()
      const path = join(made, name)
      const bytes = readFileSync(path)
      bytes[bytes.length >> 1] ^= 1
      writeFileSync(path, bytes)
      const { verdict, files: faults } = await held(made)
      expect(verdict, name).toBe('altered')
      expect(faults, name).toEqual({ missing: [], altered: [name] })
    }
  })

  it('is missing where the manifest lists it and it is not there', async () => {
    for (const { name } of files().filter((file) => !file.name.startsWith('charts/'))) {
      const made = copy()
      rmSync(join(made, name))
      const { verdict, files: faults } = await held(made)
      expect(verdict, name).toBe('missing')
      expect(faults, name).toEqual({ missing: [name], altered: [] })
    }
  })

  it('has an exit code of its own', async () => {
    const made = copy()
    writeFileSync(join(made, 'report.html'), 'All is well.')
    const altered = await verify(made)
    expect(altered.out).toContain('altered: not as it was written: report.html')
    expect(altered.code).toBe(14)
    rmSync(join(made, 'report.html'))
    const missing = await verify(made)
    expect(missing.out).toContain('missing: listed in the manifest and not there: report.html')
    expect(missing.code).toBe(13)
  })

  it.each(['effects.csv', 'winners.csv', 'switching.csv', 'proof.json'])(
    'like %s is altered where it does not follow from its runs, whatever the manifest says',
    async (name) => {
      const made = copy()
      const path = join(made, name)
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(/\d(?=[,"])/, (digit) => `${(Number(digit) + 1) % 10}`),
      )
      listedAnew(made, name)
      const { code, out } = await verify(made)
      expect(out).toContain(`altered: not as it was written: ${name}`)
      expect(code).toBe(14)
    },
  )

  it('that the manifest no longer lists is missed', async () => {
    const made = withManifest((manifest: { files: Listed[] }) => {
      manifest.files = manifest.files.filter(({ name }) => name !== 'winners.csv')
    })
    rmSync(join(made, 'winners.csv'))
    const { code, out } = await verify(made)
    expect(out).toMatch(/^altered: not listed in the manifest: winners\.csv\n/)
    expect(code).toBe(14)
  })

  it('that the manifest does not list is not said to be listed, nor to be gone', async () => {
    const made = withManifest((manifest: { files: Listed[] }) => {
      manifest.files = []
    })
    const { code, out } = await verify(made)
    expect(out).toMatch(/^altered: not listed in the manifest: series\.parquet, agents\.parquet, /)
    expect(out).not.toContain('not there')
    expect(code).toBe(14)
  })
})

/** The verdict on files, without the program around it. */
const held = async (folder: string) =>
  verification(folder).carryOut(
    {
      run() {
        throw new Error('nothing is to be run')
      },
      async close() {},
    },
    () => {},
  )

describe('a verification that is interrupted', () => {
  it('ends with 130 and gives no verdict', async () => {
    const many = join(folder, 'many')
    expect((await pasar(['run', BASE, ...small({ runs: 12 }), '--out', many])).code).toBe(0)
    let sent = false
    const { code, out, err } = await pasarProcess(['verify', many], (text, kill) => {
      if (sent || !text.includes('10 %')) return
      sent = true
      kill('SIGINT')
    })
    expect(out).toBe('')
    expect(err).toContain('interrupted: nothing is verified')
    expect(code).toBe(130)
  })
})

describe('an older manifest', () => {
  it('takes the defaults of what was declared since', async () => {
    type Rows = { values: Record<string, unknown> }[]
    const older = withManifest(
      (manifest: { scenarios: { input: { tables: { routes: Rows } } }[] }) => {
        for (const { input } of manifest.scenarios)
          for (const { values } of input.tables.routes)
            if (values.friction === 0) delete values.friction
      },
    )
    const { code, out } = await verify(older, '--runs', '1')
    expect(out).toContain('exact in part')
    expect(out).toContain('now at its default: routes.*.friction')
    expect(code).toBe(0)
  })
})

describe('what cannot run', () => {
  type Manifest = {
    form?: number
    seed: string
    results: { run: number }[]
    scenarios: {
      input: {
        policies: object[]
        tables: { venues: { values: Record<string, unknown> }[] }
      }
    }[]
  }
  const changed = (change: (manifest: Manifest) => void) => () => withManifest(change as never)

  it.each([
    ['no folder', () => join(folder, 'nowhere'), 'there is no folder'],
    ['another folder', () => 'scenarios', 'there is no manifest.json in scenarios'],
    ['an unknown form', changed((manifest) => delete manifest.form), 'has form none'],
    ['another seed', changed((manifest) => (manifest.seed = 'x')), 'has the seed pasar/1, not x/1'],
    ['no complete run', changed((manifest) => (manifest.results = [])), 'no run of'],
    [
      'a series cut short',
      () => {
        const made = copy()
        const path = join(made, 'series.parquet')
        const whole = readFileSync(path)
        writeFileSync(path, whole.subarray(0, whole.length / 2))
        return listedAnew(made, 'series.parquet')
      },
      'it is damaged, or no Parquet file of pasar',
    ],
    ...['in the middle', 'at its end', 'altogether'].map(
      (where) =>
        [
          `a series damaged ${where}`,
          () => {
            const made = copy()
            const path = join(made, 'series.parquet')
            const bytes = readFileSync(path)
            const [from, to] = {
              'in the middle': [bytes.length / 2, bytes.length / 2 + 2000],
              'at its end': [bytes.length - 3000, bytes.length - 8],
              altogether: [0, bytes.length],
            }[where]!
            bytes.fill(0xa5, from, to)
            writeFileSync(path, bytes)
            return listedAnew(made, 'series.parquet')
          },
          'it is damaged, or no Parquet file of pasar',
        ] as [string, () => string, string],
    ),
    [
      'other days than its scenario has',
      changed((manifest) => Object.assign(manifest.results[0], { days: 1e9 })),
      'has other days in run 1 of',
    ],
    [
      'a manifest cut short',
      () => {
        const made = copy()
        const path = join(made, 'manifest.json')
        writeFileSync(path, readFileSync(path, 'utf8').slice(0, 30_000))
        return made
      },
      /manifest\.json:\d+:\d+ {2}this is not JSON/,
    ],
  ])('is %s', async (_, make, why) => {
    const { code, out, err } = await verify(make())
    expect(out).toMatch(/^cannot run: /)
    expect(out).toMatch(why)
    expect(err).toBe('')
    expect(code).toBe(12)
  })

  it('is a scenario that is no longer valid: every fault with its line', async () => {
    const invalid = withManifest((manifest: Manifest) => {
      const [baseline, policy] = manifest.scenarios
      baseline.input.tables.venues[0].values.upkeep = -3
      baseline.input.tables.venues[1].values.comission = 3
      policy.input.policies.push({ policy: 'clozure', settings: {} })
      policy.input.tables.venues[2].values.nest = 99
    })
    const { code, out } = await verify(invalid, '--json')
    const { verdict, findings } = JSON.parse(out)
    expect(verdict).toBe('cannot run')
    expect(findings).toHaveLength(4)
    expect(findings.join('\n')).toContain('upkeep is -3, outside 0 to')
    expect(findings.join('\n')).toContain('did you mean commission?')
    expect(findings.join('\n')).toContain('unknown policy clozure; expected one of closure')
    expect(findings.join('\n')).toMatch(/nest: expected a whole number below \d+, found 99/)
    for (const finding of findings) expect(finding).toMatch(/manifest\.json:\d+:\d+ /)
    expect(code).toBe(12)
  })
})
