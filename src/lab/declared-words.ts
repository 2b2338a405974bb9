/** Words of declarations, which come after the first picture. */
import words from 'virtual:declared-words'
import { describe } from './described.ts'

/** To be called before anything reads them; once or as often as one likes. */
export const giveWords = (): void => describe(words)
