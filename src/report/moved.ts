/** Where an amount went: its change by group of one dimension, with the total. */
import type { Measure } from '../market/index.ts'
import { groupsBy } from '../study/index.ts'
import { meansOf, sortedRows, unitRow } from './effect-rows.ts'
import { decimalsFor } from './format.ts'
import { framed } from './frame.ts'
import type { Chart, PolicyRuns, ReportInput } from './input.ts'
import { intervalView } from './interval-rows.ts'
import { displayUnit } from './units.ts'
import { nameOf, words } from './words.ts'

/**
 * The chart that a measure declares. Undefined where it declares none, or has no effects by this dimension.
 * @param nameFor the name of the file of this policy
 */
export function moved(
  report: ReportInput,
  policy: PolicyRuns,
  measure: Measure,
  nameFor: (name: string) => string,
) {
  if (measure.moved === undefined) return undefined
  const { language, labels, baseline } = report
  const say = words[language]
  const groups = groupsBy([...baseline, ...policy.runs], measure, measure.moved.by).map(
    ({ group }) => group,
  )
  const effects = report.effects.filter(
    (effect) =>
      effect.scenario === policy.name &&
      effect.measure === measure.name &&
      groups.includes(effect.group) &&
      Number.isFinite(effect.difference),
  )
  const parts = effects.filter(({ group }) => group !== 'all')
  if (!parts.length) return undefined
  const largest = Math.max(...effects.map(({ difference }) => Math.abs(difference)))
  const unit = displayUnit(effects[0].unit, largest, language)
  const decimals = decimalsFor(largest * unit.factor, 3)
  const row = (effect: (typeof effects)[number]) =>
    unitRow(effect, nameOf(effect.group, language, labels), unit.factor, decimals, language)
  const total = effects.filter(({ group }) => group === 'all')
  const chart: Chart = framed(report, {
    name: nameFor(measure.moved.name),
    title: say.titles.moved(policy.label, measure.label[language].toLowerCase()),
    subtitle: [meansOf(effects, policy, report)],
    views: [
      intervalView({
        axisTitle: say.change(unit.name),
        rows: [...sortedRows(parts.map(row)), ...sortedRows(total.map(row))],
        mark: 'bar',
        directions: say.direction,
      }),
    ],
    columns: 1,
  })
  return chart
}
