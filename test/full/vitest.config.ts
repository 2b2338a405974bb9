/** Suites of full size: many seeds, ten thousand mutants, more threads than cores. */
import { defineConfig } from 'vitest/config'
import { inNode } from '../../vitest.config.ts'

export default defineConfig({
  test: {
    ...inNode,
    root: '.',
    include: ['test/full/**/*.test.ts', 'test/scenario/mutants.test.ts'],
    env: { PASAR_FULL: '1' },
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
})
