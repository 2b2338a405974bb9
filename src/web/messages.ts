/** What a page and its workers say to each other. */
import type { RunPeople, RunResult } from '../study/index.ts'

export type Report =
  | { readonly kind: 'result'; readonly result: RunResult }
  | { readonly kind: 'people'; readonly people: RunPeople }
  | { readonly kind: 'broken'; readonly message: string }
  /** Days stepped since the last report of days. */
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'done' }

/** What is used here of a worker: the types of a page are not those of Node, and the floors know neither. */
export interface PageWorker {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: { readonly data: Report }) => void) | null
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null
  onmessageerror: (() => void) | null
}
