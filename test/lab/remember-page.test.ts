/** The offer in a page: it waits for a click, and its title stays a text. */
import { afterAll, describe, expect, it } from 'vitest'
import { type Stage, stage } from './browser.ts'

const HARM = '<img src=x onerror="window.harm = 1">'
const work = { link: 'p1.AAAA', title: { en: HARM, id: HARM }, at: 1_700_000_000_000 }
const shown = await stage()

describe.skipIf(shown === undefined)('the last work in Chromium', () => {
  afterAll(() => shown?.close())
  const { page, show, errors } = shown ?? ({} as Stage)
  const opened = () => page.evaluate('window.opened ?? null')

  it('is offered and not opened', async () => {
    await show('remember', 'en', work)
    expect(await page.locator('.remember-offer').textContent()).toContain(HARM)
    expect(await page.locator('#stage img').count()).toBe(0)
    expect(await page.evaluate('window.harm ?? 0')).toBe(0)
    expect(await opened()).toBeNull()
    await page.getByRole('button', { name: 'Not now' }).click()
    expect(await page.locator('.remember-offer').count()).toBe(0)
    expect(await opened()).toBeNull()
  })

  it('is opened by a click, from what the browser kept', async () => {
    await show('remember', 'id', work)
    await page.getByRole('button', { name: 'Buka' }).press('Enter')
    expect(await opened()).toBe('p1.AAAA')
  })

  it('is forgotten with everything', async () => {
    await show('remember', 'en', work)
    await page.evaluate(`localStorage.setItem('pasar.language', 'id')`)
    await page.getByRole('button', { name: 'Forget everything' }).click()
    expect(await page.getByRole('status').textContent()).toContain('Forgotten: your work')
    expect(await page.evaluate('localStorage.length')).toBe(0)
    expect(errors).toEqual([])
  })
})
