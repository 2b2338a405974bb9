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

/** Suites of full size run by `npm run test:full`. */
export default defineConfig({
  test: { ...inNode, exclude: [...configDefaults.exclude, 'test/full/**'] },
})
