/** Why: contributions of mechanisms to the effects of policies, in a file and for a terminal. */
import { dayOfDate } from '../engine/index.ts'
import { formatEffect } from '../report/index.ts'
import {
  armsOf,
  type Contribution,
  contributions,
  MARKET_ANSWERS,
  mechanismsOf,
  POLICY_PARTS,
  type Question,
  REST,
  type RunResult,
  WHOLE,
} from '../study/index.ts'
import { type Dated, type EffectsInWindow, mainWindow } from './answers.ts'
import { aligned, fitted } from './columns.ts'
import { csv } from './csv.ts'
import type { Folder } from './folder.ts'
import { differByDatesOnly, type Loaded } from './scenarios.ts'
import { badInput } from './stop.ts'

export interface Why extends Dated {
  readonly scenario: string
  readonly contributions: readonly Contribution[]
}

const LABELS = new Map(
  [...POLICY_PARTS, REST, ...MARKET_ANSWERS].map(({ name, label }) => [name, label]),
)
const labelOf = (mechanism: string): string => LABELS.get(mechanism) ?? 'The whole effect'

/**
 * The question with the worlds that explain the effects of its policies.
 * @throws Stop where a scenario is no dated change of the baseline
 */
export function withReasons(question: Question, scenarios: readonly Loaded[]): Question {
  const { baseline, policies } = question
  const faults = scenarios.slice(1).flatMap((policy) => {
    const arm = policies.find(({ scenario }) => scenario === policy.name)!
    if (!differByDatesOnly(scenarios[0], policy))
      return [
        `--why divides dated changes: ${policy.name} has other values from the first day on\nput them into ${baseline.scenario} too, and change them by courses or policies`,
      ]
    return mechanismsOf(baseline.input, arm.input).length === MARKET_ANSWERS.length
      ? [`--why: nothing that ${policy.name} sets differs from ${baseline.scenario}`]
      : []
  })
  if (faults.length > 0) throw badInput(faults.join('\n'))
  return { ...question, aside: policies.flatMap((arm) => armsOf(baseline, arm)) }
}

/** Contributions to every policy's effect in its main window. */
export function whyOf(
  question: Question,
  scenarios: readonly Loaded[],
  results: readonly RunResult[],
  aside: readonly RunResult[],
  effects: readonly EffectsInWindow[],
): Why[] {
  if (question.aside === undefined) return []
  return question.policies.flatMap((arm) => {
    const policy = scenarios.find(({ name }) => name === arm.scenario)!
    const main = mainWindow(
      effects.filter(({ scenario }) => scenario === arm.scenario),
      policy,
      arm.fork,
    )
    if (main === undefined) return []
    const { window, from, to } = main
    const zero = dayOfDate(arm.input.start)
    const days = { name: window, from: dayOfDate(from) - zero, to: dayOfDate(to) - zero + 1 }
    const found = contributions(question.baseline, arm, results, aside, days)
    return [{ scenario: arm.scenario, window, from, to, contributions: found }]
  })
}

export function writeDecomposition(found: readonly Why[], folder: Folder): string[] {
  if (found.length === 0) return []
  const rows = found.flatMap(({ contributions: parts, ...dates }) =>
    parts.map((part) => ({
      ...dates,
      ...part,
      label: labelOf(part.mechanism),
      value: part.value.mean,
      low: part.value.low,
      high: part.value.high,
    })),
  )
  const about = ['scenario', 'window', 'from', 'to', 'measure', 'group', 'unit'] as const
  const numbers = ['value', 'low', 'high', 'runs'] as const
  folder.write('decomposition.csv', csv(rows, [...about, 'mechanism', 'label', ...numbers]))
  return ['decomposition.csv']
}

/** A block a measure: the whole effect, and below it what each mechanism adds. */
export function whyLines(
  { window, contributions: parts }: Why,
  labels: Readonly<Record<string, string>>,
): string[] {
  const measures = [...new Set(parts.map(({ measure, group }) => `${measure} ${group}`))]
  const rows = measures.flatMap((name) => {
    const own = parts.filter(({ measure, group }) => `${measure} ${group}` === name)
    const largest = Math.max(...own.map(({ value }) => Math.abs(value.mean)))
    const whole = own.find(({ mechanism }) => mechanism === WHOLE)!
    return [whole, ...own.filter((part) => part !== whole)].map((part) => {
      const { mean: difference, low, high } = part.value
      // As large as the largest, so that all rows of a measure have one unit.
      const sized = { ...part, baseline: largest, policy: largest, difference, low, high }
      const text = formatEffect(sized, 'en', labels)
      const about = part.group === 'all' ? text.measure : `${text.measure}: ${text.group}`
      return [
        fitted(part === whole ? `${about} (${text.unit})` : `  ${labelOf(part.mechanism)}`, 58),
        text.difference,
        part.runs < 2 ? 'needs 2 runs' : text.interval.replace(' … ', ' to '),
        // Parts of a whole that may be nothing have no share in it.
        !(whole.value.low > 0 || whole.value.high < 0)
          ? ''
          : `${Math.round((100 * difference) / whole.value.mean)} %`.replace('-', '−'),
      ]
    })
  })
  return [
    '',
    `why, ${window}: what each mechanism adds, averaged over the orders in which they are added`,
    ...aligned([['', 'adds', '95 % interval', 'of the whole'], ...rows]),
  ]
}
