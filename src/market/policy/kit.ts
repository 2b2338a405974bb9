/**
 * What a policy is made of, for those who write one in a file of their own: `import { policy, ... } from 'pasar/policy'`.
 * Handles of tables, populations and rules; declarations of settings, fields, columns, rules, flows and measures; operations.
 */
export {
  atBirth,
  before,
  type Column,
  type Context,
  chance,
  choice,
  daily,
  date,
  decided,
  exp,
  f32,
  f64,
  fieldsOn,
  flag,
  i32,
  log,
  NEVER,
  normalQuantile,
  number,
  on,
  power,
  reference,
  rule,
  share,
  still,
  tally,
  u8,
  u16,
  u32,
} from '../../engine/index.ts'
export { onDay } from '../in-force.ts'
export { given, type MarketInput, type Operation, rowOf, setting } from '../input.ts'
export { type Measure, measuresOf, namesIn, type Sweep, viewsOf } from '../measures/measure.ts'
export { totals } from '../measures/totals.ts'
export * from '../operations.ts'
export * from '../populations/index.ts'
export * as rules from '../rules/index.ts'
export * from '../tables/index.ts'
export { drawn, drawnInLife } from './drawn.ts'
export { checkedPolicy as policy } from './faults.ts'
export type { AddedFlow, Policy, PolicyFault } from './policy.ts'
