/** The report of an experiment as one page that needs nothing else, in both languages. */
import { shellLine } from '../../scenario/index.ts'
import { CALL, type ExperimentFound, PROGRAM } from '../../study/index.ts'
import { drawn } from '../drawn.ts'
import { formatDate } from '../format.ts'
import { escaped, table } from '../html.ts'
import type { Language } from '../input.ts'
import { figuresIn, inBothLanguages, sectionIn } from '../page-frame.ts'
import type { DrawnChart } from '../page-input.ts'
import { experimentCharts } from './charts.ts'
import { experimentSentences } from './sentences.ts'
import { variantName } from './variants.ts'
import { experimentWords } from './words.ts'
import { kindText, measureText, toldIn, valueText, writerOf } from './written.ts'

export interface ExperimentMade {
  readonly language: Language
  readonly command: readonly string[]
  /** Written 2026-11-29. */
  readonly date: string
  /** Vega in one file for browsers. */
  readonly runtime: string
}

/** Rows of a table of points at most; the files hold all. */
const MOST_POINTS = 60

/** Charts in the language asked for, and the page. */
export async function experimentReport(
  found: ExperimentFound,
  made: ExperimentMade,
): Promise<{ readonly charts: readonly DrawnChart[]; readonly page: string }> {
  const inLanguage = (language: Language) =>
    Promise.all(
      experimentCharts(found, language).map((chart) => drawn(chart, language === made.language)),
    )
  const charts = { en: await inLanguage('en'), id: await inLanguage('id') }
  const page = inBothLanguages(
    { ...made, title: titleIn(found, made.language), charts },
    (language) => body(found, made, charts[language], language),
  )
  return { charts: charts[made.language], page }
}

const titleIn = ({ experiment }: ExperimentFound, language: Language): string =>
  language === 'id' ? experiment.indonesian.title : experiment.title

function body(
  found: ExperimentFound,
  made: ExperimentMade,
  charts: readonly DrawnChart[],
  language: Language,
): string {
  const say = experimentWords[language]
  const { experiment } = found
  const section = sectionIn(language)
  const question = language === 'id' ? experiment.indonesian.question : experiment.question
  const sentences = experimentSentences(found, language)
    .map(({ head, sentences: said }) => {
      const title = head === '' ? '' : `<h3>${escaped(head)}</h3>\n`
      return title + said.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n')
    })
    .join('\n')
  const figures = figuresIn(charts, language)
  return `<main lang="${language}">
<header>
<h1>${escaped(titleIn(found, language))}</h1>
<p class="question">${escaped(question)}</p>
</header>
${section('answer', say.heads.answer, sentences)}
${section('charts', say.heads.charts, figures)}
${section('varied', say.heads.varied, experiment.variants.length > 0 ? variantsTable(found, language) : variedTable(found, language))}
${section('tables', say.heads.tables, pointsTables(found, language))}
${section('repeat', say.heads.repeat, repeatTable(found, made, language))}
<footer><p>${escaped(say.limits)}</p></footer>
</main>`
}

function variedTable(found: ExperimentFound, language: Language): string {
  const say = experimentWords[language]
  const { experiment } = toldIn(found, language)
  const rows = experiment.varied.map((varied) => {
    const { distribution } = varied
    const write = (value: number | string | boolean) => valueText(value, varied, language)
    const values =
      distribution.kind === 'one-of'
        ? distribution.values.map(write).join(', ')
        : `${write(distribution.from)} … ${write(distribution.to)}${['uniform', 'integers'].includes(distribution.kind) ? '' : ` (${distribution.kind})`}`
    return [varied.label, varied.path, varied.unit, values]
  })
  return table('', say.variedHead, rows, false)
}

function variantsTable({ experiment }: ExperimentFound, language: Language): string {
  const rows = experiment.variants.map(({ name, file }) => [
    variantName(name, experiment, language),
    file,
  ])
  return table('', experimentWords[language].variantsHead, rows, false)
}

function pointsTables(found: ExperimentFound, language: Language): string {
  const { experiment, outcomes } = toldIn(found, language)
  const say = experimentWords[language]
  const { varied } = experiment
  return outcomes
    .map((one) => {
      const write = writerOf(one, language)
      const rows = one.points
        .slice(0, MOST_POINTS)
        .map(({ point, values, mean, low, high, runs, isOwn }) => [
          ...(experiment.variants.length > 0 ? [variantName(point.key, experiment, language)] : []),
          ...values.map((value, factor) => valueText(value, varied[factor], language)),
          write.number(mean),
          Number.isFinite(low)
            ? `${write.number(low)} … ${write.number(high)}${isOwn ? ` (${say.ownRuns})` : ''}`
            : '–',
          String(runs),
        ])
      const unit = write.unit === '' ? '' : `, ${write.unit}`
      const measured = measureText(one.outcome, language)
      const what = [one.outcome.name, measured].filter((part, at, all) => all.indexOf(part) === at)
      const caption = `${what.join(': ')}, ${kindText(one.outcome, language)}${unit}`
      const head = [
        ...say.variantsHead.slice(0, experiment.variants.length > 0 ? 1 : 0),
        ...varied.map(({ path }) => path),
        ...say.pointsHead,
      ]
      return `<details><summary>${escaped(caption)}</summary>${table(caption, head, rows)}</details>`
    })
    .join('\n')
}

function repeatTable(
  { experiment, plan }: ExperimentFound,
  { command, date }: ExperimentMade,
  language: Language,
): string {
  const { facts, repeatHead } = experimentWords[language]
  const rows = [
    [facts.program, PROGRAM],
    [facts.date, formatDate(date, language)],
    [facts.command, `${CALL} ${shellLine(command)}`],
    [facts.seed, experiment.seed],
    [facts.points, String(plan.points.length)],
    [facts.runs, String(plan.runs.length)],
    [facts.fingerprint, plan.fingerprint],
  ]
  return table('', repeatHead, rows, false)
}
