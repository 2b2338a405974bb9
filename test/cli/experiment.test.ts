/** Studies of many points from the command line: they go on, share their work, and say what is wrong. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pasar, pasarProcess, temporary } from './pasar.ts'
import { priceStudy, rowsIn } from './textbook-study.ts'

describe('pasar study', () => {
  it('prints, writes its folder, and is over at once when it is called again', async () => {
    const folder = temporary()
    const [file, out] = [priceStudy(folder), join(folder, 'out')]
    const first = await pasarProcess(['study', file, '--out', out, '--quiet'])
    expect(first.err).toBe('')
    expect(first.code).toBe(0)
    expect(first.out).toContain('16 of 16 runs are known')
    const rows = await rowsIn(out)
    expect(rows).toHaveLength(16)
    expect(Object.keys(rows[0])).toEqual(
      expect.arrayContaining(['sellers.Ani.cost', 'sellers.Ani.quality', 'price', 'seed']),
    )
    const again = await pasar(['study', file, '--out', out])
    expect(again.err).toContain('16 of 16 runs are known already and are not run again')
    expect(again.out).toBe(first.out)
    const indonesian = await pasar(['study', file, '--out', out, '--lang', 'id'])
    expect(indonesian.err).toContain('16 dari 16 simulasi sudah ada dan tidak dijalankan lagi')
    const [, ...lines] = indonesian.out.split('\n')
    expect(lines.filter((line) => /\b(the|of|at|and|runs?|mean|needs|to)\b/.test(line))).toEqual([])
    expect(indonesian.out).toContain('2 parameter diubah-ubah pada 8 titik')
    expect(indonesian.out.trimEnd().split('\n').at(-1)).toBe(`tersimpan di ${out}`)
    const more = await pasar(['study', priceStudy(folder, { seeds: 3 }), '--out', out])
    expect(more.err).toContain('16 of 24 runs are known already')
    expect(more.code).toBe(0)
  })

  it('is shared by two processes, and by one that was killed', async () => {
    const folder = temporary()
    const [file, out] = [priceStudy(folder), join(folder, 'out')]
    const alone = join(folder, 'alone')
    const args = ['study', file, '--threads', '1', '--out']
    await pasarProcess([...args, out], (err, kill) => {
      if (err.includes('10 %')) kill('SIGKILL')
    })
    const both = await Promise.all([pasarProcess([...args, out]), pasarProcess([...args, out])])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect((await pasar([...args, alone])).code).toBe(0)
    const plain = async (path: string) => (await rowsIn(path)).map(({ seconds: _, ...row }) => row)
    expect(await plain(out)).toEqual(await plain(alone))
    const lines = readdirSync(join(out, 'journal')).flatMap((name) =>
      readFileSync(join(out, 'journal', name), 'utf8')
        .split('\n')
        .filter(Boolean),
    )
    expect(new Set(lines.map((line) => JSON.parse(line).entry.key)).size).toBe(16)
  })

  it('stops on Ctrl-C with what it has', async () => {
    const folder = temporary()
    const [file, out] = [priceStudy(folder), join(folder, 'out')]
    const { code, err } = await pasarProcess(
      ['study', file, '--threads', '1', '--out', out],
      (told, kill) => {
        if (told.includes('10 %')) kill('SIGINT')
      },
    )
    expect(code).toBe(130)
    expect(err).toMatch(/stopped: \d+ of 16 runs are known; the same command goes on from there/)
  })

  it('says what a study takes, and writes nothing', async () => {
    const folder = temporary()
    const out = join(folder, 'out')
    const dry = await pasar(['study', priceStudy(folder), '--dry-run', '--out', out, '--quiet'])
    expect(dry.code).toBe(0)
    expect(dry.out).toContain('8 points, 2 seeds at each: 16 runs, each with 1 world')
    expect(dry.out).toMatch(/one run takes \d+\.\d s here/)
    expect(existsSync(out)).toBe(false)
  })

  it('tells faults of the file and of the options at once, and writes nothing', async () => {
    const folder = temporary()
    const file = join(folder, 'bad.yaml')
    writeFileSync(
      file,
      `baseline: ${resolve('scenarios/textbook/monopoly')}\nvary: { nothing: {} }\n`,
    )
    const out = join(folder, 'out')
    const { code, err } = await pasar(['study', file, '--threads', 'two', '--out', out])
    expect(code).toBe(2)
    expect(err).toContain('--threads is two')
    expect(err).toContain('nothing is no value of the scenarios of this study')
    expect(existsSync(out)).toBe(false)
  })
})

describe('pasar sweep', () => {
  it('moves a dial from end to end', async () => {
    const folder = temporary()
    priceStudy(folder)
    const { code, out } = await pasar([
      ...['sweep', join(folder, 'one.yaml'), '--vary', 'sellers.Ani.cost=0.5 to 1.5'],
      ...['--levels', '3', '--seeds', '1', '--full', '--quiet', '--out', join(folder, 'out')],
    ])
    expect(code).toBe(0)
    expect(out).toContain('(sellers.Ani.cost)')
    expect(out).toMatch(/\n +1 +(1,999|2,000) /)
  })

  it('says which word it does not know', async () => {
    const { code, err } = await pasarProcess([
      'sweep',
      'scenarios/textbook/monopoly.yaml',
      '--vary',
      'seller.Ani.cost',
    ])
    expect(code).toBe(2)
    expect(err).toContain('did you mean')
  })
})
