/** A question to an agent, carried out: on a day, on the day when it first does something else, or of whom a policy affects most. */
import type { Affected } from '../../market/index.ts'
import type { Scenario } from '../../scenario/index.ts'
import { agentText } from './asked.ts'
import { askedOf, type Explanation, explainIn } from './explain.ts'
import { type AffectedAgent, firstDifference, mostAffected, parted } from './worlds.ts'

export interface AgentQuestion {
  /** Whom, unless it is asked whom a policy affects most. */
  readonly agent?: string | undefined
  /** The day; where two worlds are compared it may be the first on which the agent does something else. */
  readonly day?: string | undefined
  readonly firstDifference: boolean
  readonly mostAffected?: Affected | undefined
  /** Number of the run, from 1, and the seed of the study. */
  readonly run: number
  readonly seed?: string | undefined
}

export interface AgentTold {
  readonly told: readonly Explanation[]
  /** Whom a policy affects most, where that was asked. */
  readonly affected?: AffectedAgent
}

/** Told how many days are to be stepped, and how many are. */
export interface DaysTold {
  readonly stage?: (days: number, what: 'days') => void
  readonly progress?: (day: number) => void
  readonly ended?: () => void
}

/**
 * @param scenarios the baseline, and where worlds are compared the policy
 * @throws BadInput where there is nothing to tell
 */
export function answerAgent(
  scenarios: readonly Scenario[],
  question: AgentQuestion,
  tell: DaysTold = {},
): AgentTold {
  const { agent = '', day, firstDifference: first, mostAffected: kind } = question
  const [baseline, policy] = scenarios
  if (!first && kind === undefined)
    return { told: onDay(scenarios, agent, day ?? '', question, tell) }
  const both = counted(baseline.input.days, tell, (progress) =>
    parted(baseline, policy, { ...question, progress }),
  )
  const affected = kind === undefined ? undefined : mostAffected(both, kind)
  const whom = affected?.agent ?? askedOf(baseline, { agent, day: baseline.input.start }).agent
  const told =
    day === undefined
      ? firstDifference(both, whom, affected !== undefined)
      : onDay(scenarios, agentText(whom, baseline.input), day, question, tell)
  return { told, ...(affected === undefined ? {} : { affected }) }
}

function onDay(
  scenarios: readonly Scenario[],
  agent: string,
  day: string,
  { run, seed }: AgentQuestion,
  tell: DaysTold,
): readonly Explanation[] {
  const days = 1 + askedOf(scenarios[0], { agent, day }).day
  return counted(scenarios.length * days, tell, (progress) =>
    explainIn(scenarios, { agent, day, run, seed, progress }),
  )
}

function counted<T>(
  days: number,
  { stage, progress, ended }: DaysTold,
  work: (progress: (day: number) => void) => T,
): T {
  stage?.(days, 'days')
  try {
    return work((day) => progress?.(day))
  } finally {
    ended?.()
  }
}
