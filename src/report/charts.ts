/** The charts of a report, in the order in which they are read. */
import { gainsAndLosses } from './gains-and-losses.ts'
import type { Chart, ReportInput } from './input.ts'
import { moved } from './moved.ts'
import { type OverTime, overTime } from './over-time.ts'

const OVER_TIME: readonly OverTime[] = [
  { name: 'employment', measure: 'employment', by: 'kind' },
  { name: 'sales', measure: 'sales', by: 'venue' },
  { name: 'import-share', measure: 'import share', by: 'venue' },
  // Of textbook markets, in which a seller stands under his name as a venue.
  { name: 'seller-prices', measure: 'seller price', by: 'venue', plain: true },
  { name: 'seller-shares', measure: 'seller share', by: 'venue', plain: true },
]

/** Effects first, then where sales went, then the course of things; what was not recorded is left out. */
export function charts(report: ReportInput): Chart[] {
  const { policies } = report
  const nameFor = (name: string, policy: string) =>
    policies.length > 1 ? `${name}-${policy}` : name
  const made = [
    ...policies.map((policy) => gainsAndLosses(report, policy, nameFor('effects', policy.name))),
    ...policies.map((policy) =>
      moved(report, policy, {
        name: nameFor('sales-change', policy.name),
        measure: 'sales',
        by: 'venue',
      }),
    ),
    ...OVER_TIME.map((chart) => overTime(report, chart)),
  ]
  return made.filter((chart) => chart !== undefined)
}
