/** What differs between two worlds and from when on, for a terminal. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import { type Scenario, unpaired } from '../../scenario/index.ts'
import { type PolicyArm, type Proof, type RowsApart, rowsApart } from '../../study/index.ts'
import { formatDate } from '../format.ts'
import type { Language } from '../input.ts'
import { pageWords } from '../page-words.ts'
import { partingText } from '../parting.ts'
import { wrapped } from './columns.ts'
import { terminalWords } from './terminal-words.ts'

type Labels = Readonly<Record<string, string>>

/** Changes named in the terminal; all of them stand in the manifest. */
const MOST_NAMED = 12

/** What the inputs differ in, in words. */
export function differenceLines(differences: readonly string[], language: Language): string[] {
  const say = pageWords[language]
  if (differences.length === 0) return [say.nothingDiffers]
  const left = differences.length - MOST_NAMED
  return [
    say.heads.changed,
    ...differences.slice(0, MOST_NAMED).flatMap((one) => wrapped(one, '  ', '    ')),
    ...(left > 0 ? [`  ${terminalWords[language].moreDiffer(left)}`] : []),
  ]
}

/** A warning of the page, whose first word is loud in a terminal. */
const loud = (warning: string): string[] =>
  wrapped(
    warning.replace(/^[^:]+:/, (word) => word.toUpperCase()),
    '',
    '  ',
  )

/** Where random numbers are not paired: always reported. */
export const unpairedLines = (parts: readonly string[], language: Language): string[] =>
  parts.length === 0
    ? []
    : [
        ...loud(pageWords[language].warnings.unpaired),
        ...parts.flatMap((part) => wrapped(part, '  ', '    ')),
      ]

/** Where agents are not the same in both worlds, and so are not followed: what is left out, and what brings it back. */
export function leftOutLines(apart: readonly RowsApart[], language: Language): string[] {
  if (apart.length === 0) return []
  const { theirOrder } = terminalWords[language]
  const parts = apart.map(
    ({ table, rows }) => `${table}: ${rows.length === 0 ? theirOrder : rows.join(', ')}`,
  )
  return loud(pageWords[language].warnings.leftOut(parts.join('; ')))
}

/** Until when constants are solved, where something differs before; undefined where nothing does. */
export const solvedUntil = ({ input, fork }: PolicyArm): string | undefined =>
  fork >= Math.min(input.solveUntil, input.days)
    ? undefined
    : dateOfDay(dayOfDate(input.start) + input.solveUntil)

/** Constants calibrated while a policy is in force absorb part of it: always reported. */
export function solvedLines(arm: PolicyArm, language: Language): string[] {
  const until = solvedUntil(arm)
  if (until === undefined) return []
  return loud(pageWords[language].warnings.solved(formatDate(until, language)))
}

/** All that a reader of effects must be warned of. */
export const warningLines = (
  { input: before }: Pick<Scenario, 'input'>,
  { input: after }: Pick<Scenario, 'input'>,
  arm: PolicyArm,
  language: Language = 'en',
): string[] => [
  ...unpairedLines(unpaired(before, after), language),
  ...leftOutLines(rowsApart(before, after), language),
  ...solvedLines(arm, language),
]

/** From when on the worlds may differ, how that is known, and what differs first. */
export function proofLines(
  arm: PolicyArm,
  proof: Proof | undefined,
  language: Language,
  labels: Labels,
): string[] {
  const say = pageWords[language]
  const only = terminalWords[language]
  const answered = (text: string) => wrapped(`${say.heads.proof} ${text}`)
  if (proof === undefined || proof.days === 0)
    return [...answered(say.noProof), ...(arm.fork === 0 ? partings(proof, language, labels) : [])]
  const until = formatDate(proof.until, language)
  if (!proof.equal)
    return [
      ...answered(say.proofBroken(until)),
      ...(proof.first === undefined
        ? []
        : wrapped(only.partEarly(formatDate(proof.first.date, language)))),
      ...partings(proof, language, labels),
    ]
  if (arm.fork >= arm.input.days) return wrapped(only.throughout(arm.input.days, proof.days))
  return [...answered(say.proofText(proof.days, until)), ...partings(proof, language, labels)]
}

function partings(proof: Proof | undefined, language: Language, labels: Labels): string[] {
  const { first, decision } = proof ?? {}
  const say = terminalWords[language]
  if (first === undefined) return wrapped(say.noParting)
  const lines = wrapped(pageWords[language].first(...partingText(first, language, labels)))
  if (first.label === 'rows') return lines
  if (decision === undefined) return [...lines, ...wrapped(say.noDecision)]
  return decision === first
    ? lines
    : [...lines, ...wrapped(say.decision(...partingText(decision, language, labels)))]
}
