import { defineConfig } from 'vitest/config'

/** Tests run in Node itself, as the program does: through Vite's module runner the loops of the market take twice as long. */
export default defineConfig({
  test: {
    experimental: { viteModuleRunner: false, nodeLoader: false },
    execArgv: ['--import=tsx'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
