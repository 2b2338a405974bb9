/** The files a scenario is laid from: the base first, each one that extends it above, `--set` on top. */
import { type Findings, nearest, type Place } from './finding.ts'
import {
  child,
  describe,
  type Entry,
  emptyMap,
  type ListNode,
  type MapNode,
  merge,
  type Node,
  withEntry,
} from './node.ts'
import { parse, placeAt, sourceOf } from './parse.ts'

export interface Load {
  /** Hands in the text of a file, or why it has none; nothing where there is no such file. */
  (path: string): { readonly text: string } | { readonly not: 'is-folder' | 'no-text' } | undefined
  /** Names of the scenarios in the folder of a file, without their ending, to find the one that was meant. */
  readonly beside?: (path: string) => readonly string[]
}

const DEEPEST = 20

export interface Layers {
  readonly root: MapNode
  /** Every file read, the scenario itself first. */
  readonly files: readonly string[]
  /** Whether every base was found: if not, what is missing in the scenario cannot be known. */
  readonly complete: boolean
}

/** Reads a file and all that it extends, and lays them over each other. */
export function loadLayers(path: string, load: Load, findings: Findings): Layers | undefined {
  const trees: MapNode[] = []
  const files: string[] = []
  for (let next: string | undefined = tidy(path); next !== undefined; ) {
    const file: ReturnType<Load> = load(next)
    if (file !== undefined && 'not' in file) {
      findings.add(placeAt(sourceOf(next, '', 0)), file.not, '', { got: next })
      return files.length > 0 ? finish(false) : undefined
    }
    if (file === undefined) {
      // Only the scenario itself can be missing here: a base was seen before it was asked for.
      const meant = nearest(nameOf(next), load.beside?.(next) ?? [])
      const suggestion = meant && `${folderOf(next)}${meant}.yaml`
      findings.add(placeAt(sourceOf(next, '', 0)), 'missing-file', '', {
        got: next,
        ...(suggestion ? { suggestion } : {}),
      })
      return undefined
    }
    const { text } = file
    files.push(next)
    const source = sourceOf(next, text, DEEPEST - files.length)
    const tree = parse(source, text, findings)
    if (tree !== undefined && tree.kind !== 'map')
      findings.add(tree.place, 'wrong-type', '', {
        name: 'the scenario',
        got: 'no map',
        expected: 'keys and values',
      })
    if (tree?.kind !== 'map') return files.length > 1 ? finish(false) : undefined
    trees.unshift(keyed(tree, findings))
    const asked = baseOf(tree, findings)
    if (asked === undefined) {
      if (child(tree, 'extends') === undefined) break
      return finish(false)
    }
    const places = candidates(next, asked.path)
    next = places.find((candidate) => load(candidate) !== undefined)
    const code =
      next === undefined
        ? 'missing-base'
        : files.includes(next)
          ? 'extends-cycle'
          : files.length >= DEEPEST
            ? 'extends-depth'
            : undefined
    if (code !== undefined) {
      const known = next === undefined ? places.flatMap((place) => load.beside?.(place) ?? []) : []
      const suggestion = nearest(nameOf(asked.path), known)
      findings.add(asked.place, code, 'extends', {
        got: next ?? asked.path,
        expected: `${DEEPEST}`,
        ...(suggestion ? { suggestion } : {}),
      })
      return finish(false)
    }
  }
  return finish(true)

  function finish(complete: boolean): Layers {
    return { root: trees.reduce((base, over) => merge(base, over) as MapNode), files, complete }
  }
}

function baseOf(tree: MapNode, findings: Findings): { path: string; place: Place } | undefined {
  const node = child(tree, 'extends')
  if (node === undefined) return undefined
  if (node.kind === 'scalar' && typeof node.value === 'string' && node.value !== '')
    return { path: node.value, place: node.place }
  findings.add(node.place, 'wrong-type', 'extends', {
    got: describe(node),
    expected: 'the name of a scenario',
  })
  return undefined
}

/** Where a base may lie: beside the file that names it, or in the folder above. */
function candidates(from: string, base: string): string[] {
  const folder = folderOf(from)
  const file = /\.ya?ml$/.test(base) ? base : `${base}.yaml`
  return base.startsWith('/') ? [file] : [tidy(folder + file), tidy(`${folder}../${file}`)]
}

/** With the slash at its end; nothing for a file beside the reader. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** A scenario is called by its file, without folder and ending. */
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '')

/** Takes `.` and `a/..` out of a path. */
function tidy(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && !['..', ''].includes(parts[parts.length - 1]))
      parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Sellers and courses may be written as a list; they are kept by name, so that a scenario can extend them. */
function keyed(tree: MapNode, findings: Findings): MapNode {
  const named = (root: MapNode, section: string, by: string): MapNode => {
    const entry = root.entries.get(section)
    if (entry?.value.kind !== 'list') return root
    const entries = new Map<string, Entry>()
    for (const [at, item] of entry.value.items.entries()) {
      const name = child(item, by)
      const path = `${section}.${by}`
      if (item.kind !== 'map' || name?.kind !== 'scalar' || name.value === null) {
        const key = `${section} ${at + 1}`
        findings.add(item.place, 'missing', path, { name: key, expected: `${by}: ...` })
        // What else is wrong with a seller is said as well; a course says nothing without its target.
        if (item.kind === 'map' && section === 'sellers')
          entries.set(key, { key, place: item.place, value: without(item, by) })
      } else if (entries.has(name.text))
        findings.add(name.place, 'duplicate-key', path, { got: name.text })
      else entries.set(name.text, { key: name.text, place: name.place, value: without(item, by) })
    }
    const value: MapNode = { kind: 'map', place: entry.value.place, entries, whole: true }
    return withEntry(root, { ...entry, value })
  }
  return named(named(tree, 'sellers', 'name'), 'courses', 'of')
}

