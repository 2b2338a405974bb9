/** What a browser page uses: workers that run tasks side by side. */
export { inWorkers } from './workers.ts'
