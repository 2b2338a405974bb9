/** The report of a fit. */
export * from './draws-lines.ts'
export * from './lines.ts'
export * from './object.ts'
export { type FitMade, fitReport } from './page.ts'
export * from './tables.ts'
