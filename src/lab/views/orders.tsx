/** Where sampled buyers order, in both worlds: loaded once the reader comes near it. */
import { useComputed } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { gatesOf, venues } from '../../market/index.ts'
import { nameOf } from '../../report/index.ts'
import type { FlowData } from '../flow/model.ts'
import { language } from '../state/language.ts'
import { came, type Shown, shown } from '../state/theatre.ts'
import { askAbout } from '../state/witness.ts'
import { labWords } from '../words.ts'
import { useNear } from './near.ts'
import { labels } from './picture.tsx'

const fetched = () => import('../flow/flow.tsx').then(({ Flow }) => Flow)

export function Orders() {
  const say = labWords[language.value]
  const place = useRef<HTMLElement>(null)
  const Flow = useNear(place, fetched)
  const data = useComputed(() => {
    const now = shown.value
    return now?.flows === undefined ? undefined : dataOf(now, language.value)
  }).value
  const known = useComputed(() => {
    came.value
    const { baseline, policy } = shown.value ?? {}
    return Math.min(baseline?.end ?? 0, policy?.end ?? 0)
  }).value
  if (shown.value !== undefined && data === undefined && known > 0) return null
  const { about: among = [], buyers } = shown.value?.flows?.[0] ?? {}
  return (
    <section class="orders" ref={place} aria-label={say.orders}>
      <h2>{say.orders}</h2>
      {Flow !== undefined && data !== undefined ? (
        <Flow
          language={language.value}
          data={data}
          known={known}
          {...(buyers ? { asking: { buyers, why } } : {})}
          {...(among.length > 0 ? { among: among.map((row) => data.venues[row]).join(', ') } : {})}
        />
      ) : (
        <p class="note">{say.ordersLater}</p>
      )}
    </section>
  )
}

/** Asks a buyer, and leads to where the answer comes. */
function why(row: number, day: number): void {
  askAbout({ kind: 'buyer', row }, day)
  const place = document.getElementById('why')
  place?.scrollIntoView()
  place?.focus({ preventScroll: true })
}

/** Memory of the last data, so that pictures are not made anew while nothing but days comes in. */
let last:
  | { readonly of: Shown['flows']; readonly language: string; readonly data: FlowData }
  | undefined

function dataOf({ pair, flows, days }: Shown, one: 'en' | 'id'): FlowData {
  if (last !== undefined && last.of === flows && last.language === one) return last.data
  const [without, policy] = flows!
  const { input } = pair.policy
  const data: FlowData = {
    start: input.start,
    first: without.first,
    days,
    width: without.width,
    worlds: [without.bytes, policy.bytes],
    venues: input.tables[venues.name].map(({ name }) => nameOf(name, one, labels())),
    gates: gatesOf(input),
  }
  last = { of: flows, language: one, data }
  return data
}
