import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { BAN, BASE, EARLY, type Ended, pasar, small, temporary } from './pasar.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const filesOf = (out: string): string[] =>
  manifestOf(out).files.map(({ name }: { name: string }) => name)

/** A text without its line breaks. */
const unwrapped = (text: string): string => text.replace(/\s+/g, ' ')

const manifestOf = (out: string) => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))

/** A comparison of two runs with its report, which several tests look at. */
const closure = join(temporary(), 'closure')
let compared: Ended
beforeAll(async () => {
  compared = await pasar([
    ...['compare', BASE, BAN, ...small({ report: true }), ...EARLY],
    ...['--out', closure],
  ])
})

describe('compare', () => {
  it('prints effects and leaves a folder', async () => {
    const out = closure
    const { code, out: printed, err } = compared
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(unwrapped(printed)).toContain(
      'with policy closure (Venue to close: TikTok Shop; Announcement date: 2022-07-14;',
    )
    expect(unwrapped(printed)).toContain(
      'Are the two worlds comparable? Yes. Simulated separately, both worlds had the same state on each of the 10 days before 14 Jul 2022 (run 1)',
    )
    expect(unwrapped(printed)).toContain(
      'First difference: 14 Jul 2022, rule dated parameters, TikTok Shop, announced to close',
    )
    expect(unwrapped(printed)).toMatch(
      /First decision to differ: 18 Jul 2022, rule streaming, creator \d+, /,
    )
    expect(printed).toContain('2 runs')
    const lines = printed.trimEnd().split('\n')
    expect(lines[3]).toMatch(/^Main window: first month \(cut short\), /)
    expect(lines[4]).toMatch(/UMKM jobs/)
    expect(lines.at(-1)).toMatch(/^report: \S+\/closure\/report\.html \(to open it: \S+ /)
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110)
    expect(readdirSync(out).sort()).toEqual([
      'README.md',
      'agents.parquet',
      'buyers-after.csv',
      'charts',
      'datapackage.json',
      'effects.csv',
      'manifest.json',
      'proof.json',
      'report.html',
      'ro-crate-metadata.json',
      'runs',
      'series.parquet',
      'study.json',
      'switching.csv',
      'winners.csv',
    ])
    const { complete, scenarios, results, seed } = manifestOf(out)
    expect(filesOf(out)).toEqual(
      expect.arrayContaining(['agents.parquet', 'winners.csv', 'switching.csv']),
    )
    expect(complete).toBe(true)
    expect(seed).toBe('pasar')
    expect(scenarios[1]).toMatchObject({ name: 'tiktok-shop-ban', fork: 10 })
    expect(results).toHaveLength(4)
    expect(results[0].stateHash).not.toBe(results[2].stateHash)
    expect(readFileSync(join(out, 'effects.csv'), 'utf8')).toMatch(
      /^scenario,window,from,to,measure,/,
    )
  })

  const WINDOW = 'first month (cut short)'

  it('says who wins, who loses and where sales went', async () => {
    const out = closure
    const { out: printed } = compared
    expect(printed).toMatch(/who gains and who loses, first month \(cut short\)\n/)
    expect(printed).toMatch(/\nResellers +[\d.]+ [km] /)
    expect(printed).toMatch(
      /where the sales of TikTok Shop went \(buyers of TikTok Shop\), first month \(cut short\): Rp bn a week/,
    )
    expect(printed).toMatch(/\n {2}(Purchases that no longer occur|New purchases) +−?\d+\.\d /)
    expect(printed).toMatch(/\nFall of all sales +−?\d+\.\d/)

    // What the printed table says can be worked out again from the agents.
    const file = await asyncBufferFromFile(join(out, 'agents.parquet'))
    const agents = (await parquetReadObjects({ file })).filter(
      (agent) => agent.window === WINDOW && agent.kind === 'reseller' && agent.size !== '',
    )
    const [head, ...rows] = readFileSync(join(out, 'winners.csv'), 'utf8').trim().split('\n')
    const row = rows.map((line) => line.split(',')).find((cells) => cells.includes('reseller'))!
    const winner = Object.fromEntries(head.split(',').map((name, at) => [name, row[at]]))
    expect(winner).toMatchObject({ window: WINDOW, by: 'kind', kind: 'reseller', runs: '2' })
    const runs = [1, 2].map((run) => agents.filter((agent) => agent.run === run))
    const means = runs.map((members) => {
      const sum = (of: (agent: Record<string, number>) => number) =>
        members.reduce((total, agent) => total + agent.weight * of(agent as never), 0)
      return sum((agent) => agent.income_policy - agent.income_baseline) / sum(() => 1)
    })
    const difference = (means[0] + means[1]) / 2
    expect(Math.abs(Number(winner.income_difference) - difference)).toBeLessThan(1e-3)
    // Who loses has a tenth less, and at least Rp 10,000 a week.
    const losing = runs.map((members) => {
      const weights = members.map(({ weight }) => Number(weight))
      const lost = members.filter((agent) => {
        const [before, after] = [Number(agent.income_baseline), Number(agent.income_policy)]
        return after < before - Math.max(0.1 * Math.abs(before), 10)
      })
      const of = (some: typeof members) =>
        some.reduce((total, { weight }) => total + Number(weight), 0)
      return of(lost) / weights.reduce((total, one) => total + one, 0)
    })
    expect(Number(winner.losing)).toBeCloseTo((losing[0] + losing[1]) / 2, 4)
    expect(Number(winner.agents)).toBe(agents.length / 2)
  })

  it('prints one object, the same for any number of threads', async () => {
    const folder = temporary()
    const runs = await Promise.all(
      [1, 3].map((threads) =>
        pasar([
          ...['compare', BASE, BAN, ...small({ runs: 1, threads }), ...EARLY],
          ...['--json', '--out', join(folder, `${threads}`)],
        ]),
      ),
    )
    const [one, other] = runs.map(({ out }) => JSON.parse(out))
    expect(one.written).toBe(true)
    expect(one).toMatchObject({ runs: 1, complete: true, seed: 'pasar' })
    expect(one.effects.length).toBeGreaterThan(10)
    expect(other.effects).toEqual(one.effects)
    expect(one.winners.length).toBeGreaterThan(50)
    expect(other.winners).toEqual(one.winners)
    expect(one.switching.length).toBeGreaterThan(20)
    expect(other.switching).toEqual(one.switching)
  })
})

