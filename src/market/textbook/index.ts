/** Markets that can be solved on paper: what the simulated ones are held to. */
export * from './bertrand.ts'
export * from './concentration.ts'
export * from './diversion.ts'
export * from './lambert.ts'
export * from './nested-logit.ts'
