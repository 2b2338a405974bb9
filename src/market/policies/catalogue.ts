import { closure } from './closure.ts'
import { copycat } from './copycat.ts'
import { dataSeparation } from './data-separation.ts'
import { eventMandate } from './event-mandate.ts'
import type { Policy } from './policy.ts'
import { programme } from './programme.ts'

/** Every policy a scenario may name. */
export const CATALOGUE: readonly Policy[] = [
  closure,
  copycat,
  dataSeparation,
  eventMandate,
  programme,
]