describe('compare --prove', () => {
  it('begins the proof on the first day instead of four weeks before', async () => {
    const sizes = ['size.buyers=2000', 'size.sellers=400', 'size.creators=10', 'firms.slots=64']
    const sets = [
      ...[...sizes, 'policies.closure.announced=2022-08-03'],
      'policies.closure.effective=2022-08-04',
    ].flatMap((set) => ['--set', set])
    const folder = temporary()
    const size = ['--days', '32', '--runs', '1', '--threads', '1']
    const args = ['compare', BASE, BAN, ...sets, ...size, '--quiet']
    const [some, all] = await Promise.all(
      [[], ['--prove']].map((prove) =>
        pasar([...args, ...prove, '--out', join(folder, `${prove.length}`)]),
      ),
    )
    const proved = (days: number) =>
      `Simulated separately, both worlds had the same state on each of the ${days} days before 3 Aug 2022 (run 1)`
    expect(unwrapped(some.out)).toContain(proved(28))
    expect(unwrapped(all.out)).toContain(proved(30))
    const [[first], [second]] = ['0', '1'].map((out) =>
      JSON.parse(readFileSync(join(folder, out, 'proof.json'), 'utf8')),
    )
    expect(second.daily.slice(2)).toEqual(first.daily)
    expect(second.daily[0].date).toBe('2022-07-04')
  })
})

