/** What a policy changes over time: the mean paired difference of each headline, with its interval. */

import { dateOfDay, dayOfDate } from '../engine/index.ts'
import { inOrder, type Measure } from '../market/index.ts'
import { meanInterval, meanOf, placeOf, type RunResult } from '../study/index.ts'
import { axisTitle, dateAxis } from './axes.ts'
import { eventLayers } from './event-layers.ts'
import { type Flag, placeFlags } from './flags.ts'
import { framed, type View } from './frame.ts'
import type { Chart, Language, PolicyRuns, ReportInput } from './input.ts'
import { periodOf } from './reduce.ts'
import { colour, size, WIDTH } from './theme.ts'
import { displayUnit } from './units.ts'
import { words } from './words.ts'

const PANELS = 8
const COLUMNS = 2
const AXIS = 62
const HEIGHT = 120
/** Periods that are drawn before the first event: the worlds are one until it. */
const BEFORE = 6

interface Pair {
  readonly before: RunResult
  readonly after: RunResult
}

interface Difference {
  readonly date: string
  readonly mean: number
  readonly low?: number
  readonly high?: number
}

/** Undefined where nothing differs, or on one day alone. */
export function differenceOverTime(
  report: ReportInput,
  policy: PolicyRuns,
  name: string,
  measures: readonly Measure[],
): Chart | undefined {
  const { language, baseline, events } = report
  const say = words[language]
  const pairs = policy.runs.flatMap((after): Pair[] => {
    const before = baseline.find(({ run }) => run === after.run)
    return before === undefined ? [] : [{ before, after }]
  })
  if (pairs.length === 0) return undefined
  const period = periodOf(pairs.map(({ after }) => after))
  const panels = inOrder(measures)
    .filter(({ headline }) => headline?.by.includes('all') && !headline.alone)
    .map((measure) => ({ measure, points: differences(pairs, measure, period, events[0]?.date) }))
    .filter(({ points }) => points.some(({ mean }) => mean !== 0) && points.length > 1)
    .slice(0, PANELS)
  if (panels.length === 0) return undefined
  const dates = panels[0].points.map(({ date }) => date)
  const span = [dates[0], dates[dates.length - 1]] as const
  const width = (WIDTH - AXIS) / COLUMNS
  const flags = placeFlags(events, span, width, language)
  return framed(report, {
    name,
    title: say.titles.differences(policy.label),
    subtitle: [say.paired(pairs.length)],
    views: panels.map(({ measure, points }, nth) =>
      panelOf(measure, points, {
        ...{ span, width, flags, language, daily: period === 1, labelled: nth < COLUMNS },
      }),
    ),
    columns: COLUMNS,
  })
}

/** By period the mean difference over pairs, from a few periods before the first event on. */
function differences(
  pairs: readonly Pair[],
  measure: Measure,
  period: number,
  event: string | undefined,
): Difference[] {
  const start = dayOfDate(pairs[0].after.start)
  const days = Math.min(...pairs.flatMap(({ before, after }) => [before.days, after.days]))
  const first = event === undefined ? 0 : dayOfDate(event) - start - BEFORE * period
  const points: Difference[] = []
  for (let from = Math.max(0, Math.floor(first / period) * period); from + period <= days; ) {
    const to = from + period
    const values = pairs
      .map(
        ({ before, after }) => meanIn(after, measure, from, to) - meanIn(before, measure, from, to),
      )
      .filter(Number.isFinite)
    const { mean, low, high } = meanInterval(values)
    const date = dateOfDay(start + from + Math.floor(period / 2))
    if (Number.isFinite(low)) points.push({ date, mean, low, high })
    else if (values.length > 0) points.push({ date, mean })
    from = to
  }
  return points
}

/** NaN where the run has no such cell. */
function meanIn(run: RunResult, measure: Measure, from: number, to: number): number {
  const place = placeOf(run, measure, {})
  return place < 0 ? Number.NaN : meanOf(run, place, { from, to })
}

interface Frame {
  readonly span: readonly [string, string]
  readonly width: number
  readonly flags: readonly Flag[]
  readonly language: Language
  readonly daily: boolean
  readonly labelled: boolean
}

const rounded = (value: number) => Number(value.toPrecision(4))

function panelOf(
  { unit, label }: Measure,
  points: readonly Difference[],
  { span, width, flags, language, daily, labelled }: Frame,
): View {
  const largest = Math.max(
    ...points.flatMap(({ mean, low = mean, high = mean }) => [mean, low, high].map(Math.abs)),
  )
  const { factor, name } = displayUnit(unit, largest, language, daily)
  const values = points.map(({ date, mean, low, high }) => ({
    date,
    mean: rounded(mean * factor),
    ...(low === undefined || high === undefined
      ? {}
      : { low: rounded(low * factor), high: rounded(high * factor) }),
  }))
  const x = dateAxis(span, width)
  const axis = { tickCount: 4, domain: false, ticks: false, titlePadding: 8 }
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { zero: true, nice: true },
    axis: { ...axis, title: axisTitle(unit === 'share' ? words[language].points : name) },
  })
  const zero = {
    mark: { type: 'rule', color: colour.ink, strokeWidth: 1 },
    encoding: { y: { datum: 0, type: 'quantitative' } },
  }
  const band = {
    transform: [{ filter: 'isValid(datum.low)' }],
    mark: { type: 'area', opacity: 0.25, color: colour.policies[0] },
    encoding: { x, y: y('low'), y2: { field: 'high' } },
  }
  const line = {
    mark: { type: 'line', strokeWidth: 1.8, color: colour.policies[0] },
    encoding: { x, y: y('mean') },
  }
  return {
    title: { text: label[language], fontSize: size.panel, offset: 4 },
    data: { values },
    width,
    height: HEIGHT,
    layer: [...eventLayers(flags, x, HEIGHT, labelled), band, zero, line],
  }
}
