/** Asks one agent in two worlds: on a day, or when it first does something else; and finds whom a policy affects most. */
import {
  type Affected,
  type Agent,
  explainAgent,
  type Forked,
  firstDifferenceOf,
  forked,
  type MostAffected,
  mostAffectedOf,
} from '../../market/index.ts'
import { BadInput, forkOf, type Scenario, type Window } from '../../scenario/index.ts'
import { seedOf } from '../seeds.ts'
import { rowsApart } from '../watch.ts'
import { cut, defaultWindow } from '../window.ts'
import type { Explanation } from './explain.ts'

export interface WorldsOptions {
  readonly run?: number
  readonly seed?: string | undefined
  /** Told each day that has passed. */
  readonly progress?: (day: number) => void
}

/** Two worlds that are asked, on the Monday on which they part. */
export interface AskedWorlds {
  readonly baseline: Scenario
  readonly policy: Scenario
  readonly run: number
  readonly seed: string
  readonly at: Forked
}

/**
 * Runs two worlds to where they part.
 * @throws BadInput where they never do, or do not have the same agents
 */
export function parted(
  baseline: Scenario,
  policy: Scenario,
  options: WorldsOptions = {},
): AskedWorlds {
  const { run = 1, seed = baseline.seed, progress } = options
  const apart = rowsApart(baseline.input, policy.input).map(({ table }) => table)
  if (apart.length > 0)
    throw new BadInput(
      `agents cannot be compared: ${baseline.name} and ${policy.name} have other rows of ${apart.join(', ')}`,
    )
  const fork = forkOf(baseline.input, policy.input)
  if (fork >= Math.min(baseline.input.days, policy.input.days))
    throw new BadInput(`${policy.name} never differs from ${baseline.name}`)
  const at = forked({
    baseline: baseline.input,
    policy: policy.input,
    fork,
    seed: seedOf(seed, run),
    ...(progress ? { progress } : {}),
  })
  return { baseline, policy, run, seed, at }
}

/**
 * The first day on which an agent's choice differs, with both explanations, that of the baseline first.
 * @param isMost whether it is the one that is affected most, which nobody named
 * @throws BadInput where there is no such day
 */
export function firstDifference(
  both: AskedWorlds,
  agent: Agent,
  isMost = false,
): readonly [Explanation, Explanation] {
  const { baseline, policy, run, seed, at } = both
  const found = firstDifferenceOf(at, agent)
  if (found === undefined)
    throw new BadInput(
      `${agent.kind} ${agent.row} does the same in ${baseline.name} and ${policy.name} on every day: ${
        isMost
          ? 'it is affected most, and only by what others do; ask for a day, as in --day, or for another by --agent'
          : 'ask another, or --most-affected'
      }`,
    )
  const { day } = found
  const told = (scenario: Scenario, from: typeof found.baseline): Explanation => {
    const started = from.day > 0 ? { from } : {}
    const asked = { agent, day, seed: seedOf(seed, run), ahead: 0, ...started }
    return { ...explainAgent(scenario.input, asked), scenario, run, seed }
  }
  return [told(baseline, found.baseline), told(policy, found.policy)]
}

/** The main window of a policy: the one that says so, else the first that ends after it begins to differ, else its days in force. */
export function windowOf({ at, policy }: AskedWorlds): Window {
  const { fork } = at.worlds
  const days = Math.min(at.worlds.baseline.days, policy.input.days)
  const windows = policy.windows.flatMap((window) => cut(window, days) ?? [])
  return (
    windows.find(({ main }) => main) ??
    windows.find(({ to }) => to > fork) ??
    defaultWindow(policy.input, fork)
  )
}

/** An agent whom a policy affects most of its kind, and over which window. */
export interface AffectedAgent extends MostAffected {
  readonly kind: Affected
  readonly window: Window
}

/**
 * The agent of a kind whose income differs most between two worlds over the main window, of buyers whose purchases do.
 * @throws BadInput where nobody's differ
 */
export function mostAffected(both: AskedWorlds, kind: Affected): AffectedAgent {
  const window = windowOf(both)
  const found = mostAffectedOf(both.at, kind, window)
  if (found === undefined)
    throw new BadInput(`no ${kind} is affected by ${both.policy.name} in its window ${window.name}`)
  return { ...found, kind, window }
}
