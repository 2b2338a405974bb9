/**
 * What a fact asks of the agents of a run one by one. It is answered where the run is made, since agents are too many to be
 * kept: of each question the value, what it would be under two nulls, and how many agents it rests on.
 */
import type { AgentTable } from '../agents.ts'
import type { Pair } from '../members.ts'
import { type AftermathAsked, aftermathAnswer } from './aftermath-asked.ts'
import { type AgentsAsked, agentsAnswer } from './agents-asked.ts'
import type { PeopleAnswer } from './people-answer.ts'

export type PeopleAsked = AgentsAsked | AftermathAsked

/** Answers in the order of the questions. */
export const peopleAnswers = (
  pair: Pair,
  table: AgentTable,
  asked: readonly PeopleAsked[],
): PeopleAnswer[] =>
  asked.map((one) =>
    one.kind === 'agents' ? agentsAnswer(pair, table, one) : aftermathAnswer(pair, one),
  )

/** Days within which buyers are looked for, and weeks after which sellers are, beside those of every study. */
export const spansAsked = (asked: readonly PeopleAsked[] = []) => ({
  days: asked.flatMap((one) => (one.kind === 'elsewhere' ? [one.days] : [])),
  weeks: asked.flatMap((one) => (one.kind === 'recovery' ? [one.weeks] : [])),
})
