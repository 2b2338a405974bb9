/** What the shells use of Node: files, the folder of a study, worker threads. */

export { loadScenario, openFolder, writeWhole } from './disk.ts'
export { DiskFault } from './disk-fault.ts'
export { type Folder, RUNS, studyFolder } from './folder.ts'
export { manifest } from './manifest.ts'
export { CannotRun } from './read-manifest.ts'
export { writeReport } from './report-files.ts'
export { onThreads } from './threads.ts'
export { verification } from './verify.ts'
