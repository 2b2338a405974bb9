/** The floors in a browser page, as any server hands it out: without the headers that shared memory asks for. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { build, type Metafile } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserFound, type Served, serve, told } from './chromium.ts'
import {
  type Asked,
  type Given,
  type Ran,
  ran,
  type Studied,
  type stoppedAtOnce,
  studied,
  type withOneBroken,
} from './page.ts'

const SMALL = `title: A small country
extends: indonesia-2023
ground: { source: a test, grade: assumption }
size: { buyers: 3000, sellers: 400, creators: 40 }
calendar: { solve-until: 2022-07-18 }
`
const CLOSURE = `title: A closure in the fourth week
extends: base
ground: { source: a test, grade: assumption }
policies:
  - closure: { venue: tiktok-shop, announced: 2022-07-20, effective: 2022-07-27 17:00 }
`
const BASE = 'scenarios/indonesia-2023.yaml'
const given: Given = {
  texts: {
    [BASE]: readFileSync(BASE, 'utf8'),
    'scenarios/base.yaml': SMALL,
    'scenarios/closure.yaml': CLOSURE,
  },
  path: 'scenarios/closure.yaml',
  days: 35,
  seed: 'pasar/1',
}
const asked: Asked = { ...given, base: 'scenarios/base.yaml', runs: 3, workers: 2 }

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

/** Packages in the files that a page loads with its first one. */
function packagesAtOnce({ outputs }: Metafile, first: string): string[] {
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { path: next, kind } of outputs[path].imports)
      if (kind === 'import-statement') visit(next)
  }
  visit(first)
  const inputs = [...seen].flatMap((path) => Object.keys(outputs[path].inputs))
  return [...new Set(inputs.flatMap((path) => /node_modules\/([^/]+)/.exec(path)?.[1] ?? []))]
}

/**
 * The largest relative difference of two numbers at one place of two values; infinite where anything else differs.
 * Intervals are of Student's t, which takes logarithms of the platform's own: their last digits are not the market's.
 */
function furthest(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number')
    return one === other ? 0 : Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other))
  if (!(one instanceof Object && other instanceof Object)) return one === other ? 0 : Infinity
  const [names, others] = [Object.keys(one), Object.keys(other)]
  if (names.join() !== others.join()) return Infinity
  const left = Object.values(one)
  return Object.values(other).reduce(
    (far, value, at) => Math.max(far, furthest(left[at], value)),
    0,
  )
}

const bundle = await bundled()
const pageFiles = new Map(
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

  beforeAll(async () => {
    served = await serve((path) => pageFiles.get(path))
    page = await browser!.newPage()
    await page.goto(served.address)
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

  it.each([1, 2])(
    'a study in %i workers finds the same as in one thread of Node',
    async (workers) => {
      const inNode = await studied({ ...asked, workers: 0 })
      const inPage = await told<Studied>(page, '/page.js', 'studied', { ...asked, workers })
      expect(inNode.hashes.length).toBe(6)
      expect(inNode.found).toContain('tiktok-shop')
      expect(inPage.hashes).toEqual(inNode.hashes)
      expect(inPage.values === inNode.values, 'every recorded value, to the bit').toBe(true)
      expect(furthest(JSON.parse(inPage.found), JSON.parse(inNode.found))).toBeLessThan(1e-12)
      expect([inNode.broken, inPage.broken]).toEqual([[], []])
      expect(inPage.days).toBe(inNode.days)
    },
  )

  it('a run that breaks in a worker does not end the others', async () => {
    const { ended, broken } = await told<Awaited<ReturnType<typeof withOneBroken>>>(
      page,
      '/page.js',
      'withOneBroken',
      asked,
    )
    expect(ended).toEqual([1, 3])
    expect(broken).toEqual([{ run: 2, seed: expect.any(String), message: expect.any(String) }])
  })

  it('workers that cannot be loaded are runs that broke', async () => {
    const bare = await serve((path) => (path === '/worker.js' ? undefined : pageFiles.get(path)))
    const other = await browser!.newPage()
    await other.goto(bare.address)
    const { hashes, broken } = await told<Studied>(other, '/page.js', 'studied', asked)
    await other.close()
    await bare.close()
    expect(hashes).toEqual([])
    expect(broken.map(({ run, message }) => `${run} ${message}`)).toEqual(
      [1, 2, 3].map((run) => `${run} its worker could not be loaded`),
    )
  })

  it('workers end when they are stopped', async () => {
    const { ended, broken } = await told<Awaited<ReturnType<typeof stoppedAtOnce>>>(
      page,
      '/page.js',
      'stoppedAtOnce',
      { ...asked, runs: 40 },
    )
    expect(ended).toBe(1)
    expect(broken).toEqual([])
  })

  it('a chart is drawn', async () => {
    const before = served.asked.length
    const svg = await told<string>(page, '/page.js', 'picture', [3, 1, 2])
    expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/)
    expect(served.asked.length).toBeGreaterThan(before)
  })
})
