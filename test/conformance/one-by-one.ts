/** Steps the rules of a market one by one, so that a test can look at the state before and after each. */
import {
  type Cadence,
  type Column,
  createSimulation,
  createWorld,
  type Rule,
  seedKey,
  type World,
} from '../../src/engine/index.ts'
import { type MarketInput, populationsOf, scheduleOf } from '../../src/market/index.ts'
import { countsOf } from '../../src/market/initial/counts.ts'
import { initialise } from '../../src/market/initial/initialise.ts'

const cadence = (every: Cadence, day: number) =>
  every === 'day' || day % (every === 'week' ? 7 : 28) === 0

export interface Stepper {
  readonly world: World
  readonly rules: readonly Rule[]
  readonly due: (rule: Rule, day: number) => boolean
  /** Steps one rule on a day, or another in its place. */
  step(rule: Rule, day: number): void
}

export function oneByOne(input: MarketInput, seed: string): Stepper {
  const world = createWorld(populationsOf(input), countsOf(input))
  const key = seedKey(seed)
  initialise(world, input, key)
  const simulations = new Map<Rule, ReturnType<typeof createSimulation>>()
  const simulationOf = (rule: Rule) => {
    const kept = simulations.get(rule)
    if (kept) return kept
    const made = createSimulation({
      world,
      schedule: [rule],
      parameters: input.rules,
      seed: key,
      cadence,
    })
    simulations.set(rule, made)
    return made
  }
  return {
    world,
    rules: scheduleOf(input),
    due: (rule, day) => cadence(rule.every, day),
    step(rule, day) {
      const simulation = simulationOf(rule)
      simulation.day = day
      simulation.run(day + 1)
    },
  }
}

/** The bytes of a column. */
export function bytesOf(world: World, column: Column): Buffer {
  const { buffer, byteOffset, byteLength } = world.view(column)
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)
}
