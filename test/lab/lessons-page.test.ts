/** Lessons in a page: agents run there, sliders move the line, and answers are checked. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { marketOf } from '../../src/lab/lessons/lesson.ts'
import { LESSONS } from '../../src/lab/lessons/lessons.ts'
import { type Stage, stage } from './browser.ts'

const FOLDER = 'scenarios/textbook/'
const texts = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [`${FOLDER}${file}`, readFileSync(FOLDER + file, 'utf8')]),
)
const from = {
  folder: FOLDER,
  load: (path: string) => (texts[path] === undefined ? undefined : { text: texts[path] }),
}
const shown = await stage()

describe.skipIf(shown === undefined)('lessons in Chromium', () => {
  afterAll(() => shown?.close())
  const { page, show, errors } = shown ?? ({} as Stage)
  const state = () => page.locator('.lesson-chart').getAttribute('aria-label')

  it('run their agents to the end', { timeout: 60_000 }, async () => {
    await page.setViewportSize({ width: 390, height: 900 })
    await show('lessons', 'en', texts, 'closure')
    await page.waitForFunction(
      `document.querySelector('.lesson-chart')?.getAttribute('aria-label').includes('Week 24.')`,
    )
    expect(await state()).toContain('T: 0 % simulated, 0 % on paper.')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })

  it('move the answer on paper with a slider, by the keyboard alone', async () => {
    const label = () => page.locator('.lesson-name').nth(1).textContent()
    const before = await label()
    await page.locator('input[type=range]').first().focus()
    for (let nth = 0; nth < 6; nth++) await page.keyboard.press('ArrowRight')
    expect(await label()).not.toBe(before)
    expect(await page.locator('output').first().textContent()).toBe('0.7')
    await page.getByRole('button', { name: 'Sliders back' }).press('Enter')
    expect(await label()).toBe(before)
  })

  it('check an answer by what they compute', async () => {
    const lesson = LESSONS.find(({ name }) => name === 'closure')!
    const right = lesson.question.answer(marketOf(lesson, {}, from))!
    const status = page.locator('.lesson-verdict')
    const field = page.getByLabel('Your answer')
    for (const none of ['', 'abc', '1.2.3']) {
      await field.fill(none)
      await field.press('Enter')
      expect(await status.textContent()).toBe('Write a number, such as 12 or 12.5.')
    }
    await field.fill('7')
    await field.press('Enter')
    expect(await status.textContent()).toContain('Not yet.')
    await field.fill(right.toFixed(1))
    await field.press('Enter')
    expect(await status.textContent()).toMatch(/^Right\.43\. And/)
  })

  it('give beside the formula what the question needs and no slider shows', async () => {
    for (const [name, alpha] of [
      ['1. A price', 'α = 2'],
      ['2. Two sellers', 'α = 4'],
    ]) {
      await page.getByRole('button', { name }).click()
      expect(await page.locator('.lesson-text').textContent()).toContain(alpha)
    }
  })

  it('say what is missing where there is nothing to ask', async () => {
    await page.getByRole('button', { name: '3. A merger' }).click()
    await page.getByRole('checkbox').uncheck()
    expect(await page.locator('.lesson-question').textContent()).toContain('Let Ani own')
    expect(errors).toEqual([])
  })
})
