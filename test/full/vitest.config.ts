/** Suites of full size: many seeds, more threads than cores; and those of `npm test` that have fewer seeds there. */
import { defineConfig } from 'vitest/config'
import { FULL_SIZE, inNode, MORE_SEEDS } from '../../vitest.config.ts'

export default defineConfig({
  test: {
    ...inNode,
    root: '.',
    include: [...FULL_SIZE, ...MORE_SEEDS],
    env: { PASAR_FULL: '1' },
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
})