function without(node: MapNode, key: string): MapNode {
  const entries = new Map(node.entries)
  entries.delete(key)
  return { ...node, entries }
}

/** Lays `path=value` over the scenario; it is then checked like a line of the file. */
export function applySet(root: MapNode, text: string, nth: number, findings: Findings): MapNode {
  const source = sourceOf(`--set ${nth}`, text, 100 + nth)
  const equals = text.indexOf('=')
  const path = text.slice(0, Math.max(equals, 0)).trim()
  if (path === '' || path.split('.').includes('')) {
    findings.add(placeAt(source, 1, 1, text.length || 1), 'set-form', '', { got: text })
    return root
  }
  if (path === 'extends') {
    findings.add(placeAt(source, 1, 1, equals), 'set-base', 'extends')
    return root
  }
  const value = parse(source, text.slice(equals + 1), findings, equals + 1)
  if (value === undefined) return root
  const start = text.length - text.trimStart().length
  return setIn(root, path.split('.'), start, value, findings) as MapNode
}

/**
 * A copy of the tree with a value put at a path. In a list an item goes by its number, or by its key or name where no
 * other item has it too: which of two duties is meant must be said.
 */
function setIn(
  node: Node | undefined,
  segments: readonly string[],
  column: number,
  value: Node,
  findings: Findings,
  above = '',
): Node {
  if (segments.length === 0) return node === undefined ? value : merge(node, value)
  const { source } = value.place
  if (node?.kind === 'list') {
    const at = itemIn(
      node,
      segments,
      placeAt(source, 1, column + 1, segments[0].length),
      above,
      findings,
    )
    if (at === undefined) return node
    // A policy is a map of one key: its name leads into it, and a number past it.
    const item = node.items[at]
    const named = child(item, segments[0]) !== undefined
    const inner = named ? segments : segments.slice(1)
    const within = named ? column : column + segments[0].length + 1
    const only = item.kind === 'map' && item.entries.size === 1 ? [...item.entries.keys()] : []
    const through = above === 'policies' && inner.length > 0 && child(item, inner[0]) === undefined
    const path = through ? [...only, ...inner] : inner
    const start = through && only.length > 0 ? within - only[0].length - 1 : within
    const changed = setIn(item, path, start, value, findings)
    return { ...node, items: node.items.map((old, index) => (index === at ? changed : old)) }
  }
  const map = node?.kind === 'map' ? node : emptyMap(placeAt(source, 1, column + 1))
  // The names of courses have dots: the longest name that exists wins.
  const taken = longestKey(map, segments)
  const key = segments.slice(0, taken).join('.')
  const below = map.entries.get(key)
  const place = placeAt(source, 1, column + 1, key.length)
  const within = column + key.length + 1
  if (key === 'policies' && above === '' && segments.length > 1 && below === undefined) {
    const at = placeAt(source, 1, within + 1, segments[1].length)
    findings.add(at, 'unknown-row', key, { name: key, got: segments[1], expected: 'none' })
    return map
  }
  const inner = setIn(below?.value, segments.slice(taken), within, value, findings, key)
  const set = withEntry(map, { key, place, value: inner })
  return node?.kind === 'scalar' && node.value !== null ? { ...set, beneath: node } : set
}

function longestKey(map: MapNode, segments: readonly string[]): number {
  for (let taken = segments.length; taken > 1; taken--)
    if (map.entries.has(segments.slice(0, taken).join('.'))) return taken
  return 1
}

/** The number of the item that is meant; a finding where there is none, or more than one. */
function itemIn(
  { items }: ListNode,
  segments: readonly string[],
  place: Place,
  list: string,
  findings: Findings,
): number | undefined {
  const [name, ...rest] = segments
  const called = items.flatMap((item, index) => (isCalled(item, index, name) ? [index] : []))
  if (called.length === 1) return called[0]
  if (called.length > 1) {
    const ways = called.map((index) => [list, index + 1, name, ...rest].join('.'))
    const facts = { name, got: `${called.length}`, expected: ways.join(' or ') }
    findings.add(place, 'ambiguous', list, facts)
    return undefined
  }
  const known = items.map((item, index) =>
    item.kind === 'map' && item.entries.size === 1 ? [...item.entries.keys()][0] : `${index + 1}`,
  )
  const suggestion = nearest(name, known)
  findings.add(place, 'unknown-row', list, {
    name: list,
    got: name,
    ...(suggestion ? { suggestion } : { expected: [...new Set(known)].join(', ') || 'none' }),
  })
  return undefined
}

const isCalled = (item: Node, index: number, name: string): boolean => {
  const own = child(item, 'name')
  return (
    String(index + 1) === name ||
    child(item, name) !== undefined ||
    (own?.kind === 'scalar' && own.text === name)
  )
}
