/** Reads the periods to report: by their dates, or by the dates of a policy. */

import { dateOfDay } from '../engine/index.ts'
import { type PolicyInput, policyCalled, policyOf } from '../market/index.ts'
import { nearest } from './finding.ts'
import { kebab } from './names.ts'
import {
  child,
  describe,
  described,
  type Entry,
  type MapNode,
  type Node,
  type ScalarNode,
} from './node.ts'
import { phrase } from './phrases.ts'
import { entriesOf, outside, type Reading, readFlag, readMoment } from './reading.ts'

/** A period to report, in days since the start: `from <= day < to`. */
export interface Window {
  readonly name: string
  readonly from: number
  readonly to: number
  /** The one whose effects are the answer. */
  readonly main?: true
}

/** `closure + 1 day`, `closure.announced`, `duty.until - 2 weeks`. */
const RELATIVE = /^([a-z][a-z-]*)(?:\.([a-z][a-z-]*))?(?:\s*([+-])\s*(\d{1,5})\s*(days?|weeks?))?$/

/**
 * Windows are written `2023-10-05 to 2023-11-03`, or by the moments of a policy, `closure + 1 day to closure + 30 days`: the
 * day of the moment plus or minus a number of days. A map marks one of them as the main window.
 */
export function readWindows(
  root: MapNode,
  policies: readonly PolicyInput[],
  reading: Reading,
): Window[] {
  const section = child(root, 'windows')
  const known = section?.kind === 'map' ? section.entries.keys() : []
  const entries = [...entriesOf(section, known, 'windows', reading).values()]
  const main = mainOf(root, entries, reading)
  return entries.flatMap((entry) => {
    const path = `windows.${entry.key}`
    const node = daysOf(entry.value, path, reading)
    if (node === undefined) return []
    const texts = describe(node).split(/\s+to\s+/)
    if (node.kind !== 'scalar' || texts.length > 2) {
      const got = node.kind === 'scalar' ? phrase('count-of-dates', texts.length) : described(node)
      reading.findings.add(node.place, 'window-form', path, { got })
      return []
    }
    const [from, to = from] = texts.map((text) => dayIn(text, node, path, policies, reading))
    if (from === undefined || to === undefined) return []
    if (to < from)
      reading.findings.add(node.place, 'end-before-start', path, {
        got: dateOfDay(reading.start + to),
        expected: dateOfDay(reading.start + from),
      })
    return [{ name: entry.key, from, to: to + 1, ...(entry.key === main ? { main: true } : {}) }]
  })
}

/** What says the days of a window: itself, or the `days` of a map. */
function daysOf(node: Node, path: string, reading: Reading): Node | undefined {
  if (node.kind !== 'map') return node
  const parts = entriesOf(node, ['days', 'main'], path, reading)
  const days = parts.get('days')?.value ?? node.beneath
  if (days === undefined)
    reading.findings.add(node.place, 'missing', `${path}.days`, {
      name: path,
      expected: 'days: 2023-10-05 to 2023-11-03',
    })
  return days
}

/**
 * The name of the main window. That of a base holds unless a file above it writes one, or policies of its own, for which it may
 * be the wrong one. Two in one file are a finding.
 */
function mainOf(root: MapNode, entries: readonly Entry[], reading: Reading): string | undefined {
  const least = child(root, 'policies')?.place.source.layer ?? 0
  const marked = entries.flatMap(({ key, value }) => {
    const node = child(value, 'main')
    const path = `windows.${key}.main`
    return node !== undefined && readFlag(node, path, reading) ? [{ key, path, node }] : []
  })
  const top = Math.max(least, ...marked.map(({ node }) => node.place.source.layer))
  const [first, second] = marked.filter(({ node }) => node.place.source.layer === top)
  if (second !== undefined)
    reading.findings.add(second.node.place, 'two-main-windows', second.path, {
      got: second.key,
      expected: first.key,
    })
  return first?.key
}

/** The parts of a text that counts from a policy; a lone word that is no policy is meant as a date. */
function relativeTo(text: string): RegExpExecArray | null {
  const parts = RELATIVE.exec(text)
  const [, name, ...more] = parts ?? []
  const lone = more.every((part) => part === undefined)
  return lone && policyCalled(name) === undefined ? null : parts
}

/** A day since the start, from a date or from the moment of a policy. */
function dayIn(
  text: string,
  node: ScalarNode,
  path: string,
  policies: readonly PolicyInput[],
  reading: Reading,
): number | undefined {
  const part: ScalarNode = { kind: 'scalar', place: node.place, value: text, text }
  const relative = relativeTo(text)
  const day =
    relative === null
      ? wholeDay(readMoment(part, path, reading), reading)
      : relativeDay(relative, part, path, policies, reading)
  if (day === undefined) return undefined
  // A window ends with the last day: the moment after it is no day.
  if (day < 0 || day >= reading.days) {
    const date = dateOfDay(reading.start + day)
    outside(relative === null ? part : { ...part, text: `${text} (${date})` }, path, reading)
  }
  return day
}

const wholeDay = (moment: number | undefined, { start }: Reading): number | undefined =>
  moment === undefined ? undefined : Math.floor(moment - start)

function relativeDay(
  [, name, setting, sign = '+', count = '0', unit = 'days']: RegExpExecArray,
  node: ScalarNode,
  path: string,
  policies: readonly PolicyInput[],
  reading: Reading,
): number | undefined {
  const own = policies.filter(({ policy }) => policy === name)
  if (own.length === 0) {
    unknown(
      node,
      path,
      'policies',
      name,
      policies.map(({ policy }) => policy),
      reading,
    )
    return undefined
  }
  if (own.length > 1) {
    reading.findings.add(node.place, 'ambiguous-moment', path, {
      got: name,
      expected: String(own.length),
    })
    return undefined
  }
  const dates = Object.entries(policyOf(own[0]).settings)
    .filter(([key, { kind }]) => kind === 'date' && Number.isFinite(own[0].settings[key]))
    .map(([key, declared]) => ({
      key,
      called: kebab(key),
      begins: declared.kind === 'date' && declared.role === 'begins',
    }))
  const found = dates.find(({ called, begins }) =>
    setting === undefined ? begins : called === setting,
  )
  if (found === undefined) {
    unknown(
      node,
      path,
      name,
      setting ?? 'date',
      dates.map(({ called }) => called),
      reading,
    )
    return undefined
  }
  const days = Number(count) * (unit.startsWith('week') ? 7 : 1)
  return Math.floor(Number(own[0].settings[found.key])) + (sign === '-' ? -days : days)
}

function unknown(
  node: Node,
  path: string,
  name: string,
  got: string,
  known: readonly string[],
  { findings }: Reading,
): void {
  const suggestion = nearest(got, known)
  findings.add(node.place, 'unknown-row', path, {
    name,
    got,
    ...(known.length > 0 ? { expected: [...new Set(known)].join(', ') } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  })
}
