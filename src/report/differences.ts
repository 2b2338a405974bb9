/** What differs between two scenarios, by the labels of what is declared and of rows, in both languages. */
import type { Parameter } from '../engine/index.ts'
import { policyCalled, TABLES } from '../market/index.ts'
import {
  type DifferenceWords,
  describeDifferences,
  englishDifferences,
  type Scenario,
} from '../scenario/index.ts'
import { differenceWords, valueId } from './difference-words.ts'
import type { Language } from './input.ts'
import { labelsOf } from './labels.ts'
import { labelsIn, policyName } from './name-words.ts'
import type { Told } from './page-input.ts'
import { said } from './text/parameter-words.ts'
import { nameOf } from './words.ts'

type Labels = Readonly<Record<string, string>>

/** Words around differences, which name values by their paths. */
export const wordsOfDifferences = (language: Language): DifferenceWords => WORDS[language]

const WORDS: Readonly<Record<Language, DifferenceWords>> = {
  en: englishDifferences,
  id: differenceWords,
}

/** A line a difference. */
export function differencesTold(before: Scenario, after: Scenario): Told<readonly string[]> {
  const labels = labelsOf([before, after])
  const lines = (language: Language) =>
    describeDifferences(before.input, after.input, wordsFor(language, labelsIn(language, labels)))
  return { en: lines('en'), id: lines('id') }
}

const wordsFor = (language: Language, labels: Labels): DifferenceWords => ({
  ...WORDS[language],
  value: (path, declared) =>
    declared === undefined ? path : valueName(path, declared, language, labels),
  row: (table, name) => WORDS[language].row(table, nameOf(name, language, labels)),
  policy: (name, settings) => policyText(name, settings, language, labels),
})

/** `Open share of the day (TikTok Shop)`: the label of a value, with the rows that it is of. */
function valueName(path: string, declared: Parameter, language: Language, labels: Labels): string {
  const [section, ...parts] = path.split('.')
  const table = TABLES.find(({ name }) => name === section)
  const rows = table === undefined ? [] : table.single ? parts.slice(1) : [parts[0], parts[2]]
  const of = rows.filter((row) => row !== undefined && row !== '*')
  const label = plain(said(declared.label, language))
  const names = of.map((row) => nameOf(row, language, labels))
  return names.length === 0 ? label : `${label} (${names.join(', ')})`
}

/** A label without what explains it: `Effective date: no order can be paid from then on`. */
const plain = (label: string): string => label.replace(/:.*$/, '')

/** Settings by their labels. The mark of a program from outside is none of them: it stands beside the name. */
function policyText(
  name: string,
  settings: readonly (readonly [string, string])[],
  language: Language,
  labels: Labels,
): string {
  const policy = policyCalled(name)
  const [declared, named] = [policy?.settings ?? {}, policy?.indonesian?.settings]
  const told = settings.flatMap(([setting, value]) => {
    const parameter = declared[setting]
    if (parameter === undefined) return []
    const label = (language === 'id' ? named?.[setting] : undefined) ?? parameter.label
    const isRow = parameter.kind === 'reference'
    const word = language === 'id' ? valueId(value) : value
    return [`${plain(label)}: ${isRow ? (labels[value] ?? word) : word}`]
  })
  const marks = settings.filter(([setting]) => declared[setting] === undefined)
  const mark = marks.map(([what, value]) => ` [${what} ${value.slice(0, MARK)}]`).join('')
  const settled = told.length === 0 ? '' : ` (${told.join('; ')})`
  return `${POLICY[language]} ${policyName(name, language)}${mark}${settled}`
}

const POLICY: Readonly<Record<Language, string>> = { en: 'policy', id: 'kebijakan' }

/** Letters of a mark that tell two programs of one name apart. */
const MARK = 8
