/** Facts from the command line, in a market with a known answer: verdicts, going on, registration, faults. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MARKET } from '../study/facts/files.ts'
import { pasar, temporary } from './pasar.ts'

const STATISTICS = {
  'S recaptures': 'recaptured-by: S, from: T',
  'the street recaptures': 'recaptured-by: O, from: T',
  'sales of S': 'measure: sales, venue: S, of: percent, in: after',
  'all sales before': 'measure: sales, of: percent, in: before',
  'S is last seen': 'measure: sales, venue: S, of: percent, in: 2024-04-08 to 2024-04-14',
  'income of Sari': 'median: income, among: { kind: producer }',
} as const
type Name = keyof typeof STATISTICS

/** A nested logit says 43.33, 12.83 and 0.05 x 0.4333 / 0.18 = 12.04 %. */
const BANDS: Readonly<Record<Name, string>> = {
  'S recaptures': '38 to 49',
  'the street recaptures': '25 to 40',
  'sales of S': '11 to 13',
  'all sales before': '-0.001 to 0.001',
  'S is last seen': '0 to 50',
  'income of Sari': '0 to 20',
}

function factsIn(folder: string, bands: Partial<Record<Name, string>> = BANDS): string {
  for (const [name, text] of Object.entries(MARKET)) writeFileSync(join(folder, name), text)
  const facts = (Object.keys(STATISTICS) as Name[]).map((name) => {
    const seen =
      bands[name] === undefined ? '' : `, band: ${bands[name]}, source: "given: x", grade: given`
    const condition = name === 'S is last seen' ? ', counts-if: the street recaptures' : ''
    const policy = name === 'all sales before' ? ', policy: closed' : ''
    return `  ${name}: { statistic: { ${STATISTICS[name]} }${seen}${condition}${policy} }\n`
  })
  const file = join(folder, 'facts.yaml')
  const head =
    'title: Said of shops\nindonesian: { title: Kata orang }\nbaseline: base\npolicies: [closed]'
  writeFileSync(file, `${head}\nfacts:\n${facts.join('')}`)
  return file
}

const run = (file: string, out: string, ...more: string[]) =>
  pasar(['validate', file, '--runs', '3', '--threads', '2', '--out', out, ...more])

