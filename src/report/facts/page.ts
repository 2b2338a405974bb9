/** What runs say of facts as one page that needs nothing else, in both languages. */
import { shellLine } from '../../scenario/index.ts'
import { CALL, factsFingerprint, PROGRAM } from '../../study/index.ts'
import { drawn } from '../drawn.ts'
import { formatDate } from '../format.ts'
import { escaped, list, table } from '../html.ts'
import type { Language } from '../input.ts'
import { figuresIn, inBothLanguages, sectionIn } from '../page-frame.ts'
import type { DrawnChart } from '../page-input.ts'
import { factsCharts } from './charts.ts'
import { factsWords } from './words.ts'
import {
  byUse,
  countLine,
  type FactsShown,
  factRows,
  MARK,
  modelHead,
  quantilesLine,
  registeredLines,
  whyLine,
} from './written.ts'

export interface FactsMade {
  readonly language: Language
  readonly command: readonly string[]
  /** Written 2026-11-29. */
  readonly date: string
  /** Vega in one file for browsers. */
  readonly runtime: string
}

/** Charts in the language asked for, and the page. */
export async function factsReport(
  shown: FactsShown,
  made: FactsMade,
): Promise<{ readonly charts: readonly DrawnChart[]; readonly page: string }> {
  const inLanguage = (language: Language) =>
    Promise.all(
      factsCharts(shown, language).map((chart) => drawn(chart, language === made.language)),
    )
  const charts = { en: await inLanguage('en'), id: await inLanguage('id') }
  const page = inBothLanguages(
    { ...made, title: titleIn(shown, made.language), charts },
    (language) => body(shown, made, charts[language], language),
  )
  return { charts: charts[made.language], page }
}

const titleIn = ({ found: { facts } }: FactsShown, language: Language): string =>
  language === 'id' ? facts.indonesian.title : facts.title

function body(
  shown: FactsShown,
  made: FactsMade,
  charts: readonly DrawnChart[],
  language: Language,
): string {
  const say = factsWords[language]
  const { facts, runs, seed } = shown.found
  const rows = factRows(shown, language)
  const section = sectionIn(language)
  const paragraphs = (lines: readonly string[]) =>
    lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')
  const groups = byUse(rows)
  const whys = rows.flatMap((row) => whyLine(row, language) ?? [])
  const counts = groups.map(({ use, rows: of }) => countLine(use, of, language))
  const nothing = rows.flatMap(({ found, name }) => (found.tellsNothing ? [name] : []))
  const told = nothing.length === 0 ? [] : [`${MARK} ${say.tellsNothing}: ${nothing.join('; ')}`]
  const figures = figuresIn(charts, language)
  const { fact, band, none, proportional, verdict, source, grade } = say.head
  const model = modelHead(runs, language)
  const head = [fact, band, model, none, proportional, verdict]
  const tables = groups.map(({ use, rows: of }) =>
    table(
      say.uses[use],
      head,
      of.map((row) => [
        ...[row.name, row.band, row.model, row.none, row.proportional, row.verdict],
      ]),
    ),
  )
  const sources = table(
    '',
    [fact, source, grade],
    rows.map((row) => [row.name, row.source, row.found.fact.grade ?? '']),
    false,
  )
  const answer = `${paragraphs([say.made(runs, seed), ...counts, ...told])}${whys.length > 0 ? list(whys.map((why) => `${say.verdicts['not testable']}: ${why}`)) : ''}`
  return `<main lang="${language}">
<header>
<h1>${escaped(titleIn(shown, language))}</h1>
<p class="question">${escaped(language === 'id' ? facts.indonesian.question : facts.question)}</p>
</header>
${section('answer', say.heads.answer, answer)}
${section('charts', say.heads.charts, figures)}
${section('tables', say.heads.tables, [...tables, paragraphs([quantilesLine(runs, language), say.nulls])].join('\n'))}
${section('sources', say.heads.sources, sources)}
${section('registered', say.registered.head, list(registeredLines(shown, language)))}
${section('repeat', say.heads.repeat, repeatTable(shown, made, language))}
<footer><p>${escaped(say.limits)}</p></footer>
</main>`
}

function repeatTable(
  { found: { facts, seed, runs } }: FactsShown,
  { command, date }: FactsMade,
  language: Language,
): string {
  const { repeat, repeatHead } = factsWords[language]
  const rows = [
    [repeat.program, PROGRAM],
    [repeat.date, formatDate(date, language)],
    [repeat.command, `${CALL} ${shellLine(command)}`],
    [repeat.seed, seed],
    [repeat.runs, String(runs)],
    [repeat.fingerprint, factsFingerprint(facts)],
  ]
  return table('', repeatHead, rows, false)
}
