/** What became of a link that was followed. */
import { signal } from '@preact/signals'
import type { Entry } from '../entry.ts'
import type { LinkFinding, Shared } from '../share/index.ts'

/** A link that was followed: what is wrong with it, or what it holds. */
export type Received =
  | { readonly kind: 'faulty'; readonly findings: readonly LinkFinding[] }
  /** It was made by another version, and nobody has said yet whether to open it. */
  | { readonly kind: 'asked'; readonly sent: Shared; readonly entry: Entry }
  | {
      readonly kind: 'opened'
      readonly sent: Shared
      /** Whether it is what this computer kept, and not what somebody sent. */
      readonly isOwn?: boolean
    }

export const received = signal<Received | undefined>(undefined)