describe('compare --why', () => {
  it('divides the effect, prints it and leaves a table', async () => {
    const out = join(temporary(), 'out')
    const args = ['compare', BASE, BAN, ...small(), ...EARLY, '--why', '--out', out]
    const { code, out: printed } = await pasar(args)
    expect(code).toBe(0)
    expect(printed).toMatch(
      /why, first month \(cut short\): .*\n.*\nUMKM jobs .*\n {2}Routes for planned/,
    )
    const [head, ...rows] = readFileSync(join(out, 'decomposition.csv'), 'utf8').trim().split('\n')
    expect(head).toMatch(
      /^scenario,window,from,to,measure,group,unit,members,agents,mechanism,label,value,low,/,
    )
    expect(rows).toHaveLength(4 * 5)
    const { results } = manifestOf(out)
    expect(filesOf(out)).toContain('decomposition.csv')
    // Worlds that only explain are not among the results.
    expect(results).toHaveLength(4)
  })

  it('refuses what is no dated change, before anything is run', async () => {
    const file = join(temporary(), 'wages.yaml')
    writeFileSync(file, `title: X\nextends: ${resolve(BASE)}\nfirms: { wage: 600 }\n`)
    const { code, err } = await pasar(['compare', BASE, file, ...small(), '--why'])
    expect(code).toBe(2)
    expect(err).toContain(
      '--why divides dated changes: wages has other values from the first day on',
    )
  })
})

describe('compare --combine', () => {
  const fee = (rate: string): string => {
    const file = join(temporary(), 'fee.yaml')
    const course = `venues.shopee.commission: { points: { 2022-07-20: ${rate} } }`
    writeFileSync(file, `title: Fee\nextends: ${resolve(BASE)}\ncourses:\n  ${course}\n`)
    return file
  }

  it('runs both policies together, beside the sum of each', async () => {
    const out = join(temporary(), 'out')
    const ban = join(temporary(), 'ban.yaml')
    const closure = '{ venue: tiktok-shop, announced: 2022-07-14, effective: 2022-07-18 }'
    writeFileSync(
      ban,
      `title: Ban\nindonesian: { title: Tutup }\nextends: ${resolve(BASE)}\npolicies: [{ closure: ${closure} }]\n`,
    )
    const sized = small({ report: true })
    const args = ['compare', BASE, ban, fee('20 %'), ...sized, '--combine', '--out', out]
    const { code, out: printed } = await pasar(args)
    expect(code).toBe(0)
    expect(printed).toContain('Ban + Fee')
    expect(printed).toContain('joint effect compared with the sum of the effects of ban and fee')
    const { scenarios } = manifestOf(out)
    expect(scenarios.map(({ name }: { name: string }) => name)).toEqual([
      ...['indonesia-2023', 'ban', 'fee', 'ban+fee'],
    ])
    expect(filesOf(out)).toContain('combinations.csv')
    const rows = readFileSync(join(out, 'combinations.csv'), 'utf8').trim().split('\n')
    expect(rows[0]).toMatch(
      /^scenario,parts,window,from,to,measure,group,unit,members,agents,together,/,
    )
    expect(rows.length).toBeGreaterThan(50)
    // The second has no Indonesian title, and stands in its own language.
    const page = readFileSync(join(out, 'report.html'), 'utf8')
    expect(page).toContain('<h1>Tutup + Fee</h1>')
    expect(page).toContain('<td>npx pasar compare ')
    expect(page).toContain(': npx pasar verify FOLDER')
  })

  it('names what both set, and needs two', async () => {
    const other = fee('10 %').replace(/fee.yaml$/, 'lower.yaml')
    writeFileSync(other, readFileSync(fee('10 %'), 'utf8'))
    const clash = await pasar(['compare', BASE, fee('20 %'), other, ...small(), '--combine'])
    expect(clash.code).toBe(2)
    expect(clash.err).toContain('fee and lower both set venues.shopee.commission.fashion: 0.2 from')
    const lone = await pasar(['compare', BASE, BAN, ...small(), '--combine'])
    expect(lone.code).toBe(2)
    expect(lone.err).toContain('--combine needs at least two scenarios')
  })
})

