/**
 * Numbers of the reckoning, and of nobody's behaviour. By some of them constants are solved from what was observed: another
 * pace ends, but for chance, at the same constants, and after the calibration date nothing that they move is read. The others
 * keep a logarithm or a quotient finite, or end an iteration. What anybody does, knows or wants is a parameter of its rule.
 */
import { DAYS_A_MONTH } from '../../engine/index.ts'

// Constants that move by a part of what they miss, once a week unless it is said.

/** A week's news moves a constant by at most one. */
export const clamp = (step: number): number => Math.max(-1, Math.min(1, step))
/** Weight of the latest week in what is smoothed, above all usual orders and hours. About ten weeks, so that chance averages out. */
export const SETTLING = 0.1
/** Skills of creators: slow, as chance of a week is large in a market of superstars. */
export const SKILL_PACE = 0.05
/** Rounds by which skills are settled on the first day: they stand still by then. */
export const SKILL_ROUNDS = 100
/** Rounds by which popularity is settled on the first day. */
export const POPULARITY_ROUNDS = 25
/** Followers won, so that their mean stays where it is. */
export const FOLLOWERS_PACE = 0.25
/** The taste of creators for other work. */
export const TASTE_PACE = 0.25
/** Its exponent is looked for between this and its opposite, which no hours lie beyond, by halving as often as its bits want. */
export const EXPONENTS = 30
export const HALVINGS = 50
/** Weeks of the first, large steps of tastes for venues and nests: what they begin at is a guess. */
export const EARLY = 6
/** The outside option of an impulse, in a day: of a month. */
export const OUTSIDE_PACE = 1 / DAYS_A_MONTH
/** Part of a step of Newton in the share of imports: a whole one would overshoot, as who sold what answers a week later. */
export const NEWTON = 0.5
/** Steps of it on the first day. */
export const FIRST_ROUNDS = 20
/** Impulses begin at as many times the orders that are to come of them, over acceptance: a guess, solved in the weeks that follow. */
export const EXPOSURES_AN_ORDER = 4

// Shares of which a logarithm is taken.

/** A share counts as no smaller, and as no larger than what it leaves of 1: one order more or less moves nothing by much. */
export const LEAST_SHARE = 1e-4
/** The same of the share that is saved, which may truly be nought. */
export const LEAST_SAVED = 1e-6
/** Part of buyers whom a venue or the internet reaches: below it, their odds say nothing. */
export const LEAST_REACHED = 0.01
/** Part of online shoppers that choose a nest: above it, odds of theirs run away. */
export const MOST_INSIDE = 0.98
/** The constant of a nest in which nothing can be chosen, in log odds: as good as never. */
export const NEVER_CHOSEN = -50

// Divisions and rounding.

/** A part that has to leave something over: who has all of a market, or loses all listings, counts as having or losing this. */
export const ALMOST_ALL = 0.999
/** Weight of what must not be hidden by anything else that it is added to. */
export const ABOVE_ALL = 1e6
/** The integral of e^(-x^2 / 2). */
export const ROOT_OF_2_PI = 2.5066282746310002
/** Viewers, relative to usual, below which a power of them is that of so many. */
export const LEAST_VIEWERS = 1e-3
/** A rate or a quantity as good as nought. */
export const NOUGHT = 1e-9
/** Rounds of an iteration that ends once it moves no more than this; it needs some dozens. */
export const MOST_ROUNDS = 500
export const SETTLED = 1e-10
