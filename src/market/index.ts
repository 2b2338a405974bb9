/** Floor 2: the market. */
export type { Cell } from './cell.ts'
export { DAY } from './day.ts'
export * from './input.ts'
export * from './market.ts'
export { CATALOGUE } from './policies/catalogue.ts'
export type { Policy } from './policies/policy.ts'
export * from './tables/index.ts'
export { isDecision, valueIn, whoHolds } from './who.ts'
