/** What can be taken along from the lab, as it arrives: each file is read by whoever would read it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { gallery, texts } from '../../build/lab-scenarios.ts'
import { formatPercent } from '../../src/report/index.ts'
import { readScenario } from '../../src/scenario/index.ts'
import { pasar, temporary } from '../cli/pasar.ts'
import { browserFound, type Served } from '../web/chromium.ts'
import { type Opened, opened, served } from './lab.ts'

const browser = await browserFound()

vi.setConfig({ testTimeout: 480_000, hookTimeout: 480_000 })

const BAN = 'scenarios/tiktok-shop-ban.yaml'

describe.skipIf(browser === undefined)('a download of the lab', () => {
  let server: Served
  let visit: Opened
  let page: Page

  beforeAll(async () => {
    server = await served()
    visit = await opened(browser!, server.address)
    page = visit.page
    await page.waitForSelector('.progress[data-pairs="2"], .progress[data-pairs="4"]')
  })

  afterAll(async () => {
    expect(visit.faults).toEqual([])
    await page.close()
    await server.close()
    await browser!.close()
  })

  async function taken(button: Locator): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    const path = (await download.path())!
    return { name: download.suggestedFilename(), bytes: readFileSync(path) }
  }
  const named = (name: string) => page.locator('.downloads').getByRole('button', { name })

  it('of the scenario reads as the scenario that was run', async () => {
    const { name, bytes } = await taken(named('Scenario (YAML)'))
    expect(name).toBe('my-tiktok-shop-ban.yaml')
    const known = texts()
    const place = `scenarios/${name}`
    expect(bytes.toString('utf8').split('\n')[0]).toContain(` ${place} `)
    const read = (own: string, at: string) => {
      const found = readScenario(at, (path) => {
        const text = path === at ? own : known[path]
        return text === undefined ? undefined : { text }
      })
      if (!found.ok) throw new Error('the scenario cannot be read')
      return found.scenario.fingerprint
    }
    expect(gallery().map(({ path }) => path)).toContain(BAN)
    expect(read(bytes.toString('utf8'), place)).toBe(read(known[BAN], BAN))
  })

  it('of effects has the changes and intervals of the sentence on top', async () => {
    await page.waitForSelector('.progress[data-pairs="4"]')
    const [head, ...rows] = (await taken(named('Effects (CSV)'))).bytes
      .toString('utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','))
    const seen = (await page.textContent('.seen'))!
    expect(seen).toContain('mean of 4 pairs of worlds')
    for (const [venue, name] of [
      ['shopee', 'Shopee'],
      ['tokopedia', 'Tokopedia'],
    ]) {
      const row = rows.find((one) => {
        const at = (column: string) => one[head.indexOf(column)]
        return at('measure') === 'sales' && at('group') === venue && at('window') === 'first month'
      })!
      const [of, ...numbers] = ['baseline', 'difference', 'low', 'high'].map((column) =>
        Number(row[head.indexOf(column)]),
      )
      const [mean, low, high] = numbers.map((one) => (100 * one) / of)
      const print = (one: number) => formatPercent(one, 'en', high - low)
      expect(seen).toContain(`${name} ${print(mean)} (${print(low)} … ${print(high)})`)
    }
  })

  it('of effects has the rows of the table, and of the weekly series a row a week', async () => {
    const effects = (await taken(named('Effects (CSV)'))).bytes
      .toString('utf8')
      .trim()
      .split(/\r?\n/)
    expect(effects[0].split(',')).toEqual(expect.arrayContaining(['scenario', 'measure', 'window']))
    const shown = await page
      .locator('#answer details.tables table')
      .first()
      .locator('tbody tr')
      .count()
    expect(effects.length - 1).toBeGreaterThanOrEqual(shown)
    const series = (await taken(named('Weekly series (CSV)'))).bytes.toString('utf8').trim()
    const [head, ...rows] = series.split(/\r?\n/).map((line) => line.split(','))
    expect(head).toEqual(['scenario', 'run', 'week', 'measure', 'venue', 'kind', 'unit', 'value'])
    const one = rows.filter(
      ([scenario, run, , measure, venue]) =>
        scenario === 'tiktok-shop-ban' && run === '1' && measure === 'sales' && venue === 'shopee',
    )
    expect(one.length).toBeGreaterThan(50)
    expect(new Set(one.map(([, , week]) => week)).size).toBe(one.length)
    expect(one.every((row) => Number(row.at(-1)) > 0)).toBe(true)
  })

  it('of the weekly series as Parquet has the rows of the CSV', async () => {
    const series = (await taken(named('Weekly series (CSV)'))).bytes.toString('utf8').trim()
    const [, ...lines] = series.split(/\r?\n/).map((line) => line.split(','))
    const { name, bytes } = await taken(named('Weekly series (Parquet)'))
    expect(name).toBe('weekly.parquet')
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
    const rows = await parquetReadObjects({ file: file as ArrayBuffer })
    expect(rows.length).toBe(lines.length)
    for (const at of [0, Math.floor(rows.length / 2), rows.length - 1]) {
      const { scenario, run, week, measure, value } = rows[at]
      expect([scenario, String(run), week, measure]).toEqual(lines[at].slice(0, 4))
      expect(Number(value ?? Number.NaN)).toEqual(Number(lines[at].at(-1) || Number.NaN))
    }
  })

  it('of a chart is a picture', async () => {
    const chart = page.locator('.chart').first()
    await chart.scrollIntoViewIfNeeded()
    const png = await taken(chart.getByRole('button', { name: /^PNG/ }))
    expect(png.name).toMatch(/\.png$/)
    expect([...png.bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
    // Width and height stand first: twice those of the drawing.
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(400)
    expect(png.bytes.length).toBeGreaterThan(10_000)
    const svg = await taken(chart.getByRole('button', { name: /^SVG/ }))
    const root = await page.evaluate<string>(
      `new DOMParser().parseFromString(${JSON.stringify(svg.bytes.toString('utf8'))}, 'image/svg+xml').documentElement.nodeName`,
    )
    expect(root).toBe('svg')
  })

  it('of the manifest is called exact by the program', async () => {
    const { name, bytes } = await taken(named('Manifest (JSON)'))
    const path = join(temporary(), name)
    writeFileSync(path, bytes)
    const { code, out } = await pasar(['verify', path, '--quiet'])
    expect(out).toMatch(/exact/)
    expect(code).toBe(0)
  })
})
