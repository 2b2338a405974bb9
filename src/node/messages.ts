/** What the main thread and its workers say to each other. */
import type { RunPeople, RunResult, Task } from '../study/index.ts'
import type { Seat } from './shared-team.ts'

export interface Assignment {
  readonly task: Task
  /** Absent where one thread runs a task alone. */
  readonly seat?: Seat
  /** Days stepped so far, counted up by every worker. */
  readonly days: SharedArrayBuffer
}

export type Report =
  /** `file` is the series of the run for its folder; none for a run that only explains. */
  | { readonly kind: 'result'; readonly result: RunResult; readonly file?: Uint8Array }
  | { readonly kind: 'people'; readonly people: RunPeople; readonly file: Uint8Array }
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string }
  | { readonly kind: 'done' }
