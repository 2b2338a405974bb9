import { it } from 'vitest'
import { survives } from './killed.ts'

// As many as 200: test/full/killed.test.ts.
it(
  'a study survives 20 kills: nothing is lost but what was in flight, and nothing made twice',
  () => survives(20, 24),
  600_000,
)
