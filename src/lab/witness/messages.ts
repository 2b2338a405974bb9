/** What the page asks of the worker that runs worlds again to ask an agent why. */
import type { Agent } from '../../market/index.ts'
import type { Card, Language } from '../../report/index.ts'
import type { LiveState } from '../../web/index.ts'
import type { Bare } from '../entry.ts'

export interface Question {
  /** Without and with the policy, at the size that is shown. */
  readonly scenarios: readonly [Bare, Bare]
  /** `buyer:4127`. */
  readonly agent: string
  /** `2023-10-05`. */
  readonly day: string
  /** A state of both worlds, from which they go on; else they begin at the start. */
  readonly from: LiveState | undefined
}

export type Testimony =
  | {
      readonly ok: true
      /** What was asked, as it stands on the card of each world. */
      readonly cards: Readonly<Record<Language, readonly Card[]>>
    }
  | {
      readonly ok: false
      readonly message: string
      /** Where the agent decides nothing on the day that was asked about, and the next day on which it does. */
      readonly silent?: {
        readonly agent: Agent
        readonly day: number
        readonly next: number | undefined
      }
    }
