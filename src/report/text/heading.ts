/** What a study is called and what it asks. */
import type { Language } from '../input.ts'

interface Titled {
  readonly title: string
  readonly question: string
  readonly indonesian: { readonly title: string; readonly question: string }
}

export function headingLines(of: Titled, language: Language): string[] {
  const { title, question } = language === 'id' ? of.indonesian : of
  return question === '' ? [title] : [title, question]
}
