/** Parameters of both worlds that a shipped study of sensitivity found to move the answer. */

interface Mattering {
  readonly path: string
  /** The ends between which the study moved it; else those of its declaration. */
  readonly range?: readonly [number, number]
  readonly study: string
}

/** scenarios/studies/closure-sensitivity.yaml: those that move the number of jobs most, and the share of impulses. */
export const MATTERING: readonly Mattering[] = [
  { path: 'households.impulse-displacement', range: [0, 1] },
  { path: 'nests.platforms.dissimilarity', range: [0.3, 0.9] },
  { path: 'creator.convexity' },
  { path: 'rules.calendar.attention-kept' },
  { path: 'categories.*.impulse-share', range: [0.2, 0.75] },
].map((one) => ({ ...one, study: 'closure-sensitivity' }) as Mattering)
