/** The scenario as text beside its sliders, and the last work, in a real page. */
import { describe, expect, it, vi } from 'vitest'
import { browserFound } from '../web/chromium.ts'
import { visited } from './lab.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const browser = await browserFound()

describe.skipIf(browser === undefined)('a scenario in the lab', () => {
  const visit = visited(browser)

  it('is sliders and text at once, is offered at the next visit, and forgotten', async () => {
    const { page, faults } = await visit()
    const links = page.getByLabel('Links from its feed to other venues')
    await links.selectOption('forbidden')
    await page.locator('#text').scrollIntoViewIfNeeded()
    const text = page.locator('.cm-content')
    await text.getByText('promotion: forbidden').waitFor()
    // What is typed moves the slider back, and is found at fault in the words of the reader.
    await text.click()
    await page.keyboard.press('Control+End')
    const before = await text.textContent()
    await page.keyboard.type('\nvenues: { shopee: { commision: 12 } }')
    await page.locator('.editor').getByText('unknown key commision').waitFor()
    expect(await page.locator('.editor').textContent()).toContain('did you mean commission?')
    expect(await page.locator('.findings').textContent()).toContain('unknown key commision')
    // What was typed slowly is taken back in several steps.
    for (let steps = 0; steps < 60 && (await text.textContent()) !== before; steps++)
      await page.keyboard.press('Control+z')
    await page.locator('.findings').waitFor({ state: 'detached' })
    await page.waitForFunction("localStorage.getItem('pasar.last-work') !== null")

    await page.reload()
    await page.locator('.remember-offer').waitFor()
    expect(await page.locator('#share textarea').first().inputValue()).not.toMatch(/#p1\..{200}/)
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.locator('#text').scrollIntoViewIfNeeded()
    await text.getByText('promotion: forbidden').waitFor()
    await page.getByRole('button', { name: 'Forget everything on this computer' }).click()
    await page.waitForFunction(
      "Object.keys(localStorage).every((name) => !name.startsWith('pasar.'))",
    )
    expect(faults).toEqual([])
    await page.close()
  })

  it('can be emptied to put another in its place, and taken back', async () => {
    const { page, faults } = await visit()
    await page.waitForSelector('.dial')
    await page.locator('#text').scrollIntoViewIfNeeded()
    const text = page.locator('.cm-content')
    await text.getByText('title: TikTok Shop closes').waitFor()
    await text.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.locator('.editor-error').waitFor()
    // Longer than the desk takes to read it, and the picture to follow.
    await page.waitForTimeout(2000)
    expect(await page.evaluate(`document.activeElement.matches('.cm-content')`)).toBe(true)
    await page.keyboard.type('title: Mine')
    await text.getByText('title: Mine').waitFor()
    await page.getByRole('button', { name: 'Undo all changes' }).click()
    await text.getByText('title: TikTok Shop closes').waitFor()
    await page.getByRole('status').filter({ hasText: 'No fault found' }).waitFor()
    expect(faults).toEqual([])
    await page.close()
  })
})
