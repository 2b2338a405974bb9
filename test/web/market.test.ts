/** The floors in a browser page, as any server hands it out: without the headers that shared memory asks for. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, type Runner } from '../../src/study/index.ts'
import { conformsAsRunner } from '../study/conformance/runners.ts'
import type { Turns } from '../study/conformance/turns.ts'
import { tiny } from '../study/tiny.ts'
import { browserFound, packagesAtOnce, type Served, serve, told } from './chromium.ts'
import { decoded, encoded } from './encoded.ts'
import { cards, type Given, type Ran, ran } from './page.ts'
import { relayed } from './relay.ts'

const CLOSURE = `title: A closure in the fourth week
extends: indonesia-2023
ground: { source: a test, grade: assumption }
size: { buyers: 3000, sellers: 400, creators: 40 }
calendar: { solve-until: 2022-07-18 }
policies:
  - closure: { venue: tiktok-shop, announced: 2022-07-20, effective: 2022-07-27 17:00 }
`
const BASE = 'scenarios/indonesia-2023.yaml'
const given: Given = {
  texts: { [BASE]: readFileSync(BASE, 'utf8'), 'scenarios/closure.yaml': CLOSURE },
  path: 'scenarios/closure.yaml',
  days: 35,
  seed: 'pasar/1',
}

/** The first day from 20 July 2022 on which a buyer shops, as is said where he does not. */
function boughtOn(buyer: number): string {
  try {
    cards({ ...given, asked: [[`buyer:${buyer}`, '2022-07-20']] })
    return '2022-07-20'
  } catch (problem) {
    return /it does on (\S+)/.exec((problem as Error).message)?.[1] ?? ''
  }
}

/** For browsers, with nothing of Node put in its place. */
const bundled = () =>
  build({
    entryPoints: { page: 'test/web/page.ts', worker: 'src/web/worker.ts' },
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    outdir: 'page',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })

const bundle = await bundled()
const files = new Map(
  bundle.outputFiles.map(({ path, contents }) => [`/${basename(path)}`, contents]),
)

describe('the bundle for browsers', () => {
  it('is made without a warning', () => {
    expect(bundle.warnings).toEqual([])
  })

  it('loads what draws charts only when one is drawn', () => {
    const packages = packagesAtOnce(bundle.metafile, 'page/page.js')
    expect(packages).toContain('yaml')
    expect(packages.filter((name) => /^(vega|d3|topojson)/.test(name))).toEqual([])
  })
})

const browser = await browserFound()

describe.skipIf(browser === undefined)('in a page of Chromium', () => {
  let served: Served
  let page: Page
  let runnerOf: (workers: number) => Runner

  beforeAll(async () => {
    served = await serve((path) => files.get(path))
    page = await browser!.newPage()
    await page.goto(served.address)
    runnerOf = await relayed(page)
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it('a market comes to the same bits as in Node', async () => {
    const inNode = ran(given)
    const inPage = await told<Ran>(page, '/page.js', 'ran', given)
    expect([inNode.shared, inPage.shared]).toEqual([true, false])
    expect(inPage.stateHash).toBe(inNode.stateHash)
    expect(inPage.cells).toBe(inNode.cells)
    expect(inPage.values === inNode.values, 'every recorded value, to the bit').toBe(true)
  })

  it('an agent that is asked why says the same as in Node', async () => {
    const asked = [
      ['buyer:12', boughtOn(12)],
      ['seller:7', '2022-07-25'],
      ['creator:3', '2022-08-01'],
    ] as const
    const inNode = cards({ ...given, asked })
    expect(inNode).toContain('Pembeli 12')
    expect(await told<string>(page, '/page.js', 'cards', { ...given, asked })).toBe(inNode)
  })

  it('a fault in a scenario is told as in Node', async () => {
    const faulty = {
      ...given,
      texts: { ...given.texts, [given.path]: `${CLOSURE}venues:\n  shopee: { commission: 12 }\n` },
    }
    const inNode = (() => {
      try {
        return ran(faulty).stateHash
      } catch (problem) {
        return (problem as Error).message
      }
    })()
    expect(inNode).toContain('commission is 12')
    await expect(told(page, '/page.js', 'ran', faulty)).rejects.toThrow(inNode)
  })

  it('a chart is drawn', async () => {
    const before = served.asked.length
    const svg = await told<string>(page, '/page.js', 'picture', [3, 1, 2])
    expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/)
    expect(served.asked.length).toBeGreaterThan(before)
  })

  conformsAsRunner(
    '2 workers of a page',
    () => runnerOf(2),
    undefined,
    async (_, tasks) =>
      decoded<Turns>(await told<string>(page, '/page.js', 'turnsHere', encoded(tasks))),
  )

  it('workers that cannot be loaded are runs that broke', async () => {
    const bare = await serve((path) => (path === '/worker.js' ? undefined : files.get(path)))
    const other = await browser!.newPage()
    await other.goto(bare.address)
    const runner = (await relayed(other))(2)
    const { results, broken } = await answer(tiny(3), runner)
    await runner.close()
    await other.close()
    await bare.close()
    expect(results).toEqual([])
    expect(broken.map(({ run, message }) => `${run} ${message}`)).toEqual(
      [1, 2, 3].map((run) => `${run} its worker could not be loaded`),
    )
  })
})
