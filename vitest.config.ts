import { configDefaults, defineConfig } from 'vitest/config'

/** Tests run in Node itself, as the program does: through Vite's module runner the loops of the market take twice as long. */
export const inNode = {
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: ['--import=tsx'],
  globalSetup: './build/test-worker.js',
  /** Files share a process: modules are loaded once, and the loops of the market are compiled once. */
  isolate: false,
  maxWorkers: '100%',
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

/** Suites of full size, left to `npm run test:full`: the whole country, years of a market, many seeds. */
export const FULL_SIZE = [
  'test/full/**/*.test.ts',
  'test/seeds/m14.test.ts',
  'test/seeds/m14-stopping.test.ts',
]

/** Suites that have more seeds there (test/full/size.ts). */
export const MORE_SEEDS = ['test/seeds/m17.test.ts', 'test/textbook/monotone.test.ts']

export default defineConfig({
  test: { ...inNode, exclude: [...configDefaults.exclude, ...FULL_SIZE] },
})