describe('pasar validate', () => {
  it('prints every fact with band, model, nulls and verdict, and goes on from what is known', async () => {
    const folder = temporary()
    const [file, out] = [factsIn(folder), join(folder, 'out')]
    const first = await run(file, out)
    expect(first.code).toBe(0)
    const row = (name: string) => first.out.split('\n').find((line) => line.includes(`  ${name}`))
    expect(row('S recaptures')).toMatch(/38 to 49 .*4\d\.\d \(.*–.*30\.\d +pass$/)
    expect(row('the street recaptures')).toMatch(/FAIL$/)
    expect(row('sales of S')).toMatch(/11 to 13 .*12\.\d \(.* 0\.0 .* 8\.\d +pass$/)
    expect(row('all sales before')).toMatch(/pass°$/)
    expect(row('S is last seen')).toMatch(/not testable$/)
    expect(first.out).toContain('counts only if these pass: the street recaptures')
    expect(first.out).toContain('income of Sari: it rests on 4 simulated agents')
    expect(first.out).toContain('nothing was registered before')
    expect(readdirSync(join(out, 'charts')).sort()).toEqual(['facts.png', 'facts.svg'])
    const page = readFileSync(join(out, 'report.html'), 'utf8')
    for (const said of ['Said of shops', 'Kata orang', 'tak teruji', 'not testable'])
      expect(page).toContain(said)
    expect(readFileSync(join(out, 'facts.csv'), 'utf8').split('\n')).toHaveLength(8)
    const again = await run(file, out, '--no-report')
    expect(again.err).toContain('6 of 6 runs are known already and are not run again')
    expect(again.out).toBe(first.out)
  }, 120_000)

  it('prints the same in Indonesian, and as one object', async () => {
    const folder = temporary()
    const file = factsIn(folder)
    const told = await run(file, join(folder, 'out'), '--lang', 'id', '--no-report', '--quiet')
    expect(told.out).toMatch(/^Kata orang\n/)
    expect(told.out).toContain('GAGAL')
    const json = await run(file, join(folder, 'out'), '--json', '--no-report', '--quiet')
    const { schema, facts, registered } = JSON.parse(json.out)
    expect([schema, registered]).toEqual(['pasar/facts/1', null])
    expect(facts[0]).toMatchObject({
      what: 'S recaptures',
      verdict: 'pass',
      none: null,
      band: [38, 49],
    })
    expect(facts[0].values).toHaveLength(3)
    expect(facts[4].untestable).toEqual({ why: 'condition', facts: ['the street recaptures'] })
  }, 120_000)

  it('registers predictions, and later says which stood before what was seen', async () => {
    const folder = temporary()
    const out = join(folder, 'out')
    const blind = factsIn(folder, { 'sales of S': '11 to 13' })
    const made = await run(blind, out, '--register', '--quiet')
    expect(made.err).toBe('')
    expect(made.out).toMatch(/publish the sha256 of its statistics.*\n.*[0-9a-f]{64}/)
    expect(made.out).toContain('these are no predictions: sales of S')
    // Of three runs there are no percentiles.
    expect(made.out).toContain('model (lowest to highest)')
    const path = join(folder, 'facts.registered.json')
    const twice = await run(blind, out, '--register', '--quiet')
    expect(twice.code).toBe(2)
    expect(twice.err).toContain('is there already: a prediction is registered once')
    const seen = await run(factsIn(folder), out, '--no-report', '--quiet')
    const said = seen.out.replace(/\n +/g, ' ')
    expect(said).toMatch(
      /S recaptures: registered before it was known; predicted 4\d\.\d .*; the registered prediction passes/,
    )
    expect(said).toMatch(/the street recaptures: .*the registered prediction FAILS/)
    expect(said).toContain('sales of S: registered when it was in the file already')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"runs": 3', '"runs": 30'))
    const edited = await run(factsIn(folder), out, '--quiet')
    expect(edited.code).toBe(2)
    expect(edited.err).toContain('facts.registered.json: it was edited after it was written')
    expect(edited.err).toContain('put back what was written, or remove it')
  }, 120_000)

  it('writes its folder anew with more runs, keeps what is not its own, and is not for verify', async () => {
    const folder = temporary()
    const [file, out] = [factsIn(folder), join(folder, 'out')]
    await run(file, out, '--quiet')
    writeFileSync(join(out, 'report.html'), 'mine')
    const more = await pasar(['validate', file, '--runs', '4', '--out', out])
    expect(more.code).toBe(0)
    const edited = [...readdirSync(out), ...readdirSync(join(out, 'charts'))].filter((name) =>
      name.includes('.edited'),
    )
    expect(edited).toEqual(['report.edited.html'])
    expect(more.err).toContain('it is kept as report.edited.html')
    const verified = await pasar(['verify', out])
    expect([verified.code, verified.out]).toEqual([
      12,
      expect.stringContaining('these are facts held against runs: verify is of runs'),
    ])
  }, 120_000)

  it('tells faults of file and options at once, and writes nothing; check tells them too', async () => {
    const folder = temporary()
    const file = factsIn(folder, { 'sales of S': '13 to 11' })
    const bad = await run(file, join(folder, 'out'), '--seed', '', '--scale', 'much')
    expect(bad.code).toBe(2)
    expect(bad.err).toContain('--scale is much')
    expect(bad.err).toContain('band is 13 to 11')
    expect(existsSync(join(folder, 'out'))).toBe(false)
    const checked = await pasar(['check', file])
    expect(checked.code).toBe(2)
    expect(checked.err).toContain('band is 13 to 11')
    const good = await pasar(['check', factsIn(folder)])
    expect(good.out).toContain('facts.yaml: no fault found')
  }, 60_000)
})
