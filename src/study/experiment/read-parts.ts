/** Numbers and words of files about studies. */
import { type NumberParameter, number } from '../../engine/index.ts'
import {
  ambiguityOf,
  child,
  describe,
  Findings,
  listed,
  type Node,
  nearest,
  readNumber,
} from '../../scenario/index.ts'

/** A number in the unit and range of a parameter; nothing after a finding. */
export const numberIn = (
  parameter: NumberParameter,
  node: Node,
  path: string,
  findings: Findings,
  warnings = new Findings(),
): number | undefined =>
  readNumber(parameter, node, path, {
    findings,
    warnings,
    rows: new Map(),
    start: Number.NaN,
    days: Number.NaN,
    startLayer: 0,
    horizonLayer: 0,
    solving: { until: Number.NaN, layer: 0 },
    numbers: [],
  })

const MOST = 1_000_000

/** No limit but that of a count: what is made of several is judged when all of them are known. */
export const ANY = 1e12

/** A whole number from 1: a point in it sets thousands apart, or it is none. */
export function countIn(
  node: Node,
  path: string,
  findings: Findings,
  most = MOST,
  least = 1,
): number | undefined {
  const written = child(node, 'value') ?? node
  const ambiguous = written.kind === 'scalar' ? ambiguityOf(written.text, true) : undefined
  if (ambiguous !== undefined) {
    const { code, write } = ambiguous
    findings.add(written.place, code, path, { got: describe(written), expected: write })
    return undefined
  }
  const count = number({
    label: path,
    unit: path.slice(path.lastIndexOf('.') + 1),
    default: least,
    range: [least, most],
    source: 'of a study file',
    grade: 'given',
  })
  const value = numberIn(count, node, path, findings)
  if (value === undefined || Number.isInteger(value)) return value
  findings.add(node.place, 'not-whole', path, { got: `${value}` })
  return undefined
}

/** One of the known words; nothing after a finding, or where nothing is written. */
export function optionIn(
  node: Node | undefined,
  path: string,
  options: readonly string[],
  findings: Findings,
): string | undefined {
  if (node === undefined) return undefined
  const got = describe(node)
  if (options.includes(got)) return got
  const suggestion = nearest(got, options)
  const facts = { got, expected: listed(options), ...(suggestion ? { suggestion } : {}) }
  findings.add(node.place, 'no-option', path, facts)
  return undefined
}
