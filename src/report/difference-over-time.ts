/** What a policy changes over time: the mean paired difference of each headline, with its interval. */

import { inOrder, type Measure } from '../market/index.ts'
import { axisTitle, dateAxis } from './axes.ts'
import { eventLayers } from './event-layers.ts'
import { type Course, curveOf, dateIn, differencesOver } from './figures/course.ts'
import { type Flag, placeFlags } from './flags.ts'
import { framed, type View } from './frame.ts'
import type { Chart, Language, PolicyRuns, ReportInput } from './input.ts'
import { colour, size, WIDTH } from './theme.ts'
import { displayUnit } from './units.ts'
import { words } from './words.ts'

const PANELS = 8
const COLUMNS = 2
const AXIS = 62
const HEIGHT = 120

/** Undefined where nothing differs, or on one day alone. */
export function differenceOverTime(
  report: ReportInput,
  policy: PolicyRuns,
  name: string,
  measures: readonly Measure[],
): Chart | undefined {
  const { language, baseline, events } = report
  const say = words[language]
  const drawn = inOrder(measures).filter(
    ({ headline }) => headline?.by.includes('all') && !headline.alone,
  )
  const told = drawn.map(({ name }) => ({ name }))
  const course = differencesOver(baseline, policy.runs, { told }, events[0]?.date ?? '')
  if (course === undefined) return undefined
  const panels = drawn
    .map((measure) => ({
      measure,
      points: curveOf(course.points, { measure: measure.name, group: 'all' }),
    }))
    .filter(({ points }) => points.some(({ mean }) => mean !== 0) && points.length > 1)
    .slice(0, PANELS)
  if (panels.length === 0) return undefined
  const days = panels[0].points.map(({ day }) => day)
  const span = [dateIn(course, days[0]), dateIn(course, days[days.length - 1])] as const
  const width = (WIDTH - AXIS) / COLUMNS
  const flags = placeFlags(events, span, width, language)
  return framed(report, {
    name,
    title: say.titles.differences(policy.label),
    subtitle: [say.paired(course.runs)],
    views: panels.map(({ measure, points }, nth) =>
      panelOf(measure, course, points, {
        ...{ span, width, flags, language, daily: course.period === 1, labelled: nth < COLUMNS },
      }),
    ),
    columns: COLUMNS,
  })
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
  course: Course,
  points: ReturnType<typeof curveOf>,
  { span, width, flags, language, daily, labelled }: Frame,
): View {
  const largest = Math.max(
    ...points.flatMap(({ mean, low, high }) =>
      [mean, low, high].filter(Number.isFinite).map(Math.abs),
    ),
  )
  const { factor, name } = displayUnit(unit, largest, language, daily)
  const values = points.map(({ day, mean, low, high }) => ({
    date: dateIn(course, day),
    mean: rounded(mean * factor),
    ...(Number.isFinite(low) ? { low: rounded(low * factor), high: rounded(high * factor) } : {}),
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
