/** What a study file varies: paths of scenarios, each with the values that it takes. */
import { dateOfDay, type NumberParameter, number, type Parameter } from '../../engine/index.ts'
import {
  describe,
  type Entry,
  entriesOf,
  type Findings,
  type HeldValue,
  type MapNode,
  type Node,
  nearest,
  parameterAt,
  parameterIndex,
  readFlag,
  readMoment,
  type Scenario,
  valuesAt,
} from '../../scenario/index.ts'
import { type Distribution, distributionFault, type FactorValue } from '../design/index.ts'
import type { Form, Varied, VariedRow } from './experiment.ts'
import { numberIn } from './read-parts.ts'
import { reasonedRange, usualRange } from './reasoned.ts'

/** Keys of a factor, with what each says. */
export const VARY_KEYS = {
  from: 'Lowest value [of the range that the scenario gives, else of the one that the declaration gives reasons for]; a date of a date',
  to: 'Highest value',
  distribution:
    'uniform, log-uniform, beta A B, normal MEAN SD, lognormal MEDIAN SD-OF-LOG, cut at the ends [uniform]',
  values: 'A list of values, each as likely as the others',
  multiply: 'Whether from and to are multiples of what is written in each row',
  group: 'Factors of one group move together in a Sobol design and have one index',
} as const

const KEYS = Object.keys(VARY_KEYS) as (keyof typeof VARY_KEYS)[]

/** What a factor may be made of, beside its own node. */
interface Known {
  /** Everything that each scenario holds, the baseline first. */
  readonly held: readonly (readonly HeldValue[])[]
  readonly scenarios: readonly Scenario[]
  readonly findings: Findings
  /** What is no fault but perhaps not what was meant. */
  readonly warnings: Findings
}

export function readVaried(node: Node | undefined, root: MapNode, known: Known): Varied[] {
  const { findings } = known
  const names = node?.kind === 'map' ? node.entries.keys() : []
  const entries = entriesOf(node, names, 'vary', { findings })
  if (entries.size === 0)
    findings.add((node ?? root).place, 'missing', 'vary', {
      name: 'the study',
      expected: 'what varies: vary: { rules.pricing.review: {} }',
    })
  return [...entries.values()].flatMap((entry) => variedOf(entry, known) ?? [])
}

function variedOf(entry: Entry, known: Known): Varied | undefined {
  const { key: path, value: node, place } = entry
  const { held, findings } = known
  const found = held.map((of) => valuesAt(path, of))
  const paths = [...new Set(found.flatMap((of) => of.map((one) => one.path)))]
  const parameter = parameterAt(path)
  if (paths.length === 0 || parameter === undefined) {
    const suggestion = nearest(path, pathsIn(held))
    findings.add(place, 'unknown-path', `vary.${path}`, {
      got: path,
      ...(suggestion ? { suggestion } : {}),
    })
    return undefined
  }
  const parts = partsOf(node, path, findings)
  const multiply = parts.multiply && readFlag(parts.multiply, `vary.${path}.multiply`, { findings })
  const spec = { path, node, parameter, parts, multiply: multiply === true, ...known }
  const rows = paths.map((one): VariedRow => {
    const written = found.map((of) => of.find((value) => value.path === one)?.value)
    return { path: one, written, distribution: distributionOf(one, written, spec) }
  })
  if (rows.some(({ distribution }) => distribution === NONE)) return undefined
  const [{ distribution }] = rows
  const alike = rows.every(
    (row) => JSON.stringify(row.distribution) === JSON.stringify(distribution),
  )
  const group = parts.group && describe(parts.group)
  return {
    path,
    label: parameter.label,
    unit: unitOf(parameter, spec.multiply),
    form: formOf(parameter, spec.multiply, parts.values !== undefined),
    rows,
    // Rows with ranges of their own have the coordinate in common.
    distribution: alike ? distribution : { kind: 'uniform', from: 0, to: 1 },
    ...(group === undefined ? {} : { group }),
  }
}

/** What may be varied here: what the scenarios hold, and with `*` the rows of what is declared of them. */
function pathsIn(held: Known['held']): string[] {
  const all = held.flat()
  const declared = parameterIndex().map((one) => one.path)
  return [
    ...declared.filter((path) => held.some((of) => valuesAt(path, of).length > 0)),
    ...all.map((one) => one.path),
  ]
}

interface Spec extends Known {
  readonly path: string
  readonly node: Node
  readonly parameter: Parameter
  readonly parts: Parts
  readonly multiply: boolean
}

type Parts = Partial<Readonly<Record<(typeof KEYS)[number], Node>>>

