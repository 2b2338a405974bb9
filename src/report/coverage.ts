/** What is modelled beside the figure of the nation, as rows: no total of them, since each covers another part of the country. */
import type { Coverage } from '../study/index.ts'
import { fixed, formatNumber } from './format.ts'
import { table } from './html.ts'
import type { Language } from './input.ts'
import { pageWords } from './page-words.ts'
import { said } from './text/parameter-words.ts'

/** Quantity, unit, modelled, national, modelled as a share of its upper and of its lower end, source. */
export function coverageRows(coverage: readonly Coverage[], language: Language): string[][] {
  const { noFigure } = pageWords[language]
  return coverage.map(({ modelled, low, high, ...words }) => {
    const { what, unit, source } = words[language]
    const ratio = (value: number) => formatNumber(value, language, 2)
    const written = (value: number) =>
      fixed(value, [0, 1].find((digits) => Number(value.toFixed(digits)) === value) ?? 2, language)
    const national = Number.isFinite(low)
      ? [
          `${written(low)} … ${written(high)}`,
          `${ratio(modelled / high)} … ${ratio(modelled / low)}`,
        ]
      : [noFigure, '–']
    return [what, said(unit, language), formatNumber(modelled, language), ...national, source]
  })
}

/** As a table of the page; of a baseline that does not span these days it says so. */
export function coverageTable(coverage: readonly Coverage[], language: Language): string {
  const say = pageWords[language]
  if (coverage.length === 0) return `<p>${say.noCoverage}</p>`
  // A range is not broken over two lines.
  const rows = coverageRows(coverage, language).map((cells) =>
    cells.map((cell) => cell.replace(' … ', '\u00a0…\u00a0')),
  )
  return `${table(say.coverage, say.coverageHead, rows, false)}\n<p class="note">${say.coverageNote}</p>`
}
