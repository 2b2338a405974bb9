/** The dates of a policy by their role, whatever its settings are called. */
import { type DateRole, NEVER } from '../engine/index.ts'
import type { PolicyInput } from './input.ts'
import { CATALOGUE } from './policies/catalogue.ts'

/** The name of the setting that holds a date of this role; nothing where the policy has none. */
export function dateSetting(policy: string, role: DateRole): string | undefined {
  const settings = CATALOGUE.find(({ name }) => name === policy)?.settings ?? {}
  return Object.keys(settings).find((name) => {
    const setting = settings[name]
    return setting.kind === 'date' && setting.role === role
  })
}

/** Days since the start, with a fraction; nothing where the policy has no such date, or leaves it out. */
function dateOf({ policy, settings }: PolicyInput, role: DateRole): number | undefined {
  const setting = dateSetting(policy, role)
  const day = setting === undefined ? undefined : settings[setting]
  return typeof day === 'number' && day < NEVER ? day : undefined
}

/** The moment from which a policy is in force. */
export const beginsOn = (one: PolicyInput): number | undefined => dateOf(one, 'begins')

/** The first moment without it, or without the part of it that is taken back. */
export const endsOn = (one: PolicyInput): number | undefined => dateOf(one, 'ends')

/** The day on which sellers learn of it. */
export const announcedOn = (one: PolicyInput): number | undefined => dateOf(one, 'announced')
