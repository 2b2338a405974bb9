/** The catalogue of policies and the register of the regulation, as lines of a terminal. */
import { articleId, type RegisterEntry } from '../../market/index.ts'
import type { PolicyEntry } from '../../scenario/index.ts'
import type { Language } from '../input.ts'
import { parameterText } from './reference.ts'

const WORDS = {
  en: {
    stands: 'stands for',
    register: 'Articles, what they move, and what is assumed',
    moves: 'moves',
    nothing: 'nothing yet',
    assumed: 'assumed',
    confidence: 'confidence',
    source: 'source',
    none: 'no article of the register moves it',
  },
  id: {
    stands: 'mewakili',
    register: 'Pasal, apa yang digerakkan, dan apa yang diasumsikan',
    moves: 'menggerakkan',
    nothing: 'belum ada',
    assumed: 'asumsi',
    confidence: 'keyakinan',
    source: 'sumber',
    none: 'tidak ada pasal dalam daftar yang menggerakkannya',
  },
} as const

/** What a policy does and its settings are declared in English only. */
export function policyText({ name, does, article, settings }: PolicyEntry, language: Language) {
  const stands = article === '' ? [] : [`  ${WORDS[language].stands}: ${article}`]
  const lines = settings.flatMap(parameterText).map((line) => `  ${line}`)
  return [`${name}: ${does}`, ...stands, ...lines, '']
}

export function registerText(entries: readonly RegisterEntry[], language: Language): string[] {
  const words = WORDS[language]
  if (entries.length === 0) return [words.none]
  const lines = entries.flatMap((entry) => {
    const { regulation, moves, confidence, source } = entry
    const [article, says, assumption] =
      language === 'id'
        ? [articleId(entry.article), entry.saysId, entry.assumptionId]
        : [entry.article, entry.says, entry.assumption]
    return [
      '',
      `${regulation}, ${article}: ${says}`,
      `  ${words.moves}: ${moves.join(', ') || words.nothing}`,
      `  ${words.assumed}: ${assumption}`,
      `  ${words.confidence}: ${confidence}; ${words.source}: ${source}`,
    ]
  })
  return [words.register, ...lines]
}
