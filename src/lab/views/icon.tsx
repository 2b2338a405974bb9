/** A small picture for each kind of question, drawn from a few lines. */
import type { Entry } from '../entry.ts'

/** Lines in a square of 48, by policy: a gate that shuts, a door that opens, a price under a floor, a stamped parcel. */
const DRAWN: Readonly<Record<string, string>> = {
  closure: 'M8 40V18L24 8l16 10v22M8 26h32M8 33h32M16 26v14M24 26v14M32 26v14',
  reopening: 'M8 40V18L24 8l16 10v22M18 40V24h12v16M30 24l8 4v16l-8-4M27 33h.1',
  'minimum-price': 'M8 38h32M14 38V26l10-12 10 12v12M24 22v10M20 27h8M8 12h32',
  duty: 'M8 18l16-8 16 8v16l-16 8-16-8zM8 18l16 8 16-8M24 26v16M30 13l-16 8',
  copycat: 'M10 14h18v18H10zM20 22h18v18H20zM14 20h8M14 25h4M26 30h8M26 35h6',
  'data-separation': 'M10 12h12v24H10zM26 12h12v24H26zM24 6v36M13 18h6M13 24h6M29 18h6M29 24h6',
  'event-mandate': 'M6 40h36M10 40V22h28v18M8 22l4-10h24l4 10zM18 22v-2M30 22v-2M20 40V30h8v10',
  programme: 'M8 40h32M12 40V30h6v10M21 40V22h6v18M30 40V12h6v28M10 20L22 12',
}

/** Dated changes of numbers alone: sliders. */
const OTHER = 'M8 14h32M8 24h32M8 34h32M18 10v8M30 20v8M14 30v8'

/** The policy that is told last in a scenario is what its question is about. */
export function Icon({ entry }: { readonly entry: Entry }) {
  const policy = entry.policies.at(-1) ?? ''
  return (
    <svg class="icon" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <path d={DRAWN[policy] ?? OTHER} />
    </svg>
  )
}
