/** What the shells use of Node: files, the folder of a study, worker threads. */
export { codeVersion } from './code-version.ts'
export { loadScenario, openFolder, writeWhole } from './disk.ts'
export { DiskFault } from './disk-fault.ts'
export { type ExperimentFolder, type Identity, openExperimentFolder } from './experiment-folder.ts'
export {
  failedOf,
  folderFor,
  type Wanted,
  writeExperiment,
  writeFit,
  writeOverDraws,
} from './experiment-results.ts'
export { factsFolder, keepFacts } from './facts-folder.ts'
export { folderStore } from './folder-store.ts'
export { ARRAY_INDICES, arrayTask, type Environment } from './job-array.ts'
export { keepStudy } from './keep-study.ts'
export {
  type CacheOptions,
  cacheOptions,
  clearKept,
  folderBaselines,
  type KeptFile,
  keptFiles,
} from './kept-baselines.ts'
export { knownStudies, RESULTS } from './known-studies.ts'
export { serveLab } from './lab-server.ts'
export { madeBy, readmeText, resultsIn } from './made.ts'
export { makingOf } from './making.ts'
export { type Measured, measured } from './measured.ts'
export { type Merging, mergeFolders, readMerging } from './merge.ts'
export { type NewFile, NONE, refuseTaken, writeNew } from './new-file.ts'
export { programOf } from './policy-program.ts'
export { readManifest } from './read-manifest.ts'
export {
  readRegistrationOf,
  registrationPath,
  sha256,
  writeRegistration,
} from './registration.ts'
export { DRAWS, shipped, TARGETS } from './shipped.ts'
export { layoutOf, slurmScript } from './slurm-script.ts'
export { openStudyFolder, withRuns } from './study-folder.ts'
export { onThreads } from './threads.ts'
export { verification } from './verify.ts'
