/** How constants are solved while the market runs. */

/** A week's news moves a constant by at most one. */
export const clamp = (step: number): number => Math.max(-1, Math.min(1, step))

/** Weight of the latest week in what is smoothed, above all usual orders and hours while constants are solved. About ten weeks. */
export const SETTLING = 0.1
