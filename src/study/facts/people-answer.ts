/** What is answered of agents in one run. NaN where there is no number. */
export interface PeopleAnswer {
  readonly value: number
  /** If what was bought at the venues that close were bought at all others, in proportion to their sales. */
  readonly proportional: number
  /** If the policy did nothing. */
  readonly none: number
  /** Simulated agents of which the value is told. */
  readonly agents: number
}
