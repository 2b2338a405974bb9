/** The card of an agent as lines of a terminal, at most 100 columns wide. */
import type { Explanation } from '../../study/index.ts'
import type { Language } from '../input.ts'
import { aligned, wrapped } from '../text/columns.ts'
import { type Card, cardOf } from './card.ts'
import type { CardDecision } from './frame.ts'
import { explainWords } from './words.ts'

/** Letters of a column of an option, and of what parts are called. */
const OPTION = 14
const LABEL = 37

/** A name over several lines of a column. */
function broken(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.slice(0, width))
  }
  return lines
}

function tableOf({ rows, options }: CardDecision, chosen: string): string[] {
  const heads = options.map(({ name }) => broken(name, OPTION))
  const depth = Math.max(...heads.map((head) => head.length))
  const head = Array.from({ length: depth }, (_, line) => [
    '',
    ...heads.map((one) => one[line - depth + one.length] ?? ''),
  ])
  const marks = ['', ...options.map((option) => (option.chosen ? chosen : ''))]
  const body = rows.map((row, at) => [
    row.slice(0, LABEL),
    ...options.map(({ cells }) => cells[at]),
  ])
  return aligned([marks, ...head, ...body])
}

export function cardLines({ title, facts, decisions }: Card, chosen: string): string[] {
  return [
    ...wrapped(title),
    ...facts.flatMap(([name, value]) => wrapped(`${name}: ${value}`, '  ', '    ')),
    ...decisions.flatMap((decision) => [
      '',
      ...wrapped(decision.title),
      ...(decision.rows.length > 1
        ? [
            ...wrapped(decision.note, '  ', '  '),
            ...tableOf(decision, chosen).map((line) => `  ${line}`.trimEnd()),
          ]
        : []),
      ...decision.sentences.flatMap((sentence) => wrapped(sentence, '  ', '    ')),
    ]),
  ]
}

/** What is told of an agent, world by world. */
export const explanationLines = (told: readonly Explanation[], language: Language): string[] =>
  told.flatMap((one, nth) => [
    ...(nth > 0 ? ['', ''] : []),
    ...cardLines(cardOf(one, language), explainWords[language].chosen),
  ])
