/** The editor in a page: loaded when it is opened, with completion, cards and faults of our own declarations. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { bundled, type Stage, stage } from './browser.ts'

const FILE = 'scenarios/tiktok-shop-ban.yaml'
const texts = Object.fromEntries(
  ['scenarios/indonesia-2023.yaml', FILE].map((path) => [path, readFileSync(path, 'utf8')]),
)

it('CodeMirror is no part of what a page loads first', async () => {
  const { packages } = await bundled()
  expect(packages).toContain('preact')
  expect(packages.filter((name) => /codemirror|lezer/.test(name))).toEqual([])
})

const shown = await stage()

describe.skipIf(shown === undefined)('the editor in Chromium', () => {
  afterAll(() => shown?.close())
  const { page, show, errors } = shown ?? ({} as Stage)
  const textNow = () => page.evaluate<string>('textNow()')
  const status = page?.getByRole('status')

  it('shows the text, and that it has no fault', async () => {
    await page.setViewportSize({ width: 1000, height: 900 })
    await show('editor', 'en', texts, FILE)
    await page.locator('.cm-content').waitFor()
    expect(await page.locator('.cm-line').nth(1).textContent()).toBe('title: TikTok Shop closes')
    await status.filter({ hasText: 'No fault found' }).waitFor()
    expect(await page.getByRole('textbox').getAttribute('aria-label')).toBe(
      'Scenario as text (YAML)',
    )
  })

  it('completes keys and rows, and loses no key of a fast hand', async () => {
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('venues:\n  shop')
    await page.keyboard.press('Control+Space')
    await page.locator('.cm-tooltip-autocomplete').waitFor()
    await page.waitForTimeout(150)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(150)
    await page.keyboard.press('Escape')
    expect(await textNow()).toMatch(/venues:\n {2}shopee: $/)
    await page.keyboard.type('{ flat-fee: 1,5 }')
    await page.getByText('flat-fee is 1,5: the decimal sign is a point, not a comma').waitFor()
    expect(await page.locator('.editor-error').count()).toBe(1)
    // The underline is drawn anew a moment after the list of faults.
    await expect
      .poll(() => page.locator('.cm-lintRange-error').first().textContent())
      .toContain('1')
  })

  it('takes a text from elsewhere without calling it a change made here', async () => {
    await page.evaluate(`setText(textNow().replace('1,5', '1.5'))`)
    await status.filter({ hasText: 'No fault found' }).waitFor()
    expect(await page.locator('.cm-content').textContent()).toContain('flat-fee: 1.5')
    await page.evaluate(`setText('title: <img src=x onerror=window.harm=1>\\nextends: nowhere\\n')`)
    await page.getByText('extends nowhere').waitFor()
    expect(await page.evaluate('window.harm ?? 0')).toBe(0)
    expect(await page.locator('#stage img').count()).toBe(0)
  })

  it('finds faults in the language of the page', async () => {
    await show('editor', 'id', texts, FILE)
    await page.locator('.cm-content').waitFor()
    await page.evaluate(
      `setText(textNow() + '\\nvenues: { shopee: { commision: 12, fee: 1 } }\\n')`,
    )
    await page.getByText('kunci commision tidak dikenal').waitFor()
    await page.getByText('mungkin maksudnya commission?').waitFor()
    expect(await page.locator('.editor-faults').textContent()).not.toMatch(/unknown|did you mean/)
    await page.getByRole('button', { name: 'Kesalahan, baris' }).first().click()
    await show('editor', 'en', texts, FILE)
    await page.locator('.cm-content').waitFor()
  })

  it('shows what a key means under the pointer', async () => {
    await page.evaluate(`setText(${JSON.stringify(texts[FILE])})`)
    const key = page.locator('.cm-line', { hasText: 'closure: {' }).locator('span').nth(1)
    await key.hover()
    await page.locator('.editor-card').waitFor()
    expect(await page.locator('.editor-card p').first().textContent()).toBe('Venue to close')
    await page.mouse.move(0, 0)
  })

  it('is left with the keyboard', async () => {
    await page.locator('.cm-content').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(`document.activeElement.closest('.cm-editor') === null`)).toBe(true)
    expect(errors).toEqual([])
  })
})
