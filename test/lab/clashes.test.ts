/** Sliders that contradict each other: said at both of them, while the page goes on showing what could be run. */
import { describe, expect, it, vi } from 'vitest'
import { texts } from '../../build/lab-scenarios.ts'
import type { Work } from '../../src/lab/desk/messages.ts'
import { readPair } from '../../src/lab/desk/read-pair.ts'
import { browserFound } from '../web/chromium.ts'
import { visited } from './lab.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const known = texts()
const [ANNOUNCED, EFFECTIVE] = ['policies.1.closure.announced', 'policies.1.closure.effective']

function clashesOf(set: readonly string[], changes: Partial<Work> = {}) {
  const [path, baseline] = ['scenarios/tiktok-shop-ban.yaml', 'scenarios/indonesia-2023.yaml']
  const found = readPair({ path, baseline, set, both: [], ...changes }, known)
  return found.ok ? undefined : found.clashes
}

describe('a contradiction', () => {
  it('names both sliders, whichever of them was moved', () => {
    const expected = { code: 'effective-before-announced', paths: [ANNOUNCED, EFFECTIVE] }
    expect(clashesOf([`${ANNOUNCED}=2023-12-30`])).toMatchObject([expected])
    expect(clashesOf([`${EFFECTIVE}=2023-09-01`])).toMatchObject([expected])
    const other = 'policies.1.closure.promotion=forbidden'
    expect(clashesOf([other, `${EFFECTIVE}=2023-11-01`, `${ANNOUNCED}=2023-12-01`])).toMatchObject([
      { ...expected, got: '2023-11-01', expected: '2023-12-01' },
    ])
  })

  it('names a setting that cannot be read, and none where only the text is at fault', () => {
    expect(clashesOf([`${EFFECTIVE}=<img src=x>`])).toMatchObject([{ paths: [EFFECTIVE] }])
    const both = ['households.impulse-displacement=7']
    expect(clashesOf([], { both })).toMatchObject([{ paths: ['households.impulse-displacement'] }])
    expect(clashesOf([], { text: '' })).toEqual([])
    expect(clashesOf([])).toBe(undefined)
  })
})

const browser = await browserFound()

describe.skipIf(browser === undefined)('sliders that contradict each other', () => {
  const visit = visited(browser)

  it.each([
    ['en', /It would begin on .*, before it is announced on/, 'The answer waits'],
    ['id', /akan mulai pada .*, sebelum diumumkan pada/, 'Jawaban menunggu'],
  ])('are told so in the words of the page (%s)', async (language, words, waits) => {
    const { page, faults } = await visit('', { language })
    await page.waitForSelector('.dial')
    await page.locator('[id="dial-policies-1-closure-announced"]').press('End')
    await page.locator('.dial [role=alert]').waitFor()
    const told = await page.locator('.dial-fault').allTextContents()
    expect(told).toHaveLength(2)
    for (const text of told) expect(text).toMatch(words)
    expect(await page.locator('input[aria-invalid=true]').count()).toBe(2)
    expect(await page.textContent('main')).not.toContain('--set')
    await page.waitForSelector('.picture.stale')
    expect(await page.textContent('.stale-note')).toMatch(words)
    expect(await page.locator('#share textarea').count()).toBe(0)
    const answer = (await page.textContent('#answer')) ?? ''
    // The answer is loaded once the first pair of worlds has come to its end.
    if (answer.length > 20) expect(answer).toContain(waits)
    await page.locator('[id="dial-policies-1-closure-announced"]').press('Home')
    await page.locator('.dial-fault').first().waitFor({ state: 'detached' })
    await page.waitForSelector('.picture:not(.stale)')
    await page.waitForSelector('#share textarea')
    expect(faults).toEqual([])
    await page.close()
  })
})
