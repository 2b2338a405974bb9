/** Links to one chart: what a sender copies beside it, and where the page of the receiver opens. */
import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { linkTo, readLink, type Shared } from '../../src/lab/share/index.ts'
import { VERSION } from '../../src/study/index.ts'
import { browserFound } from '../web/chromium.ts'
import { visited } from './lab.ts'

const browser = await browserFound()

vi.setConfig({ testTimeout: 480_000, hookTimeout: 240_000 })

/** The part of the page that has the focus. */
const FOCUSED = 'document.activeElement?.dataset.part ?? ""'

const sent: Omit<Shared, 'part'> = {
  ...{ scenario: 'tiktok-shop-ban', overlay: '', settings: [], both: [], version: VERSION },
  ...{ seed: '', size: { quick: true }, stateHash: '' },
}

async function hashWith(part: string): Promise<string> {
  const made = await linkTo({ ...sent, part })
  if (!made.ok) throw new Error('no link')
  return `#${made.value}`
}

const isInView = (page: Page, part: string) =>
  page.locator(`[data-part="${part}"]`).evaluate((element) => {
    const { top } = (
      element as unknown as { getBoundingClientRect(): { top: number } }
    ).getBoundingClientRect()
    return top > -2 && top < 500
  })

/** The link that a button beside a part copies. */
async function copied(page: Page, part: string): Promise<string> {
  const place = page.locator(`[data-part="${part}"]`)
  await place
    .getByRole('button', { name: /^Copy link to this chart/ })
    .last()
    .click()
  await place.getByRole('status').last().filter({ hasText: 'Copied' }).waitFor()
  return page.evaluate<string>('navigator.clipboard.readText()')
}

describe.skipIf(browser === undefined)('a link to a chart', () => {
  const follow = visited(browser)

  let [part, link, title] = ['', '', '']

  it('is copied beside each chart', async () => {
    const { page, faults } = await follow('')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.waitForSelector('.chart')
    // Every chart is in the page before the first one has been drawn.
    const parts = await page
      .locator('[data-part]')
      .evaluateAll((all) =>
        all.map((one) => (one as unknown as { dataset: { part: string } }).dataset.part),
      )
    expect(parts).toContain('picture')
    expect(parts.filter((part) => part.startsWith('chart-')).length).toBeGreaterThan(5)
    expect(new Set(parts).size).toBe(parts.length)
    for (const part of parts) expect(part).toMatch(/^[\w-]{1,60}$/)
    for (const part of parts)
      expect(await page.locator(`[data-part="${part}"] .share-part`).count(), part).toBeGreaterThan(
        0,
      )
    part = parts.at(-1)!
    link = await copied(page, part)
    title = (await page.locator(`[data-part="${part}"]`).getAttribute('aria-label'))!
    expect(title).not.toBe('')
    expect(await readLink(new URL(link).hash)).toMatchObject({
      ok: true,
      value: { scenario: sent.scenario, part, stateHash: await page.textContent('#hash-policy') },
    })
    expect(faults).toEqual([])
    await page.close()
  })

  it('opens the page of its receiver there, and stays while further pairs of worlds come in', async () => {
    const { page, faults } = await follow(new URL(link).hash)
    await page.waitForSelector('[data-arrival="awaited"]')
    await page.waitForSelector('[data-arrival="shown"]')
    expect(await page.evaluate(FOCUSED)).toBe(part)
    await page.waitForSelector(`[data-part="${part}"] svg`)
    expect(await isInView(page, part)).toBe(true)
    expect(await page.getByRole('status').filter({ hasText: title }).count()).toBe(1)
    await page.waitForSelector('.progress[data-pairs="4"]')
    expect(await page.evaluate(FOCUSED)).toBe(part)
    // A chart that there is not is said to be absent, and moves nothing.
    for (const other of ['chart-no-such', 'chart-constructor']) {
      await page.evaluate(`location.hash = ${JSON.stringify(await hashWith(other))}`)
      await page.waitForSelector('[data-arrival="absent"]')
      expect(await page.textContent('.share-arrived')).not.toContain(other)
      expect(await page.evaluate(FOCUSED)).toBe(part)
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('of a difference chooses its measure, and is of what was chosen', async () => {
    const { page, faults } = await follow(await hashWith('difference-umkm-jobs'))
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.waitForSelector('[data-arrival="shown"]')
    expect(await page.evaluate(FOCUSED)).toBe('difference-umkm-jobs')
    expect(await isInView(page, 'difference-umkm-jobs')).toBe(true)
    expect(await page.locator('.difference select').inputValue()).toBe('umkm jobs')
    await page.locator('.difference select').selectOption('sales')
    const link = await copied(page, 'difference-sales')
    expect(await readLink(new URL(link).hash)).toMatchObject({
      ok: true,
      value: { part: 'difference-sales' },
    })
    expect(faults).toEqual([])
    await page.close()
  })

  it('leaves a reader alone who has begun to do something, and offers the way', async () => {
    const { page } = await follow(await hashWith('chart-winners'))
    await page.waitForSelector('[data-arrival="awaited"]')
    await page.getByRole('slider').first().focus()
    await page.keyboard.press('Shift')
    await page.waitForSelector('[data-arrival="ready"]')
    expect(await page.evaluate(FOCUSED)).toBe('')
    expect(await page.evaluate('scrollY')).toBe(0)
    await page.getByRole('button', { name: 'Go to the chart' }).click()
    expect(await page.evaluate(FOCUSED)).toBe('chart-winners')
    // Charts above it are drawn meanwhile, and take their room.
    await expect.poll(() => isInView(page, 'chart-winners'), { timeout: 20_000 }).toBe(true)
    await page.close()
  })

  it.each(['__proto__', 'nothing', 'difference-all'])('of %s moves nothing', async (part) => {
    const { page, faults } = await follow(await hashWith(part))
    await page.waitForSelector('[data-arrival=""]', { state: 'attached' })
    expect(await page.evaluate(FOCUSED)).toBe('')
    expect(await page.evaluate('scrollY')).toBe(0)
    expect(faults).toEqual([])
    await page.close()
  })
})
