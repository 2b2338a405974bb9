/** The printed answer of a study. */
import { dateOfDay, dayOfDate } from '../engine/index.ts'
import { type Effect, headlines, type Question, type RunResult } from '../study/index.ts'
import { type Dated, type EffectsInWindow, type LevelsInWindow, mainWindow } from './answers.ts'
import { effectsTable, levelsTable } from './effects-table.ts'
import type { PeopleFound } from './people.ts'
import { peopleTables } from './people-tables.ts'
import type { Loaded } from './scenarios.ts'
import { labelsOf } from './study-files.ts'

export interface Answer {
  readonly scenarios: readonly Loaded[]
  readonly question: Question
  readonly results: readonly RunResult[]
  readonly effects: readonly EffectsInWindow[]
  readonly levels: readonly LevelsInWindow[]
  readonly people: PeopleFound
  readonly output: string
}

type Policy = Question['policies'][number]

/**
 * The first day that may differ: up to it the policy's world is the baseline's, for it starts from the
 * baseline's state on that day.
 */
export function identicalUntil({ input, fork }: Policy): string | undefined {
  return fork === 0 ? undefined : dateOfDay(dayOfDate(input.start) + fork)
}

function identity(policy: Policy): string[] {
  if (policy.fork >= policy.input.days)
    return ['identical throughout: nothing that the run depends on differs']
  const until = identicalUntil(policy)
  return until === undefined
    ? []
    : [`identical until ${until}: the policy starts from the baseline's state`]
}

export function printed(answer: Answer): string[] {
  const { scenarios, question, results, levels, output } = answer
  const [baseline, ...policies] = scenarios
  const end = ['', `written to ${output}`]
  if (results.length === 0) return [...heading(scenarios.at(-1)!), '', 'no run has ended', ...end]
  const labels = labelsOf(scenarios)
  const { cells } = results[0]
  if (policies.length === 0)
    return [
      ...heading(baseline),
      ...levels.flatMap(({ levels: rows, ...dates }) => [
        '',
        `${dates.window}: ${meanOf(dates, rows)}`,
        ...levelsTable(headlines(rows, cells), labels),
      ]),
      ...end,
    ]
  const lines = policies.flatMap((policy) => {
    const arm = question.policies.find(({ scenario }) => scenario === policy.name)!
    const windows = answer.effects.filter(({ scenario }) => scenario === policy.name)
    const main = mainWindow(windows, policy, arm.fork)
    // Before the first difference there is nothing to tell.
    const told = windows.filter(({ from }) => from >= (identicalUntil(arm) ?? ''))
    const tables = (told.length > 0 ? told : windows).flatMap(({ effects: rows, ...dates }) => [
      '',
      `${dates.window}, against ${baseline.name}: ${meanOf(dates, rows)}`,
      ...effectsTable(
        headlines(rows, cells).filter(dates.window === main?.window ? something : whole),
        labels,
      ),
    ])
    const people = peopleTables(answer.people, arm, question.baseline, main?.window, labels)
    return [...heading(policy), ...identity(arm), ...tables, ...people, '']
  })
  return [...lines, `every group: ${output}/effects.csv`, `written to ${output}`]
}

/** The main window is printed by group, without venues that trade in neither world; the others in brief. */
const something = (row: Effect) => whole(row) || row.baseline !== 0 || row.policy !== 0

const whole = ({ group }: Effect) => group === 'all'

const heading = ({ title, question }: Loaded) => (question === '' ? [title] : [title, question])

function meanOf({ from, to }: Dated, rows: readonly { readonly runs: number }[]): string {
  const runs = Math.max(0, ...rows.map((row) => row.runs))
  return `mean of ${from} to ${to}, ${runs === 1 ? '1 run' : `${runs} runs`}`
}