describe('compare --precision', () => {
  it('adds runs to the cap, and says which rule ended it', async () => {
    const out = join(temporary(), 'out')
    const args = ['compare', BASE, BAN, ...small(), ...EARLY, '--out', out]
    const { code, out: printed } = await pasar([...args, '--precision', '0.1%', '--max-runs', '3'])
    expect(code).toBe(0)
    expect(unwrapped(printed)).toContain(
      '3 runs, stopped by --max-runs before the requested ±0.1 %. UMKM jobs: ',
    )
    expect(manifestOf(out).runs).toMatchObject({ asked: 3, complete: 6, stopped: 'most' })
  })

  it('needs a share', async () => {
    const { code, err } = await pasar(['compare', BASE, BAN, '--precision', 'high'])
    expect(code).toBe(2)
    expect(err).toContain('--precision is high, expected e.g. 5% or 0.05')
  })
})

describe('run', () => {
  it('writes levels, and touches no file that is not its own', async () => {
    const out = join(temporary(), 'out')
    const args = ['run', BASE, ...small(), '--out', out]
    expect((await pasar(args)).code).toBe(0)
    writeFileSync(join(out, 'notes.txt'), 'mine')
    writeFileSync(join(out, 'effects.csv'), 'in no manifest')
    expect((await pasar([...args, '--seed', 'other'])).code).toBe(0)
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine')
    expect(readFileSync(join(out, 'effects.csv'), 'utf8')).toBe('in no manifest')
    expect(manifestOf(out).results[0].seed).toBe('other/1')
    // The runs of the study before are still there, and are not run again.
    const { code, err } = await pasar(args.filter((arg) => arg !== '--quiet'))
    expect(code).toBe(0)
    expect(err).toBe('2 of 2 runs are complete already and are not run again\n')
    expect(manifestOf(out).results[0].seed).toBe('pasar/1')
  })

  it('removes what an earlier study of another kind left, by its manifest', async () => {
    const out = join(temporary(), 'out')
    cpSync(closure, out, { recursive: true })
    expect(existsSync(join(out, 'effects.csv'))).toBe(true)
    expect((await pasar(['run', BASE, ...small(), '--out', out])).code).toBe(0)
    for (const gone of ['effects.csv', 'winners.csv', 'report.html', 'proof.json'])
      expect(existsSync(join(out, gone)), gone).toBe(false)
    expect(existsSync(join(out, 'levels.csv'))).toBe(true)
  })

  it('writes no folder where none is wanted', async () => {
    const args = ['run', BASE, ...small({ runs: 1 }), '--no-files', '--json']
    const { code, out } = await pasar(args)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ output: null, written: false, complete: true })
  })
})

describe('a folder', () => {
  it.each([
    ['a manifest of another program', 'manifest.json', '{"name": "an app"}'],
    ['runs of another program', 'runs/mine.parquet', 'x'],
    ['anything else', 'notes.txt', 'x'],
  ])('with %s is left as it is', async (_, name, content) => {
    const out = temporary()
    const path = join(out, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    const { code, err } = await pasar(['run', BASE, ...small({ runs: 1 }), '--out', out])
    expect(code).toBe(1)
    expect(err).toContain('is no study of pasar')
    expect(err).toContain('nothing was written')
    expect(readdirSync(out, { recursive: true }).filter((one) => one !== 'runs')).toEqual([name])
    expect(readFileSync(path, 'utf8')).toBe(content)
  })

  it.each(['runs', 'charts'])('whose %s lead elsewhere is left as it is', async (name) => {
    const out = join(temporary(), 'out')
    const args = ['run', BASE, ...small({ runs: 1, report: name === 'charts' }), '--out', out]
    expect((await pasar(args)).code).toBe(0)
    const elsewhere = temporary()
    writeFileSync(join(elsewhere, 'mine.svg'), 'x')
    rmSync(join(out, name), { recursive: true })
    symlinkSync(elsewhere, join(out, name))
    const { code, err } = await pasar(args)
    expect(code).toBe(1)
    expect(err).toContain('is a link')
    expect(readdirSync(elsewhere)).toEqual(['mine.svg'])
  })
})
