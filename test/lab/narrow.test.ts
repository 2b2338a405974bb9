/** A window as narrow as a phone or a tablet: nothing lies over what somebody reads. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { browserFound, type Served } from '../web/chromium.ts'
import { opened, served } from './lab.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const browser = await browserFound()

describe.skipIf(browser === undefined)('a narrow window', () => {
  let server: Served
  beforeAll(async () => {
    server = await served()
  })
  afterAll(async () => {
    await server.close()
    await browser!.close()
  })

  it.each([390, 768])(
    'of %i pixels shows the answer and not the sliders over it',
    async (width) => {
      const { page, faults } = await opened(browser!, server.address, { width })
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
})
