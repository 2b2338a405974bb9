/** Links that are followed, and the orders of sampled buyers, in a real page. */
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { linkTo, readLink, type Shared } from '../../src/lab/share/index.ts'
import { VERSION } from '../../src/study/index.ts'
import { browserFound } from '../web/chromium.ts'
import { visited } from './lab.ts'
import { stateInNode } from './state-in-node.ts'

const browser = await browserFound()

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const BAN = 'tiktok-shop-ban'
const FORBIDDEN = 'policies.1.closure.promotion=forbidden'

const sent: Shared = {
  ...{
    scenario: BAN,
    overlay: '',
    settings: [FORBIDDEN],
    both: [],
    version: VERSION,
    seed: '',
    part: '',
  },
  ...{ size: { quick: true }, stateHash: '' },
}

async function hashOf(shared: Shared): Promise<string> {
  const made = await linkTo(shared)
  if (!made.ok) throw new Error('no link')
  return `#${made.value}`
}

describe.skipIf(browser === undefined)('a link that is followed', () => {
  const follow = visited(browser)

  it('opens what was sent, and says that the result is the sender’s', async () => {
    const stateHash = stateInNode(`scenarios/${BAN}.yaml`, [FORBIDDEN])
    const { page, faults } = await follow(await hashOf({ ...sent, stateHash }))
    await page.waitForSelector('.share-same')
    expect(await page.textContent('.share-same')).toContain(stateHash)
    expect(await page.textContent('#hash-policy')).toBe(stateHash)
    const link = await page.locator('#share textarea').first().inputValue()
    expect(link.length).toBeLessThan(400)
    const back = await readLink(new URL(link).hash)
    expect(back).toMatchObject({
      ok: true,
      value: { ...sent, seed: expect.any(String), stateHash },
    })
    // Buyers of both worlds are looked at, and some do something else once the venue is shut.
    await page.locator('.orders').scrollIntoViewIfNeeded()
    await page.waitForSelector('.flow')
    await page.getByRole('slider', { name: /Day/ }).fill('500')
    await page.locator('.flow-table summary').click()
    const rows = await page.locator('.flow table tbody tr').allInnerTexts()
    const cells = rows.map((row) => row.split('\t'))
    expect(cells.length).toBeGreaterThan(3)
    expect(cells.some(([, , without, policy]) => without !== policy)).toBe(true)
    // Settings that were undone are no longer what was sent.
    await page.getByRole('button', { name: 'Undo all changes' }).click()
    await page.waitForSelector('.share-same', { state: 'detached' })
    expect(faults).toEqual([])
    await page.close()
  })

  it('leaves the last work as it is, until something is changed in what it brought', async () => {
    const { page, faults } = await follow()
    await page.evaluate(`localStorage.setItem('pasar.last-work', 'mine')`)
    const kept = () => page.evaluate(`localStorage.getItem('pasar.last-work')`)
    await page.evaluate(`location.hash = ${JSON.stringify(await hashOf(sent))}`)
    const dial = page.locator('.dial input[type=range]').first()
    await page.getByRole('button', { name: 'Undo all changes' }).waitFor()
    // Longer than a change rests before it is kept.
    await page.waitForTimeout(2500)
    expect(await kept()).toBe('mine')
    await dial.focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(`localStorage.getItem('pasar.last-work') !== 'mine'`)
    expect(await kept()).toContain('TikTok Shop closes')
    expect(faults).toEqual([])
    await page.close()
  })

  it('of another version is opened only when it is wanted', async () => {
    const { page, faults } = await follow(await hashOf({ ...sent, version: '0.0.1' }))
    await page.waitForSelector('.share-received')
    expect(await page.textContent('.share-received')).toContain('0.0.1')
    await page.getByRole('button', { name: /Do not open/ }).click()
    await page.waitForSelector('.share-received', { state: 'detached' })
    expect(faults).toEqual([])
    await page.close()
  })

  it.each([
    ['cut off', async () => (await hashOf(sent)).slice(0, -9)],
    ['of ten megabytes', async () => `#p1.${'A'.repeat(10_000_000)}`],
    ['of a scenario that there is not', () => hashOf({ ...sent, scenario: 'no-such-thing' })],
    [
      'with a date that is none',
      () => hashOf({ ...sent, settings: ['policies.1.closure.effective=<img src=x>'] }),
    ],
    ['with a text that is no scenario', () => hashOf({ ...sent, overlay: 'a: &a [*a, *a]' })],
    [
      'with a script in its title',
      () =>
        hashOf({
          ...sent,
          settings: [],
          overlay: `${readFileSync(`scenarios/${BAN}.yaml`, 'utf8').replace(
            /^title: .*$/m,
            'title: "<img src=x onerror=window.hurt=1><script>window.hurt=1</script>"',
          )}`,
        }),
    ],
  ])('%s does no harm', async (_, made) => {
    const { page } = await follow()
    await page.evaluate(
      (hash) => {
        const { location } = globalThis as unknown as { location: { hash: string } }
        location.hash = hash
      },
      await made(),
    )
    await page.waitForSelector('.share-fault, .eyebrow:has-text("<script>")')
    expect(await page.evaluate('window.hurt')).toBeUndefined()
    expect(await page.locator('main img, main script').count()).toBe(0)
    // The picture goes on.
    await page.waitForFunction('/\\d{4}/.test(document.querySelector(".seen")?.textContent ?? "")')
    await page.close()
  })
})
