/** What a first visit gets: little to load, a market that moves, and the states of the program. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { browserFound } from '../web/chromium.ts'
import { built, ISOLATED, opened, served } from './lab.ts'
import { stateInNode } from './state-in-node.ts'

const browser = await browserFound()

/** kB after gzip that may be loaded before anything moves. */
const FIRST_LOAD = 150

afterAll(() => browser?.close())

/** The file, and all that it imports before it runs. */
function loadedWith(folder: string, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  const text = readFileSync(join(folder, name), 'utf8')
  for (const [, next] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    loadedWith(folder, next, seen)
  return seen
}

describe('the first load', () => {
  it(`is at most ${FIRST_LOAD} kB`, () => {
    const folder = built()
    const assets = join(folder, 'assets')
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    const named = [...page.matchAll(/assets\/([\w.-]+)"/g)].map(([, name]) => name)
    const worker = readdirSync(assets).find((name) => name.startsWith('worker'))!
    const main = named.find((one) => one.endsWith('.js'))!
    const style = named.filter((one) => one.endsWith('.css'))
    const [ofPage, ofWorker] = [main, worker].map((name) => loadedWith(assets, name))
    const sizeOf = (name: string) => gzipSync(readFileSync(join(assets, name))).length
    // The market is in one chunk, which page and worker share.
    const market = [...ofPage, ...ofWorker].filter((name) =>
      /name:[`'"]share-inversion[`'"]/.test(readFileSync(join(assets, name), 'utf8')),
    )
    expect(market).toHaveLength(2)
    expect(new Set(market).size).toBe(1)
    const sizes = [...new Set([...ofPage, ...ofWorker, ...style])].map(sizeOf)
    const bytes = gzipSync(page).length + sizes.reduce((sum, size) => sum + size, 0)
    console.log(`first load of the lab: ${(bytes / 1000).toFixed(1)} kB`)
    expect(bytes).toBeLessThan(FIRST_LOAD * 1000)
  })
})

describe.skipIf(browser === undefined)('a first visit', () => {
  it('moves, and ends in the states of the program, with and without isolation', async () => {
    const expected = ['scenarios/indonesia-2023.yaml', 'scenarios/tiktok-shop-ban.yaml'].map(
      (path) => stateInNode(path),
    )
    for (const headers of [{}, ISOLATED]) {
      const server = await served(headers)
      const began = performance.now()
      const { page, faults } = await opened(browser!, server.address)
      await page.waitForFunction(
        '/\\d{4}/.test(document.querySelector(".seen")?.textContent ?? "")',
      )
      console.log(`first picture after ${Math.round(performance.now() - began)} ms`)
      const before = await page.textContent('.seen')
      await page.waitForFunction(
        'before => document.querySelector(".seen").textContent !== before',
        before,
      )
      expect(await page.evaluate('crossOriginIsolated')).toBe(
        'cross-origin-embedder-policy' in headers,
      )
      await page.waitForSelector('#hash-policy', { state: 'attached' })
      expect(await page.textContent('#hash-baseline')).toBe(expected[0])
      expect(await page.textContent('#hash-policy')).toBe(expected[1])
      expect(faults).toEqual([])
      await page.close()
      await server.close()
    }
  })
})
