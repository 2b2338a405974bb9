/** The flow picture in a page: it moves, obeys keys, and stands still for those who ask for it. */
import { afterAll, describe, expect, it } from 'vitest'
import { dotsAt, layoutOf } from '../../src/lab/flow/layout.ts'
import { type FlowData, targetsOf, WITH } from '../../src/lab/flow/model.ts'
import { flowByte } from '../../src/market/index.ts'
import { type Stage, stage } from './browser.ts'

const DAYS = 40
const WIDTH = 30
/** Everybody orders at A by the feed every day, and from day 20 on at B in the world with the policy. */
const world = (closed: boolean) =>
  Array.from({ length: DAYS * WIDTH }, (_, at) =>
    closed && at >= 20 * WIDTH ? flowByte('search', 2) : flowByte('feed', 1),
  )
const data = {
  start: '2023-09-04',
  first: 0,
  days: DAYS,
  width: WIDTH,
  venues: ['Alun <b>', 'Bahari'],
  gates: [{ venue: 0, from: 20, to: DAYS }],
  worlds: [world(false), world(true)],
}

const drawn: FlowData = {
  ...data,
  worlds: [Uint8Array.from(data.worlds[0]), Uint8Array.from(data.worlds[1])],
}

const shown = await stage()

describe.skipIf(shown === undefined)('the flow picture in Chromium', () => {
  afterAll(() => shown?.close())
  const { page, show, errors } = shown ?? ({} as Stage)
  const day = () => page.locator('input[type=range]').inputValue().then(Number)
  /** A sum of the picture's pixels, which another picture does not have. */
  const pixels = () =>
    page.evaluate(() => {
      const canvas = document.querySelector('canvas')!
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      return data.reduce((sum, value, at) => (Math.imul(sum, 31) + value * (at % 7)) | 0, 0)
    })

  /** The picture once it no longer moves: what it shows half a second on as well. */
  async function settled(): Promise<number> {
    let still = 0
    await expect
      .poll(
        async () => {
          still = await pixels()
          await page.waitForTimeout(500)
          return (await pixels()) === still
        },
        { timeout: 10_000 },
      )
      .toBe(true)
    return still
  }

  it('waits for days, begins a week before the gate, moves and pauses', async () => {
    await page.setViewportSize({ width: 390, height: 900 })
    await show('flow', 'en', data, 0)
    expect(await page.locator('#stage').textContent()).toContain('Waiting for the first days')
    await show('flow', 'en', data, DAYS)
    await page.locator('canvas').waitFor()
    const before = await pixels()
    await page.waitForFunction(`document.querySelector('input[type=range]').value >= 14`)
    await expect.poll(pixels).not.toBe(before)
    await page.getByRole('button', { name: 'Pause' }).click()
    await settled()
    expect(errors).toEqual([])
  })

  it('rests while nobody sees it', async () => {
    await page.getByRole('button', { name: 'Play' }).click()
    await page.evaluate(`document.querySelector('#stage').style.marginTop = '3000px'`)
    const hidden = await settled()
    await page.evaluate(`document.querySelector('#stage').style.marginTop = '0'`)
    await expect.poll(pixels).not.toBe(hidden)
    await page.getByRole('button', { name: 'Pause' }).click()
  })

  it('goes day by day with the keys, and to the day of the gate', async () => {
    await page.locator('input[type=range]').focus()
    const at = await day()
    await page.keyboard.press('ArrowRight')
    expect(await day()).toBe(at + 1)
    await page.getByRole('button', { name: 'One day back' }).press('Enter')
    expect(await day()).toBe(at)
    await page.getByRole('button', { name: 'To 24 Sep 2023' }).press('Enter')
    expect(await day()).toBe(20)
    expect(await page.locator('input[type=range]').getAttribute('aria-valuetext')).toBe(
      '24 Sep 2023',
    )
  })

  it('says on its day when the gate shuts, and the picture that stands still has the days after it', async () => {
    const gates = [{ venue: 0, from: 11 + 17 / 24, to: DAYS }]
    for (const [language, shuts, to, still, after] of [
      [
        'en',
        'Alun <b> closes at 17:00',
        'To 15 Sep 2023',
        'Still picture',
        '16 Sep 2023 to 13 Oct 2023',
      ],
      [
        'id',
        'Alun <b> tutup pukul 17:00',
        'Ke 15 Sep 2023',
        'Gambar diam',
        '16 Sep 2023 sampai 13 Okt 2023',
      ],
    ] as const) {
      await show('flow', language, { ...data, gates }, DAYS)
      expect(await page.getByText(shuts).count()).toBe(0)
      await page.getByRole('button', { name: to }).click()
      await page.getByText(shuts).waitFor()
      await page.getByRole('button', { name: still }).click()
      expect(await page.locator('.flow-day').textContent()).toBe(after)
      expect(await day()).toBe(11 + 28)
      // What is seen of the world with the policy comes after the gate: it is shut.
      expect(await page.locator('svg.flow-still line').count()).toBe(1)
      await page
        .getByRole('button', {
          name: after === '16 Sep 2023 to 13 Oct 2023' ? 'One day back' : 'Mundur satu hari',
        })
        .click()
      expect(await day()).toBe(11 + 27)
    }
    await show('flow', 'en', data, DAYS)
    await page.getByRole('button', { name: 'To 24 Sep 2023' }).click()
  })

  it('shows the other world on a phone, and both side by side on a wide page', async () => {
    const policy = await pixels()
    await page.getByRole('radio', { name: 'Without the policy' }).press('Space')
    await expect.poll(pixels).not.toBe(policy)
    expect(await page.locator('canvas').count()).toBe(1)
    await page.setViewportSize({ width: 1400, height: 900 })
    await page.locator('canvas').nth(1).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1400)
  })

  it('is a table too, with names that stay texts', async () => {
    await page.locator('summary').press('Enter')
    const rows = await page.locator('tbody tr').allInnerTexts()
    expect(rows.map((row) => row.split('\t'))).toEqual([
      ['Feed', 'Alun <b>', '630', '600'],
      ['Search', 'Bahari', '0', '30'],
      ['All orders', '', '630', '630'],
    ])
  })

  describe('asks the buyer of a dot why', () => {
    /** Rows of the sampled buyers. */
    const buyers = Array.from({ length: WIDTH }, (_, nth) => 100 + 7 * nth)
    const whom = () => page.evaluate('window.whom')
    const policy = () => page.locator('canvas').last()

    it('by a click or a tap on it, and says so before', async () => {
      await page.setViewportSize({ width: 1400, height: 900 })
      await show('flow', 'en', data, DAYS, buyers)
      await page.getByRole('button', { name: 'To 24 Sep 2023' }).click()
      const { x, y, width } = (await policy().boundingBox())!
      const targets = targetsOf(drawn, DAYS)
      const dots = dotsAt(drawn, layoutOf(width, targets.length), targets, WITH, 20.5)
      expect(dots.length).toBeGreaterThan(20)
      // One that lies apart from all others.
      const apart = dots.find((dot) =>
        dots.every((other) => other === dot || Math.hypot(other.x - dot.x, other.y - dot.y) > 6),
      )!
      await page.mouse.move(x + apart.x, y + apart.y)
      const cursor = () => policy().evaluate((canvas) => canvas.style.cursor)
      await expect.poll(cursor).toBe('pointer')
      expect(await policy().getAttribute('title')).toBe(
        `Ask buyer ${buyers[apart.buyer]} why, 24 Sep 2023`,
      )
      await page.mouse.click(x + apart.x, y + apart.y)
      expect(await whom()).toEqual([buyers[apart.buyer], 20])
      await page.mouse.move(x + 60, y + 2)
      await expect.poll(cursor).toBe('')
    })

    it('by keys, from a list of the buyers of the day and from the table', async () => {
      await page.getByText('Buyers of 24 Sep 2023, one by one').press('Enter')
      await page.getByRole('button', { name: 'Ask buyer 107 why, 24 Sep 2023' }).press('Enter')
      expect(await whom()).toEqual([107, 20])
      expect(await page.locator('.flow-buyers li').first().textContent()).toBe(
        '100 Without the policy: Feed → Alun <b>. With the policy: Search → Bahari.',
      )
      await page.locator('.flow-table summary').press('Enter')
      await page.getByRole('button', { name: '600' }).press('Enter')
      // All of them differ on the day of the gate; before it none does.
      expect(await whom()).toEqual([100, 19])
    })

    it('from the picture that stands still', async () => {
      await page.getByRole('button', { name: 'Still picture' }).click()
      const ways = page.locator('figure').last().locator('path.flow-asks')
      expect(await ways.count()).toBe(2)
      await ways
        .last()
        .evaluate((way) => way.dispatchEvent(new MouseEvent('click', { bubbles: true })))
      // Of the days after the gate, the last.
      expect(await whom()).toEqual([100, DAYS - 1])
      expect(errors).toEqual([])
    })
  })

  it('stands still for those who want less movement', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 390, height: 900 })
    await show('flow', 'id', data, DAYS)
    await page.locator('svg.flow-still').waitFor()
    expect(await page.locator('canvas').count()).toBe(0)
    // The last day there is, since the gate shut less than four weeks before it.
    expect(await day()).toBe(DAYS - 1)
    expect(await page.getByRole('img').getAttribute('aria-label')).toMatch(
      /^Dengan kebijakan\. .* 840 pesanan tanpa kebijakan, 840 dengan kebijakan/,
    )
    expect(await page.locator('.flow').textContent()).toContain('pesanan pada hari-hari itu')
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(390)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(errors).toEqual([])
  })
})
