/** What further pairs of worlds add to the picture; filled by whoever runs them (answer/study.ts). */
import { signal } from '@preact/signals'
import type { Sharp } from '../views/drawing.ts'

/** Of the pair that is shown; undefined until two pairs of worlds have been run. */
export const sharp = signal<Sharp | undefined>(undefined)
