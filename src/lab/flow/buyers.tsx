/** Those who order on the day that is shown, one by one: what dots are for a pointer, for whoever uses keys. */

import { useState } from 'preact/hooks'
import type { Language } from '../../report/index.ts'
import { type Dot, dateOn, dotsOn, type FlowData, NOBODY, WITH, WITHOUT } from './model.ts'
import type { FlowWords } from './words.ts'

/** Asks a buyer why. */
export interface Asking {
  /** Rows of the sampled buyers. */
  readonly buyers: ArrayLike<number>
  readonly why: (row: number, day: number) => void
}

interface BuyersProps {
  readonly language: Language
  readonly words: FlowWords
  readonly data: FlowData
  readonly day: number
  readonly asking: Asking
  /** A list that is read does not move on to the next day. */
  readonly onOpen: () => void
}

export function Buyers({ language, words, data, day, asking, onOpen }: BuyersProps) {
  const [open, setOpen] = useState(false)
  const date = dateOn(data, day, language)
  return (
    <details
      class="flow-buyers"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        if (currentTarget.open) onOpen()
      }}
    >
      <summary>{words.buyersOn(date)}</summary>
      {open ? (
        <ul>
          {waysOn(data, day).map(([without, policy]) => {
            const row = asking.buyers[without.buyer]
            const [one, other] = [without, policy].map((dot) => wayOf(words, data, dot))
            return (
              <li key={row}>
                <button
                  type="button"
                  aria-label={words.ask(row, date)}
                  onClick={() => asking.why(row, day)}
                >
                  {row}
                </button>{' '}
                {without.differs
                  ? `${words.worlds[WITHOUT]}: ${one}. ${words.worlds[WITH]}: ${other}.`
                  : one}
              </li>
            )
          })}
        </ul>
      ) : null}
    </details>
  )
}

/** What each buyer of a day does in both worlds, those first who do something else. */
function waysOn(data: FlowData, day: number): (readonly [Dot, Dot])[] {
  const policy = dotsOn(data, WITH, day)
  // A dot of one world has one in the other, be it of an order that is not made there.
  return dotsOn(data, WITHOUT, day)
    .map((dot, nth) => [dot, policy[nth]] as const)
    .sort(([one], [other]) => Number(other.differs) - Number(one.differs))
}

const wayOf = (words: FlowWords, data: FlowData, { source, venue }: Dot): string =>
  venue === NOBODY
    ? words.nobody
    : `${source === 'none' ? '' : words.sources[source]} → ${data.venues[venue]}`
