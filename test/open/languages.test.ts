/** The examples of docs/guide/elsewhere.md, run where their language is found, and the reader in Python. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { BASE, pasar, small, temporary } from '../cli/pasar.ts'
import { blocksOf } from '../readme/blocks.ts'
import { comparison, manyPoints } from './folders.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

const PAGE = 'docs/guide/elsewhere.md'

const isThere = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** An example, by the name on its first line. */
const example = (name: string): string => {
  const found = blocksOf(PAGE).find(({ text }) => /^(?:#|--) (.*)/.exec(text)?.[1] === name)
  if (found === undefined) throw new Error(`${PAGE} has no example ${name}`)
  return found.text
}

/** Cells of a column in the rows where others are as given; no cell of these tables holds a comma. */
function numbersIn(study: string, table: string, column: string, where: Record<string, string>) {
  const [head, ...lines] = readFileSync(join(study, table), 'utf8').trim().split('\n')
  const at = (name: string) => head.split(',').indexOf(name)
  return lines
    .map((line) => line.split(','))
    .filter((cells) => Object.entries(where).every(([name, is]) => cells[at(name)] === is))
    .map((cells) => Number(cells[at(column)]))
}

const SALES = { measure: 'sales', group: 'all' }
const salesIn = (study: string) => numbersIn(study, 'effects.csv', 'difference', SALES)
const incomesIn = (study: string) =>
  numbersIn(study, 'winners.csv', 'income_difference', { by: 'kind' })

/** Whether each number is printed, to four digits. */
function expectPrinted(out: string, values: readonly number[]) {
  const printed = [...out.matchAll(/-?\d+(?:\.\d+)?(?:e[+-]\d+)?/g)].map(Number)
  expect(values.length).toBeGreaterThan(0)
  for (const value of values)
    expect(
      printed.some((one) => Math.abs(one - value) <= 1e-3 * Math.abs(value)),
      `${value} in ${out}`,
    ).toBe(true)
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
    const ran = (name: string) => {
      writeFileSync(join(folder, name), example(name))
      return execFileSync('python3', [join(folder, name), study], { encoding: 'utf8' })
    }
    const out = ran('effects.py')
    expect(out).toContain('Effects of policies Rata-rata selisih berpasangan')
    expectPrinted(out, salesIn(study))
    const winners = ran('winners.py')
    expect(winners).toMatch(/^kRp\/week\n/)
    expectPrinted(winners, incomesIn(study))
  })

  const r = isThere('Rscript', '--version')
  it.skipIf(!r)('in R prints what the table says (skipped without Rscript)', async () => {
    const ran = (name: string, folder: string) => {
      const file = join(temporary(), name)
      writeFileSync(file, example(name))
      return execFileSync('Rscript', [file, folder], { encoding: 'utf8' })
    }
    expectPrinted(ran('effects.R', study), salesIn(study))
    expectPrinted(ran('winners.R', study), incomesIn(study))
    const alone = join(temporary(), 'alone')
    expect((await pasar(['run', BASE, ...small(), '--out', alone])).code).toBe(0)
    expectPrinted(ran('levels.R', alone), numbersIn(alone, 'levels.csv', 'mean', SALES))
  })

  const duckdb = isThere('duckdb', '--version')
  it.skipIf(!duckdb)('in DuckDB prints what the table says (skipped without duckdb)', () => {
    const ran = (name: string, ...options: string[]) => {
      const query = example(name).replaceAll('STUDY', study)
      return execFileSync('duckdb', [...options, '-c', query], { encoding: 'utf8' })
    }
    expectPrinted(ran('effects.sql'), salesIn(study))
    expectPrinted(ran('winners.sql'), incomesIn(study))
    const runs: { window: string; difference: number }[] = JSON.parse(ran('runs.sql', '-json'))
    const windows = [...new Set(runs.map(({ window }) => window))]
    const means = windows.map((name) => {
      const own = runs.filter(({ window }) => window === name)
      return own.reduce((sum, { difference }) => sum + difference, 0) / own.length
    })
    expect(windows.length).toBe(salesIn(study).length)
    for (const value of salesIn(study))
      expect(means.some((mean) => Math.abs(mean - value) <= 1e-6 * Math.abs(value))).toBe(true)
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
