/** Values that operations lead out of their declared range. */
import {
  cutsAt,
  type DatedValue,
  datedValues,
  fieldCalled,
  type MarketInput,
  type Operation,
  operationsOfPolicy,
} from '../market/index.ts'
import { writtenPolicies } from './contradictions.ts'
import type { PlacedCourse } from './dated.ts'
import { momentText, pathOf } from './fingerprint.ts'
import type { MapNode } from './node.ts'
import { phrase } from './phrases.ts'
import type { Reading } from './reading.ts'

/** What rounding may add to the end of a range, as a share of its width. */
const ROUNDING = 1e-9

/**
 * A value stays in its range after every operation, so that what courses and policies say beyond it is not carried out:
 * that is no fault, but hardly what was meant. To be asked when all else is in order.
 */
export function warnOfCuts(
  root: MapNode,
  courses: readonly PlacedCourse[],
  input: MarketInput,
  { warnings }: Pick<Reading, 'warnings'>,
): void {
  const written = new Map<Operation, Pick<PlacedCourse, 'place' | 'path'>>(
    courses.map((one) => [one.operation, one]),
  )
  for (const policy of writtenPolicies(root, input))
    for (const operation of operationsOfPolicy(policy, input))
      written.set(operation, {
        place: policy.place(),
        path: `policies.${policy.policy}`,
      })
  for (const value of datedValues(input, [...written.keys()]))
    for (const moment of momentsOf(value, input.days))
      for (const { operation, beyond, limit } of cutsAt(value, moment)) {
        const [low, high] = value.range!
        if (Math.abs(beyond - limit) <= ROUNDING * (high - low)) continue
        const { place, path } = written.get(operation)!
        warnings.add(place, 'cut-to-range', path, {
          name: pathOf(value, input),
          got: phrase('value-on', short(beyond), momentText(input, moment)),
          expected: phrase('cut-to', short(low), short(high), unitOf(value), short(limit)),
        })
      }
}

/** The moments of the run at which an operation begins, steps, turns or ends, its first and its last day. */
function momentsOf({ operations }: DatedValue, days: number): number[] {
  const moments = operations.flatMap(({ points, until }: Operation) => [
    ...points.map(([at]) => at),
    ...(until === undefined ? [] : [until]),
  ])
  const within = [0, ...moments, days - 1].filter((moment) => moment >= 0 && moment < days)
  return [...new Set(within)].sort((one, other) => one - other)
}

const short = (value: number) => String(Number(value.toPrecision(6)))

function unitOf({ table, field }: DatedValue): string {
  const parameter = fieldCalled(table, field)
  return parameter?.kind === 'number' ? parameter.unit : ''
}
