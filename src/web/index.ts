/** What a browser page uses: workers that run tasks side by side, and worlds that are watched while they run. */
export { type Live, type LiveHeard, type LiveWorker, liveIn } from './live.ts'
export type { LiveState } from './live-messages.ts'
export { type LiveScope, serveLive } from './live-server.ts'
export type { PageWorker } from './messages.ts'
export { serveTasks, type TaskScope } from './task-server.ts'
export { inWorkers } from './workers.ts'
