/** What is known of shipped scenarios before any of them is read. */
import type { MarketInput } from '../market/index.ts'
import type { Scenario } from '../scenario/index.ts'

/** A question that can be opened. */
export interface Entry {
  readonly path: string
  /** The other world that it is compared with. */
  readonly baseline: string
  readonly title: Said
  readonly question: Said
  /** Policies of the catalogue that it has; none where it moves values by dated courses alone. */
  readonly policies: readonly string[]
  /** The article of a regulation that it stands for. */
  readonly article?: Said
}

interface Said {
  readonly en: string
  readonly id: string
}

/** A scenario without its written numbers, which only cards tell. */
export type Bare = Omit<Scenario, 'numbers'>

/** What a first visit shows, read while the lab is built. */
export interface FirstVisit {
  readonly entry: Entry
  /** Without what stands at its declared default: see `lean`. */
  readonly baseline: Bare
  /** Of its market only what is not as in the baseline. */
  readonly policy: Omit<Bare, 'input'> & { readonly input: Partial<MarketInput> }
  /** The first day on which the worlds may differ. */
  readonly fork: number
}
