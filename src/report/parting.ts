/** A value that differs between two worlds, in words: the rule, whose value it is, and both values. */
import type { Parting } from '../study/index.ts'
import { valueId } from './difference-words.ts'
import { decimalsFor, fixed, formatDate, signed } from './format.ts'
import type { Language } from './input.ts'
import { inSentence } from './page-words.ts'
import { DECISIONS_ID, RULE_NAMES_ID } from './state-words.ts'
import { said } from './text/parameter-words.ts'
import { amountText, displayUnit } from './units.ts'
import { nameOf } from './words.ts'

type Labels = Readonly<Record<string, string>>

/** Digits of a value: what lies below them is no news. */
const DIGITS = 6

/** In the order in which sentences take them. */
type PartingText = readonly [
  date: string,
  rule: string,
  what: string,
  before: string,
  after: string,
]

/** @param labels of rows, in the language */
export function partingText(one: Parting, language: Language, labels: Labels): PartingText {
  const label = inSentence(plain(one.label))
  const told = language === 'id' ? inSentence(labelId(plain(one.label))) : label
  return [
    formatDate(one.date, language),
    ruleName(one.rule, language),
    `${agentName(one.agent, language, labels)}, ${told}`,
    ...valuesOf(one, language, labels),
  ]
}

/** A label without what explains it: `Unlimited stock: textbook markets`. */
const plain = (label: string): string => label.replace(/[,;:(].*$/, '').trim()

const labelId = (label: string): string => DECISIONS_ID[label] ?? said(label, 'id')

export const ruleName = (rule: string, language: Language): string =>
  (language === 'id' ? RULE_NAMES_ID[rule] : undefined) ?? rule.replaceAll('-', ' ')

const KINDS_ID: Labels = { buyer: 'pembeli', creator: 'kreator', listing: 'barang' }

/** `creator 15, food, other-java` and `venues.tiktok-shop, food` by the labels of rows. */
function agentName(agent: string, language: Language, labels: Labels): string {
  const [head, ...rest] = agent.split(', ')
  const [, kind, number] = /^([a-z-]+) (\d+)$/.exec(head) ?? []
  const at = language === 'id' ? 'di' : 'at'
  const row = (name: string) => nameOf(name, language, labels)
  const called = () =>
    language === 'en' ? kind.replaceAll('-', ' ') : inSentence(KINDS_ID[kind] ?? row(kind))
  const first =
    kind === undefined ? row(head.slice(head.indexOf('.') + 1)) : `${called()} ${number}`
  const others = rest.map((name) =>
    name.startsWith('at ') ? `${at} ${row(name.slice(3))}` : row(name),
  )
  return [first, ...others].join(', ')
}

/** Both values; of numbers that are alike in the digits told, the second as the change from the first. */
function valuesOf(
  { baseline, policy }: Parting,
  language: Language,
  labels: Labels,
): readonly [string, string] {
  const [one, other] = [amountIn(baseline), amountIn(policy)]
  if (one === undefined || other === undefined)
    return [word(baseline, language, labels), word(policy, language, labels)]
  const unit = displayUnit(one.unit || other.unit, 0, language)
  const shown = (value: number) => {
    const size = Number((value * unit.factor).toPrecision(DIGITS))
    const [, decimals = ''] = String(size).split('.')
    return amountText(fixed(size, decimals.length, language), unit.name, language)
  }
  const change = (other.value - one.value) * unit.factor
  const [before, after] = [shown(one.value), shown(other.value)]
  if (before !== after) return [before, after]
  return [before, amountText(signed(change, decimalsFor(change, 3), language), unit.name, language)]
}

/** A number with its unit, as the state prints it. */
function amountIn(text: string): { readonly value: number; readonly unit: string } | undefined {
  const [, number, unit = ''] = /^(-?\d[\d.]*(?:e[-+]?\d+)?)(?: (\S.*))?$/.exec(text) ?? []
  return number === undefined ? undefined : { value: Number(number), unit }
}

const WORDS = /^(yes|no|none|true|false|never)$/

/** A word of the state, or the name of a row. */
function word(text: string, language: Language, labels: Labels): string {
  if (WORDS.test(text)) return language === 'id' ? valueId(text) : text
  return text
    .split(', ')
    .map((name) => labels[name] ?? (language === 'id' ? valueId(name) : name))
    .join(', ')
}
