/** What the options of a choice are called where people choose; in files they stand as they are declared. */
import type { Language } from './input.ts'

const INDONESIAN: Readonly<Record<string, string>> = {
  allowed: 'diizinkan',
  forbidden: 'dilarang',
}

export const optionSaid = (option: string, language: Language): string =>
  (language === 'id' ? INDONESIAN[option] : undefined) ?? option.replaceAll('-', ' ')
