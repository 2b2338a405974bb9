/**
 * Every kind of chart, drawn in both languages into docs/images/charts, where the page on charts shows them and a test holds
 * them: `npx tsx test/report/gallery/gallery.ts` draws them anew.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { drawn, LANGUAGES, type Language } from '../../../src/report/index.ts'
import { closureCharts } from './closure.ts'
import { studyCharts } from './studies.ts'

export const FOLDER = 'docs/images/charts'
export const COMMAND = 'npx tsx test/report/gallery/gallery.ts'

/** Of courses over time one is enough: all measures have the same form. */
const SAME_FORM = ['employment', 'import-share', 'sales-begun', 'umkm-jobs']

/** What is read aloud of each mark: the page says what a chart shows. */
const SPOKEN = / (?:aria-[\w-]+|role)="[^"]*"/g

/** The charts in one language by their kind, as SVG, an element a line so that a change is read as one. */
export async function gallery(language: Language): Promise<Map<string, string>> {
  const all = [...(await closureCharts(language)), ...studyCharts(language)]
  const pictures = new Map<string, string>()
  for (const chart of all.filter(({ name }) => !SAME_FORM.includes(name))) {
    const { svg } = await drawn(chart, true)
    pictures.set(chart.name, `${svg.replaceAll(SPOKEN, '').replaceAll('><', '>\n<')}\n`)
  }
  return pictures
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const language of LANGUAGES) {
    const folder = `${FOLDER}/${language}`
    mkdirSync(folder, { recursive: true })
    for (const name of readdirSync(folder)) rmSync(`${folder}/${name}`)
    const pictures = await gallery(language)
    for (const [kind, svg] of pictures) writeFileSync(`${folder}/${kind}.svg`, svg)
    console.log(`${folder}: ${pictures.size} charts`)
  }
