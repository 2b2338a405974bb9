/** What can be seen of a market between two rules of a day. */
import {
  type Before,
  type Column,
  columnOf,
  createWorld,
  type DrawDeclarations,
  type Draws,
  drawsOf,
  type Key,
  keyOf,
  type MutableValues,
  type NamedRule,
  type Parameter,
  type ParameterValues,
  seedKey,
  stillKeyOf,
  type Values,
  type World,
} from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { isDue, type Market, scheduleOf } from '../market.ts'

export interface Sight {
  readonly world: World
  readonly input: MarketInput
  readonly seed: Key
  readonly day: number
}

/** What a rule has before it when it runs: its columns, its parameters and its draws. */
export interface Scene<
  R extends Record<string, Column | Before>,
  W extends Record<string, Column>,
  P extends Record<string, Parameter>,
  D extends DrawDeclarations,
> {
  readonly c: { readonly [name in keyof R]: Values } & { readonly [name in keyof W]: MutableValues }
  readonly p: ParameterValues<P>
  readonly draws: Draws<D>
  readonly count: Readonly<Record<string, number>>
  readonly day: number
}

export function sceneOf<
  R extends Record<string, Column | Before>,
  W extends Record<string, Column>,
  P extends Record<string, Parameter>,
  D extends DrawDeclarations,
>({ world, input, seed, day }: Sight, of: NamedRule<R, W, P, D>): Scene<R, W, P, D> {
  const { name, reads, writes, draws } = of
  const columns = Object.entries({ ...reads, ...writes }).map(([own, column]) => [
    own,
    world.view(columnOf(column)),
  ])
  const keys = { day: keyOf(seed, name, day), run: stillKeyOf(seed, name) }
  return {
    c: Object.fromEntries(columns),
    p: (input.rules[name] ?? {}) as ParameterValues<P>,
    draws: drawsOf(draws, keys, world.counts),
    count: world.counts,
    day,
  }
}

/** A copy that stands still while the market goes on. */
export function copyOf(sight: Sight): Sight {
  const { world } = sight
  return { ...sight, world: createWorld(world.populations, world.counts, world.buffer.slice(0)) }
}

/** Called just before a rule of the day runs, by its name, or when it has run: `pricing`, `after pricing`. */
export type Looks = Readonly<Record<string, (sight: Sight) => void>>

/** Steps the next day of a market and lets look in between. Nothing of the run depends on it. */
export function stepDay(market: Market, input: MarketInput, seed: string, looks: Looks): void {
  const { world, day } = market
  const sight = { world, input, seed: seedKey(seed), day }
  const due = scheduleOf(input)
    .filter(({ every }) => isDue(every, day))
    .map(({ name }) => name)
  let next = 0
  looks[due[next]]?.(sight)
  for (const { name } of market.ruleByRule()) {
    looks[`after ${name}`]?.(sight)
    looks[due[++next]]?.(sight)
  }
}
