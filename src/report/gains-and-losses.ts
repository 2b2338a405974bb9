/** Who gains and who loses: effects in percent of the baseline, a panel a measure. */
import { type Dimension, type Effect, groupsOf } from '../study/index.ts'
import { meansOf, percentRow, pointsRow, sortedRows } from './effect-rows.ts'
import { framed } from './frame.ts'
import type { Chart, PolicyRuns, ReportInput } from './input.ts'
import { type IntervalRow, intervalView } from './interval-rows.ts'
import { nameOf, words } from './words.ts'

/** Rows of a panel; of more, those that change most are shown. */
const ROWS = 10

interface Section {
  readonly title: string
  readonly axisTitle: string
  readonly rows: readonly IntervalRow[]
  readonly of: number
}

/** Totals of the whole market that are told, where they are recorded. */
const WHOLE = [
  'employment',
  'sales',
  'household income',
  'consumer surplus',
  'sober consumer surplus',
  'government revenue',
  'payments abroad',
  'platform fees',
  'active firms',
]
/** Breakdowns that are told, a panel each; the files hold all of them. */
const BROKEN_DOWN: readonly (readonly [string, Dimension])[] = [
  ['employment', 'kind'],
  ['employment', 'region'],
  ['sales', 'venue'],
  ['sales', 'kind'],
  ['income', 'kind'],
]
const SHARES = ['import share', 'online share', 'unemployment']
const isShareOfMarket = ({ measure, unit, group }: Effect) =>
  unit === 'share' && group === 'all' && SHARES.includes(measure)
const isTotal = ({ group }: Effect) => group === 'all'

/** The whole market first, then a section a measure, then shares in percentage points. */
function sectionsOf(
  effects: readonly Effect[],
  { language, labels, baseline }: ReportInput,
): Section[] {
  const say = words[language]
  const name = (id: string) => nameOf(id, language, labels)
  const section = (
    title: string,
    axisTitle: string,
    of: readonly Effect[],
    row: (effect: Effect) => IntervalRow | undefined,
  ): Section => ({ title, axisTitle, of: of.length, rows: mostChanged(sortedRows(of.map(row))) })
  const groups = groupsOf(baseline[0]?.cells ?? [])
  const within = (measure: string, dimension: Dimension) => {
    const told = groups.filter(
      (group) => group.measure === measure && group.dimension === dimension,
    )
    return effects.filter(
      (effect) => effect.measure === measure && told.some(({ group }) => group === effect.group),
    )
  }
  const whole = effects.filter((effect) => isTotal(effect) && WHOLE.includes(effect.measure))
  return [
    section(say.overall, say.changePercent, whole, (effect) =>
      percentRow(effect, name(effect.measure), language),
    ),
    ...BROKEN_DOWN.map(([measure, dimension]) =>
      section(
        `${name(measure)} ${say.by[dimension]}`,
        say.changePercent,
        within(measure, dimension),
        (effect) => percentRow(effect, name(effect.group), language),
      ),
    ),
    section(say.changePoints, say.changePoints, effects.filter(isShareOfMarket), (effect) =>
      pointsRow(effect, shareLabel(effect, name), language, say.points),
    ),
  ].filter(({ rows }) => rows.length)
}

const shareLabel = (effect: Effect, name: (id: string) => string) =>
  isTotal(effect) ? name(effect.measure) : `${name(effect.measure)}: ${name(effect.group)}`

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
): Chart | undefined {
  const say = words[report.language]
  const effects = report.effects.filter(({ scenario }) => scenario === policy.name)
  const sections = sectionsOf(effects, report)
  if (!sections.length) return undefined
  return framed(report, {
    name,
    title: say.titles.effects(policy.label),
    subtitle: [meansOf(effects, policy, report)],
    views: sections.map(({ title, axisTitle, rows }) =>
      intervalView({ title, axisTitle, rows, mark: 'point', directions: say.direction }),
    ),
    columns: 1,
    notes: [],
  })
}
