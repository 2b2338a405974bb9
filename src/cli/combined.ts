/** Policies together: the scenario in which all are at work, and its effect beside the sum of theirs. */
import { dayOfDate } from '../engine/index.ts'
import { formatEffect } from '../report/index.ts'
import { combine, fingerprint } from '../scenario/index.ts'
import {
  type Combination,
  combinations,
  headlines,
  type Question,
  type RunResult,
} from '../study/index.ts'
import { type Dated, type EffectsInWindow, runsOf } from './answers.ts'
import { aligned, fitted } from './columns.ts'
import { csv } from './csv.ts'
import type { Folder } from './folder.ts'
import type { Loaded } from './scenarios.ts'
import { badInput } from './stop.ts'

export interface CombinationsInWindow extends Dated {
  readonly combinations: readonly Combination[]
}

/**
 * The scenarios with one more in which all policies are at work.
 * @throws Stop where they cannot be
 */
export function withCombination(scenarios: readonly Loaded[]): Loaded[] {
  const [baseline, ...policies] = scenarios
  if (policies.length < 2)
    throw badInput('--combine needs two scenarios or more beside the baseline')
  const all = policies.reduce((sofar, next) => {
    const combined = combine(baseline.input, sofar, next)
    if (!combined.ok) throw badInput(combined.conflicts.join('\n\n'))
    const { input } = combined
    const unlike = next.windows.filter(
      ({ name }) => !sofar.windows.some((own) => own.name === name),
    )
    return {
      ...sofar,
      name: `${sofar.name}+${next.name}`,
      title: `${sofar.title} + ${next.title}`,
      question: 'Is it more or less than the sum of each?',
      indonesian: {
        title: `${sofar.indonesian.title} + ${next.indonesian.title}`,
        question: 'Apakah lebih atau kurang dari jumlah masing-masing?',
      },
      input,
      fingerprint: fingerprint(input),
      windows: [...sofar.windows, ...unlike],
    }
  })
  return [...scenarios, all]
}

/** In every window in which the combination, the last of the policies, may differ from the baseline. */
export function combinationsOf(
  question: Question,
  results: readonly RunResult[],
  effects: readonly EffectsInWindow[],
): CombinationsInWindow[] {
  const parts = question.policies.slice(0, -1)
  const all = question.policies.at(-1)!
  const of = (scenario: string) => runsOf(results, scenario)
  const zero = dayOfDate(all.input.start)
  return effects
    .filter(({ scenario, to }) => scenario === all.scenario && dayOfDate(to) - zero >= all.fork)
    .map(({ window, from, to }) => ({
      window,
      from,
      to,
      combinations: combinations(
        of(question.baseline.scenario),
        parts.map(({ scenario }) => of(scenario)),
        of(all.scenario),
        { name: window, from: dayOfDate(from) - zero, to: dayOfDate(to) - zero + 1 },
      ),
    }))
}

const KINDS = ['together', 'sum', 'interaction'] as const

export function writeCombinations(
  found: readonly CombinationsInWindow[],
  folder: Folder,
): string[] {
  if (found.length === 0) return []
  const rows = found.flatMap(({ combinations: all, ...dates }) =>
    all.map((one) => ({
      ...dates,
      scenario: one.scenario,
      parts: one.parts.join('; '),
      measure: one.measure,
      group: one.group,
      unit: one.unit,
      ...Object.fromEntries(
        KINDS.flatMap((kind) => [
          [kind, one[kind].mean],
          [`${kind}-low`, one[kind].low],
          [`${kind}-high`, one[kind].high],
        ]),
      ),
      runs: one.runs,
    })),
  )
  const about = ['scenario', 'parts', 'window', 'from', 'to', 'measure', 'group', 'unit']
  const numbers = KINDS.flatMap((kind) => [kind, `${kind}-low`, `${kind}-high`])
  folder.write(
    'combinations.csv',
    csv(rows as Record<string, unknown>[], [...about, ...numbers, 'runs']),
  )
  return ['combinations.csv']
}

/** The headlines of one window: the combination, the sum, and what they do together beyond it. */
export function combinationLines(
  { window, combinations: all }: CombinationsInWindow,
  results: readonly RunResult[],
  labels: Readonly<Record<string, string>>,
): string[] {
  const rows = headlines(all, results[0].cells).filter(({ group }) => group === 'all')
  const lines = rows.map((row) => {
    const largest = Math.max(...KINDS.map((kind) => Math.abs(row[kind].mean)))
    const text = (kind: (typeof KINDS)[number]) => {
      const { mean: difference, low, high } = row[kind]
      const sized = { ...row, baseline: largest, policy: largest, difference, low, high }
      return formatEffect(sized, 'en', labels)
    }
    const [together, sum, interaction] = KINDS.map(text)
    return [
      fitted(`${together.measure} (${together.unit})`, 40),
      together.difference,
      sum.difference,
      interaction.difference,
      row.runs < 2 ? 'needs 2 runs' : interaction.interval.replace(' … ', ' to '),
    ]
  })
  return [
    '',
    `${window}: together beside the sum of ${rows[0]?.parts.join(' and ') ?? 'each'}`,
    ...aligned([['', 'together', 'sum', 'interaction', '95 % interval'], ...lines]),
  ]
}
