import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** Tests run in Node itself, as the program does: through Vite's module runner the loops of the market take twice as long. */
export const inNode = {
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: ['--import=./build/test-loader.js'],
  globalSetup: './build/test-worker.js',
  /** Files share a process: modules are loaded once, and the loops of the market are compiled once. */
  isolate: false,
  /** More than there are cores: many suites wait for a browser or for another process. */
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

/**
 * Suites left to `npm run test:full`: the whole country, years of a market, many seeds, long visits in a browser, processes
 * that are killed or read only in part, whole fits, the packed and installed package.
 */
export const FULL_SIZE = [
  'test/full/**/*.test.ts',
  ...['01', '03-trials', '10', '12', '13', '14', '14-stopping', '15', '16', '18'].map(
    (row) => `test/seeds/m${row}.test.ts`,
  ),
  ...[
    ...['page', 'links', 'narrow', 'firefox', 'text', 'downloads', 'part-links', 'why'],
    ...['offline', 'first-visit', 'clashes', 'cards', 'controls', 'taken-along'],
  ].map((visit) => `test/lab/${visit}.test.ts`),
  ...['fit', 'killed', 'shards', 'interrupted', 'faults', 'readers'].map(
    (command) => `test/cli/${command}.test.ts`,
  ),
  'test/study/fitting/carry-out-fit.test.ts',
  'test/web/market.test.ts',
  'test/package/package.test.ts',
  'test/docs/site.test.ts',
]

/** Suites that have more seeds there (test/full/size.ts). */
export const MORE_SEEDS = ['test/seeds/m17.test.ts', 'test/textbook/monotone.test.ts']

export default defineConfig({
  test: { ...inNode, exclude: [...configDefaults.exclude, ...FULL_SIZE] },
})
