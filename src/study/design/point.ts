/** What a design consists of. */
import type { Distribution } from './distributions.ts'

/** One thing that a study varies. */
export interface Factor {
  /** Where it stands in a scenario; `*` takes all rows, which then move together. */
  readonly path: string
  readonly distribution: Distribution
  /** Factors of one group are moved together by a Sobol design and have one index; without a group its path is its own. */
  readonly group?: string
}

/** One row of a design: where in the unit cube a run is made. */
export interface DesignPoint {
  /** Its name in the design, the same whenever the design is longer: `A 12`, `trajectory 3 step 2`. */
  readonly key: string
  /** A coordinate from 0 to 1 for each factor, in their order. */
  readonly unit: readonly number[]
  /** Points with the same number are run with the same seeds, so that their difference is not of chance. */
  readonly seedKey: number
}

/** Names of the groups, in the order in which they first come. */
export const factorGroups = (factors: readonly Factor[]): string[] => [
  ...new Set(factors.map(({ group, path }) => group ?? path)),
]
