/** The catalogue of policies and the register of the regulation, as lines of a terminal. */
import { articleId, type RegisterEntry, registerSourceId } from '../../market/index.ts'
import type { PolicyEntry } from '../../scenario/index.ts'
import type { Language } from '../input.ts'
import { pageWords } from '../page-words.ts'
import { wrapped } from './columns.ts'
import { parameterText } from './reference.ts'

export const policyWords = {
  en: {
    implements: 'implements',
    register: 'Articles, the parameters they change, and the assumptions made',
    moves: 'changes',
    nothing: 'nothing yet',
    assumed: 'assumption',
    confidence: 'confidence',
    source: 'source',
    none: 'no article of the register changes it',
  },
  id: {
    implements: 'menerapkan',
    register: 'Pasal, parameter yang diubahnya, dan asumsi yang dipakai',
    moves: 'mengubah',
    nothing: 'belum ada',
    assumed: 'asumsi',
    confidence: 'keyakinan',
    source: 'sumber',
    none: 'tidak ada pasal dalam daftar yang mengubahnya',
  },
} as const

/** A policy keeps its name, as a scenario writes it; the Indonesian one stands beside it. */
export function policyText(entry: PolicyEntry, language: Language) {
  const { name, settings, indonesian } = entry
  const { does, article, adds } = language === 'id' ? indonesian : entry
  const heading = language === 'id' ? `${name} (${indonesian.name})` : name
  const implemented = article === '' ? [] : [`  ${policyWords[language].implements}: ${article}`]
  const lines = settings.flatMap((setting) =>
    parameterText(setting, language, indonesian.labels[setting.path]),
  )
  const added = adds.flatMap((line) => wrapped(line.replaceAll('`', ''), '  ', '    '))
  return [`${heading}: ${does}`, ...implemented, ...added, ...lines.map((line) => `  ${line}`), '']
}

export function registerText(entries: readonly RegisterEntry[], language: Language): string[] {
  const words = policyWords[language]
  if (entries.length === 0) return [words.none]
  const lines = entries.flatMap((entry) => {
    const { regulation, moves, confidence } = entry
    const [article, says, assumption, source] =
      language === 'id'
        ? [
            ...[articleId(entry.article), entry.saysId, entry.assumptionId],
            registerSourceId(entry.source),
          ]
        : [entry.article, entry.says, entry.assumption, entry.source]
    return [
      '',
      `${regulation}, ${article}: ${says}`,
      `  ${words.moves}: ${moves.join(', ') || words.nothing}`,
      `  ${words.assumed}: ${assumption}`,
      `  ${words.confidence}: ${pageWords[language].grades[confidence] ?? confidence}; ${words.source}: ${source}`,
    ]
  })
  return [words.register, ...lines]
}
