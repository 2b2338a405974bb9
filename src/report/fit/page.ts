/** The report of a fit as one page that needs nothing else, in both languages. */
import { shellLine } from '../../scenario/index.ts'
import { CALL, type FitFound, PROGRAM } from '../../study/index.ts'
import { drawn } from '../drawn.ts'
import { experimentWords } from '../experiment/words.ts'
import { fixed, formatDate } from '../format.ts'
import { escaped, table } from '../html.ts'
import type { Language } from '../input.ts'
import { figuresIn, inBothLanguages, sectionIn } from '../page-frame.ts'
import type { DrawnChart } from '../page-input.ts'
import { fitCharts, titleIn } from './charts.ts'
import { againstRows, hitRows, parameterRows, type Rows, targetRows } from './rows.ts'
import { fitSentences } from './sentences.ts'
import { fitWords } from './words.ts'

export interface FitMade {
  readonly language: Language
  readonly command: readonly string[]
  /** Written 2026-11-29. */
  readonly date: string
  /** The version of the code that made the runs. */
  readonly code: string
  /** Vega in one file for browsers. */
  readonly runtime: string
}

/** Charts in the language asked for, and the page. */
export async function fitReport(
  found: FitFound,
  made: FitMade,
): Promise<{ readonly charts: readonly DrawnChart[]; readonly page: string }> {
  const inLanguage = (language: Language) =>
    Promise.all(fitCharts(found, language).map((chart) => drawn(chart, language === made.language)))
  const charts = { en: await inLanguage('en'), id: await inLanguage('id') }
  const page = inBothLanguages(
    { ...made, title: titleIn(found, made.language), charts },
    (language) => body(found, made, charts[language], language),
  )
  return { charts: charts[made.language], page }
}

function body(
  found: FitFound,
  made: FitMade,
  charts: readonly DrawnChart[],
  language: Language,
): string {
  const say = fitWords[language]
  const { experiment } = found.fit
  const question = language === 'id' ? experiment.indonesian.question : experiment.question
  const sentences = fitSentences(found, language)
    .map((sentence) => `<p>${escaped(sentence)}</p>`)
    .join('\n')
  const section = sectionIn(language)
  const figures = figuresIn(charts, language)
  const part = (id: string, head: string, { head: names, rows }: Rows, numbers = true) =>
    rows.length === 0 ? '' : section(id, head, table('', names, rows, numbers))
  return `<main lang="${language}">
<header>
<h1>${escaped(titleIn(found, language))}</h1>
<p class="question">${escaped(question)}</p>
</header>
${section('answer', say.heads.answer, sentences)}
${section('charts', experimentWords[language].heads.charts, figures)}
${part('parameters', say.heads.parameters, parameterRows(found, language), false)}
${part('targets', say.heads.targets, targetRows(found, language), false)}
${part('against', say.heads.against, againstRows(found, language), false)}
${part('waves', say.heads.waves, hitRows(found, language))}
${section('repeat', say.heads.repeat, repeatTable(found, made, language))}
<footer><p>${escaped(say.limits)}</p></footer>
</main>`
}

function repeatTable(found: FitFound, made: FitMade, language: Language): string {
  const { facts, repeatHead } = experimentWords[language]
  const own = fitWords[language].facts
  const { fit, draws, effective, course, runs } = found
  const { quick, scale } = fit.experiment.size
  const tolerance = course.generations.at(-1)?.population.tolerance ?? Number.NaN
  const rows = [
    [facts.program, PROGRAM],
    [own.code, made.code],
    [facts.date, formatDate(made.date, language)],
    [facts.command, `${CALL} ${shellLine(made.command)}`],
    [own.targets, fit.targetsFile],
    [own.market, quick ? 'quick' : scale === undefined ? 'full' : `× ${scale}`],
    [facts.seed, fit.experiment.seed],
    [facts.runs, String(runs)],
    [own.draws, `${draws.length} (${fixed(effective, 0, language)})`],
    [own.tolerance, fixed(tolerance, 3, language)],
    [facts.fingerprint, course.plan.fingerprint],
  ]
  return table('', repeatHead, rows, false)
}
