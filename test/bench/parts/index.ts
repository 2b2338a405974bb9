/** The parts of the bench, in the order in which they are told. */
import type { Part } from '../part.ts'
import { closure, study } from './closure.ts'
import { day } from './day.ts'
import { effects } from './effects.ts'
import { manyPoints } from './many-points.ts'
import { peers } from './peers.ts'
import { scale } from './scale.ts'
import { shopping } from './shopping.ts'
import { startUp } from './start-up.ts'
import { threads } from './threads.ts'
import { warmUp } from './warm-up.ts'

export const PARTS: Readonly<Record<string, Part>> = Object.fromEntries(
  [
    ...[startUp, closure, study, warmUp, day, shopping, threads],
    ...[scale, effects, manyPoints, peers],
  ].map((part) => [part.name, part]),
)
