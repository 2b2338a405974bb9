/** A policy in a file of its own, from the command line: it runs on threads, goes on, and is verified without its file. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { BASE, pasar, pasarProcess, small, temporary } from './pasar.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = temporary()
const [levied, program] = ['levied.yaml', 'levy.ts'].map((name) => join(folder, name))
const study = join(folder, 'study')

/** It begins within the thirty days of a small study. */
function write(text: string): void {
  writeFileSync(program, text)
  writeFileSync(
    levied,
    `title: Levied\nextends: ${resolve(BASE)}\nuse: ./levy.ts\npolicies:\n  - live-levy: { venue: tiktok-shop, rate: 10 %, effective: 2022-07-11 }\n`,
  )
}

const shipped = readFileSync('scenarios/own-policies/live-levy.ts', 'utf8')
const compare = (...more: string[]) => ['compare', BASE, levied, ...small(), ...more]

beforeAll(() => write(shipped))

describe('a policy in a file of its own', () => {
  it('is compared on threads, in a process that has never seen it', async () => {
    const { code, out, err } = await pasarProcess(compare('--out', study))
    expect(err).toBe('')
    expect(out).toMatch(/Levy on live sales \(Rp \w+ a week\) +0 +[\d.,]+ +\+[\d.,]+/)
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /with policy live levy \[program [0-9a-f]{8}\] \(Venue: TikTok Shop; Rate of the levy: 0\.1;/,
    )
    expect(code).toBe(0)
  })

  it('is run alone, with the measures that its answer tells', async () => {
    const { out, code } = await pasar(['run', levied, ...small(), '--no-files'])
    expect(out).toMatch(/Levy on live sales \(Rp \w+ a week\) +– +[\d.,]+/)
    expect(out).toContain('Grants from the levy')
    expect(code).toBe(0)
    const summary = [...small(), '--no-files', '--json-summary']
    const json = JSON.parse((await pasar(['run', levied, ...summary])).out)
    const told = json.levels.levels.filter(({ measure }: { measure: string }) =>
      ['live levy', 'live grant'].includes(measure),
    )
    expect(told).toHaveLength(2)
    for (const { mean } of told) expect(mean).toBeGreaterThan(0)
  })

  it('goes on where it stopped, and not from runs of another text', async () => {
    const again = await pasar([...compare('--out', study).filter((word) => word !== '--quiet')])
    expect(again.err).toContain('4 of 4 runs are complete already')
    write(shipped.replace('raised / traders', 'raised / (2 * traders)'))
    const other = await pasar(compare('--no-files'))
    write(shipped)
    const told = (out: string) => /Grants from the levy.*/.exec(out)?.[0]
    expect(told(other.out)).toBeDefined()
    expect(told(other.out)).not.toBe(told(again.out))
  })

  it('gives the same tables where a study went on from kept runs', async () => {
    const [parts, whole] = ['parts', 'whole'].map((name) => join(folder, name))
    const three = (runs: string, out: string) =>
      pasar([
        ...['compare', BASE, levied, ...small()].map((word, at, all) =>
          all[at - 1] === '--runs' ? runs : word,
        ),
        '--out',
        out,
      ])
    await three('1', parts)
    expect((await three('3', parts)).code).toBe(0)
    expect((await three('3', whole)).code).toBe(0)
    const table = (of: string) => readFileSync(join(of, 'effects.csv'), 'utf8')
    expect(table(parts)).toBe(table(whole))
  })

  it('is verified without its file, but only by those who trust it', async () => {
    const away = join(folder, 'elsewhere')
    cpSync(study, away, { recursive: true })
    rmSync(program)
    const doubtful = await pasarProcess(['verify', away, '--quiet'])
    expect(doubtful.code).toBe(12)
    expect(doubtful.out).toContain('If you trust it, add --trust')
    const { code, out } = await pasarProcess(['verify', away, '--quiet', '--trust'])
    expect(out).toMatch(/^exact: every state, recorded value and table came out the same/)
    expect(code).toBe(0)
    write(shipped)
  })

  it('is checked, shown and told apart', async () => {
    expect((await pasar(['check', levied])).out).toContain('no fault found')
    const shown = await pasar(['show', levied, 'policies'])
    expect(shown.out).toMatch(/policies\.live-levy\.rate +.*10 %|policies\.live-levy\.rate.*0\.1/)
    const diff = await pasar(['diff', BASE, levied])
    expect(diff.out).toContain('live-levy')
  })

  it('is told apart by its program, which is shown with the line that names its file', async () => {
    const other = join(folder, 'other.yaml')
    writeFileSync(other, readFileSync(levied, 'utf8').replace('./levy.ts', './other.ts'))
    writeFileSync(
      join(folder, 'other.ts'),
      shipped.replace('raised / traders', 'raised / (2 * traders)'),
    )
    const shown = await pasar(['show', levied, 'policies'])
    expect(shown.out).toMatch(/policies\.live-levy\.program +[0-9a-f]{16} +\S*levied\.yaml:3/)
    const same = await pasar(['diff', levied, levied])
    expect(same.out.trim()).toBe('no value differs')
    const diff = await pasar(['diff', levied, other])
    expect(diff.out).toMatch(
      /policies\.live-levy\.program +[0-9a-f]{16} -> [0-9a-f]{16} +\S*other\.yaml:3/,
    )
  })

  it('that draws by chance of the machine is refused before it runs, and told what it may do', async () => {
    write(
      shipped.replace(
        'let [raised, traders] = [0, 0]',
        'let [raised, traders] = [Math.random(), 0]',
      ),
    )
    const { code, out, err } = await pasar(compare('--no-files'))
    write(shipped)
    expect(`${out}${err}`).toContain(
      'Math.random is not the same on every machine and in every run',
    )
    expect(code).toBe(2)
  })
})

describe('a state that differs', () => {
  it('is told by the columns that end otherwise', async () => {
    const away = join(folder, 'otherwise')
    cpSync(study, away, { recursive: true })
    const path = join(away, 'manifest.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8'))
    const own = manifest.results.find(({ run }: { run: number }) => run === 1)
    own.stateHash = '0123456789abcdef'
    manifest.columns[own.scenario]['sellers.price'] = undefined
    manifest.columns[own.scenario]['sellers.cash'] = '0123456789abcdef'
    writeFileSync(path, JSON.stringify(manifest))
    const { out } = await pasar(['verify', path, '--quiet', '--trust'])
    expect(out).toContain(`columns that end otherwise in run 1 of ${own.scenario}: sellers.cash`)
  })
})
