/** What is kept of each agent: over which days, and through which venues it was exposed to the policy. */

/** Days since the start: `from <= day < to`. */
export interface Span {
  readonly name: string
  readonly from: number
  readonly to: number
}

export interface PeoplePlan {
  /** Windows over which income, work and sales are added up. */
  readonly spans: readonly Span[]
  /** The first day that may differ: firms that are there then are the members that win or lose. */
  readonly fork: number
  /** Days before the policy, over which exposure is measured: the first of the spans, if any. */
  readonly before: Span | undefined
  /** Rows of the venues that the policy is about. */
  readonly exposed: readonly number[]
  /** First days of the policy, from one and the same day on: at which venues buyers bought in them. */
  readonly firstDays: readonly Span[]
  /** Four weeks each, ever later: what sellers sold in them. */
  readonly recovery: readonly Span[]
}

/** Days that two spans have in common. */
export const common = (one: Omit<Span, 'name'>, from: number, to: number): number =>
  Math.max(0, Math.min(one.to, to) - Math.max(one.from, from))

/** Equal for plans that keep the same. Names of spans are part of what is kept. */
export const planKey = ({
  spans,
  fork,
  before,
  exposed,
  firstDays,
  recovery,
}: PeoplePlan): string =>
  JSON.stringify([spans, fork, before ?? null, exposed, firstDays, recovery])
