/** One of the market is asked why, in a real page: whom the form proposes, what it refuses, and the next day to ask about. */
import { describe, expect, it, vi } from 'vitest'
import { browserFound } from '../web/chromium.ts'
import { visited } from './lab.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const browser = await browserFound()

describe.skipIf(browser === undefined)('who is asked why', () => {
  const visit = visited(browser)

  it('has something to say, else when; and what cannot be asked is said at its field', async () => {
    const { page, faults } = await visit()
    const form = page.locator('.why-asked')
    const number = form.locator('input').first()
    const day = form.locator('input[type=date]')
    const submit = form.getByRole('button')
    await page.getByRole('button', { name: 'Ask the first one' }).waitFor()
    expect(await page.locator('.why-range').textContent()).toBe('0 to 7,999')
    // As the form stands, one is asked whose order differs between the worlds.
    await submit.click()
    await page.locator('.why-card').nth(1).waitFor()
    expect(await page.locator('.why-card .chosen').count()).toBeGreaterThan(0)

    for (const wrong of ['-3', '', '8000', 'abc', '1.5']) {
      await number.fill(wrong)
      expect(await form.textContent(), wrong).toContain('Write a whole number from 0 to 7,999.')
      expect(await submit.isDisabled()).toBe(true)
      expect(await page.locator('.why-card').count()).toBe(0)
    }
    await number.fill('17')
    for (const wrong of ['', '2029-10-05']) {
      await day.fill(wrong)
      expect(await form.textContent(), wrong).toContain('Choose a day from ')
      expect(await submit.isDisabled()).toBe(true)
    }
    // Of some days in a row a buyer decides on few.
    for (const date of ['2023-10-05', '2023-10-06', '2023-10-07', '2023-10-08']) {
      await day.fill(date)
      await submit.click()
      await page.locator('.why-card, .why button:has-text("Ask about")').first().waitFor()
      if ((await page.locator('.why-card').count()) === 0) break
    }
    expect(await page.locator('.why').textContent()).toMatch(/Buyer 17 decides nothing on/)
    await page.getByRole('button', { name: /^Ask about/ }).click()
    await page.locator('.why-card').first().waitFor()
    expect(await number.inputValue()).toBe('17')
    expect(faults).toEqual([])
    await page.close()
  })
})
