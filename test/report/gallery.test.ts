/** Charts look as they did, in both languages, and the page on charts shows each kind. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../src/report/index.ts'
import { COMMAND, FOLDER, gallery } from './gallery/gallery.ts'

const PAGES: Readonly<Record<Language, string>> = { en: 'docs/charts.md', id: 'docs/id/charts.md' }

/** The first line in which two pictures differ, as a person looks for it. */
function firstDifference(kept: string, now: string): string | undefined {
  if (kept === now) return undefined
  const [before, after] = [kept.split('\n'), now.split('\n')]
  const at = after.findIndex((line, nth) => line !== before[nth])
  const line = at < 0 ? after.length : at
  const short = (text = 'nothing') => (text.length > 160 ? `${text.slice(0, 160)}…` : text)
  return `line ${line + 1}: was ${short(before[line])}, is ${short(after[line])}`
}

describe.each(LANGUAGES)('the charts in %s', (language) => {
  const drawing = gallery(language)

  it('are those that are kept', async () => {
    const pictures = await drawing
    const changed = [...pictures].flatMap(([kind, svg]) => {
      const file = `${FOLDER}/${language}/${kind}.svg`
      const kept = existsSync(file) ? readFileSync(file, 'utf8') : ''
      const difference = firstDifference(kept, svg)
      return difference === undefined ? [] : [`${file}, ${difference}`]
    })
    const told = `Look at the pictures; where the change is meant: ${COMMAND}`
    expect(changed, told).toEqual([])
    const files = readdirSync(`${FOLDER}/${language}`).map((name) => name.replace('.svg', ''))
    expect(files.sort()).toEqual([...pictures.keys()].sort())
  })

  it('are all shown on the page that says how to read them, with words for those who do not see', async () => {
    const page = readFileSync(PAGES[language], 'utf8')
    const shown = [...page.matchAll(/!\[([^\]]{20,})\]\(\S*\/charts\/(\w+)\/([\w-]+)\.svg\)/g)]
    expect(shown.filter(([, , of]) => of !== language)).toEqual([])
    expect(shown.map(([, , , kind]) => kind).sort()).toEqual([...(await drawing).keys()].sort())
  })

  it('say no number that is none', async () => {
    const texts = [...(await drawing)].flatMap(([kind, svg]) =>
      [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => `${kind}: ${text}`),
    )
    expect(texts.length).toBeGreaterThan(500)
    expect(texts.filter((text) => /NaN|undefined|Infinity|\[object/.test(text))).toEqual([])
  })
})
