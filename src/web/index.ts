/**
 * What the lab uses: workers that run tasks side by side, and worlds that are watched while they run. The library for
 * pages (`library.ts`) is built by itself.
 */
export { inHired } from './hired.ts'
export { type Live, type LiveHeard, type LiveWorker, liveIn } from './live.ts'
export type { FlowDays, LiveState } from './live-messages.ts'
export { type LiveScope, serveLive } from './live-server.ts'
export type { PageWorker } from './messages.ts'
export { serveTasks, type TaskScope } from './task-server.ts'
