/** A scenario as written: maps, lists and scalars that know where they stand. */
import type { Place } from './finding.ts'
import { type Phrase, phrase, worded } from './phrases.ts'

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly place: Place
  readonly value: string | number | boolean | null
  /** As written, for messages. */
  readonly text: string
  /** What it was laid over: a value that is far from it may have been written in another form. */
  readonly below?: Node
}

export interface ListNode {
  readonly kind: 'list'
  readonly place: Place
  readonly items: readonly Node[]
}

export interface Entry {
  readonly key: string
  readonly place: Place
  readonly value: Node
}

export interface MapNode {
  readonly kind: 'map'
  readonly place: Place
  readonly entries: ReadonlyMap<string, Entry>
  /** Replaces what it extends instead of merging with it: it was written as a list. */
  readonly whole?: boolean
  /** The number that this map was laid over: it holds for the rows that the map does not name. */
  readonly beneath?: ScalarNode
}

export type Node = ScalarNode | ListNode | MapNode

export const child = (node: Node | undefined, key: string): Node | undefined =>
  node?.kind === 'map' ? node.entries.get(key)?.value : undefined

/** The items of a list; of what is no list itself alone, of nothing none. */
export const itemsOf = (node: Node | undefined): readonly Node[] =>
  node === undefined ? [] : node.kind === 'list' ? node.items : [node]

export const emptyMap = (place: Place): MapNode => ({ kind: 'map', place, entries: new Map() })

/** The same map with one entry more or replaced. */
export const withEntry = (node: MapNode, entry: Entry): MapNode => ({
  ...node,
  entries: new Map(node.entries).set(entry.key, entry),
})

/** What a node is, in the words of the messages. */
export const described = (node: Node): string | Phrase =>
  isEmpty(node)
    ? phrase('nothing')
    : node.kind === 'scalar'
      ? node.text
      : phrase(node.kind === 'map' ? 'a-map' : 'a-list')

/** The same in English. */
export const describe = (node: Node): string => worded(described(node), 'en')

/** A key with nothing behind it. */
export const isEmpty = (node: Node): boolean => node.kind === 'scalar' && node.value === null

/** Whether a section has no row: it is not there, or has no keys. */
export const hasNoRows = (section: Node | undefined): boolean =>
  section === undefined ||
  isEmpty(section) ||
  (section.kind === 'map' && section.entries.size === 0)
