/** Whether `npm run test:full` runs, with every seed of the suites that have fewer in `npm test`. */
export const FULL = process.env.PASAR_FULL === '1'
