/** What the main thread and its workers say to each other. */
import type { FullRecord, KeptBaseline, Task } from '../study/index.ts'
import type { Slot } from './shared-team.ts'

export interface Assignment {
  readonly task: Task
  /** Absent where one thread runs a task alone. */
  readonly slot?: Slot
  /** Days done so far, counted up by every worker. */
  readonly days: SharedArrayBuffer
  /** A folder into which records are written; else they are sent. */
  readonly folder?: string
  /** See `Host.kept`. */
  readonly kept?: KeptBaseline | 'by the leader'
  /** Whether the baseline is to be sent, to be kept for other studies. */
  readonly keepBaseline: boolean
}

export type Report =
  /** `written` where it stands in the folder already; it then comes without its agents. */
  | { readonly kind: 'record'; readonly record: FullRecord; readonly written: boolean }
  | { readonly kind: 'baseline'; readonly kept: KeptBaseline }
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string }
  /** A record cannot be written: the disk is full, or the folder gone. */
  | { readonly kind: 'unwritable'; readonly message: string }
  | { readonly kind: 'done' }
