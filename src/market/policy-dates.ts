/** The dates of a policy by their role, whatever its settings are called. */
import { type DateRole, NEVER } from '../engine/index.ts'
import type { PolicyInput } from './input.ts'
import { policyOf } from './policy/known.ts'

/** The name of the setting that holds a date of this role; nothing where the policy has none. */
export function dateSetting(
  one: Pick<PolicyInput, 'policy' | 'module'>,
  role: DateRole,
): string | undefined {
  const { settings } = policyOf(one)
  return Object.keys(settings).find((name) => {
    const setting = settings[name]
    return setting.kind === 'date' && setting.role === role
  })
}

/** Days since the start, with a fraction; nothing where the policy has no such date, or leaves it out. */
function dateOf(one: PolicyInput, role: DateRole): number | undefined {
  const setting = dateSetting(one, role)
  const day = setting === undefined ? undefined : one.settings[setting]
  return typeof day === 'number' && day < NEVER ? day : undefined
}

/** The moment from which a policy is in force. */
export const beginsOn = (one: PolicyInput): number | undefined => dateOf(one, 'begins')

/** The first moment without it, or without the part of it that is taken back. */
export const endsOn = (one: PolicyInput): number | undefined => dateOf(one, 'ends')

/** The day on which sellers learn of it. */
export const announcedOn = (one: PolicyInput): number | undefined => dateOf(one, 'announced')
