/** Floor 2: the market. */

export * from './agents/index.ts'
export { type At, type Cell, cellKey, DIMENSIONS, type Dimension } from './cell.ts'
export { DAY } from './day.ts'
export * from './explain/index.ts'
export * from './flow/index.ts'
export * from './in-force.ts'
export { countsOf } from './initial/counts.ts'
export { FOUNDING } from './initial/initialise.ts'
export * from './input.ts'
export * from './market.ts'
export * as measures from './measures/index.ts'
export { inOrder, MEASURES } from './measures/index.ts'
export { type Breakdown, type Measure, measuresOf } from './measures/measure.ts'
export { SIZES } from './measures/size.ts'
export { CATALOGUE } from './policies/catalogue.ts'
export { checkOf } from './policies/checks.ts'
export {
  articleId,
  REGISTER,
  type RegisterEntry,
  registerSourceId,
} from './policies/register.ts'
export { type Added, addedIn } from './policy/added.ts'
export { evaluated } from './policy/evaluate.ts'
export { faultsOf } from './policy/faults.ts'
export { FaultyPolicy } from './policy/faulty.ts'
export * from './policy/known.ts'
export type { CheckedBeside, Policy, PolicyFault, Said } from './policy/policy.ts'
export { isPolicy, KIT } from './policy/policy.ts'
export { TRIAL } from './policy/trial.ts'
export * from './policy-dates.ts'
export { KIND_NAMES, type Kind, POPULATIONS } from './populations/index.ts'
export { DATED_PARAMETERS as LEVERED } from './rules/game/dated-parameters.ts'
export { createSellerWatch, type SellerWatch } from './seller-watch.ts'
export * from './tables/index.ts'
export * as textbook from './textbook/index.ts'
export { isDecision, valueIn, whoHolds } from './who.ts'
