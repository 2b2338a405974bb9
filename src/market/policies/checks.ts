/** The check of each policy: its own, or where that is long the one in the file beside it. */
import type { PolicyInput } from '../input.ts'
import { policyOf } from '../policy/known.ts'
import type { Policy } from '../policy/policy.ts'
import { contradictions } from './reopening-check.ts'

const BESIDE: Readonly<Record<string, Policy['check']>> = {
  reopening: contradictions as unknown as Policy['check'],
}

/** What a policy asks of the scenario that names it; nothing where it asks for nothing. */
export const checkOf = (one: PolicyInput): Policy['check'] =>
  policyOf(one).check ?? (one.module === undefined ? BESIDE[one.policy] : undefined)
