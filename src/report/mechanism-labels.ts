/** What mechanisms are called in print. */
import { MARKET_ANSWERS, POLICY_PARTS, REST } from '../study/index.ts'
import type { Language } from './input.ts'

const LABELS = new Map(
  [...POLICY_PARTS, REST, ...MARKET_ANSWERS].map(({ name, label }) => [name, label]),
)
const WHOLE_EFFECT = { en: 'Total effect', id: 'Dampak total' }

export const labelOfMechanism = (mechanism: string, language: Language = 'en'): string =>
  (LABELS.get(mechanism) ?? WHOLE_EFFECT)[language]
