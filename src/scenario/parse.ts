/** Text in, a placed tree out. Nothing in the text may throw, hang or grow without bound. */

import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import type { Findings, Place, Source } from './finding.ts'
import type { Entry, MapNode, Node, ScalarNode } from './node.ts'
import { phrase } from './phrases.ts'

const LARGEST_FILE = 1_000_000
const MOST_ALIASES = 100
const DEEPEST = 40
/** One slip can break every line after it: the first few errors say enough. */
const MOST_ERRORS = 10

export const sourceOf = (name: string, text: string, layer: number): Source => ({
  name,
  lines: text.split(/\r\n|\r|\n/),
  layer,
})

export const placeAt = (source: Source, line = 1, column = 1, length = 1): Place => ({
  source,
  line,
  column,
  length,
})

type Position = (from: number, to?: number) => Place
type Parsed = ReturnType<typeof parseDocument>

interface ReadText {
  readonly document: Parsed
  /** Where its lines begin. */
  readonly counter: LineCounter
}

/**
 * The texts read last, with what they were read as. A dozen policies stand on one baseline, and to read the text of the
 * country takes longer than all that is made of it; nothing is written into a document.
 */
const recent = new Map<string, ReadText>()
const MOST_RECENT = 4
/** Characters from which on a text is kept: values of `--set` and the like are read at once. */
const LONG = 4000

function parsed(text: string): ReadText {
  const counter = new LineCounter()
  const options = { lineCounter: counter, prettyErrors: false, logLevel: 'error' } as const
  return { document: parseDocument(text, options), counter }
}

/** @throws RangeError where the text is nested too deeply for the parser */
function documentOf(text: string): ReadText {
  if (text.length < LONG) return parsed(text)
  const read = recent.get(text) ?? parsed(text)
  // The one used last stands last.
  recent.delete(text)
  recent.set(text, read)
  if (recent.size > MOST_RECENT) recent.delete(recent.keys().next().value as string)
  return read
}

/**
 * Parses a file, or the value of a `--set`, which stands `shift` characters into its line.
 * @returns nothing where the text cannot be used at all; findings say why
 */
export function parse(
  source: Source,
  text: string,
  findings: Findings,
  shift = 0,
): Node | undefined {
  if (text.length > LARGEST_FILE) {
    findings.add(placeAt(source), 'too-large', '', {
      got: source.name,
      expected: `${LARGEST_FILE}`,
    })
    return undefined
  }
  let read: ReadText
  try {
    read = documentOf(text)
  } catch {
    findings.add(placeAt(source), 'too-deep', '')
    return undefined
  }
  const { document, counter } = read
  const position: Position = (from, to = from + 1) => {
    const { line, col } = counter.linePos(from)
    const column = Math.max(col, 1) + (line <= 1 ? shift : 0)
    const rest = (source.lines[line - 1] ?? '').length - column + 1
    return placeAt(source, Math.max(line, 1), column, Math.max(1, Math.min(to - from, rest)))
  }
  // The parser reports an unknown tag as a warning.
  const errors = [...document.errors, ...document.warnings]
  // What comes after the end of the stack is no fault of the text.
  const deep = errors.filter((error) => codeOf(error) === 'too-deep').slice(0, 1)
  for (const error of deep.length > 0 ? deep : errors.slice(0, MOST_ERRORS)) {
    const code = codeOf(error)
    const duplicate = code === 'duplicate-key'
    const place = position(error.pos[0], duplicate ? error.pos[1] : error.pos[0] + 1)
    const got = duplicate ? text.slice(error.pos[0]).split(/[:\n]/, 1)[0] : error.message
    findings.add(place, code, '', { got })
  }
  if (errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return undefined
  if (document.contents === null || (isScalar(document.contents) && text.trim() === '')) {
    const set = shift > 0 ? { got: source.lines[0].slice(0, shift - 1) } : {}
    findings.add(placeAt(source), 'empty', '', set)
    return undefined
  }
  return treeOf(document, text, position, findings)
}

/** What an error of the parser is called here. */
function codeOf({ code, message }: Parsed['errors'][number] | Parsed['warnings'][number]) {
  if (code === 'DUPLICATE_KEY') return 'duplicate-key'
  if (code === 'MULTIPLE_DOCS') return 'second-document'
  return /call stack/.test(message) ? 'too-deep' : 'syntax'
}

/** A document that is being copied into a tree of our own. */
interface Copying {
  readonly document: Parsed
  readonly text: string
  readonly position: Position
  readonly findings: Findings
  aliases: number
  /** Whether a limit was passed: what comes after is nothing. */
  refused: boolean
}

/** Copies the document into a tree of our own, aliases written out up to a limit. */
function treeOf(
  document: Parsed,
  text: string,
  position: Position,
  findings: Findings,
): Node | undefined {
  const copying: Copying = { document, text, position, findings, aliases: 0, refused: false }
  const tree = nodeOf(copying, document.contents as ParsedNode, position(0), 0)
  return copying.refused ? undefined : tree
}

/** Says the first time that a limit was passed. */
function refuse(copying: Copying, place: Place, code: 'too-many-aliases' | 'too-deep'): void {
  if (!copying.refused) copying.findings.add(place, code, '', { expected: `${MOST_ALIASES}` })
  copying.refused = true
}

function nodeOf(copying: Copying, node: ParsedNode | null, parent: Place, depth: number): Node {
  const { document, position, findings } = copying
  const place = node?.range ? position(node.range[0], node.range[1]) : parent
  if (depth > DEEPEST) refuse(copying, place, 'too-deep')
  if (isAlias(node) && ++copying.aliases > MOST_ALIASES) refuse(copying, place, 'too-many-aliases')
  if (copying.refused || node === null)
    return { kind: 'scalar', place, value: null, text: 'nothing' }
  if (isAlias(node)) {
    const anchored = node.resolve(document) as ParsedNode | undefined
    if (anchored === undefined) findings.add(place, 'missing-anchor', '', { got: node.source })
    if (anchored?.range && node.range && isWithin(node.range, anchored.range)) {
      findings.add(place, 'alias-cycle', '', { got: node.source })
      return { kind: 'scalar', place, value: null, text: 'nothing' }
    }
    return nodeOf(copying, anchored ?? null, place, depth + 1)
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(copying, item as ParsedNode, place, depth + 1))
    return { kind: 'list', place, items }
  }
  if (isMap(node)) return mapOf(copying, node as never, place, depth)
  const { value, source } = node as { value: unknown; source?: string }
  const plain = value === null || ['string', 'number', 'boolean'].includes(typeof value)
  const said = source === undefined || source === '' ? String(value ?? 'nothing') : source
  return { kind: 'scalar', place, value: (plain ? value : String(value)) as never, text: said }
}

