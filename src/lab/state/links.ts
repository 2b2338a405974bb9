/** What a link of this page carries, and what a link that was opened brought. */
import { computed, effect } from '@preact/signals'
import type { Size } from '../../scenario/index.ts'
import { VERSION } from '../../study/index.ts'
import type { Entry } from '../entry.ts'
import {
  type Comparison,
  comparisonOf,
  isLink,
  isOfVersion,
  readLink,
  type Shared,
  shippedOf,
} from '../share/index.ts'
import { lead } from './arrival.ts'
import { isSettled, open, pair, read, undo, work } from './lab.ts'
import { received } from './received.ts'
import { hashes } from './theatre.ts'

const FOLDER = 'scenarios/'
const ENDING = '.yaml'

/** As links say it: worlds at rest are of the quick market. */
const SIZE: Size = { quick: true }

/** The address of this page without what a link carries. */
export const addressOf = (): string => location.href.split('#')[0]

/** What the page shows now. */
export const shared = computed<Shared>(() => {
  const { path, text, set, both } = work.value
  return {
    scenario: path.slice(FOLDER.length, -ENDING.length),
    overlay: text ?? '',
    settings: set,
    both,
    version: VERSION,
    seed: pair.value.policy.seed,
    size: SIZE,
    stateHash: isSettled.value ? (hashes.value?.policy ?? '') : '',
    part: '',
  }
})

/** Whether what is shown is still what the link held. */
const isAsSent = ({ scenario, overlay, settings, both }: Shared): boolean => {
  const now = shared.value
  const sorted = (list: readonly string[]) => [...list].sort().join('\n')
  return (
    now.scenario === scenario &&
    now.overlay === overlay &&
    sorted(now.settings) === sorted(settings) &&
    sorted(now.both) === sorted(both)
  )
}

/** What a link brought, as long as it is shown and nothing of it was changed. */
const sentAndShown = computed<Shared | undefined>(() => {
  const got = received.value
  return got?.kind === 'opened' && isAsSent(got.sent) ? got.sent : undefined
})

/** Whether what is shown is what a link brought, and nothing else. */
export const isOfLink = computed(() => sentAndShown.value !== undefined)

/** Whether this page came to the sender's result; undefined where there is no sender, or something was changed since. */
export const comparison = computed<Comparison | undefined>(() => {
  const sent = sentAndShown.value
  return sent === undefined ? undefined : comparisonOf(sent, shared.value)
})

/** What was sent and cannot be run is not opened: the shipped scenario must not pass for the sender's. */
effect(() => {
  const [got, found] = [received.value, read.value]
  if (got?.kind !== 'opened' || got.isOwn || found?.ok !== false || !isAsSent(got.sent)) return
  const [blamed] = found.clashes.flatMap(({ paths }) => paths)
  received.value = { kind: 'faulty', findings: [{ code: 'cannot-be-run', got: blamed ?? '' }] }
  undo()
})

/**
 * Reads the link in the address of the page, where there is one, and opens it if it is of this version.
 * @param isOwn of what this computer has kept: it is opened as it was left, faults and all
 */
export async function receive(hash: string, isOwn = false): Promise<void> {
  if (!isLink(hash)) return
  const result = await readLink(hash)
  if (!result.ok) {
    received.value = { kind: 'faulty', findings: result.findings }
    return
  }
  const sent = result.value
  const { default: entries } = await import('virtual:gallery')
  const shipped = shippedOf(sent, FOLDER, entries)
  if (!shipped.ok) received.value = { kind: 'faulty', findings: shipped.findings }
  else if (isOfVersion(sent, VERSION)) openSent(sent, shipped.value, isOwn)
  else received.value = { kind: 'asked', sent, entry: shipped.value }
}

/** @param entry the shipped scenario on which it is laid */
export function openSent(sent: Shared, entry: Entry, isOwn = false): void {
  const { overlay, settings: set, both, part } = sent
  received.value = { kind: 'opened', sent, isOwn }
  open(entry, { ...(overlay === '' ? {} : { text: overlay }), set, both })
  lead(part)
}

/** Leaves the link unopened. */
export function leave(): void {
  received.value = undefined
}

/** Opens the link in the address of the page, now and whenever it changes. */
export function follow(): void {
  void receive(location.hash)
  addEventListener('hashchange', () => void receive(location.hash))
}
