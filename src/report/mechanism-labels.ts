/** What mechanisms are called in print. */
import { MARKET_ANSWERS, POLICY_PARTS, REST } from '../study/index.ts'

const LABELS = new Map(
  [...POLICY_PARTS, REST, ...MARKET_ANSWERS].map(({ name, label }) => [name, label]),
)
export const labelOfMechanism = (mechanism: string): string =>
  LABELS.get(mechanism) ?? 'The whole effect'
