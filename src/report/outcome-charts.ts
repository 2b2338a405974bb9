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

/** Mechanisms have long names. */
const MECHANISM_ROOM = 330

/** Destinations that are no venue. */
const OUTSIDE: readonly string[] = ['saved', 'lost']

const isKind = (outcome: GroupOutcome) => outcome.by === 'kind' && !isIncomplete(outcome)

/** kRp a week in billions of rupiah. */
const BILLIONS = 1e-6

/** Changes of income by kind: of a member in percent, with how many lose and gain over a tenth, and of all members in rupiah. */
export function winnersChart(
  report: ReportInput,
  outcomes: readonly GroupOutcome[],
  { name, label, window }: About,
): Chart | undefined {
  const { language } = report
  const say = pageWords[language]
  const shown = outcomes.filter(isKind)
  const percent = sortedRows(
    shown
      .filter(({ income }) => inShares(income))
      .map((outcome) => changeRow(outcome, 100 / Math.abs(outcome.income.baseline), report)),
  )
  if (percent.length === 0) return undefined
  const rupiah = sortedRows(
    shown.map((outcome) => changeRow(outcome, outcome.members * BILLIONS, report, true)),
  )
  const directions = directionsWithFew(words[language].direction, [...percent, ...rupiah], language)
  const panel = (title: string, rows: readonly IntervalRow[]) =>
    intervalView({ axisTitle: title, rows, mark: 'bar', directions })
  return framed(report, {
    name,
    title: `${label}: ${say.charts.winners}`,
    subtitle: [capital(windowName(window, language))],
    views: [panel(say.incomeChange, percent), panel(say.incomeOfAll, rupiah)],
    columns: 1,
    notes: chartNotes(shown, language),
  })
}

/** A row of one kind; `plain` numbers have no percent sign and say nothing of shares of members. */
function changeRow(
  outcome: GroupOutcome,
  factor: number,
  report: ReportInput,
  plain = false,
): IntervalRow | undefined {
  const { language } = report
  const say = pageWords[language]
  const { kind, income, losing, gaining } = outcome
  const few = isFew(outcome)
  const shares = [losing.mean, gaining.mean].map((share) => formatShare(share, language))
  const told =
    plain || !Number.isFinite(losing.mean)
      ? ''
      : Number.isFinite(gaining.mean)
        ? say.loseGain(shares[0], shares[1])
        : say.lose(shares[0])
  const label = withAgents(kindName(kind, report), outcome, language)
  const scaled = (value: number) => value * factor
  const row = rowOf(label, scaled, income, language, few ? say.few : told, !plain)
  return few && row ? { ...row, few } : row
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
    buyers.map(({ to, value: { mean, low, high }, diversion }): IntervalRow | undefined => {
      const share = formatShare(diversion!.mean, language)
      const row = rowOf(
        say.destinations[to] ?? nameOf(to, language, labels),
        (value) => value / 1000,
        { difference: mean, low, high },
        language,
        share,
        false,
      )
      return row && OUTSIDE.includes(to) ? { ...row, outside: true } : row
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
  // A mechanism that adds nothing in any run has no row.
  const adding = own.filter(({ value: { mean, low, high } }) => mean !== 0 || low < 0 || high > 0)
  const rows = adding.map(({ mechanism, value }) =>
    rowOf(
      labelOfMechanism(mechanism, language),
      (one) => one / 1000,
      { difference: value.mean, low: value.low, high: value.high },
      language,
      '',
      false,
    ),
  )
  return chartOf(report, told, sortedRows(rows), say.charts.mechanisms, say.thousandJobs, {
    labelRoom: MECHANISM_ROOM,
  })
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
  more: { readonly directions?: Directions; readonly labelRoom?: number } = {},
): Chart | undefined {
  if (rows.length === 0) return undefined
  const { language } = report
  const { directions = words[language].direction, ...room } = more
  const told = directionsWithFew(directions, rows, language)
  return framed(report, {
    name,
    title: `${label}: ${title}`,
    subtitle: [capital(windowName(window, language))],
    views: [intervalView({ axisTitle, rows, mark: 'bar', directions: told, ...room })],
    columns: 1,
  })
}
