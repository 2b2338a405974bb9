/**
 * Estimators of the influence of factors on the outcomes of a design. Numbers alone; the report words them. Each takes the
 * outcomes of one measure in the order of the points of the design, NaN where a run failed, and returns how many it left
 * out.
 */
export * from './bootstrap.ts'
export * from './chance.ts'
export { emulatedIndices, LEAST_EXPLAINED } from './emulated-indices.ts'
export { type Diagnostics, type Emulated, type Emulator, emulator } from './emulator.ts'
export {
  type GaussianProcess,
  gaussianProcess,
  type LeftOut,
  type Prediction,
  type ProcessOptions,
} from './gaussian-process.ts'
export * from './morris-effects.ts'
export { type Box, type BoxLimit, type BoxSearch, primBoxes } from './prim.ts'
export { emulatedResponse, type Response } from './response.ts'
export {
  type IndexEstimate,
  type SobolAnalysis,
  type SobolIndex,
  sobolConvergence,
  sobolIndices,
} from './sobol-indices.ts'
