import { configDefaults, defineConfig } from 'vitest/config'

/** Tests run in Node itself, as the program does: through Vite's module runner the loops of the market take twice as long. */
export const inNode = {
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: ['--import=tsx'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

/** Suites of full size run by `npm run test:full`. */
export default defineConfig({
  test: { ...inNode, exclude: [...configDefaults.exclude, 'test/full/**'] },
})
