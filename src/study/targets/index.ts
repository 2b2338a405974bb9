/** Targets: what was seen of a market, read from a file, and what a run says of it. */
export * from './documents.ts'
export {
  type ReadTargets,
  readTargets,
  STATISTIC_KEYS,
  TARGET_KEYS,
  TARGETS_KEYS,
  type TargetsFile,
} from './read-targets.ts'
export * from './statistic.ts'
export * from './target.ts'
