import { closure } from './closure.ts'
import { duty } from './duty.ts'
import { minimumPrice } from './minimum-price.ts'
import type { Policy } from './policy.ts'
import { reopening } from './reopening.ts'

/** Every policy a scenario may name. */
export const CATALOGUE: readonly Policy[] = [closure, reopening, minimumPrice, duty]
