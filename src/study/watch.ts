/**
 * Follows the agents of a task: of the baseline once for each plan (the days before a policy and its members are its
 * own), and of each policy from its fork on.
 */
import {
  type Attributes,
  attributesOf,
  copyAttributes,
  copyRecord,
  createPeople,
  type Market,
  type MarketInput,
  type People,
  type PeoplePlan,
  type PeopleRecord,
  planKey,
} from '../market/index.ts'
import { type AgentTable, agentTable } from './agents.ts'
import type { RunOutcome } from './distribution.ts'
import { beforePolicy, exposedVenues, inForceOn } from './exposure.ts'
import { peopleAnswers, spansAsked } from './facts/asked.ts'
import type { PeopleAnswer } from './facts/people-answer.ts'
import type { KeptPeople } from './kept-baseline.ts'
import type { Pair } from './members.ts'
import { aftermathSpans, type RunAftermath, runAftermath } from './run-aftermath.ts'
import { runFlows } from './run-flows.ts'
import { runOutcomes } from './run-outcomes.ts'
import type { RunFlow } from './switching.ts'
import type { Keyed, PolicyArm, Task } from './task.ts'
import { cut } from './window.ts'

/** Outcomes of agents in one run, to be combined over runs. */
export interface RunPeople {
  readonly scenario: string
  readonly run: number
  readonly outcomes: readonly RunOutcome[]
  readonly flows: readonly RunFlow[]
  readonly aftermath: RunAftermath
  /** Answers to what its arm asks, in that order. */
  readonly asked?: readonly PeopleAnswer[]
}

/** What became of the agents of one run, under one policy and without it. */
export interface PeopleOfRun {
  readonly people: RunPeople
  readonly agents: AgentTable
}

export interface Watch {
  /** Sees a day of the baseline. */
  baseline(day: number): void
  /** Returns what sees the days of a policy that starts from the baseline on its fork. */
  policy(arm: PolicyArm, branch: Market): (day: number) => void
  /** Of the policy whose record has this key, when the baseline and it have come to their end; nothing where it is not followed. */
  result(of: string): PeopleOfRun | undefined
  /** What was recorded of the baseline, by the key of its plan. */
  kept(): Map<string, KeptPeople>
}

/** A policy whose agents are followed. */
interface Followed {
  readonly arm: Keyed<PolicyArm>
  readonly plan: PeoplePlan
  after?: People
}

/** Agents are followed where windows are asked for and the worlds have the same rows. */
const followedIn = ({ baseline: { input }, policies }: Task): Followed[] =>
  policies
    .filter((arm) => arm.windows !== undefined && sameRows(input, arm.input))
    .map((arm) => ({ arm, plan: planOf(input, arm) }))

/** The plans by which the baseline's agents are recorded. */
export const plansOf = (task: Task): PeoplePlan[] => followedIn(task).map(({ plan }) => plan)

/** Follows a baseline that is stepped. */
export function watchStepped(task: Task, baseline: Market): Watch {
  const { input } = task.baseline
  const followed = followedIn(task)
  const before = new Map(
    followed.map(({ plan }) => [planKey(plan), createPeople(baseline.world, input, plan)]),
  )
  const atFork = new Map<string, PeopleRecord>()
  return {
    baseline(day) {
      for (const people of before.values()) people.observe(day)
    },
    policy(arm, branch) {
      const one = followed.find((candidate) => candidate.arm === arm)
      if (one === undefined) return () => {}
      const key = planKey(one.plan)
      const people = before.get(key)!
      if (!atFork.has(key)) atFork.set(key, copyRecord(people.record))
      one.after = people.branch(branch.world, arm.input)
      return one.after.observe
    },
    result: (of) =>
      resultOf(
        task,
        chosen(followed, of),
        attributesOf(baseline.world),
        (key) => before.get(key)!.record,
      ),
    kept() {
      const attributes = copyAttributes(attributesOf(baseline.world))
      return new Map(
        [...before].map(([key, { record }]) => [
          key,
          { attributes, atFork: atFork.get(key)!, atEnd: record },
        ]),
      )
    },
  }
}

