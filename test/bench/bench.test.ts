/** The parts of the bench run and say what they found; how fast anything is no test asks. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { occasions as rows, slots } from '../../src/market/populations/index.ts'
import { country } from './country.ts'
import { type BenchFile, type MeasuredPart, measured, withParts, writeFile } from './file.ts'
import { performancePage, scalePage } from './pages.ts'
import { type Asked, type Figure, isMet } from './part.ts'
import { PARTS } from './parts/index.ts'
import { allBytes } from './state-bytes.ts'
import { lines, markdown } from './table.ts'
import { compiler, twins } from './twin/twin.ts'

const TINY: Asked = { scale: 1, tiny: true, turns: 1, sizes: [1], runs: 1 }
const NAMES = Object.keys(PARTS)

/** Parts that run in this process; the others run the built program, and whole studies. */
const HERE = ['day', 'scale', 'shopping']

const part = (name: string, figures: readonly Figure[]): MeasuredPart => ({
  ...{ name, about: `What ${name} measures`, version: '0', date: '2023-10-04T00:00:00Z', load: 2 },
  figures,
})

describe('a part of the bench', () => {
  it.each(HERE)('says what it found in figures: %s', async (name) => {
    const { figures, ...about } = await measured(PARTS[name], TINY)
    expect(about).toMatchObject({ name, version: expect.any(String), load: expect.any(Number) })
    if (name === 'shopping' && compiler() === undefined) return expect(figures).toEqual([])
    expect(figures.length).toBeGreaterThan(3)
    expect(new Set(figures.map((one) => one.name)).size).toBe(figures.length)
    for (const { name, value, unit } of figures)
      expect({ name, isNumber: Number.isFinite(value), unit: typeof unit }).toEqual({
        ...{ name, isNumber: true, unit: 'string' },
      })
  })

  it('meets what is asked of it from below and from above', () => {
    const figure = { name: 'x', value: 2, unit: '' }
    expect(isMet(figure)).toBeUndefined()
    expect([isMet({ ...figure, most: 2 }), isMet({ ...figure, most: 1.9 })]).toEqual([true, false])
    expect([isMet({ ...figure, least: 2 }), isMet({ ...figure, least: 3 })]).toEqual([true, false])
  })
})

describe.skipIf(compiler() === undefined)('the shopping loop in C', () => {
  it('comes to the same as the rules, to the bit, whatever the prices are', () => {
    const { world, run } = createMarket(country({ scale: 1, tiny: true }), 'twin')
    run(3)
    const { different, occasions, c, typescript } = twins(world, 'twin', 3, 2, compiler()!)
    expect(different).toEqual([])
    expect(occasions).toBeGreaterThan(50)
    expect([typescript.length, c.length, c[0].length]).toEqual([2, 2, 3])
    // What it does is not to leave the bytes alone: a world whose lists say otherwise ends otherwise.
    const before = JSON.stringify([...world.view(rows.listing)])
    world.view(slots.price).fill(1)
    expect(twins(world, 'twin', 3, 1, compiler()!).different).toEqual([])
    expect(JSON.stringify([...world.view(rows.listing)])).not.toBe(before)
  })
})

describe('bytes of a state', () => {
  it('are counted without making it', () => {
    const input = country({ scale: 1, tiny: true })
    expect(allBytes(input)).toBe(createMarket(input, 'bytes', { record: false }).bytes)
  })
})

describe('what the bench found', () => {
  it('is kept part by part: one that is measured again takes the place of the one before', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'pasar-bench-')), 'bench.json')
    const add = (one: MeasuredPart) => writeFile(path, withParts(path, [one], NAMES))
    add(part('peers', [{ name: 'x', value: 1, unit: '' }]))
    add(part('start-up', [{ name: 'x', value: 2, unit: 's', most: 3 }]))
    add(part('peers', [{ name: 'x', value: 4, unit: '' }]))
    const file: BenchFile = JSON.parse(readFileSync(path, 'utf8'))
    expect(file.form).toBe('pasar/bench/1')
    expect(file.parts.map(({ name, figures: [one] }) => [name, one.value])).toEqual([
      ['start-up', 2],
      ['peers', 4],
    ])
    expect(file.machine).toEqual({
      ...{ cpu: expect.any(String), cores: expect.any(Number), memory: expect.any(Number) },
      ...{ node: process.version, platform: expect.any(String) },
    })
    expect(lines(file).join('\n')).toMatch(/start-up: .*\n.*\n {2}x +2 s {2}≤ 3: yes\n/)
  })

  it('is told on two pages, each part on one of them', () => {
    const machine = { cpu: 'A processor', cores: 2, memory: 8, node: 'v20', platform: 'linux x64' }
    const parts = NAMES.map((name) => part(name, [{ name: `x of ${name}`, value: 1, unit: 's' }]))
    const file: BenchFile = { form: 'pasar/bench/1', machine, parts }
    const [speed, size] = [performancePage(file), scalePage(file)]
    for (const page of [speed, size]) expect(page).toContain('A processor, 2 cores, 8 GiB')
    const on = (name: string) => [speed, size].map((page) => page.includes(`| x of ${name} |`))
    for (const name of NAMES)
      expect(on(name)).toEqual(['scale', 'effects'].includes(name) ? [false, true] : [true, false])
  })

  it('has intervals where there are some', () => {
    const figure = { name: 'x', value: -1.5, low: -2, high: -1, unit: '%', least: -3 }
    expect(markdown({ figures: [figure] }).at(-1)).toBe(
      '| x | -1.50 (-2 to -1) | % | ≥ -3 | yes |  |',
    )
  })
})
