/** The card of an agent as lines of a terminal, at most 100 columns wide. */
import type { Decision } from '../../market/index.ts'
import type { AffectedAgent, Explanation } from '../../study/index.ts'
import type { Language } from '../input.ts'
import { windowName } from '../name-words.ts'
import { aligned, wrapped } from '../text/columns.ts'
import { agentName, type Card, cardOf } from './card.ts'
import type { CardDecision } from './frame.ts'
import { rupiah } from './table.ts'
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
  const marked = marks.some((mark) => mark !== '') ? [marks] : []
  return aligned([...marked, ...head, ...body])
}

const factLines = (facts: Card['facts']): string[] =>
  facts.flatMap(([name, value]) => wrapped(`${name}: ${value}`, '  ', '    '))

function decisionLines(decision: CardDecision, chosen: string, title = decision.title): string[] {
  return [
    '',
    ...wrapped(title),
    ...(decision.rows.length > 1
      ? [
          ...wrapped(decision.note, '  ', '  '),
          ...tableOf(decision, chosen).map((line) => `  ${line}`.trimEnd()),
        ]
      : []),
    ...decision.sentences.flatMap((sentence) => wrapped(sentence, '  ', '    ')),
  ]
}

export const cardLines = ({ title, facts, decisions }: Card, chosen: string): string[] => [
  ...wrapped(title),
  ...factLines(facts),
  ...decisions.flatMap((decision) => decisionLines(decision, chosen)),
]

/** What is told of an agent: in one world, or in two beside each other. */
export function explanationLines(
  told: readonly Explanation[],
  language: Language,
  affected?: AffectedAgent,
): string[] {
  const [one, other] = told
  return [
    ...(affected === undefined ? [] : [...affectedLines(affected, one, language), '']),
    ...(other === undefined
      ? cardLines(cardOf(one, language), explainWords[language].chosen)
      : bothLines(one, other, language)),
  ]
}

function affectedLines(
  found: AffectedAgent,
  { scenario }: Explanation,
  language: Language,
): string[] {
  const { agent, kind, window, without, under } = found
  const name = agentName(agent, scenario, language)
  const text = explainWords[language].affected(
    explainWords[language].affectedKinds[kind],
    name,
    windowName(window.name, language),
    rupiah(without, language),
    rupiah(under, language),
    kind === 'buyer',
  )
  return wrapped(text)
}

/** Rows of decisions about the same thing in two worlds; -1 where one of them does not decide it. */
function pairsOf(one: Explanation, other: Explanation): (readonly [number, number])[] {
  const keysOf = ({ decisions }: Explanation) => {
    const seen = new Map<string, number>()
    return decisions.map(({ kind, about }) => {
      const name = `${kind} ${JSON.stringify(about)}`
      const nth = seen.get(name) ?? 0
      seen.set(name, nth + 1)
      return `${name} ${nth}`
    })
  }
  const [left, right] = [keysOf(one), keysOf(other)]
  return [...new Set([...left, ...right])].map((key) => [left.indexOf(key), right.indexOf(key)])
}

/** Amounts that differ by no more than a hundredth end alike. */
const SAME = 0.01

/** Whether two decisions end alike. */
function endAlike(one: Decision | undefined, other: Decision | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const [here, there] = [one, other].map(({ options, chosen }) => options[chosen])
  if (JSON.stringify(here?.what) !== JSON.stringify(there?.what)) return false
  if (here === undefined || there === undefined || one.worth !== undefined) return true
  if (one.unit.startsWith('log ')) return true
  return Math.abs(here.total - there.total) <= SAME * Math.max(Math.abs(here.total), SAME)
}

function bothLines(one: Explanation, other: Explanation, language: Language): string[] {
  const say = explainWords[language]
  const cards = [cardOf(one, language), cardOf(other, language)] as const
  const heads = [say.without, say.withPolicy] as const
  const changed = cards[1].facts.filter(
    ([name, value]) => !cards[0].facts.some(([own, known]) => own === name && known === value),
  )
  const pairs = pairsOf(one, other)
  const apart = pairs.filter(([at, there]) => !endAlike(one.decisions[at], other.decisions[there]))
  // Where all end alike, all are told.
  const shown = apart.length > 0 ? apart : pairs
  const sideLines = (row: number, side: 0 | 1): string[] => {
    const decision = cards[side].decisions[row]
    if (decision === undefined) return ['', `${heads[side]}: ${say.notDecided}`]
    return decisionLines(decision, say.chosen, `${heads[side]}: ${bare(decision.title)}`)
  }
  return [
    ...cards.flatMap(({ title }) => wrapped(title)),
    ...factLines(cards[0].facts),
    ...(changed.length === 0 ? [] : [`${say.withPolicy}:`, ...factLines(changed)]),
    ...shown.flatMap(([at, there]) => [...sideLines(at, 0), ...sideLines(there, 1)]),
    ...(apart.length === 0 || apart.length === pairs.length
      ? []
      : ['', say.theSame(pairs.length - apart.length)]),
  ]
}

/** A title without its number. */
const bare = (title: string): string => title.replace(/^\d+\. /, '')
