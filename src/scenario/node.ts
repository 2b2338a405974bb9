/** A scenario as written: maps, lists and scalars that know where they stand. */
import type { Place } from './finding.ts'

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly place: Place
  readonly value: string | number | boolean | null
  /** As written, for messages. */
  readonly text: string
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

export const emptyMap = (place: Place): MapNode => ({ kind: 'map', place, entries: new Map() })

/** The same map with one entry more or replaced. */
export const withEntry = (node: MapNode, entry: Entry): MapNode => ({
  ...node,
  entries: new Map(node.entries).set(entry.key, entry),
})

/** What a node is, in the words of the messages. */
export const describe = (node: Node): string =>
  node.kind === 'scalar' ? node.text : node.kind === 'map' ? 'a map' : 'a list'

/** Lays one node over another: maps merge by key, everything else replaces. */
export function merge(base: Node, over: Node): Node {
  if (over.kind !== 'map' || over.whole) return over
  if (base.kind === 'scalar') return base.value === null ? over : { ...over, beneath: base }
  if (base.kind === 'list') return over
  const entries = new Map(base.entries)
  for (const [key, entry] of over.entries) {
    const below = base.entries.get(key)
    entries.set(key, below ? { ...entry, value: merge(below.value, entry.value) } : entry)
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