/** The keys of a factor; `0.5 to 2.5` stands for a range, and a list for its values. */
function partsOf(node: Node, path: string, findings: Findings): Parts {
  if (node.kind === 'list') return { values: node }
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    const range = /^(.+?)\s+to\s+(.+)$/.exec(node.text)
    if (range !== null) {
      const part = (text: string): Node => ({ ...node, text, value: plain(text) })
      return { from: part(range[1]), to: part(range[2]) }
    }
  }
  const entries = entriesOf(node, KEYS, `vary.${path}`, { findings })
  return Object.fromEntries([...entries.values()].map(({ key, value }) => [key, value]))
}

const plain = (text: string): number | string =>
  /^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(text) ? Number(text) : text

/** In place of a distribution where a finding says why there is none. */
const NONE: Distribution = { kind: 'one-of', values: [] }

function distributionOf(path: string, written: VariedRow['written'], spec: Spec): Distribution {
  const { parameter, parts } = spec
  if (parts.values !== undefined) return listIn(parts.values, spec)
  if (parameter.kind === 'flag') return { kind: 'one-of', values: [false, true] }
  if (parameter.kind === 'choice') return { kind: 'one-of', values: [...parameter.options] }
  if (parameter.kind === 'reference') return missing(spec, 'values: a list of names')
  if (parameter.kind === 'date') return datesIn(spec)
  const range = spec.multiply
    ? multiplesIn(parameter, path, written, spec)
    : rangeIn(parameter, path, spec)
  if (range === undefined) return NONE
  const found = shaped(range, spec, isWhole(parameter) && !spec.multiply)
  const fault = distributionFault(found) ?? (range.from === range.to ? 'empty' : undefined)
  if (fault === undefined) return found
  spec.findings.add(spec.node.place, 'no-design', `vary.${spec.path}`, {
    got: `vary ${spec.path}`,
    expected: FAULTS[fault],
  })
  return NONE
}

const FAULTS = {
  empty: 'from must lie below to',
  'not finite': 'its range has no end',
  'not above 0': 'logarithms need a range above 0',
  'no spread': 'the parameters of the distribution must be above 0',
  'not whole': 'its ends must be whole numbers',
}

function missing({ node, path, findings }: Spec, expected: string): Distribution {
  findings.add(node.place, 'missing', `vary.${path}`, { name: path, expected })
  return NONE
}

function listIn(node: Node, { path, findings, warnings, parameter }: Spec): Distribution {
  const items = node.kind === 'list' ? node.items : []
  const values = items.flatMap((item): FactorValue[] => {
    if (parameter.kind === 'number')
      return [numberIn(parameter, item, `vary.${path}.values`, findings, warnings) ?? []].flat()
    return item.kind === 'scalar' && item.value !== null ? [item.text] : []
  })
  if (items.length > 0 && values.length === items.length) return { kind: 'one-of', values }
  if (items.length === 0)
    findings.add(node.place, 'wrong-type', `vary.${path}.values`, {
      got: describe(node),
      expected: 'a list of values',
    })
  return NONE
}

interface Ends {
  readonly from: number
  readonly to: number
}

/** As written; else the range in which the scenario holds the value possible; else the one that is declared with reasons. */
function rangeIn(parameter: NumberParameter, path: string, spec: Spec): Ends | undefined {
  const { parts, findings, warnings } = spec
  const usual = possibleAt(path, parameter, spec) ?? usualRange(parameter)
  const written = [parts.from, parts.to]
  const [from, to] = written.map((node, end) =>
    node === undefined
      ? usual?.[end]
      : numberIn(parameter, node, `vary.${spec.path}`, findings, warnings),
  )
  if (usual === undefined && written.includes(undefined)) {
    const [low, high] = parameter.range
    missing(
      spec,
      `from and to, e.g. ${spec.path}: LOW to HIGH; no source gives a range, and ${low} to ${high} (${parameter.unit}) are limits of what can be computed`,
    )
  }
  if (from === undefined || to === undefined) return undefined
  warnBeyond([from, to], path, spec)
  return { from, to }
}

/** The range that a scenario gives with the number, else the one that its declaration tells in its source. */
function possibleAt(path: string, parameter: NumberParameter, { scenarios }: Known) {
  const given = scenarios
    .flatMap(({ numbers }) => numbers.filter((one) => one.path === path))
    .find(({ range }) => range !== undefined)?.range
  // Reasons are of the country, and not of a market that is thought out.
  return given ?? (scenarios[0].textbook ? undefined : reasonedRange(parameter))
}

/** Ends that are rounded, or multiples of what is written, may lie a little outside. */
const CLOSE = 0.05

