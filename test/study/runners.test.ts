import { createMarket } from '../../src/market/index.ts'
import { inThisThread } from '../../src/study/index.ts'
import { conformsAsRunner } from './conformance/runners.ts'

conformsAsRunner('this thread', () =>
  inThisThread({
    open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
    clock: () => performance.now(),
  }),
)
