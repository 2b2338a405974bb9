/** Agents one by one: who wins, who loses and where sales went, collected over runs. */

import { type Elsewhere, elsewhere, type Recovery, recovery } from './aftermath.ts'
import { type GroupOutcome, outcomes } from './distribution.ts'
import { type Flow, flows } from './switching.ts'
import type { Question } from './task.ts'
import type { RunPeople } from './watch.ts'

export interface PeopleFound {
  readonly winners: readonly GroupOutcome[]
  readonly switching: readonly Flow[]
  readonly elsewhere: readonly Elsewhere[]
  readonly recovery: readonly Recovery[]
}

/** @param told one entry a run, ordered by scenario and run */
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
    elsewhere: ofPolicies.flatMap(({ scenario, runs }) =>
      elsewhere(
        scenario,
        runs.map((run) => run.aftermath.elsewhere),
      ),
    ),
    recovery: ofPolicies.flatMap(({ scenario, runs }) =>
      recovery(
        scenario,
        runs.map((run) => run.aftermath.recovery),
      ),
    ),
  }
}
