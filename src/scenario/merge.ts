/** One scenario laid over another: maps merge by key, everything else replaces. */

import { TABLES } from '../market/index.ts'
import type { Findings } from './finding.ts'
import { child, described, type Entry, isEmpty, type MapNode, type Node } from './node.ts'
import { type Phrase, phrase } from './phrases.ts'
import { COURSE, type TOP } from './shape.ts'

/** Sections of the top that are maps, beside the tables. */
const SECTIONS: readonly (keyof typeof TOP)[] = [
  ...(['indonesian', 'ground', 'calendar', 'size', 'buyers'] as const),
  ...(['rules', 'courses', 'windows'] as const),
]

/** Sections whose keys are rows, rules or courses, each a map of its own. */
const OF_MAPS = ['rules', 'courses', ...TABLES.flatMap(({ name, single }) => (single ? [] : name))]

/**
 * The form required at a path, whatever the base has there; undefined for a single value, which may be written as a number
 * or as a map with its source: the reader of the value reports its faults.
 */
function formAt(path: readonly string[]): 'map' | 'list' | undefined {
  const [section] = path
  const last = path[path.length - 1]
  if (section === 'policies')
    return path.length === 1 ? 'list' : path.length < 4 ? 'map' : undefined
  if (path.length === 1)
    return TABLES.some(({ name }) => name === section) || SECTIONS.includes(section as never)
      ? 'map'
      : undefined
  const dated = section === 'courses' && path.length === 3 && last in COURSE && last !== 'linear'
  return (path.length === 2 && OF_MAPS.includes(section)) || last === 'ground' || dated
    ? 'map'
    : undefined
}

/** What is asked for at a path, in the words of a finding. */
const askedFor = (path: readonly string[], form: 'map' | 'list'): Phrase =>
  form === 'map' ? phrase('keys-and-values') : path[0] === 'policies' ? POLICIES : phrase('a-list')

/** How policies are written. */
export const POLICIES = phrase('list-as-in', '- closure: { venue: ... }')

/**
 * Lays one node over another. What has no value, or is neither map nor list where one must stand, takes nothing away from
 * what it is laid over: it is at fault itself, once, and not all that would be missing without the base.
 * @param path where both stand, from the top of the scenario
 */
export function merge(
  base: Node,
  over: Node,
  findings: Findings,
  path: readonly string[] = [],
): Node {
  if (isEmpty(over) && base.kind !== 'scalar') {
    findings.add(over.place, 'no-value', path.join('.'), { expected: contentOf(base) })
    return base
  }
  const form = formAt(path)
  if (form !== undefined && !isEmpty(over) && !isEmpty(base)) {
    const wrong = over.kind !== form ? over : base.kind !== form ? base : undefined
    if (wrong !== undefined) {
      const facts = { got: described(wrong), expected: askedFor(path, form) }
      findings.add(wrong.place, 'wrong-type', path.join('.'), facts)
      return wrong === over && base.kind === form ? base : over
    }
  }
  if (over.kind === 'scalar') return { ...over, below: base }
  if (over.kind !== 'map' || over.whole) return over
  if (base.kind === 'scalar') return isEmpty(base) ? over : { ...over, beneath: base }
  return base.kind === 'list' ? over : mergeMaps(base, over, findings, path)
}

function mergeMaps(
  base: MapNode,
  over: MapNode,
  findings: Findings,
  path: readonly string[],
): MapNode {
  const entries = new Map<string, Entry>(base.entries)
  for (const [key, entry] of over.entries) {
    const below = base.entries.get(key)?.value
    const value = below && merge(below, entry.value, findings, [...path, key])
    entries.set(key, value ? { ...entry, value } : entry)
  }
  const beneath = over.beneath ?? base.beneath
  return {
    kind: 'map',
    place: over.place,
    entries,
    ...(base.whole ? { whole: true } : {}),
    ...(beneath ? { beneath } : {}),
  }
}

/** What an empty key leaves out of what it is laid over. */
const contentOf = (base: Node): Phrase =>
  phrase(base.kind === 'list' ? 'items' : child(base, 'value') ? 'its-value' : 'its-keys')
