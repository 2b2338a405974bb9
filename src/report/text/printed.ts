/** The printed answer of a study. */
import { describeDifferences, type Scenario } from '../../scenario/index.ts'
import {
  type Answer,
  answersIn,
  cellsOf,
  type Dated,
  dateOfFork,
  type Effect,
  headlines,
  mainEffect,
  mainWindowOf,
  proofOf,
  there,
} from '../../study/index.ts'
import { labelsOf } from '../labels.ts'
import { pageWords } from '../page-words.ts'
import { budgetLines } from './budget-lines.ts'
import { wrapped } from './columns.ts'
import { combinationLines } from './combined.ts'
import { effectsTable, levelsTable, meansNote } from './effects-table.ts'
import { enoughLines } from './enough.ts'
import { peopleTables } from './people-tables.ts'
import { differenceLines, proofLines, warningLines } from './proof-lines.ts'
import { whyLines } from './why.ts'

/** Where an answer is kept. */
export interface Kept {
  readonly output: string
  /** False where an earlier study that is complete keeps the folder. */
  readonly written: boolean
  /** The folder of single runs. */
  readonly runs: string
}

/** Levels of a scenario alone, window by window. */
const levelLines = (
  { levels, results, scenarios }: Answer,
  labels: ReturnType<typeof labelsOf>,
): string[] =>
  levels.flatMap(({ levels: rows, ...dates }) => {
    const shown = headlines(rows, results[0].cells, answersIn([scenarios[0].input])).filter(there)
    return [
      '',
      `${dates.window}: ${meanOf(dates, rows)}`,
      ...levelsTable(shown, labels),
      ...meansNote(shown, labels),
    ]
  })

/** What was found. An empty line ends it; where it is kept may follow (`keptLines`). */
export function printed(answer: Answer): string[] {
  const { scenarios, question, results } = answer
  const [baseline, ...policies] = scenarios
  if (results.length === 0) return [...heading(scenarios.at(-1)!), '', 'no run was completed', '']
  const labels = labelsOf(scenarios)
  if (policies.length === 0) return [...heading(baseline), ...levelLines(answer, labels), '']
  const lines = policies.flatMap((policy) => {
    const arm = question.policies.find(({ scenario }) => scenario === policy.name)!
    const windows = answer.effects.filter(({ scenario }) => scenario === policy.name)
    const answers = answersIn([policy.input])
    const told = (rows: readonly Effect[]) =>
      headlines(rows, cellsOf(results, policy.name), answers)
    const main = mainWindowOf(answer.effects, policy, question, answer.window)
    const isNamed = (one: Dated) => answer.window !== undefined && one === main
    const budgets = answer.budgets.filter(
      ({ scenario }) => scenario === policy.name && !baseline.textbook,
    )
    const isTold = budgets.some((one) => one.budgets.length > 0)
    // Before the first difference there is nothing to tell, unless it is asked for.
    const from = arm.fork === 0 ? '' : dateOfFork(arm)
    const shown = windows.filter((one) => one.from >= from || isNamed(one))
    const tables = (shown.length > 0 ? shown : windows).flatMap(({ effects: rows, ...dates }) => [
      '',
      `${dates.window}${dates.window === main?.window && shown.length > 1 ? ' (main window)' : ''}, compared with ${baseline.name}: ${meanOf(dates, rows)}`,
      ...effectsTable(told(rows).filter(dates.window === main?.window ? something : whole), labels),
      ...(dates.window === main?.window
        ? [...meansNote(told(rows), labels), ...wrapped(pageWords.en.sentences.intervals(isTold))]
        : []),
    ])
    const effect = mainEffect(answer.effects, policy, question, results, answer.window)
    const people = peopleTables(answer.people, arm, question.baseline, main?.window, labels)
    return [
      ...heading(policy),
      ...differenceLines(describeDifferences(baseline.input, policy.input)),
      ...proofLines(arm, proofOf(results, policy.name)),
      ...warningLines(baseline, policy, arm),
      ...tables,
      ...people,
      ...(effect ? ['', ...enoughLines(effect, answer, labels)] : []),
      ...budgets.flatMap((one) => budgetLines(one, labels)),
      ...answer.why
        .filter(({ scenario }) => scenario === policy.name)
        .flatMap((why) => whyLines(why, labels)),
      '',
    ]
  })
  const combined = answer.combined.flatMap((one) => combinationLines(one, results, labels))
  return combined.length > 0 ? [...lines, ...combined.slice(1), ''] : lines
}

/**
 * Where it is kept.
 * @param kept absent where no folder is written
 */
export function keptLines({ results, scenarios }: Answer, kept: Kept | undefined): string[] {
  if (kept === undefined) return []
  const { output, written, runs: folder } = kept
  const groups =
    results.length > 0 && scenarios.length > 1 ? [`all groups: ${output}/effects.csv`] : []
  if (written) return [...groups, `written to ${output}`]
  const runs = results.length > 0 ? [`complete runs of this study: ${folder}`] : []
  return [`${output} still contains the earlier study, which is complete`, ...runs]
}

/** The main window is printed by group, without what is nought in both worlds; the others in brief. */
const something = (row: Effect) => row.baseline !== 0 || row.policy !== 0

const whole = (row: Effect) => row.group === 'all' && something(row)

const heading = ({ title, question }: Scenario) => (question === '' ? [title] : [title, question])

function meanOf({ from, to }: Dated, rows: readonly { readonly runs: number }[]): string {
  const runs = Math.max(0, ...rows.map((row) => row.runs))
  return `mean of ${from} to ${to}, ${runs === 1 ? '1 run' : `${runs} runs`}`
}
