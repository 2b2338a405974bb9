/** What the parts of a card share: the form of a decision, and the language and names in which it is told. */
import type { AgentKind } from '../../market/index.ts'
import type { Language } from '../input.ts'
import type { NameOf } from './names.ts'
import type { ExplainWords } from './words.ts'

export interface CardOption {
  readonly name: string
  readonly chosen: boolean
  /** A text for each row of the decision. */
  readonly cells: readonly string[]
}

/** One choice: a column an option, a row a part. */
export interface CardDecision {
  readonly kind: string
  readonly title: string
  readonly note: string
  /** What parts are called, and last of all their sum. */
  readonly rows: readonly string[]
  /** The chosen first, then the next best. */
  readonly options: readonly CardOption[]
  readonly sentences: readonly string[]
}

export interface Frame {
  readonly language: Language
  readonly say: ExplainWords
  readonly name: NameOf
  readonly whom: AgentKind
}
