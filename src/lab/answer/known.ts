/** Studies of uncertainty that come with the program. */
import texts from 'virtual:studies'
import { type KnownStudy, knownStudy } from '../../study/index.ts'

export const known = (): KnownStudy[] => texts.flatMap((text) => knownStudy(text) ?? [])
