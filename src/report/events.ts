/** The days of policies that charts mark. */
import { dateOfDay, dayOfDate } from '../engine/index.ts'
import { announcedOn, beginsOn } from '../market/index.ts'
import type { Scenario } from '../scenario/index.ts'
import type { Event, Language } from './input.ts'
import { policyName } from './name-words.ts'

const SAID: Readonly<Record<Language, { readonly announced: string; readonly begins: string }>> = {
  en: { announced: 'announced', begins: 'in effect' },
  id: { announced: 'diumumkan', begins: 'berlaku' },
}

/** The days on which policies are announced and begin. */
export function eventsOf({ input }: Pick<Scenario, 'input'>, language: Language): Event[] {
  const zero = dayOfDate(input.start)
  const said = SAID[language]
  return input.policies.flatMap((one) => {
    const dates = [
      [announcedOn(one), said.announced],
      [beginsOn(one), said.begins],
    ] as const
    return dates.flatMap(([day, words]) => {
      if (day === undefined) return []
      const name = policyName(one.policy, language)
      return [{ date: dateOfDay(zero + Math.floor(day)), label: `${name} ${words}` }]
    })
  })
}
