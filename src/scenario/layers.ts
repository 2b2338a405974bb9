/** The files a scenario is laid from: the base first, each one that extends it above, `--set` on top. */

import type { Policy } from '../market/index.ts'
import { type Findings, nearest, type Place, SET } from './finding.ts'
import { merge } from './merge.ts'
import { scenarioName } from './names.ts'
import {
  child,
  described,
  type Entry,
  emptyMap,
  type ListNode,
  type MapNode,
  type Node,
  withEntry,
} from './node.ts'
import { parse, placeAt, sourceOf } from './parse.ts'
import { phrase } from './phrases.ts'

export interface Load {
  /** Hands in the text of a file, or why it has none; nothing where there is no such file. */
  (path: string): Loaded | NoText | undefined
  /** Names of the scenarios in the folder of a file, without their ending, to find the one that was meant. */
  readonly beside?: (path: string) => readonly string[]
  /** Names of the folders in a folder; it ends in a slash, and is empty where it is that of the reader. */
  readonly folders?: (folder: string) => readonly string[]
  /** Names of programs in the folder of a file, with their ending. */
  readonly programsBeside?: (path: string) => readonly string[]
  /** Policies from outside that scenarios may name without a file: those handed in as objects. */
  readonly policies?: readonly { readonly policy: Policy; readonly module: string }[]
}

export interface Loaded {
  readonly text: string
  /** Of a policy in a file of its own: one text that runs, or why there is none. Absent where no program can be made. */
  readonly program?: string | { readonly why: string }
}

/** Why a file has no text, with the words of the system or a limit where there are some. */
export interface NoText {
  readonly not: 'is-folder' | 'no-file' | 'no-text' | 'utf-16' | 'too-large' | 'unreadable'
  readonly why?: string
  readonly expected?: string
}

const DEEPEST = 20

export interface Layers {
  readonly root: MapNode
  /** Every file read, the scenario itself first. */
  readonly files: readonly string[]
  /** Whether every base was found: if not, what is missing in the scenario cannot be known. */
  readonly complete: boolean
}

/**
 * Reads a file and all that it extends, and lays them over each other. Long: it follows one chain of files, with the two lists
 * that it fills.
 */
export function loadLayers(path: string, load: Load, findings: Findings): Layers | undefined {
  const trees: MapNode[] = []
  const files: string[] = []
  /** Where the file to read is named: in the one that extends it, or nowhere. */
  let named: Place | undefined
  for (let next: string | undefined = tidy(path); next !== undefined; ) {
    const file: ReturnType<Load> = load(next)
    if (file !== undefined && 'not' in file) {
      findings.add(named ?? placeAt(sourceOf(next, '', 0)), file.not, named ? 'extends' : '', {
        got: next,
        ...(file.why || file.expected ? { expected: file.why ?? file.expected } : {}),
      })
      return files.length > 0 ? finish(false) : undefined
    }
    if (file === undefined) {
      // Only the scenario itself can be missing here: a base was seen before it was asked for.
      missingFile(next, load, findings)
      return undefined
    }
    const { text } = file
    files.push(next)
    const source = sourceOf(next, text, DEEPEST - files.length)
    const tree = parse(source, text, findings)
    if (tree !== undefined && tree.kind !== 'map') notMap(tree, findings)
    if (tree?.kind !== 'map') return files.length > 1 ? finish(false) : undefined
    trees.unshift(keyed(tree, findings))
    const asked = baseOf(tree, findings)
    if (asked === undefined) {
      if (child(tree, 'extends') === undefined) break
      return finish(false)
    }
    const places = candidates(next, asked.path)
    named = asked.place
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
      const suggestion = nearest(scenarioName(asked.path), known)
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
    return {
      root: trees.reduce((base, over) => merge(base, over, findings) as MapNode),
      files,
      complete,
    }
  }
}

function notMap(tree: Node, findings: Findings): void {
  findings.add(tree.place, 'wrong-type', '', {
    name: phrase('the-scenario'),
    got: described(tree),
    expected: phrase('keys-and-values'),
  })
}

