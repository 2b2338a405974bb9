/** What the shells use of Node: files, the folder of a study, worker threads, studies made on them. */
export { CALLED } from './called.ts'
export { codeVersion } from './code-version.ts'
export { candidatesFor } from './completion.ts'
export { isFolder, loadScenario } from './disk.ts'
export { DiskFault } from './disk-fault.ts'
export { type ExperimentFolder, type Identity, openExperimentFolder } from './experiment-folder.ts'
export { folderStore } from './folder-store.ts'
export { onInterrupt, type Signal } from './interrupt.ts'
export { arrayTask } from './job-array.ts'
export {
  type CacheOptions,
  cacheOptions,
  clearKept,
  folderBaselines,
  type KeptFile,
  keptFiles,
} from './kept-baselines.ts'
export { knownStudies, RESULTS } from './known-studies.ts'
export { openAddress, serveLab } from './lab-server.ts'
export { madeBy, readmeText, resultsIn } from './made.ts'
export { makeCalibration } from './make-calibration.ts'
export {
  estimateExperiment,
  makeExperiment,
  makeOneRun,
  type StudyText,
} from './make-experiment.ts'
export { makeFacts } from './make-facts.ts'
export { estimateFit, makeFit } from './make-fit.ts'
export { makeOverDraws } from './make-over-draws.ts'
export { makeStudy } from './make-study.ts'
export { mergeStudy } from './merge-study.ts'
export { changesNothing, type NewFile, NONE, refuseTaken, writeNew } from './new-file.ts'
export { writeTables } from './office/write-tables.ts'
export { writePages } from './pages.ts'
export { isProgram, programOf, readPolicy } from './policy-program.ts'
export { readManifest } from './read-manifest.ts'
export { readRegistrationOf, sha256, writeRegistration } from './registration.ts'
export { type Shard, shardFrom } from './shard.ts'
export { DRAWS, shipped, TARGETS } from './shipped.ts'
export { layoutOf, scriptFor, slurmScript, TASK_THREADS } from './slurm-script.ts'
export { openStudyFolder } from './study-folder.ts'
export { onThreads } from './threads.ts'
export { verification, verifyFolder } from './verify.ts'
export type { Watcher } from './watcher.ts'
export { worldsOfStudy } from './worlds-of-study.ts'
