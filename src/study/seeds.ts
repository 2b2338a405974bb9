/**
 * The seed of a run, from the study's seed text and the number of the run (from 1). Every scenario of a
 * study uses the same seeds, so that differences are paired; adding runs or scenarios renumbers nothing.
 */
export const seedOf = (seed: string, run: number): string => `${seed}/${run}`