/** What is varied beyond what somebody gave reasons for is told: the results are of values that nobody holds possible. */
function warnBeyond([from, to]: readonly [number, number], path: string, spec: Spec): void {
  const { parameter, node, warnings } = spec
  if (parameter.kind !== 'number') return
  const reasoned = possibleAt(path, parameter, spec)
  if (reasoned === undefined) return
  const [low, high] = reasoned
  const close = CLOSE * (high - low)
  if (from >= low - close && to <= high + close) return
  const range = (one: number, other: number) =>
    `${Number(one.toPrecision(4))} to ${Number(other.toPrecision(4))}`
  warnings.add(node.place, 'out-of-range', `vary.${spec.path}`, {
    name: spec.path,
    got: range(from, to),
    expected: `${range(low, high)} (${parameter.unit}), the range for which reasons are given`,
  })
}

const TIMES = number({
  label: 'Multiple of what is written',
  unit: 'times',
  default: 1,
  range: [0, 1000],
  source: 'of a study file',
  grade: 'given',
})

/** Multiples of what is written, which must stay in the declared range. */
function multiplesIn(
  parameter: NumberParameter,
  row: string,
  written: VariedRow['written'],
  spec: Spec,
): Ends | undefined {
  const { parts, findings, path } = spec
  if (parts.from === undefined || parts.to === undefined) {
    missing(
      spec,
      'from and to, as multiples of what is written: { multiply: true, from: 0.5, to: 2 }',
    )
    return undefined
  }
  const at = `vary.${path}`
  const [from, to] = [parts.from, parts.to].map((node) => numberIn(TIMES, node, at, findings))
  if (from === undefined || to === undefined) return undefined
  const [low, high] = parameter.range
  const over = written
    .filter((value) => typeof value === 'number')
    .find(
      (value) =>
        Math.min(value * from, value * to) < low || Math.max(value * from, value * to) > high,
    )
  if (over === undefined) {
    for (const value of written.filter((one) => typeof one === 'number')) {
      const ends = [value * from, value * to]
      warnBeyond([Math.min(...ends), Math.max(...ends)], row, spec)
    }
    return { from, to }
  }
  findings.add(parts.to.place, 'out-of-range', at, {
    got: `${from} to ${to} times ${over}`,
    expected: `${low} to ${high} (${parameter.unit})`,
  })
  return undefined
}

/** Dates, as whole days since 1970. */
function datesIn(spec: Spec): Distribution {
  const { parts, findings, path } = spec
  if (parts.from === undefined || parts.to === undefined)
    return missing(spec, 'from and to: { from: 2023-10-04, to: 2023-12-04 }')
  const [from, to] = [parts.from, parts.to].map((node) =>
    readMoment(node, `vary.${path}`, { findings }),
  )
  if (from === undefined || to === undefined) return NONE
  return { kind: 'integers', from: Math.floor(from), to: Math.floor(to) }
}

/** The range with its distribution: `uniform` (as where none is named), `log-uniform`, `beta 2 2`, `normal 1 0.2`, `lognormal 1 0.5`. */
function shaped({ from, to }: Ends, spec: Spec, whole: boolean): Distribution {
  const { parts, findings, path } = spec
  const uniform: Distribution = { kind: whole ? 'integers' : 'uniform', from, to }
  if (parts.distribution === undefined) return uniform
  const [kind, ...words] = describe(parts.distribution).trim().split(/\s+/)
  const numbers = words.map(Number)
  const takes = { uniform: 0, 'log-uniform': 0, beta: 2, normal: 2, lognormal: 2 }[kind]
  if (takes === undefined || numbers.length !== takes || numbers.some(Number.isNaN)) {
    findings.add(parts.distribution.place, 'no-option', `vary.${path}.distribution`, {
      got: describe(parts.distribution),
      expected: 'uniform, log-uniform, beta A B, normal MEAN SD, lognormal MEDIAN SD-OF-LOG',
    })
    return uniform
  }
  const [one, two] = numbers
  if (kind === 'beta') return { kind, a: one, b: two, from, to }
  if (kind === 'normal') return { kind, mean: one, sd: two, from, to }
  if (kind === 'lognormal') return { kind, median: one, spread: two, from, to }
  return kind === 'log-uniform' ? { kind, from, to } : uniform
}

const WHOLE = ['people', 'buyers', 'sellers', 'creators', 'firms', 'runs', 'slots', 'items']

const isWhole = ({ unit }: NumberParameter): boolean => WHOLE.includes(unit)

export const unitOf = (parameter: Parameter, multiply: boolean): string =>
  multiply ? 'times' : parameter.kind === 'number' ? parameter.unit : parameter.kind

export function formOf(parameter: Parameter, multiply: boolean, isList: boolean): Form {
  if (multiply) return 'multiple'
  if (parameter.kind === 'date') return isList ? 'word' : 'date'
  if (parameter.kind === 'number') return isWhole(parameter) ? 'whole' : 'number'
  return 'word'
}

/** A value as `--set` takes it. */
export const asText = (value: number | string | boolean, form: Form): string =>
  form === 'date' && typeof value === 'number' ? dateOfDay(value) : String(value)
