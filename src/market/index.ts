/** Floor 2: the market. */
export type { Cell } from './cell.ts'
export { DAY } from './day.ts'
export * from './input.ts'
export * from './market.ts'
export { CATALOGUE } from './policies/catalogue.ts'
export type { Policy } from './policies/policy.ts'
export { articleId, REGISTER, type RegisterEntry } from './policies/register.ts'
export * from './tables/index.ts'
