/** What a declaration says stands on the cards of the lab, in the folder of files and in the one file. */
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { browserFound, type Served } from '../web/chromium.ts'
import { built, opened, served } from './lab.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const browser = await browserFound()

describe.skipIf(browser === undefined)('cards', () => {
  let server: Served
  beforeAll(async () => {
    server = await served()
  })
  afterAll(async () => {
    await server.close()
    await browser!.close()
  })

  it.each(['folder', 'one file'])('say what is declared: %s', async (form) => {
    const address = form === 'folder' ? server.address : `${pathToFileURL(built()).href}/lab.html`
    const { page, faults } = await opened(browser!, address)
    const cards = page.locator('.dial .card')
    await cards.first().waitFor()
    // As the cards are drawn first, and not once more is there.
    const [venue] = await cards.allTextContents()
    expect(venue).toContain('Venue to close')
    expect(venue).toContain('the scenario says it')
    for (const text of await cards.allTextContents()) {
      expect(text).not.toMatch(/What is this\? *In the scenario/)
      expect(text).not.toMatch(/default comes fromQuality/)
    }
    await page.locator('#text').scrollIntoViewIfNeeded()
    await page.locator('.cm-line', { hasText: 'closure: {' }).locator('span').nth(1).hover()
    await page.locator('.editor-card').waitFor()
    const said = await page.locator('.editor-card p').allTextContents()
    expect(said).toEqual([
      'Venue to close',
      'Unit: name out of venues',
      'Source: given: the scenario says it [given]',
    ])
    expect(faults).toEqual([])
    await page.close()
  })
})
