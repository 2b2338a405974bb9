/** What a person does in the lab: moves a slider, reads the answer, takes it along, asks something else. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { gallery } from '../../build/lab-scenarios.ts'
import { recordedStudy } from '../../src/study/index.ts'
import { browserFound, type Served } from '../web/chromium.ts'
import { built, type Opened, opened, served } from './lab.ts'
import { stateInNode } from './state-in-node.ts'

const browser = await browserFound()

/** What is used here of the document of a page. */
interface Found {
  readonly textContent: string
  readonly dataset: Readonly<Record<string, string>>
  matches(selector: string): boolean
}
declare const document: {
  readonly activeElement: Found | null
  querySelector(selector: string): Found | null
}

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const BAN = 'scenarios/tiktok-shop-ban.yaml'

const hashOf = (page: Page) => page.textContent('#hash-policy')

/** Presses keys until what has the focus fits. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (await page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${selector}`)
}

describe.skipIf(browser === undefined)('the lab', () => {
  let server: Served
  let visit: Opened
  let page: Page

  beforeAll(async () => {
    server = await served()
    visit = await opened(browser!, server.address)
    page = visit.page
    await page.waitForSelector('#hash-policy', { state: 'attached' })
    await page.waitForSelector('.dial')
  })

  afterAll(async () => {
    expect(visit.faults).toEqual([])
    await page.close()
    await server.close()
    await browser!.close()
  })

  it('follows a slider, and comes to rest in the state of the program', async () => {
    const first = await hashOf(page)
    const slider = page.getByRole('slider', { name: /Effective date/ })
    const drawn = page.locator('.difference .plot')
    await page.waitForSelector('.size[data-size="quick"]')
    await slider.focus()
    // Whether the picture begins anew: its policy has fewer weeks than it had.
    const weeks = Number(await drawn.getAttribute('data-points'))
    const began = performance.now()
    for (let day = 0; day < 7; day++) await page.keyboard.press('ArrowRight')
    await page.waitForFunction(
      (before) => Number(document.querySelector('.difference .plot')?.dataset.points) < before,
      weeks,
    )
    const passed = () => Math.round(performance.now() - began)
    console.log(`a slider's first response after ${passed()} ms`)
    // A coarse picture gives way to the quick one once that has the main window.
    await page.waitForSelector('.size[data-size="quick"]')
    console.log(`a slider's main window in the quick market after ${passed()} ms`)
    await page.waitForFunction((before) => {
      const now = document.querySelector('#hash-policy')?.textContent
      return now !== undefined && now !== before
    }, first)
    console.log(`a slider's quick market to its end after ${passed()} ms`)
    const set = ['policies.1.closure.effective=2023-10-11T17:00+07:00']
    expect(await hashOf(page)).toBe(stateInNode(BAN, set))
    await page.getByRole('button', { name: 'Undo all changes' }).click()
    await page.waitForFunction(
      (before) => document.querySelector('#hash-policy')?.textContent === before,
      first,
    )
  })

  it('asks the buyer of a dot why, on the day that is shown', async () => {
    await page.locator('.orders').scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: 'To 4 Oct 2023' }).click()
    const canvas = page.locator('.flow canvas').last()
    await canvas.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await canvas.boundingBox())!
    // Along the middle of the picture, until the pointer is over a dot.
    const over = async () => {
      for (let down = 8; down < height; down += 12)
        for (let along = 0.2; along < 0.6; along += 0.05) {
          await page.mouse.move(x + along * width, y + down)
          const title = await canvas.getAttribute('title')
          if (title) return { title, at: [x + along * width, y + down] as const }
        }
      throw new Error('no dot is found')
    }
    const { title, at } = await over()
    const [, buyer] = /^Ask buyer (\d+) why, 4 Oct 2023$/.exec(title)!
    await page.mouse.click(...at)
    await page.waitForSelector('.why-card')
    const cards = await page.locator('.why-card h3').allTextContents()
    expect(cards.length).toBe(2)
    for (const card of cards) {
      expect(card).toContain(`Buyer ${buyer}`)
      expect(card).toContain('4 Oct 2023')
    }
    expect(await page.locator('.why-asked input[inputmode=numeric]').inputValue()).toBe(buyer)
    expect(await page.evaluate(() => document.activeElement?.matches('#why'))).toBe(true)
  })

  it('answers in the words, charts and tables of the report, with a manifest that can be verified', async () => {
    await page.waitForSelector('.progress[data-pairs="2"], .progress[data-pairs="4"]')
    expect(await page.textContent('#answer .window')).toContain(
      'TikTok Shop closes; main window: first month',
    )
    await page.locator('.chart').first().scrollIntoViewIfNeeded()
    await page.waitForSelector('.chart svg')
    const numbers = await page.locator('#answer .made table').count()
    expect(numbers).toBeGreaterThan(5)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Manifest' }).click(),
    ])
    const manifest = readFileSync((await download.path())!, 'utf8')
    const { results, filled } = recordedStudy(manifest, 'manifest.json')
    const own = results.find(({ scenario, run }) => scenario === 'tiktok-shop-ban' && run === 1)
    expect(own?.stateHash).toBe(await hashOf(page))
    expect(filled).toEqual([])
    const [scenario] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scenario' }).click(),
    ])
    expect(readFileSync((await scenario.path())!, 'utf8')).toContain('- closure: {')
  })

  it('can be used by keyboard alone, from a slider to a table', async () => {
    await page.evaluate('scrollTo(0, 0)')
    await page.locator('body').press('Tab')
    await tabTo(page, '.dial input[type=range]')
    await tabTo(page, '.status summary')
    await page.keyboard.press('Shift+Tab')
    await tabTo(page, '.chart summary, #answer .wide')
    await tabTo(page, '.chart summary')
    await page.keyboard.press('Enter')
    expect(await page.locator('.chart details[open] table').first().isVisible()).toBe(true)
  })

  it('has nothing that axe finds to be out of reach', async () => {
    await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' })
    const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
      'axe.run({ exclude: [".chart svg"] }).then(({ violations }) => violations)',
    )
    expect(found.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`)).toEqual([])
  })

  it('speaks both languages', async () => {
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
    expect(await page.getAttribute('html', 'lang')).toBe('id')
    expect(await page.textContent('h1')).toBe(
      'Apa akibat penutupan social commerce bagi pekerjaan dan penjualan?',
    )
    // The text of a scenario, and paths in it, are the same in every language.
    const whole = (await page.locator('main').textContent()) ?? ''
    const scenario = (await page.locator('.cm-content').allTextContents()).join('')
    const text = whole.replace(scenario, '').replace(/[\w*-]+(\.[\w*-]+)+/g, '')
    expect(text.match(/\b(the|of|and|with|without|which|from|sales|share|week)\b/gi) ?? []).toEqual(
      [],
    )
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
  })

  it('opens every question of the gallery', async () => {
    for (const { path, question } of gallery()) {
      await page.getByRole('button', { name: 'All questions' }).click()
      await page.locator(`[data-path="${path}"]`).click()
      await page.waitForFunction(
        (asked) => document.querySelector('h1')?.textContent === asked,
        question.en,
      )
      expect(await page.locator('.findings').count(), path).toBe(0)
    }
    expect(visit.faults).toEqual([])
  })

  it('has room on a phone and on a desk, in both languages', async () => {
    for (const width of [390, 1400])
      for (const language of ['en', 'id']) {
        const other = await opened(browser!, server.address, { width, language })
        await other.page.waitForSelector('.dial')
        expect(await other.page.getAttribute('html', 'lang')).toBe(language)
        const [needed, there] = await other.page.evaluate<[number, number]>(
          '[document.documentElement.scrollWidth, innerWidth]',
        )
        expect(needed, `${width} ${language}`).toBeLessThanOrEqual(there)
        const picture = await other.page.screenshot()
        expect(picture.length).toBeGreaterThan(20_000)
        expect(other.faults).toEqual([])
        await other.page.close()
      }
  })

  it('needs no server, as one file', async () => {
    const { page: alone, faults } = await opened(
      browser!,
      `${pathToFileURL(built()).href}/lab.html`,
    )
    const asked: string[] = []
    alone.on('request', (request) => asked.push(request.url()))
    await alone.waitForFunction('/2023/.test(document.querySelector(".seen")?.textContent ?? "")')
    await alone.waitForSelector('.dial')
    expect(asked.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([])
    expect(faults).toEqual([])
    await alone.close()
  })
})
