import { it } from 'vitest'
import { survives } from '../cli/killed.ts'

it(
  'a study survives 200 kills at random moments: nothing is lost but what was in flight, and nothing made twice',
  () => survives(200, 250),
  1_800_000,
)
