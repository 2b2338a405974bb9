/** Suites of full size: many seeds, more threads than cores; and those of `npm test` that have fewer seeds there. */
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { FULL_SIZE, inNode, MORE_SEEDS } from '../../vitest.config.ts'

/** The longest begin first, so that none of them runs alone at the end. */
const LONG = ['killed.test.ts', 'recovery.test.ts', 'stationarity.test.ts', 'page.test.ts']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    ...inNode,
    root: '.',
    include: [...FULL_SIZE, ...MORE_SEEDS],
    env: { PASAR_FULL: '1' },
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    sequence: { sequencer: LongestFirst },
  },
})
