/** Runs tasks in workers that are loaded from beside the built library. */
import type { Runner } from '../study/index.ts'
import { inHired } from './hired.ts'
import type { PageWorker } from './messages.ts'

declare const Worker: new (address: URL, options: { readonly type: 'module' }) => PageWorker

/** @param workers at most; as many as the machine has cores, if left out */
export const inWorkers = (workers?: number): Runner =>
  inHired(() => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }), workers)
