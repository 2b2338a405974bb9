/** Policies of which there is nothing to tell, because their worlds never parted from the baseline's: what is left out for it. */
import { type Answer, runsOf } from '../study/index.ts'
import type { Language } from './input.ts'

/** What such a study is told from. */
export type Untold = Pick<Answer, 'scenarios' | 'question' | 'results' | 'effects'>

/** Names of policies that ran and have no window: in the days run nothing of them differs from the baseline. */
export const untoldPolicies = ({ question, results, effects }: Untold): string[] =>
  question.policies
    .map(({ scenario }) => scenario)
    .filter((name) => runsOf(results, name).length > 0)
    .filter((name) => !effects.some(({ scenario }) => scenario === name))

const TABLES = ['winners.csv', 'switching.csv']

const say = {
  en: {
    charts: 'charts of effects',
    none: (names: string, days: number, files: string) =>
      `not written: ${files}, because in the ${days} days that were run nothing differs from ${names}`,
    some: (names: string, days: number, baseline: string) =>
      `left out of every table, chart and page: ${names}, because in the ${days} days that were run nothing of it differs from ${baseline}`,
  },
  id: {
    charts: 'grafik dampak',
    none: (names: string, days: number, files: string) =>
      `tidak ditulis: ${files}, karena selama ${days} hari yang dijalankan tidak ada yang berbeda dari ${names}`,
    some: (names: string, days: number, baseline: string) =>
      `tidak muncul di tabel, grafik, dan halaman mana pun: ${names}, karena selama ${days} hari yang dijalankan tidak ada yang membedakannya dari ${baseline}`,
  },
}

/**
 * What a folder does not hold for it, and why; undefined where every policy has effects.
 * @param report whether charts and the page are drawn at all
 */
export function untoldIn(answer: Untold, language: Language, report: boolean): string | undefined {
  const names = untoldPolicies(answer)
  if (names.length === 0) return undefined
  const { scenario: baseline, input } = answer.question.baseline
  const words = say[language]
  if (answer.effects.length > 0) return words.some(names.join(', '), input.days, baseline)
  const files = report ? ['report.html', ...TABLES, words.charts] : TABLES
  return words.none(baseline, input.days, files.join(', '))
}
