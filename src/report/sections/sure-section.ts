/** The uncertainty budget: of each effect the range that each source leaves it, beside each other and in full. */
import type { Budget } from '../../study/index.ts'
import { type BudgetText, budgetNotes, budgetText, budgetWords } from '../budget.ts'
import { lineOf } from '../figures/bars.ts'
import { escaped, folded, type Html, paragraphs, stacked, table } from '../html.ts'
import type { Language } from '../input.ts'
import type { PagePolicy } from '../page-input.ts'
import { readingWords } from '../reading-words.ts'
import { eachPolicy, type Sheet } from './sheet.ts'

type Range = { readonly low: number; readonly high: number } | undefined

const rangesOf = ({ chance, parameters, possible, structure }: Budget): Range[] => [
  chance,
  parameters,
  possible,
  structure,
]

/** The ranges as lines on one scale, in the order of the columns. */
function linesOf(budget: Budget): Html {
  const ranges = rangesOf(budget)
  const ends = ranges
    .flatMap((range) => (range ? [range.low, range.high] : []))
    .filter(Number.isFinite)
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  if (low === high) return { html: '' }
  const room = (high - low) * 0.04
  const lines = ranges.flatMap((range, nth) =>
    range === undefined
      ? []
      : [lineOf({ value: Number.NaN, ...range }, [low - room, high + room], `source${nth}`)],
  )
  return { html: lines.join('') }
}

/** A row an effect: ranges as `budgetText` writes them, by source. */
function summary(
  budgets: readonly Budget[],
  texts: readonly BudgetText[],
  language: Language,
): string {
  const say = readingWords[language]
  const sources = budgetWords(language)
  const names = [sources.chance, sources.fitted, sources.possible, sources.structure]
  const rows = texts.map((text, nth) => [
    text.head,
    linesOf(budgets[nth]),
    ...names.map((name) => {
      const row = text.rows.find(([source]) => source === name)
      return row === undefined || row[2] === '' ? say.notComputed : row[1]
    }),
  ])
  return stacked(
    say.sureCaption,
    [
      { head: say.sureHead.effect },
      { head: '', look: 'picture' },
      ...names.map((head, nth) => ({ head, look: 'number' as const, mark: `source${nth}` })),
    ],
    rows,
  )
}

/** Where no study is at hand: what is covered and what is not. */
function unknown({ main }: PagePolicy, language: Language): string {
  const say = readingWords[language]
  const sources = budgetWords(language)
  const runs = Math.max(0, ...main.effects.map((effect) => effect.runs))
  const rows = [
    [sources.chance, say.chanceCovered(runs)],
    [sources.parameters, say.notComputed],
    [sources.structure, say.notComputed],
  ]
  const [source, , covers] = sources.columns
  return `${table('', [source, covers], rows, false)}
${paragraphs([sources.none])}`
}

/** A range is not broken over two lines. */
const unbroken = (range: string): string => range.replace(' … ', '\u00a0…\u00a0')

/** What each range covers and what the effect hangs on, an effect each. */
export function budgetsInFull(
  budgets: readonly Budget[],
  language: Language,
  labels: Sheet['labels'],
): string {
  const say = budgetWords(language)
  const texts = budgets.map((budget) => budgetText(budget, language, labels))
  const tables = texts.map(
    ({ head, rows, sentences }) =>
      `${table(
        head,
        say.columns,
        rows.map(([source, range, covers]) => [source, unbroken(range), covers]),
        false,
      )}<p>${escaped(sentences.join(' '))}</p>`,
  )
  return [...tables, paragraphs(budgetNotes(texts))].join('\n')
}

function ofPolicy(policy: PagePolicy, { language, labels }: Sheet): string {
  const { budgets } = policy
  if (budgets.length === 0) return unknown(policy, language)
  const texts = budgets.map((budget) => budgetText(budget, language, labels))
  return [
    summary(budgets, texts, language),
    folded(readingWords[language].sureLong, budgetsInFull(budgets, language, labels)),
  ].join('\n')
}

export const sureSection = (sheet: Sheet): string =>
  eachPolicy(sheet, (policy) => ofPolicy(policy, sheet))
