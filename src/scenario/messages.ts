/** Findings in sentences. The words are in `messages-en.ts` and `messages-id.ts`; the rest of the floor hands on facts. */
import type { Finding, FindingCode, FindingWords, Spoken } from './finding.ts'
import { english } from './messages-en.ts'
import { indonesian } from './messages-id.ts'
import { type Speech, type UnitName, worded } from './phrases.ts'
import { inColumns, printable } from './printable.ts'

const WORDS: Readonly<Record<Speech, FindingWords>> = { en: english, id: indonesian }

const WIDEST = 100

/** Findings that hand on the words of another program. */
const FOREIGN: readonly string[] = ['syntax', 'broken-policy']

/** What the sentence of a policy may take up. */
const SENTENCE = 1000

/** What a list of names may take up of a message, or words of another program. */
const LISTED = 400

/** What a fact is called in a language; what is of the file is the same in all. */
function spoken(
  finding: Finding,
  key: Spoken,
  language: Speech,
  unitName?: UnitName,
): string | undefined {
  const phrase = finding.phrases?.[key]
  return phrase === undefined ? finding[key] : worded(phrase, language, unitName)
}

/** The message without its place. What it quotes is printable and short. */
export const messageOf = (finding: Finding): string => messageIn('en')(finding)

/** The same in a language. */
export const messageIn =
  (language: Speech, unitName?: UnitName) =>
  (finding: Finding): string => {
    const [got, expected] = (['got', 'expected'] as const).map((key) =>
      spoken(finding, key, language, unitName),
    )
    const quoted = {
      ...finding,
      name: printable(spoken(finding, 'name', language) ?? ''),
      ...(got === undefined
        ? {}
        : { got: printable(got, FOREIGN.includes(finding.code) ? LISTED : undefined) }),
      ...(expected === undefined ? {} : { expected: printable(expected, LISTED) }),
    }
    if (finding.says !== undefined) return printable(finding.says[language], SENTENCE)
    return WORDS[language].codes[finding.code as FindingCode](quoted)
  }

/** What stands below a message: the other place of a contradiction, and a way out. */
export const hintsIn =
  (language: Speech) =>
  ({ also, suggestion }: Finding): string[] => [
    ...(also === undefined ? [] : [WORDS[language].beside(printable(also, LISTED))]),
    ...(suggestion === undefined ? [] : [WORDS[language].meant(printable(suggestion, LISTED))]),
  ]

/** Place, fact, the line with a caret, a way out. */
export const formatFinding = (finding: Finding): string => formatIn('en')(finding)

/** The same in a language. */
export const formatIn =
  (language: Speech, unitName?: UnitName) =>
  (finding: Finding): string => {
    const { file, line, column } = finding
    const place = `${printable(file, LISTED)}:${line}:${column}`
    return [
      `${place}  ${messageIn(language, unitName)(finding)}`,
      ...(finding.excerpt.trim() === '' ? [] : underlined(finding)),
      ...hintsIn(language)(finding).map((hint) => `  ${hint}`),
    ].join('\n')
  }

/** The line, cut around the caret where it is long. */
function underlined({ excerpt, column, length }: Finding): string[] {
  const from = column > WIDEST - 20 ? column - 40 : 0
  const cut = excerpt.slice(from, from + WIDEST)
  const at = column - 1 - from
  const carets = '^'.repeat(Math.max(1, Math.min(length, cut.length - at)))
  return [`  ${inColumns(cut)}`, `  ${' '.repeat(at)}${carets}`]
}
