export * from './byte.ts'
export * from './gates.ts'
export * from './recorder.ts'
