/** Who gains and who loses: effects in percent of the baseline, a panel a measure. */
import type { Dimension, Measure } from '../market/index.ts'
import { type Effect, groupsOf } from '../study/index.ts'
import { meansOf, percentRow, pointsRow, sortedRows } from './effect-rows.ts'
import { chartNotes, directionsWithFew } from './few.ts'
import { framed } from './frame.ts'
import type { Chart, PolicyRuns, ReportInput } from './input.ts'
import { type IntervalRow, intervalView } from './interval-rows.ts'
import { labelsOfMeasures, nameOf, words } from './words.ts'

/** Rows of a panel; of more, those that change most are shown. */
const ROWS = 10

interface Section {
  readonly title: string
  readonly axisTitle: string
  readonly rows: readonly IntervalRow[]
  readonly from: readonly Effect[]
}

/** The whole market first, then a section a measure, then shares in percentage points. */
function sectionsOf(
  effects: readonly Effect[],
  { language, labels, baseline }: ReportInput,
  measures: readonly Measure[],
): Section[] {
  const say = words[language]
  const known = { ...labelsOfMeasures(language, measures), ...labels }
  const name = (id: string) => nameOf(id, language, known)
  const section = (
    title: string,
    axisTitle: string,
    of: readonly Effect[],
    row: (effect: Effect) => IntervalRow | undefined,
  ): Section => ({ title, axisTitle, from: of, rows: mostChanged(sortedRows(of.map(row))) })
  const groups = groupsOf(baseline[0]?.cells ?? [])
  const within = (measure: string, dimension: Dimension) => {
    const told = groups.filter(
      (group) => group.measure === measure && group.dimension === dimension,
    )
    return effects.filter(
      (effect) => effect.measure === measure && told.some(({ group }) => group === effect.group),
    )
  }
  const totals = (shares: boolean) =>
    measures
      .filter(
        ({ unit, effects: told = [] }) => told.includes('all') && (unit === 'share') === shares,
      )
      .flatMap((measure) => effects.filter((effect) => isTotal(effect, measure)))
  const breakdowns = measures.flatMap(({ name: measure, effects: told = [] }) =>
    told.flatMap((by) => (by === 'all' ? [] : { measure, by })),
  )
  return [
    section(say.overall, say.changePercent, totals(false), (effect) =>
      percentRow(effect, name(effect.measure), language),
    ),
    ...breakdowns.map(({ measure, by }) =>
      section(`${name(measure)} ${say.by[by]}`, say.changePercent, within(measure, by), (effect) =>
        percentRow(effect, name(effect.group), language),
      ),
    ),
    section(say.changePoints, say.changePoints, totals(true), (effect) =>
      pointsRow(effect, name(effect.measure), language, say.points),
    ),
  ].filter(({ rows }) => rows.length)
}

const isTotal = ({ measure, group }: Effect, { name }: Measure) =>
  measure === name && group === 'all'

function mostChanged(rows: readonly IntervalRow[]): IntervalRow[] {
  if (rows.length <= ROWS) return [...rows]
  const sizes = rows.map(({ value }) => Math.abs(value)).sort((a, b) => b - a)
  return rows.filter(({ value }) => Math.abs(value) >= sizes[ROWS - 1]).slice(0, ROWS)
}

/** Undefined where no effect of the policy has a value. */
export function gainsAndLosses(
  report: ReportInput,
  policy: PolicyRuns,
  name: string,
  measures: readonly Measure[],
): Chart | undefined {
  const say = words[report.language]
  const effects = report.effects.filter(({ scenario }) => scenario === policy.name)
  const sections = sectionsOf(effects, report, measures)
  if (!sections.length) return undefined
  const directions = directionsWithFew(
    say.direction,
    sections.flatMap(({ rows }) => rows),
    report.language,
  )
  return framed(report, {
    name,
    title: say.titles.effects(policy.label),
    subtitle: [meansOf(effects, policy, report)],
    views: sections.map(({ title, axisTitle, rows }) =>
      intervalView({ title, axisTitle, rows, mark: 'point', directions }),
    ),
    columns: 1,
    notes: chartNotes(
      sections.flatMap(({ from }) => from),
      report.language,
    ),
  })
}
