/** Links in a page: the platform's own compression, and texts of others that stay texts. */
import { deflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { linkTo, readLink, type Shared } from '../../src/lab/share/index.ts'
import { told } from '../web/chromium.ts'
import { type Stage, stage } from './browser.ts'

const shared: Shared = {
  scenario: 'tiktok-shop-ban',
  overlay: 'title: "<script>window.harm = 1</script>"\nextends: tiktok-shop-ban\n',
  settings: ['venues.shopee.commission=5 %'],
  both: [],
  version: '0.3.0',
  seed: 'pasar',
  size: { quick: true },
  stateHash: '0123456789abcdef',
  part: '',
}
const HARM = '"><img src=x onerror="window.harm=1"><script>window.harm=1</script>'

const shown = await stage()

describe.skipIf(shown === undefined)('a link in Chromium', () => {
  afterAll(() => shown?.close())
  const { page, show, errors } = shown ?? ({} as Stage)
  const harm = () => page.evaluate('window.harm ?? 0')

  it('is read there as it was written in Node, and the other way', async () => {
    const inNode = await linkTo(shared)
    const there = await told<{ hash: string; read: unknown }>(
      page,
      '/stage.js',
      'aroundTrip',
      shared,
    )
    expect(there.read).toEqual({ ok: true, value: shared })
    expect(await readLink(there.hash)).toEqual({ ok: true, value: shared })
    expect(inNode.ok && (await told(page, '/stage.js', 'reading', inNode.value))).toEqual({
      ok: true,
      value: shared,
    })
  })

  it('of a bomb, or of nonsense, is a finding there too', async () => {
    const bomb = deflateRawSync(Buffer.alloc(20_000_000, ' '), { level: 9 }).toString('base64url')
    for (const [hash, code] of [
      [`p1.${bomb}`, 'too-large'],
      ['p1.AAAA', 'damaged'],
      ['p1.<b>', 'alphabet'],
    ])
      expect(await told(page, '/stage.js', 'reading', hash)).toMatchObject({
        ok: false,
        findings: [{ code }],
      })
  })

  it('is shown with an embedding line, whatever the title', async () => {
    await show('share', 'en', shared, 'https://example.org/lab/', HARM)
    const texts = page.locator('textarea')
    await texts.nth(1).waitFor()
    expect(await texts.nth(0).inputValue()).toMatch(/^https:\/\/example\.org\/lab\/#p1\.[\w-]+$/)
    expect(await texts.nth(1).inputValue()).toContain('<iframe src="https://example.org/lab/#p1.')
    expect(await page.locator('#stage script, #stage img, #stage iframe').count()).toBe(0)
    expect(await harm()).toBe(0)
    expect(errors).toEqual([])
  })

  it('cannot be embedded from a file, which is said', async () => {
    await show('share', 'id', shared, 'file:///media/usb/lab.html', 'Lab')
    await page.locator('textarea').first().waitFor()
    expect(await page.locator('textarea').count()).toBe(1)
    expect(await page.locator('#stage').textContent()).toContain('peladen web')
    // Nor can the link be opened elsewhere.
    expect(await page.locator('#stage').textContent()).toContain('hanya berlaku di komputer ini')
    await show('share', 'en', shared, 'https://example.org/lab/', 'Lab')
    await page.locator('textarea').nth(1).waitFor()
    expect(await page.locator('#stage').textContent()).not.toContain('on this computer alone')
  })

  it('with a fault is told, its text inert, and another version is a choice', async () => {
    const other = await linkTo({ ...shared, version: '0.2.0' })
    await show('received', 'en', [`p1.AA${HARM}`, 'p7.AAAA', other.ok ? other.value : ''])
    const text = await page.locator('#stage').textContent()
    expect(text).toContain('The link was not opened')
    expect(text).toContain('made with version 0.2.0; this page is version 0.3.0')
    expect(await page.getByRole('button').allInnerTexts()).toEqual([
      'Open it with version 0.3.0',
      'Do not open it',
    ])
    expect(await page.locator('#stage script, #stage img').count()).toBe(0)
    expect(await harm()).toBe(0)
  })
})
