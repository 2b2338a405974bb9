export * from './byte.ts'
export * from './gates.ts'
export * from './recorder.ts'
export { FLOW_DRAWS } from './sample.ts'
