/** Agents one by one: who wins, who loses and where sales went, collected over runs. */
import { type GroupOutcome, outcomes } from './distribution.ts'
import { type Flow, flows } from './switching.ts'
import type { Question } from './task.ts'
import type { RunPeople } from './watch.ts'

export interface PeopleFound {
  readonly winners: readonly GroupOutcome[]
  readonly switching: readonly Flow[]
}

/** @param told in order */
export function peopleOf(told: readonly RunPeople[], { policies }: Question): PeopleFound {
  const ofPolicies = policies
    .map(({ scenario }) => ({ scenario, runs: told.filter((one) => one.scenario === scenario) }))
    .filter(({ runs }) => runs.length > 0)
  return {
    winners: ofPolicies.flatMap(({ scenario, runs }) =>
      outcomes(
        scenario,
        runs.map((run) => run.outcomes),
      ),
    ),
    switching: ofPolicies.flatMap(({ scenario, runs }) =>
      flows(
        scenario,
        runs.map((run) => run.flows),
      ),
    ),
  }
}
