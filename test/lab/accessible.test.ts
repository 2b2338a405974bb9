/** Every part of the lab by itself: no violation that axe-core knows, in either language, on a phone and on a wide page. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, describe, expect, it } from 'vitest'
import { flowByte } from '../../src/market/index.ts'
import { LANGUAGES } from '../../src/report/index.ts'
import { type Stage, stage } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const textsIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [folder + file, readFileSync(folder + file, 'utf8')]),
  )

const flow = {
  start: '2023-09-04',
  first: 0,
  days: 40,
  width: 30,
  venues: ['A', 'B'],
  gates: [{ venue: 0, from: 20, to: 40 }],
  worlds: [1, 2].map((venue) => Array(1200).fill(flowByte('search', venue))),
}
const shared = {
  scenario: 'tiktok-shop-ban',
  overlay: '',
  settings: [],
  both: [],
  version: '0.3.0',
  seed: '',
  size: {},
  stateHash: '',
  part: '',
}
const work = { link: 'p1.AAAA', title: { en: 'One', id: 'Satu' }, at: 0 }

/** What is shown by a name of `stage.tsx`, and what is there once it is drawn. */
const PARTS: readonly (readonly [name: string, drawn: string, given: readonly unknown[]])[] = [
  ['share', 'textarea', [shared, 'https://example.org/', 'Title']],
  ['received', '[role=status]', [['p1.<', 'p9.A']]],
  ['flow', 'canvas', [flow, 40, 'A']],
  ['lessons', '.lesson-chart', [textsIn('scenarios/textbook/'), 'merger']],
  ['editor', '.cm-content', [textsIn('scenarios/'), 'scenarios/tiktok-shop-ban.yaml']],
  ['remember', '.remember-offer', [work]],
]

const shown = await stage()

describe.skipIf(shown === undefined)('the parts of the lab', () => {
  afterAll(() => shown?.close())
  const { page, show } = shown ?? ({} as Stage)

  it.each(PARTS)(
    '%s has no violation of accessibility, and fits a phone',
    async (name, drawn, given) => {
      await page.evaluate(axe)
      for (const language of LANGUAGES)
        for (const width of [390, 1400]) {
          await page.setViewportSize({ width, height: 900 })
          await show(name, language, ...given)
          await page.locator(drawn).first().waitFor()
          const wide = await page.evaluate('document.documentElement.scrollWidth')
          expect(wide, `${language} ${width}`).toBeLessThanOrEqual(width)
          const found = await page.evaluate<string[]>(
            `axe.run('#stage').then(({ violations }) => violations.map((one) => one.id + ' ' + one.nodes.map((node) => node.html).join(' ')))`,
          )
          expect(found, `${language} ${width}`).toEqual([])
        }
    },
  )
})
