/** How constants are solved while the market runs. */

/** A week's news moves a constant by at most one. */
export const clamp = (step: number): number => Math.max(-1, Math.min(1, step))
