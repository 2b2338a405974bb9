/** Fits: which parameters go with what was seen, from their file to what they say. */
export * from './carry-out-fit.ts'
export * from './documents.ts'
export * from './draws-file.ts'
export * from './fit-found.ts'
export * from './fit-study.ts'
export * from './over-draws.ts'
export * from './read-fit.ts'
