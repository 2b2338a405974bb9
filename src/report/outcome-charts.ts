/** Charts of agents one by one: who wins and who loses, where sales went, and why. */
import { measures } from '../market/index.ts'
import { type Contribution, type Flow, type GroupOutcome, inShares, isFew } from '../study/index.ts'
import { bridges } from './bridge.ts'
import { sortedRows } from './effect-rows.ts'
import { chartNotes, directionsWithFew, withAgents } from './few.ts'
import { formatPercent } from './format.ts'
import { framed } from './frame.ts'
import { isIncomplete } from './income-change.ts'
import type { Chart, ReportInput } from './input.ts'
import { type IntervalRow, intervalView } from './interval-rows.ts'
import { labelOfMechanism } from './mechanism-labels.ts'
import { capital, windowName } from './name-words.ts'
import { pageWords } from './page-words.ts'
import { type Directions, nameOf, words } from './words.ts'

/** What a chart of one policy is about. */
export interface About {
  readonly name: string
  /** What the policy is called. */
  readonly label: string
  readonly window: string
}

const isShown = (outcome: GroupOutcome) =>
  outcome.by === 'kind' && inShares(outcome.income) && !isIncomplete(outcome)

/** Changes of income by kind, in percent, with how many lose over a tenth. */
export function winnersChart(
  report: ReportInput,
  outcomes: readonly GroupOutcome[],
  told: About,
): Chart | undefined {
  const { language } = report
  const say = pageWords[language]
  const rows = outcomes.filter(isShown).map((outcome): IntervalRow | undefined => {
    const { kind, income, losing } = outcome
    const percent = (value: number) => (100 * value) / Math.abs(income.baseline)
    const few = isFew(outcome)
    const lose = few
      ? say.few
      : Number.isFinite(losing.mean)
        ? say.lose(formatShare(losing.mean, language))
        : ''
    const label = withAgents(kindName(kind, report), outcome, language)
    const row = rowOf(label, percent, income, language, lose)
    return few && row ? { ...row, few } : row
  })
  return chartOf(report, told, sortedRows(rows), say.charts.winners, say.incomeChange, {
    notes: chartNotes(outcomes.filter(isShown), language),
  })
}

/** Of what buyers no longer bought at a venue, where it went, in rupiah, with its share. */
export function flowsChart(
  report: ReportInput,
  flows: readonly Flow[],
  told: About,
): Chart | undefined {
  const { language, labels } = report
  const say = pageWords[language]
  const gone = bridges(flows, [...new Set(flows.map(({ from }) => from))])
  const rows = gone.flatMap(({ buyers }) =>
    buyers.map(({ to, value: { mean, low, high }, diversion }) => {
      const share = formatShare(diversion!.mean, language)
      return rowOf(
        say.destinations[to] ?? nameOf(to, language, labels),
        (value) => value / 1000,
        { difference: mean, low, high },
        language,
        share,
        false,
      )
    }),
  )
  const unsigned = rows.map((row) => row && { ...row, text: row.text.replaceAll('+', '') })
  const from = gone.map(({ venue }) => nameOf(venue, language, labels)).join(', ')
  return chartOf(report, told, sortedRows(unsigned), say.charts.flows(from), say.diverted, {
    directions: say.took,
  })
}

/** What each mechanism adds to the effect on jobs in small firms. */
export function mechanismsChart(
  report: ReportInput,
  contributions: readonly Contribution[],
  told: About,
): Chart | undefined {
  const { language } = report
  const say = pageWords[language]
  const own = contributions.filter(
    ({ measure, group }) => measure === measures.work.umkmJobs.name && group === 'all',
  )
  const rows = own.map(({ mechanism, value }) =>
    rowOf(
      labelOfMechanism(mechanism, language),
      (one) => one / 1000,
      { difference: value.mean, low: value.low, high: value.high },
      language,
      '',
      false,
    ),
  )
  return chartOf(report, told, sortedRows(rows), say.charts.mechanisms, say.thousandJobs)
}

interface Span {
  readonly difference: number
  readonly low: number
  readonly high: number
}

function rowOf(
  label: string,
  scaled: (value: number) => number,
  { difference, low, high }: Span,
  language: ReportInput['language'],
  after = '',
  percent = true,
): IntervalRow | undefined {
  const print = (value: number) => {
    const text = formatPercent(value, language)
    return percent ? text : text.replace(/ ?%/, '')
  }
  const value = scaled(difference)
  if (!Number.isFinite(value)) return undefined
  const bounded = Number.isFinite(low) && Number.isFinite(high)
  const range = bounded ? `  (${print(scaled(low))} … ${print(scaled(high))})` : ''
  return {
    label,
    value,
    ...(bounded ? { low: scaled(low), high: scaled(high) } : {}),
    text: `${print(value)}${range}${after === '' ? '' : `  ${after}`}`,
  }
}

const formatShare = (share: number, language: ReportInput['language']) =>
  formatPercent(100 * share, language).replace('+', '')

/** A household is also a category of goods, which the scenario names. */
const kindName = (kind: string, { language, labels }: ReportInput) =>
  pageWords[language].kinds[kind] ?? nameOf(kind, language, labels)

function chartOf(
  report: ReportInput,
  { name, label, window }: About,
  rows: readonly IntervalRow[],
  title: string,
  axisTitle: string,
  more: { readonly directions?: Directions; readonly notes?: readonly string[] } = {},
): Chart | undefined {
  if (rows.length === 0) return undefined
  const { language } = report
  const { notes = [], directions = words[language].direction } = more
  const told = directionsWithFew(directions, rows, language)
  return framed(report, {
    name,
    title: `${label}: ${title}`,
    subtitle: [capital(windowName(window, language))],
    views: [intervalView({ axisTitle, rows, mark: 'bar', directions: told })],
    columns: 1,
    notes,
  })
}
