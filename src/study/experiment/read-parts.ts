/** Numbers of a study file. */
import { type NumberParameter, number } from '../../engine/index.ts'
import { Findings, type Node, readNumber } from '../../scenario/index.ts'

/** A number in the unit and range of a parameter; nothing after a finding. */
export const numberIn = (
  parameter: NumberParameter,
  node: Node,
  path: string,
  findings: Findings,
): number | undefined =>
  readNumber(parameter, node, path, {
    findings,
    warnings: new Findings(),
    rows: new Map(),
    start: Number.NaN,
    days: Number.NaN,
    horizonLayer: 0,
    solving: { until: Number.NaN, layer: 0 },
    numbers: [],
  })

const MOST = 1_000_000

/** A whole number from 1. */
export function countIn(node: Node, path: string, findings: Findings): number | undefined {
  const count = number({
    label: path,
    unit: 'runs',
    default: 1,
    range: [1, MOST],
    source: 'of a study file',
    grade: 'given',
  })
  const value = numberIn(count, node, path, findings)
  if (value === undefined || Number.isInteger(value)) return value
  findings.add(node.place, 'not-whole', path, { got: `${value}` })
  return undefined
}
