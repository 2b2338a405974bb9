/** Where an amount went: its change by group of one dimension, with the total. */
import { type Dimension, groupsOf } from './cells.ts'
import { meansOf, sortedRows, unitRow } from './effect-rows.ts'
import { decimalsFor } from './format.ts'
import { framed } from './frame.ts'
import type { Chart, PolicyRuns, ReportInput } from './input.ts'
import { intervalView } from './interval-rows.ts'
import { displayUnit } from './units.ts'
import { nameOf, words } from './words.ts'

export interface Moved {
  readonly name: string
  readonly measure: string
  readonly by: Dimension
}

/** Undefined where the measure has no effects by this dimension. */
export function moved(report: ReportInput, policy: PolicyRuns, { name, measure, by }: Moved) {
  const { language, labels, baseline } = report
  const say = words[language]
  const groups = groupsOf([...baseline, ...policy.runs], measure, by)
  const effects = report.effects.filter(
    (effect) =>
      effect.scenario === policy.name &&
      effect.measure === measure &&
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
    name,
    title: say.titles.moved(policy.label, nameOf(measure, language).toLowerCase()),
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