function missingFile(path: string, load: Load, findings: Findings): void {
  const suggestion = meantFile(path, load)
  findings.add(placeAt(sourceOf(path, '', 0)), 'missing-file', '', {
    got: path,
    ...(suggestion ? { suggestion } : {}),
  })
}

/** The file that one which is not there may mean: every folder of its path, and its name, as they are nearest spelt. */
export function meantFile(path: string, load: Load): string | undefined {
  let folder = ''
  for (const name of path.split('/').slice(0, -1)) {
    const known = ['', '.', '..'].includes(name) ? [name] : (load.folders?.(folder) ?? [name])
    const meant = known.includes(name) ? name : nearest(name, known)
    if (meant === undefined) return undefined
    folder += `${meant}/`
  }
  const file = folder + path.slice(folderOf(path).length)
  if (load(file) !== undefined) return file
  const meant = nearest(scenarioName(file), load.beside?.(file) ?? [])
  return meant && `${folder}${meant}.yaml`
}

/** Above every base, and below the first `--set`. */
const OVER = 60

/** What an overlay says of itself, which is not said of what it is laid over. */
const OF_ITSELF = ['title', 'question', 'indonesian']

/** Lays a file over a scenario that has one of its own: a variant of the model, over the baseline and every policy alike. */
export function laidOver(
  root: MapNode,
  path: string,
  nth: number,
  load: Load,
  findings: Findings,
): MapNode {
  const file = load(path)
  if (file === undefined || 'not' in file) {
    findings.add(placeAt(sourceOf(path, '', 0)), file?.not ?? 'missing-file', '', { got: path })
    return root
  }
  const tree = parse(sourceOf(path, file.text, OVER + nth), file.text, findings)
  if (tree === undefined) return root
  if (tree.kind !== 'map' || child(tree, 'extends') !== undefined) {
    findings.add(tree.place, 'wrong-type', '', {
      name: phrase('a-variant'),
      got: tree.kind === 'map' ? phrase('extending-scenario') : described(tree),
      expected: phrase('layer-keys'),
    })
    return root
  }
  const entries = new Map([...tree.entries].filter(([key]) => !OF_ITSELF.includes(key)))
  return merge(root, keyed({ ...tree, entries }, findings), findings) as MapNode
}

function baseOf(tree: MapNode, findings: Findings): { path: string; place: Place } | undefined {
  const node = child(tree, 'extends')
  if (node === undefined) return undefined
  if (node.kind === 'scalar' && typeof node.value === 'string' && node.value !== '')
    return { path: node.value, place: node.place }
  findings.add(node.place, 'wrong-type', 'extends', {
    got: described(node),
    expected: phrase('scenario-name'),
  })
  return undefined
}

/** Where a base may lie: beside the file that names it, or in the folder above. */
export function candidates(from: string, base: string): string[] {
  const folder = folderOf(from)
  const file = /\.ya?ml$/.test(base) ? base : `${base}.yaml`
  return base.startsWith('/') ? [file] : [tidy(folder + file), tidy(`${folder}../${file}`)]
}

/** Where a file lies that another names: relative to it. */
export const placeOf = (from: string, asked: string): string =>
  asked.startsWith('/') ? asked : tidy(folderOf(from) + asked)

/** With the slash at its end; nothing for a file beside the reader. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** Takes `.` and `a/..` out of a path. */
export function tidy(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && !['..', ''].includes(parts[parts.length - 1]))
      parts.pop()
    else if (part !== '.') parts.push(part)
  }
  // The folder itself has a name too.
  return (
    parts.filter((part, at) => part !== '' || at === 0).join('/') || (parts.length > 1 ? '/' : '.')
  )
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

/** The path of a `--set`, in its parts. */
export const pathOf = (text: string): string[] =>
  text
    .slice(0, Math.max(text.indexOf('='), 0))
    .trim()
    .split('.')

