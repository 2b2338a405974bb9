/** A measure over time, one small panel a group: the baseline against the policies. */
import type { Measure } from '../market/index.ts'
import { groupsBy, placeOf } from '../study/index.ts'
import { beginsAtZero } from './axes.ts'
import { placeFlags } from './flags.ts'
import { framed } from './frame.ts'
import type { Chart, Language, ReportInput } from './input.ts'
import { capital } from './name-words.ts'
import { panelView } from './panel.ts'
import { areFew, burnInOf, daysOf, periodOf, pointsOf } from './reduce.ts'
import { selected } from './select.ts'
import type { Panel } from './series.ts'
import { subjectOf } from './subject.ts'
import { WIDTH } from './theme.ts'
import { displayUnit } from './units.ts'
import { nameOf, words } from './words.ts'

const PANELS = 8
const COLUMNS = 2
const AXIS = 62
const HEIGHT = { small: 110, alone: 260 }

/**
 * The chart that a measure declares. Undefined where it declares none, was not recorded, has values on one day alone, or
 * is nought all the time: a textbook market has no workers.
 */
export function overTime(report: ReportInput, measure: Measure): Chart | undefined {
  if (measure.overTime === undefined) return undefined
  const { name, by, plain } = measure.overTime
  const { language, labels, baseline, policies, events } = report
  const say = words[language]
  const { unit } = measure
  const arms = armsOf(report)
  const period = periodOf(arms.flatMap(({ runs }) => runs))
  const drawable = groupsOf(measure, by, arms, period)
  if (!drawable.length) return undefined
  const shown = selected(drawable, PANELS)
  const dates = shown.flatMap(({ series }) =>
    series.flatMap((one) => one.points.map((p) => p.date)),
  )
  const span = [dates.reduce(least), dates.reduce(most)] as const
  // One day is no course, and an axis from a day to itself has no length.
  if (span[0] === span[1]) return undefined
  const columns = shown.length === 1 ? 1 : COLUMNS
  const width = (WIDTH - (columns - 1) * AXIS) / columns
  const flags = policies.length ? placeFlags(events, span, width, language) : []
  const layerOf = (nth: number) => `panel${nth}`
  const fromZero = shown.some(({ series }) => beginsAtZero(series.flatMap(({ points }) => points)))
  const views = shown.map(({ group, series }, nth) => {
    const panel: Panel = {
      title: nameOf(group, language, labels),
      unit,
      daily: period === 1,
      series,
    }
    return panelView(panel, {
      language,
      width,
      height: columns === 1 ? HEIGHT.alone : HEIGHT.small,
      dates: span,
      flags,
      labelled: nth < columns,
      arms: arms.map(({ arm }) => arm),
      fromZero,
      name: layerOf(nth),
    })
  })
  const subject = subjectOf(report)
  const measured = say.measured(displayUnit(unit, 0, language).name, period === 1)
  return framed(report, {
    name,
    title: say.titles.overTime(
      subject,
      measure.label[language],
      plain ? undefined : say.dimensions[by],
    ),
    subtitle: [readingOf(measured, baseline.length, fromZero, language)],
    views,
    columns,
    picked: arms.length > 1 ? views.map((_, nth) => layerOf(nth)) : [],
    notes: notesOf(shown.length, drawable.length, baseline, language),
  })
}

/** What is measured, and how to read its lines and axes. */
function readingOf(measured: string, runs: number, fromZero: boolean, language: Language): string {
  const say = words[language]
  const told = [measured, say.line(runs, areFew(runs)), ...(fromZero ? [] : [say.cutAxes])]
  return capital(told.join('; '))
}

const notesOf = (
  shown: number,
  drawable: number,
  baseline: ReportInput['baseline'],
  language: Language,
): string[] => [
  ...(shown < drawable ? [words[language].leastShown(shown, drawable)] : []),
  ...(burnInOf(daysOf(baseline)) > 0 ? [words[language].settling] : []),
]

/** The baseline and the policies, as they are called, with their runs. */
const armsOf = ({ language, baseline, policies }: ReportInput) => [
  { arm: nameOf('baseline', language, { baseline: words[language].baseline }), runs: baseline },
  ...policies.map((policy) => ({ arm: policy.label, runs: policy.runs })),
]

/** What each arm has of each group of a measure over time; groups that are nought all the time are left out. */
function groupsOf(
  measure: Measure,
  by: Parameters<typeof groupsBy>[2],
  arms: ReturnType<typeof armsOf>,
  period: ReturnType<typeof periodOf>,
) {
  const runs = arms.flatMap((arm) => arm.runs)
  const groups = groupsBy(runs, measure, by).map(({ row }) => ({
    group: row,
    series: arms
      .map(({ arm, runs }) => ({
        arm,
        points: pointsOf(runs, (run) => placeOf(run, measure, { [by]: row }), period),
      }))
      .filter(({ points }) => points.length),
  }))
  return groups.filter(({ series }) =>
    series.some(({ points }) => points.some(({ median }) => median !== 0)),
  )
}

const least = (a: string, b: string) => (a < b ? a : b)
const most = (a: string, b: string) => (a > b ? a : b)
