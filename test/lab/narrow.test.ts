/** A window as narrow as a phone or a tablet: nothing lies over what somebody reads. */
import { describe, expect, it, vi } from 'vitest'
import { browserFound } from '../web/chromium.ts'
import { visited } from './lab.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const browser = await browserFound()

describe.skipIf(browser === undefined)('a narrow window', () => {
  const visit = visited(browser)

  it.each([390, 768])(
    'of %i pixels shows the answer and not the sliders over it',
    async (width) => {
      const { page, faults } = await visit('', { width })
      await page.waitForSelector('.dial')
      await page.waitForSelector('#text h2')
      // Whether what is seen in the middle of the window belongs to the part that was scrolled to.
      const isSeen = (part: string) =>
        page.evaluate<boolean>(`(() => {
        const part = document.querySelector('${part}')
        part.style.minHeight = '110vh'
        part.scrollIntoView()
        return [200, 400, 700].every((y) => part.contains(document.elementFromPoint(${width / 2}, y)))
      })()`)
      expect(await isSeen('#answer')).toBe(true)
      expect(await isSeen('#text')).toBe(true)
      expect(faults).toEqual([])
      await page.close()
    },
  )

  it('says of a chart that is wider that it goes on to the right', async () => {
    const { page, faults } = await visit('', { width: 390, language: 'id' })
    const chart = page.locator('.chart').nth(1)
    await chart.waitFor()
    await chart.scrollIntoViewIfNeeded()
    await chart.locator('svg').waitFor()
    const place = chart.locator('.wide').first()
    const hint = chart.getByText('geser ke samping')
    await hint.waitFor()
    const cut = async () => (await place.getAttribute('class'))!.includes('cut')
    expect(await cut()).toBe(true)
    await place.evaluate((one) => one.scrollTo(one.scrollWidth, 0))
    await expect.poll(cut).toBe(false)
    await hint.waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 1400, height: 1000 })
    await hint.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
    await page.close()
  })
})