/** Follows policies beside a baseline that was kept. */
export function watchKept(task: Task, kept: ReadonlyMap<string, KeptPeople>): Watch {
  const followed = followedIn(task)
  return {
    baseline() {},
    policy(arm, branch) {
      const one = followed.find((candidate) => candidate.arm === arm)
      if (one === undefined) return () => {}
      const { atFork } = kept.get(planKey(one.plan))!
      one.after = createPeople(branch.world, arm.input, one.plan, atFork)
      return one.after.observe
    },
    result: (of) => {
      const [first] = followed
      if (first === undefined) return undefined
      const { attributes } = kept.get(planKey(first.plan))!
      return resultOf(task, chosen(followed, of), attributes, (key) => kept.get(key)!.atEnd)
    },
    kept: () => new Map(kept),
  }
}

const chosen = (followed: readonly Followed[], of: string): Followed | undefined =>
  followed.find(({ arm }) => arm.key === of)

function resultOf(
  { run }: Task,
  followed: Followed | undefined,
  attributes: Attributes,
  baseline: (plan: string) => PeopleRecord,
): PeopleOfRun | undefined {
  if (followed?.after === undefined) return undefined
  const { arm, plan, after } = followed
  const pair: Pair = {
    attributes,
    input: arm.input,
    before: baseline(planKey(plan)),
    after: after.record,
  }
  const { scenario, asked = [] } = arm
  const agents = agentTable(pair, scenario, run)
  return {
    people: {
      ...{ scenario, run, outcomes: runOutcomes(pair), flows: runFlows(pair) },
      aftermath: runAftermath(pair),
      ...(asked.length > 0 ? { asked: peopleAnswers(pair, agents, asked) } : {}),
    },
    agents,
  }
}

/** A table, or the numbers of agents (`size`), in which two worlds do not have the same rows. */
export interface RowsApart {
  readonly table: string
  /** Rows that one of them has alone; none where only their order differs. */
  readonly rows: readonly string[]
}

/** Why agents cannot be followed from one world into another: they are not the same ones. Empty where they are. */
export function rowsApart(one: MarketInput, other: MarketInput): RowsApart[] {
  const sizes = Object.keys(one.size) as (keyof MarketInput['size'])[]
  const unlike = sizes.filter((name) => one.size[name] !== other.size[name])
  const tables = [...new Set([one, other].flatMap((input) => Object.keys(input.tables)))]
  return [
    ...(unlike.length > 0 ? [{ table: 'size', rows: unlike }] : []),
    ...tables.flatMap((table) => {
      const [before, after] = [one, other].map((input) => (input.tables[table] ?? []).map(nameOf))
      if (JSON.stringify(before) === JSON.stringify(after)) return []
      const alone = [
        ...before.filter((name) => !after.includes(name)),
        ...after.filter((name) => !before.includes(name)),
      ]
      return [{ table, rows: alone }]
    }),
  ]
}

const sameRows = (one: MarketInput, other: MarketInput): boolean =>
  rowsApart(one, other).length === 0

const nameOf = ({ name }: { readonly name: string }) => name

function planOf(baseline: MarketInput, arm: PolicyArm): PeoplePlan {
  const days = Math.min(baseline.days, arm.input.days)
  const fork = Math.min(arm.fork, days)
  const before = beforePolicy(baseline, arm.input, fork)
  const windows = (arm.windows ?? []).flatMap((window) => cut(window, days) ?? [])
  const reached = windows.filter(({ to }) => to > fork)
  return {
    fork,
    before,
    exposed: exposedVenues(baseline, arm.input),
    spans: [...(before === undefined ? [] : [before]), ...reached],
    ...aftermathSpans(
      inForceOn(arm.input, fork),
      before === undefined ? 0 : days,
      spansAsked(arm.asked),
    ),
  }
}
