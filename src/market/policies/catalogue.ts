import { closure } from './closure.ts'
import type { Policy } from './policy.ts'
import { programme } from './programme.ts'

/** Every policy a scenario may name. */
export const CATALOGUE: readonly Policy[] = [closure, programme]
