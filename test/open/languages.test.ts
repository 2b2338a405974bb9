/** The examples of docs/guide/elsewhere.md, run where their language is found, and the reader in Python. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { temporary } from '../cli/pasar.ts'
import { blocksOf } from '../readme/blocks.ts'
import { comparison, manyPoints } from './folders.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

const PAGE = 'docs/guide/elsewhere.md'

const isThere = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

const example = (language: string): string => {
  const found = blocksOf(PAGE).find((block) => block.language === language)
  if (found === undefined) throw new Error(`${PAGE} has no example in ${language}`)
  return found.text
}

/** Difference of all sales in each window, as the table has them. */
function salesIn(study: string): string[] {
  const [head, ...lines] = readFileSync(join(study, 'effects.csv'), 'utf8').trim().split('\n')
  const at = (name: string) => head.split(',').indexOf(name)
  return lines
    .map((line) => line.split(','))
    .filter((cells) => cells[at('measure')] === 'sales' && cells[at('group')] === 'all')
    .map((cells) => cells[at('difference')])
}

/** Whether each number is printed, to four digits. */
function expectPrinted(out: string, study: string) {
  const printed = [...out.matchAll(/-?\d+\.\d+/g)].map(([number]) => Number(number))
  const sales = salesIn(study).map(Number)
  expect(sales.length).toBeGreaterThan(0)
  for (const value of sales)
    expect(printed.some((one) => Math.abs(one - value) <= 1e-3 * Math.abs(value))).toBe(true)
}

let study: string
beforeAll(async () => {
  study = await comparison()
})

describe('the example', () => {
  const python = isThere('python3', '--version')
  it.skipIf(!python)('in Python prints what the table says (skipped without python3)', () => {
    const folder = temporary()
    cpSync('src/python/pasar.py', join(folder, 'pasar.py'))
    writeFileSync(join(folder, 'effects.py'), example('python'))
    const args = [join(folder, 'effects.py'), study]
    const out = execFileSync('python3', args, { encoding: 'utf8' })
    expect(out).toContain('Effects of policies Rata-rata selisih berpasangan')
    expectPrinted(out, study)
  })

  const r = isThere('Rscript', '--version')
  it.skipIf(!r)('in R prints what the table says (skipped without Rscript)', () => {
    const file = join(temporary(), 'effects.R')
    writeFileSync(file, example('r'))
    expectPrinted(execFileSync('Rscript', [file, study], { encoding: 'utf8' }), study)
  })

  const duckdb = isThere('duckdb', '--version')
  it.skipIf(!duckdb)('in DuckDB prints what the table says (skipped without duckdb)', () => {
    const query = example('sql').replaceAll('STUDY', study)
    expectPrinted(execFileSync('duckdb', ['-c', query], { encoding: 'utf8' }), study)
  })
})

describe.skipIf(!isThere('python3', '--version'))('the reader in Python', () => {
  /** What a script prints as JSON; with `-S` without any package beside the standard library. */
  const said = (script: string, folder: string, ...options: string[]) => {
    const text = `import sys, json\nsys.path.insert(0, ${JSON.stringify(resolve('src/python'))})\nimport pasar\n${script}`
    const args = [...options, '-B', '-c', text, folder]
    return JSON.parse(execFileSync('python3', args, { encoding: 'utf8' }))
  }

  it('gives types, units and titles with the standard library alone', () => {
    const script = `
study = pasar.Study(sys.argv[1])
rows = study.effects()
flows = study.flows()
print(json.dumps([len(rows), rows[0], rows.attrs["units"], len(flows), flows.attrs["title"]]))`
    const [count, first, units, flows, title] = said(script, study, '-S')
    const lines = readFileSync(join(study, 'effects.csv'), 'utf8').trim().split('\n')
    expect(count).toBe(lines.length - 1)
    expect(typeof first.runs).toBe('number')
    expect(typeof first.baseline).toBe('number')
    expect(first.from).toMatch(/^\d{4}-/)
    expect(units).toMatchObject({ difference: { column: 'unit' }, runs: 'runs' })
    expect(flows).toBeGreaterThan(0)
    expect(title).toBe('Where sales went')
  })

  it('names every file that was changed or is gone, and what there is', () => {
    const copy = join(temporary(), 'copy')
    cpSync(study, copy, { recursive: true })
    writeFileSync(join(copy, 'effects.csv'), 'all is well\n')
    const script = `
try:
    pasar.Study(sys.argv[1])
except pasar.Altered as altered:
    print(json.dumps(altered.faults))`
    expect(said(script, copy, '-S')).toEqual([['effects.csv', 'is not as it was written']])
    const missing = `
try:
    pasar.Study(sys.argv[1]).levels()
except KeyError as error:
    print(json.dumps(error.args[0]))`
    expect(said(missing, study, '-S')).toMatch(/has no levels\.csv: it has .*effects\.csv/)
  })

  it('reads a study of many points, which has no manifest', async () => {
    const script = `
study = pasar.Study(sys.argv[1])
print(json.dumps([study.names(), study.table("points.csv")[0]]))`
    const [names, first] = said(script, await manyPoints(), '-S')
    expect(names).toEqual(expect.arrayContaining(['runs.parquet', 'points.csv']))
    expect(first['sellers.Ani.cost']).toBeTypeOf('number')
  })
})
