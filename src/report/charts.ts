/** The charts of a report, in the order in which they are read. */
import { inOrder, knownMeasures, type Measure } from '../market/index.ts'
import { differenceOverTime } from './difference-over-time.ts'
import { gainsAndLosses } from './gains-and-losses.ts'
import type { Chart, ReportInput } from './input.ts'
import { moved } from './moved.ts'
import { overTime } from './over-time.ts'

/** Effects first, then where sales went, then the course of things; what was not recorded is left out. */
export function charts(
  report: ReportInput,
  declared: readonly Measure[] = knownMeasures(),
): Chart[] {
  const measures = inOrder(declared)
  const { policies } = report
  const nameFor = (policy: string) => (name: string) =>
    policies.length > 1 ? `${name}-${policy}` : name
  const made = [
    ...policies.map((policy) =>
      differenceOverTime(report, policy, nameFor(policy.name)('difference'), measures),
    ),
    ...policies.map((policy) =>
      gainsAndLosses(report, policy, nameFor(policy.name)('effects'), measures),
    ),
    ...policies.flatMap((policy) =>
      measures.map((measure) => moved(report, policy, measure, nameFor(policy.name))),
    ),
    ...measures.map((measure) => overTime(report, measure)),
  ]
  return made.filter((chart) => chart !== undefined)
}
