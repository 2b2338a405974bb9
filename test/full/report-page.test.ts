/** The report page of the country in a browser: at the width of a phone and of a desk, on paper, in both languages. */
import { readdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readStudy } from '../../src/cli/scenarios.ts'
import { compare } from '../../src/index.ts'
import { labelsIn, labelsOf, pageInputOf, reportPage } from '../../src/report/index.ts'
import { browserFound, serve } from '../web/chromium.ts'

const BASE = 'scenarios/indonesia-2023.yaml'
const MEGABYTE = 1e6
const LANGUAGES = ['en', 'id'] as const

/** Words that no Indonesian text has. */
const ENGLISH =
  /\b(the|of|and|or|to|from|with|which|is|are|not|share|sales|week|change|baseline|policy|policies|owner|firms?|goods|marketplaces?|rises?|falls?|yes|no)\b/gi

/** What is the same in both languages: paths, commands, files, names of publishers. */
const ALIKE = /[\w*-]+(\.[\w*-]+)+|\b[a-z]+(-\w+)+|npx pasar .*|The Register/g

async function pageOf(files: readonly string[], runs: number): Promise<string> {
  const { scenarios } = readStudy({ scale: '0.03', days: '560' }, [BASE, ...files])
  const [baseline, ...policies] = scenarios
  const answer = await compare(baseline, policies, { runs })
  const input = pageInputOf(answer, {
    ...{ language: 'en', fingerprint: '0123456789abcdef', command: ['compare', BASE, ...files] },
    ...{ date: '2026-01-02', platform: 'v20' },
  })
  return reportPage(input!)
}

const names = (language: 'en' | 'id') =>
  labelsIn(language, labelsOf(readStudy({ scale: '0.03' }, [BASE]).scenarios))

let one = ''
let browser: Browser | undefined

beforeAll(async () => {
  one = await pageOf(['scenarios/tiktok-shop-ban.yaml'], 3)
  browser = await browserFound()
})
afterAll(() => browser?.close())

async function shown(width: number, language: string, look: (page: Page) => Promise<void>) {
  if (browser === undefined) return
  const served = await serve((path) => (path === '/' ? one : undefined))
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  try {
    await page.goto(served.address)
    await page.click(`[data-language="${language}"]`)
    await look(page)
    expect(broken).toEqual([])
    expect(served.asked.filter((path) => path !== '/' && path !== '/favicon.ico')).toEqual([])
  } finally {
    await page.close()
    await served.close()
  }
}

/** What stands beyond the right edge: of tables that scroll by themselves only these. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true
    const width = document.documentElement.clientWidth
    return [...document.querySelectorAll('main *')]
      .filter((node) => !node.closest('svg') && (node.closest('.wide') ?? node) === node)
      .filter((node) => node.getBoundingClientRect().right > width + 1)
      .map((node) => `${node.tagName} ${node.textContent?.slice(0, 60)}`)
  })

describe.each(LANGUAGES)('the report page in %s', (language) => {
  it('is not wider than a phone, folded out', () =>
    shown(390, language, async (page) => {
      expect(await beyond(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        390,
      )
    }))

  it('answers on one screen of a desk: question, sentences, picture', () =>
    shown(1400, language, async (page) => {
      expect(await beyond(page)).toEqual([])
      const box = await page.locator(`#${language}-answer .first`).boundingBox()
      expect(box!.y + box!.height).toBeLessThan(900)
      const picture = await page.locator(`#${language}-answer figure .area`).boundingBox()
      expect(picture!.width).toBeGreaterThan(400)
      expect(await page.locator(`#${language}-answer .sentences p`).count()).toBe(3)
    }))

  it('stands open on paper, without its buttons, no wider than A4', () =>
    shown(700, language, async (page) => {
      await page.emulateMedia({ media: 'print' })
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      expect(await page.locator('details:not([open])').count()).toBe(0)
      expect(await page.locator('nav:visible').count()).toBe(0)
      expect(await beyond(page)).toEqual([])
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      expect(await page.locator('details[open]').count()).toBe(0)
    }))

  it('shows what an address points into, in its language', () =>
    shown(1400, language === 'en' ? 'id' : 'en', async (page) => {
      await page.evaluate((to) => {
        location.hash = to
      }, `#${language}-sources`)
      await page.locator(`#${language}-sources`).waitFor({ state: 'visible' })
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    }))
})

describe('the Indonesian page', () => {
  const own = () =>
    one.slice(
      one.indexOf('<main lang="id">'),
      one.indexOf('</main>', one.indexOf('<main lang="id">')),
    )

  it('has no English left', () => {
    const text = own()
      .replace(/<[^>]*(data-head|aria-label)="([^"]*)"[^>]*>/g, ' $2 ')
      .replace(/<[^>]+>/g, ' ')
      .replace(ALIKE, ' ')
    const found = [...text.matchAll(ENGLISH)].map(
      ({ index, 0: word }) =>
        `${word}: ${text.slice(Math.max(0, index - 40), index + 40).replace(/\s+/g, ' ')}`,
    )
    expect(found).toEqual([])
  })

  it('calls no row by its English name', () => {
    const [en, id] = [names('en'), names('id')]
    const english = Object.keys(en)
      .filter((name) => en[name] !== id[name])
      .map((name) => en[name])
    expect(english.length).toBeGreaterThan(15)
    const text = own()
    expect(english.filter((label) => new RegExp(`[> ]${label}[<,:;]`).test(text))).toEqual([])
  })
})

describe('every row of the page', () => {
  it('says something: no row of noughts and dashes alone', () => {
    const rows = [...one.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
      .map(([, cells]) =>
        [...cells.matchAll(/<td class="number[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell),
      )
      .filter((cells) => cells.length > 2)
    expect(rows.length).toBeGreaterThan(100)
    const empty = rows.filter((cells) =>
      cells.every((cell) => !/[1-9]/.test(cell.replace(/<[^>]+>/g, ''))),
    )
    expect(empty).toEqual([])
  })
})

describe('the size of the page', () => {
  it('stays under 2 MB of one policy, and under 6 MB of 25', async () => {
    expect(one.length).toBeLessThan(2 * MEGABYTE)
    const files = readdirSync('scenarios/policies').filter((file) => file.endsWith('.yaml'))
    const all = files.slice(0, 25).map((file) => `scenarios/policies/${file}`)
    const many = await pageOf(all, 2)
    expect(many.match(/<article id="en-policy-/g)).toHaveLength(25)
    expect(many.match(/<figure class="plot small">/g)!.length).toBeGreaterThanOrEqual(50)
    expect(many.length).toBeLessThan(6 * MEGABYTE)
  })
})
