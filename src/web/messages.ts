/** What a page and its workers say to each other. */
import type { FullRecord, KeptBaseline, Task } from '../study/index.ts'

export interface Assignment {
  readonly task: Task
  /** The baseline, where it was kept and has all that the task needs. */
  readonly kept: KeptBaseline | undefined
  /** Whether the baseline is to be sent, to be kept for other studies. */
  readonly keepBaseline: boolean
}

export type Report =
  | { readonly kind: 'record'; readonly record: FullRecord }
  | { readonly kind: 'baseline'; readonly kept: KeptBaseline }
  | { readonly kind: 'broken'; readonly message: string }
  /** Days done since the last report of days. */
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'done' }

/** What is used here of a worker: pages and Node have types of their own, which the floors know nothing of. */
export interface PageWorker {
  postMessage(message: Assignment): void
  terminate(): void
  onmessage: ((event: { readonly data: Report }) => void) | null
  onerror: ((event: { readonly message?: string }) => void) | null
  onmessageerror: (() => void) | null
}
