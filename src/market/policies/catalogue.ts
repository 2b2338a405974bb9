import type { Policy } from '../policy/policy.ts'
import { closure } from './closure.ts'
import { copycat } from './copycat.ts'
import { dataSeparation } from './data-separation.ts'
import { duty } from './duty.ts'
import { eventMandate } from './event-mandate.ts'
import { minimumPrice } from './minimum-price.ts'
import { programme } from './programme.ts'
import { reopening } from './reopening.ts'

/** Every policy a scenario may name. */
export const CATALOGUE: readonly Policy[] = [
  closure,
  reopening,
  minimumPrice,
  duty,
  copycat,
  dataSeparation,
  eventMandate,
  programme,
]
