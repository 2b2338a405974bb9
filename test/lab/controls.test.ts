/** Controls of the lab say what they are, and stand where they belong. */
import { describe, expect, it, vi } from 'vitest'
import { browserFound } from '../web/chromium.ts'
import { visited } from './lab.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const browser = await browserFound()

describe.skipIf(browser === undefined)('a control of the lab', () => {
  const visit = visited(browser)

  it.each([
    {
      language: 'en',
      label: /^Effective date/,
      what: /What is this/,
      rows: {
        'In the scenario': '4 Oct 2023, 17:00 WIB',
        'Possible values': '5 Apr 2023 – 3 Apr 2024',
        Unit: 'a day',
      },
    },
    {
      language: 'id',
      label: /^Tanggal berlaku/,
      what: /Apa ini/,
      rows: {
        'Dalam skenario': '4 Okt 2023, 17:00 WIB',
        'Nilai yang mungkin': '5 Apr 2023 – 3 Apr 2024',
        Satuan: 'tanggal',
      },
    },
  ])(
    'of a date says its ends and its unit ($language)',
    async ({ language, label, what, rows }) => {
      const { page, faults } = await visit('', { language })
      const dial = page.locator('.dial').filter({ hasText: label })
      await dial.getByText(what).click()
      const told = await dial
        .locator('dl > div')
        .evaluateAll((all) => all.map((one) => [...one.children].map((part) => part.textContent)))
      expect(Object.fromEntries(told)).toMatchObject(rows)
      // The ends that it tells are those of its slider.
      const slider = dial.locator('input[type=range]')
      const [low, high] = await Promise.all(
        ['min', 'max'].map(async (end) => Number(await slider.getAttribute(end))),
      )
      expect(high - low).toBe(2 * 26 * 7)
      expect(faults).toEqual([])
      await page.close()
    },
  )

  it('of the gallery is empty whenever it is opened', async () => {
    const { page, faults } = await visit()
    await page.getByRole('button', { name: 'All questions' }).click()
    await page.getByRole('searchbox').fill('duty')
    await page
      .locator('[data-path="scenarios/tiktok-shop-ban.yaml"]')
      .waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Close' }).click()
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'All questions' }).click()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    await page.locator('[data-path="scenarios/tiktok-shop-ban.yaml"]').waitFor()
    expect(faults).toEqual([])
    await page.close()
  })

  it.each(['en', 'id'])(
    'that asks one of them why stands in a line with the others (%s)',
    async (language) => {
      const { page, faults } = await visit('', { language })
      await page.locator('.why-asked').waitFor({ state: 'attached' })
      await page.locator('.why-asked').scrollIntoViewIfNeeded()
      const tops = await page
        .locator('.why-asked :is(select, input)')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
      expect(tops).toHaveLength(3)
      expect(new Set(tops).size).toBe(1)
      expect(faults).toEqual([])
      await page.close()
    },
  )
})
