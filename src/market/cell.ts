export const DIMENSIONS = ['venue', 'kind', 'origin', 'category', 'region'] as const

export type Dimension = (typeof DIMENSIONS)[number]

/** What one recorded number is about. `all` where it is not broken down by a dimension. */
export interface Cell extends Readonly<Record<Dimension, string>> {
  readonly measure: string
  readonly unit: string
  /**
   * Of a ratio: the place among the cells of the sum that it is a share of. Days weigh by it in a mean, so that
   * the mean of a window is the sum above over the sum below. Absent: every day weighs the same.
   */
  readonly weight?: number
  /** Recorded as the weight of a ratio, and not reported by itself. */
  readonly auxiliary?: true
}

/** The rows of a cell by dimension; what is left out is `all`. */
export type At = Partial<Readonly<Record<Dimension, string>>>

/** The names of a cell without its number: equal for the same cell of two runs. */
export const cellKey = ({ measure, unit, auxiliary, ...at }: Cell): string =>
  [measure, ...DIMENSIONS.map((dimension) => at[dimension]), unit, auxiliary ?? ''].join('|')
