/**
 * Links of the lab. What a page shows stands behind the `#` of its address, which no server sees: the form of the link,
 * a point, and what it carries. Whatever somebody puts there, reading it gives a value or findings and never throws.
 */
import type { Load } from '../../scenario/index.ts'
import { packed, unpacked } from './packed.ts'
import { faulty, type LinkResult, MOST_LETTERS, type Shared, taken, written } from './shared.ts'

/** Raised where an older page would misread a newer link. */
const FORM = 'p1'

/** Whether the hash of an address is meant as a link of the lab, of any form. */
export const isLink = (hash: string): boolean => /^#?p\d+\./.test(hash)

/** The hash that carries it, without the `#`; a finding where it is too long for a link. */
export async function linkTo(shared: Shared): Promise<LinkResult<string>> {
  const body = await packed(written(shared))
  if (!body.ok) return body
  const hash = `${FORM}.${body.value}`
  return hash.length > MOST_LETTERS
    ? faulty('too-much-to-share', { got: `${hash.length}`, expected: `${MOST_LETTERS}` })
    : { ok: true, value: hash }
}

/** @param hash with or without its `#` */
export async function readLink(hash: string): Promise<LinkResult<Shared>> {
  // Before anything is made of it: a link of many megabytes costs no more than its length.
  if (hash.length > MOST_LETTERS + 1)
    return faulty('too-long', { got: `${hash.length}`, expected: `${MOST_LETTERS}` })
  const [, form, body] = /^#?(p\d+)\.(.*)$/s.exec(hash) ?? []
  if (form === undefined) return faulty('damaged')
  if (form !== FORM) return faulty('other-form', { got: form, expected: FORM })
  const text = await unpacked(body)
  return text.ok ? taken(text.value) : text
}

/** The scenario of a link as readers of scenarios take it. */
export interface SharedFile {
  readonly path: string
  /** Hands in the text of the link, and every other file as before. */
  readonly load: Load
  /** Over the policy alone, and over both worlds. */
  readonly set: readonly string[]
  readonly both: readonly string[]
}

/**
 * What the link carries is a file in the place of the shipped one, read with the same limits and faults as any other.
 * @param folder of the shipped scenarios, with a slash at its end, or nothing
 * @param name of a file beside the shipped one, where its text is to be another scenario
 */
export function fileOf(
  { scenario, overlay, settings, both }: Pick<Shared, 'scenario' | 'overlay' | 'settings' | 'both'>,
  { folder, name, load }: { readonly folder: string; readonly name?: string; readonly load: Load },
): SharedFile {
  const shipped = `${folder}${scenario}.yaml`
  const own = { set: settings, both }
  if (overlay === '') return { path: shipped, load, ...own }
  const beside = shipped.slice(0, shipped.lastIndexOf('/') + 1)
  const path = name === undefined ? shipped : `${beside}${name}.yaml`
  const withShared: Load = (asked) => (asked === path ? { text: overlay } : load(asked))
  return {
    path,
    load: load.beside ? Object.assign(withShared, { beside: load.beside }) : withShared,
    ...own,
  }
}

/** The shipped scenario of a link among those that a page has; a finding where it is none of them. */
export function shippedOf<Entry extends { readonly path: string }>(
  { scenario }: Pick<Shared, 'scenario'>,
  folder: string,
  entries: readonly Entry[],
): LinkResult<Entry> {
  const value = entries.find(({ path }) => path === `${folder}${scenario}.yaml`)
  return value === undefined ? faulty('no-such-scenario', { got: scenario }) : { ok: true, value }
}

/** Whether a link was made by the version that reads it. */
export const isOfVersion = ({ version }: Pick<Shared, 'version'>, here: string): boolean =>
  version === here

/**
 * Whether the receiver's run ended in the sender's state: `same` to the bit; `versions` or `unexplained` where it did
 * not; `unknown` where this page has not run to its end; `unsent` where the link was made before the sender's run had.
 */
export type Comparison = 'same' | 'versions' | 'unexplained' | 'unknown' | 'unsent'

export function comparisonOf(
  sent: Pick<Shared, 'version' | 'stateHash'>,
  here: Pick<Shared, 'version' | 'stateHash'>,
): Comparison {
  if (sent.stateHash === '') return 'unsent'
  if (here.stateHash === '') return 'unknown'
  if (sent.stateHash === here.stateHash) return 'same'
  return sent.version === here.version ? 'unexplained' : 'versions'
}

/** A line for the page of a course: the lab within it, at this scenario. Nothing in the title can leave its quotes. */
export function embeddingOf(address: string, title: string): string {
  const quoted = (text: string) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="760" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`
}
