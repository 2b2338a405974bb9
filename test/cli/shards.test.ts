/** Studies that are divided, put together, and of which some runs fail. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashText } from '../../src/engine/index.ts'
import { pasar, pasarProcess, temporary } from './pasar.ts'
import { closureStudy, linesIn, priceStudy, rowsIn, substanceIn } from './textbook-study.ts'

const QUIET = ['--threads', '1', '--no-report', '--quiet']

describe('a study in parts', () => {
  it('is whole when its parts are merged, and says till then what is missing', async () => {
    const folder = temporary()
    const file = priceStudy(folder, { seeds: 1, levels: 3 })
    const at = (name: string) => join(folder, name)
    const [one, two] = await Promise.all([
      pasar(['study', file, '--out', at('one'), '--shard', '1/2', ...QUIET]),
      pasar(['study', file, '--out', at('two'), '--shard', '2/2', ...QUIET]),
    ])
    expect([one.code, two.code]).toEqual([0, 0])
    expect(one.out).toContain('part 1 of 2: 3 of 3 runs are known, 0 failed')
    const half = await pasar(['study', 'merge', at('one'), '--out', at('all'), '--no-report'])
    expect(half.code).toBe(75)
    expect(half.err).toContain(`3 of 6 runs are in none of the parts`)
    const all = await pasar([
      ...['study', 'merge', at('one'), at('two'), '--out', at('all'), '--no-report'],
    ])
    expect(all.code).toBe(0)
    expect(all.out).toContain('6 of 6 runs are known')
    const again = await pasar(['study', file, '--out', at('all'), '--threads', '1', '--no-report'])
    expect(again.err).toContain('6 of 6 runs are known already')
    expect((await pasar(['study', file, '--out', at('alone'), ...QUIET])).code).toBe(0)
    expect(await substanceIn(at('all'))).toEqual(await substanceIn(at('alone')))
  })

  it('is merged only if its parts are of one study, plan and version, and agree', async () => {
    const folder = temporary()
    const at = (name: string) => join(folder, name)
    const file = priceStudy(folder, { seeds: 1, levels: 2 })
    await pasar(['study', file, '--out', at('one'), ...QUIET])
    const copy = (name: string) => cpSync(at('one'), at(name), { recursive: true })
    const edit = (path: string, from: RegExp, to: string) =>
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
    copy('older')
    edit(join(at('older'), 'study.json'), /"code": ".*"/, '"code": "0.2.9-beef"')
    copy('longer')
    edit(join(at('longer'), 'study.json'), /"keys": ".*"/, '"keys": "beef"')
    copy('stranger')
    edit(join(at('stranger'), 'study.json'), /"experiment": ".*"/, '"experiment": "beef"')
    copy('forged')
    const [name] = readdirSync(join(at('forged'), 'journal'))
    const [line] = readFileSync(join(at('forged'), 'journal', name), 'utf8').split('\n')
    const { entry } = JSON.parse(line)
    const other = {
      ...entry,
      baseline: [entry.baseline[0] + 2 ** -50],
      by: { ...entry.by, host: 'n7', node: 'v24.0.0' },
    }
    const forged = JSON.stringify({ sum: hashText(JSON.stringify(other)), entry: other })
    writeFileSync(join(at('forged'), 'journal', 'n7-1-a.ndjson'), `${forged}\n`)
    for (const [part, code, said] of [
      ['older', 2, /by pasar 0\.3\.0-\w+, .*older .*by 0\.2\.9-beef/],
      ['longer', 2, /plans 4 runs, .*longer .* 4, which are others/],
      ['stranger', 2, /is of the study "A price", .*stranger .*of another/],
      ['.', 2, /is no folder of a study of many points/],
      [
        'forged',
        1,
        new RegExp(`run ${entry.key} .*gave two results[^]*on n7: pasar .*Node v24.0.0`),
      ],
    ] as const) {
      const merged = await pasar(['study', 'merge', at('one'), at(part), '--out', at('all')])
      expect([part, merged.code]).toEqual([part, code])
      expect(merged.err).toMatch(said)
      expect(existsSync(at('all'))).toBe(false)
    }
    const study = await pasar(['study', file, '--out', at('forged'), ...QUIET])
    expect(study.code).toBe(1)
    expect(study.err).toContain('on n7: pasar')
  })
})

describe('a run that fails', () => {
  it('is recorded with the command that repeats it, and the others go on', async () => {
    const folder = temporary()
    const out = join(folder, 'out')
    const { code, err } = await pasar([
      ...['study', closureStudy(folder), '--out', out, '--threads', '1', '--no-report'],
    ])
    expect(code).toBe(1)
    expect(err).toContain('1 run failed')
    expect(linesIn(out)).toHaveLength(3)
    const [name] = readdirSync(join(out, 'failed'))
    const failed = JSON.parse(readFileSync(join(out, 'failed', name), 'utf8'))
    expect(failed.message).toContain('before it is announced')
    const words = failed.command.split(' ')
    const again = await pasar(words.slice(words.indexOf('study')))
    expect(again.code).toBe(1)
    expect(again.err).toContain('before it is announced')
    const merged = await pasar(['study', 'merge', out, '--out', join(folder, 'all'), '--no-report'])
    expect(merged.code).toBe(1)
  })
})

describe('a task that a cluster ends', () => {
  it('keeps what is complete, ends with 143, and goes on when it is started again', async () => {
    const folder = temporary()
    const out = join(folder, 'out')
    const file = priceStudy(folder, { seeds: 1, levels: 4 })
    const command = ['study', file, '--out', out, '--threads', '1', '--no-report']
    const array = { SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_MAX: '1' }
    const ended = await pasarProcess(
      command,
      (told, kill) => {
        if (told.includes('20 %')) kill('SIGTERM')
      },
      array,
    )
    expect(ended.code).toBe(143)
    expect(ended.err).toContain('part 1 of 1: the index of Slurm (SLURM_ARRAY_TASK_ID)')
    const kept = linesIn(out).length
    expect(kept).toBeGreaterThan(0)
    expect(ended.err).toContain(`stopped: ${kept} of 8 runs are known`)
    expect(readdirSync(join(out, 'claims'))).toEqual([])
    const again = await pasar(command)
    expect(again.code).toBe(0)
    expect(again.err).toContain(`${kept} of 8 runs are known already`)
    expect(linesIn(out)).toHaveLength(8)
  })
})

describe('one run again', () => {
  it('gives what is kept of it, or says that it does not', async () => {
    const folder = temporary()
    const out = join(folder, 'out')
    const file = priceStudy(folder, { seeds: 1, levels: 2 })
    await pasar(['study', file, '--out', out, ...QUIET])
    const [{ key }] = linesIn(out)
    const again = await pasar(['study', file, '--out', out, '--only', key.slice(0, 8)])
    expect(again.code).toBe(0)
    expect(again.out).toContain('gives what is kept of it, to the byte')
    const unknown = await pasar(['study', file, '--out', out, '--only', 'zzz'])
    expect(unknown.code).toBe(2)
  })
})

describe('the table of all runs', () => {
  it('has a row a run, with what varied as columns and what the journal says of each', async () => {
    const folder = temporary()
    const out = join(folder, 'out')
    await pasar(['study', priceStudy(folder, { seeds: 2, levels: 2 }), '--out', out, ...QUIET])
    const rows = await rowsIn(out)
    expect(rows.map((row) => [row['sellers.Ani.cost'], row['sellers.Ani.quality']])).toEqual(
      [1, 2].flatMap(() => [
        [0.5, 3],
        [0.5, 5],
        [1.5, 3],
        [1.5, 5],
      ]),
    )
    const lines = new Map(linesIn(out).map((line) => [`${line.seed} ${line.states}`, line]))
    expect(lines.size).toBe(8)
    for (const row of rows) {
      const line = lines.get(`${row.seed} ${row.state}`)!
      expect(row['price, baseline']).toBe(line.baseline[0])
      expect(row.price).toBe(line.baseline[0])
    }
  })
})