/**
 * Lays `path=value` over the scenario; it is then checked like a line of the file.
 * @param path where it is laid, in place of what is written
 */
export function applySet(
  root: MapNode,
  text: string,
  nth: number,
  findings: Findings,
  path: readonly string[] = pathOf(text),
): MapNode {
  const source = sourceOf(`--set ${nth}`, text, SET + nth)
  const equals = text.indexOf('=')
  const written = pathOf(text)
  if (written.includes('')) {
    findings.add(placeAt(source, 1, 1, text.length || 1), 'set-form', '', { got: text })
    return root
  }
  if (written.length === 1 && written[0] === 'extends') {
    findings.add(placeAt(source, 1, 1, equals), 'set-base', 'extends')
    return root
  }
  const value = parse(source, text.slice(equals + 1), findings, equals + 1)
  if (value === undefined) return root
  let column = text.length - text.trimStart().length + 1
  const steps = written.map((word, at): Step => {
    const step = { name: path[at], column, length: word.length }
    column += word.length + 1
    return step
  })
  return setIn(root, steps, value, findings) as MapNode
}

/** A part of a path, and where it is written. */
interface Step {
  readonly name: string
  readonly column: number
  readonly length: number
}

/**
 * A copy of the tree with a value put at a path. In a list an item goes by its number, or by its key or name where no
 * other item has it too: which of two duties is meant must be said.
 */
function setIn(
  node: Node | undefined,
  path: readonly Step[],
  value: Node,
  findings: Findings,
  above: readonly string[] = [],
): Node {
  if (path.length === 0) return node === undefined ? value : merge(node, value, findings, above)
  const { source } = value.place
  const [first] = path
  const placeOf = ({ column, length }: Step) => placeAt(source, 1, column, length)
  const names = path.map(({ name }) => name)
  if (node?.kind === 'list') {
    const at = itemIn(node, names, placeOf(first), above.join('.'), findings)
    if (at === undefined) return node
    // A policy is a map of one key: its name leads into it, and a number past it.
    const item = node.items[at]
    const named = child(item, first.name) !== undefined
    const inner = named ? path : path.slice(1)
    const only = item.kind === 'map' && item.entries.size === 1 ? [...item.entries.keys()] : []
    const through =
      above.join() === 'policies' && inner.length > 0 && child(item, inner[0].name) === undefined
    const within = through ? [...only.map((name) => ({ ...inner[0], name })), ...inner] : inner
    const changed = setIn(item, within, value, findings, [...above, `${at + 1}`])
    return { ...node, items: node.items.map((old, index) => (index === at ? changed : old)) }
  }
  const map = node?.kind === 'map' ? node : emptyMap(placeAt(source, 1, first.column))
  // The names of courses have dots: the longest name that exists wins.
  const taken = longestKey(map, names)
  const key = names.slice(0, taken).join('.')
  const below = map.entries.get(key)
  const last = path[taken - 1]
  const place = placeAt(source, 1, first.column, last.column + last.length - first.column)
  if (key === 'policies' && above.length === 0 && path.length > 1 && below === undefined) {
    const facts = { name: key, got: path[1].name, expected: phrase('none') }
    findings.add(placeOf(path[1]), 'unknown-row', key, facts)
    return map
  }
  const inner = setIn(below?.value, path.slice(taken), value, findings, [...above, key])
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
    ...(suggestion
      ? { suggestion }
      : { expected: numberedTwins(known).join(', ') || phrase('none') }),
  })
  return undefined
}

/** Names of items; where two are alike, their numbers by which each can be meant. */
const numberedTwins = (names: readonly string[]): readonly string[] =>
  new Set(names).size === names.length
    ? names
    : names.map((name, at) => (name === `${at + 1}` ? name : `${at + 1} (${name})`))

const isCalled = (item: Node, index: number, name: string): boolean => {
  const own = child(item, 'name')
  return (
    String(index + 1) === name ||
    child(item, name) !== undefined ||
    (own?.kind === 'scalar' && own.text === name)
  )
}
