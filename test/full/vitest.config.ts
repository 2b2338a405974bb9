/** Suites of full size: many seeds, more threads than cores. */
import { defineConfig } from 'vitest/config'
import { inNode } from '../../vitest.config.ts'

export default defineConfig({
  test: {
    ...inNode,
    root: '.',
    include: ['test/full/**/*.test.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
})