const isWithin = ([at]: readonly number[], [from, to]: readonly number[]) => from <= at && at < to

function mapOf(
  copying: Copying,
  node: { items: readonly { key: ParsedNode | null; value: ParsedNode | null }[] },
  place: Place,
  depth: number,
): MapNode {
  const { text } = copying
  const entries = new Map<string, Entry>()
  let before: { key: string; end: number } | undefined
  for (const pair of node.items) {
    const comma = before && entries.get(before.key)
    if (
      before &&
      comma &&
      pair.value === null &&
      isFraction(text, pair.key, before.end, comma.value)
    ) {
      entries.set(before.key, { ...comma, value: joined(text, comma.value, pair.key!) })
      continue
    }
    const name = nodeOf(copying, pair.key, place, depth + 1)
    if (name.kind !== 'scalar') {
      const facts = {
        name: phrase('a-key'),
        got: phrase('map-or-list'),
        expected: phrase('a-word'),
      }
      copying.findings.add(name.place, 'wrong-type', '', facts)
      continue
    }
    const key = name.value === null ? '' : name.text
    if (!entries.has(key)) {
      const value = nodeOf(copying, pair.value, name.place, depth + 1)
      entries.set(key, { key, place: name.place, value })
    }
    before = pair.value?.range ? { key, end: pair.value.range[1] } : undefined
  }
  return { kind: 'map', place, entries }
}

/** In `{ commission: 1,5 % }` the comma ends the value for YAML, and `5 %` is a key of its own. */
const isFraction = (text: string, key: ParsedNode | null, end: number, value: Node): boolean =>
  value.kind === 'scalar' &&
  /\d$/.test(value.text) &&
  key?.range[0] === end + 1 &&
  text[end] === ',' &&
  /\d/.test(text[key.range[0]])

function joined(text: string, value: Node, key: ParsedNode): Node {
  const { place, text: whole } = value as ScalarNode
  const rest = text.slice(key.range[0], key.range[1])
  const written = `${whole},${rest}`
  const length = place.length + 1 + rest.length
  return { kind: 'scalar', place: { ...place, length }, value: written, text: written }
}
