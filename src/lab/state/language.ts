/** The language of the page: what the reader chose, else what the browser asks for. */
import { signal } from '@preact/signals'
import { LANGUAGES, type Language } from '../../report/index.ts'

const CHOSEN = 'pasar.language'

const isLanguage = (text: unknown): text is Language => LANGUAGES.some((one) => one === text)

function kept(): string | null {
  try {
    return localStorage.getItem(CHOSEN)
  } catch {
    return null
  }
}

function first(): Language {
  const chosen = kept()
  if (isLanguage(chosen)) return chosen
  // Browsers have called Indonesian `in` as well.
  return navigator.languages.some((one) => /^(id|in)\b/i.test(one)) ? 'id' : 'en'
}

export const language = signal<Language>(first())

export function choose(one: Language): void {
  language.value = one
  try {
    localStorage.setItem(CHOSEN, one)
  } catch {
    // Where nothing may be kept the choice lasts as long as the page.
  }
}
