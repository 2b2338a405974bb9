/** The printed answer of a study. */
import type { Scenario } from '../../scenario/index.ts'
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
import { answerParts } from '../answer.ts'
import { differencesTold } from '../differences.ts'
import { dated } from '../effect-tables.ts'
import type { Language } from '../input.ts'
import { labelsOf } from '../labels.ts'
import { levelSentences } from '../level-sentences.ts'
import { labelsIn, windowName } from '../name-words.ts'
import type { PagePolicy } from '../page-input.ts'
import { pageWords } from '../page-words.ts'
import { readingWords } from '../reading-words.ts'
import { levelsIn, policiesTold } from '../told.ts'
import { untoldIn, untoldPolicies } from '../untold.ts'
import { words } from '../words.ts'
import { budgetLines } from './budget-lines.ts'
import { wrapped } from './columns.ts'
import { combinationLines } from './combined.ts'
import { effectsTable, levelsTable, meansNote } from './effects-table.ts'
import { enoughLines } from './enough.ts'
import { headingLines } from './heading.ts'
import { peopleTables } from './people-tables.ts'
import { differenceLines, proofLines, warningLines } from './proof-lines.ts'
import { terminalWords } from './terminal-words.ts'
import { whyLines } from './why.ts'

/** Where an answer is kept. */
export interface Kept {
  readonly output: string
  /** False where an earlier study that is complete keeps the folder. */
  readonly written: boolean
  /** The folder of single runs. */
  readonly runs: string
  /** The report, where one was drawn, and the command that opens it. */
  readonly report?: { readonly file: string; readonly command: string }
  /** Whether charts and the page were wanted. */
  readonly drawn: boolean
}

type Labels = Readonly<Record<string, string>>

/** What was found, the answer first. An empty line ends it; where it is kept may follow (`keptLines`). */
export function printed(answer: Answer, language: Language = 'en'): string[] {
  const { scenarios, results } = answer
  const [baseline, ...policies] = scenarios
  const { noRun } = terminalWords[language]
  if (results.length === 0) return [...headingLines(scenarios.at(-1)!, language), '', noRun, '']
  const labels = labelsIn(language, labelsOf(scenarios))
  if (policies.length === 0) return [...levelLines(answer, baseline, language, labels), '']
  const told = policiesTold(answer)
  const lines = policies.flatMap((policy) => [
    ...headingLines(policy, language),
    ...told
      .filter(({ name }) => name === policy.name)
      .flatMap((one) => sentenceLines(one, language, labels)),
    '',
    ...policyLines(answer, policy, language, labels),
    '',
  ])
  const combined = answer.combined.flatMap((one) =>
    combinationLines(one, results, labels, language),
  )
  return combined.length > 0 ? [...lines, ...combined.slice(1), ''] : lines
}

/** What the first screen of the report says: the window, and the sentences that answer. */
function sentenceLines(policy: PagePolicy, language: Language, labels: Labels): string[] {
  const window = readingWords[language].mainWindow(dated(policy.main, language))
  return [
    '',
    ...wrapped(window, '', ''),
    ...answerParts(policy, language, labels).first.flatMap((one) => wrapped(one)),
  ]
}

/** Levels of a scenario alone: those that the report tells first, then window by window. */
function levelLines(
  answer: Answer,
  scenario: Scenario,
  language: Language,
  labels: Labels,
): string[] {
  const [first] = levelsIn(answer)
  const sentences =
    first === undefined
      ? []
      : [
          '',
          ...wrapped(readingWords[language].mainWindow(dated(first, language)), '', ''),
          ...levelSentences(first, language, labels).flatMap((one) => wrapped(one)),
        ]
  const tables = answer.levels.flatMap(({ levels: rows, ...dates }) => {
    const shown = headlines(rows, answer.results[0].cells, answersIn([scenario.input])).filter(
      there,
    )
    return [
      '',
      `${windowName(dates.window, language)}: ${meanOf(dates, rows, language)}`,
      ...levelsTable(shown, labels, language),
      ...meansNote(shown, labels, language),
    ]
  })
  return [...headingLines(scenario, language), ...sentences, ...tables]
}

/** Everything else that is told of a policy: what differs, the tables, and how sure it is. */
function policyLines(
  answer: Answer,
  policy: Scenario,
  language: Language,
  labels: Labels,
): string[] {
  const { scenarios, question, results } = answer
  const [baseline] = scenarios
  const arm = question.policies.find(({ scenario }) => scenario === policy.name)!
  const main = mainWindowOf(answer.effects, policy, question, answer.window)
  const effect = mainEffect(answer.effects, policy, question, results, answer.window)
  return [
    ...differenceLines(differencesTold(baseline, policy)[language], language),
    ...proofLines(arm, proofOf(results, policy.name), language, labels),
    ...warningLines(baseline, policy, arm, language),
    ...(untoldPolicies(answer).includes(policy.name) ? [terminalWords[language].noEffects] : []),
    ...effectLines(answer, policy, language, labels),
    ...peopleTables(answer.people, arm, question.baseline, main?.window, labels, language),
    ...(effect ? ['', ...enoughLines(effect, answer, labels, language)] : []),
    ...budgetsOf(answer, policy).flatMap((one) => budgetLines(one, labels, language)),
    ...answer.why
      .filter(({ scenario }) => scenario === policy.name)
      .flatMap((why) => whyLines(why, labels, language)),
  ]
}

const budgetsOf = ({ budgets, scenarios }: Answer, policy: Scenario) =>
  scenarios[0].textbook ? [] : budgets.filter(({ scenario }) => scenario === policy.name)

/** Effects window by window: of the main one every group, of the others what is of the whole market. */
function effectLines(
  answer: Answer,
  policy: Scenario,
  language: Language,
  labels: Labels,
): string[] {
  const { question, results, scenarios } = answer
  const say = terminalWords[language]
  const arm = question.policies.find(({ scenario }) => scenario === policy.name)!
  const windows = answer.effects.filter(({ scenario }) => scenario === policy.name)
  const answers = answersIn([policy.input])
  const rowsTold = (rows: readonly Effect[]) =>
    headlines(rows, cellsOf(results, policy.name), answers)
  const main = mainWindowOf(answer.effects, policy, question, answer.window)
  const isNamed = (one: Dated) => answer.window !== undefined && one === main
  const isSure = budgetsOf(answer, policy).some((one) => one.budgets.length > 0)
  // Before the first difference there is nothing to tell, unless it is asked for.
  const from = arm.fork === 0 ? '' : dateOfFork(arm)
  const shown = windows.filter((one) => one.from >= from || isNamed(one))
  return (shown.length > 0 ? shown : windows).flatMap(({ effects: rows, ...dates }) => {
    const isMain = dates.window === main?.window
    const name = windowName(dates.window, language)
    const called = isMain && shown.length > 1 ? `${name} (${say.main})` : name
    const effects = rowsTold(rows)
    return [
      '',
      ...wrapped(say.comparedWith(called, scenarios[0].name, meanOf(dates, rows, language))),
      ...effectsTable(effects.filter(isMain ? something : whole), labels, language),
      ...(isMain
        ? [
            ...meansNote(effects, labels, language),
            ...wrapped(pageWords[language].sentences.intervals(isSure)),
          ]
        : []),
    ]
  })
}

/**
 * Where it is kept, and last how the report is opened.
 * @param kept absent where no folder is written
 */
export function keptLines(
  answer: Answer,
  kept: Kept | undefined,
  language: Language = 'en',
): string[] {
  if (kept === undefined) return []
  const { results, effects } = answer
  const { output, written, runs: folder, report, drawn } = kept
  const say = terminalWords[language].kept
  const groups =
    results.length > 0 && effects.length > 0 ? [say.groups(`${output}/effects.csv`)] : []
  const untold = untoldIn(answer, language, drawn)
  const left = untold === undefined ? [] : wrapped(untold, '', '  ')
  const opened = report === undefined ? [] : [say.report(report.file, report.command)]
  if (written) return [...groups, ...left, say.written(output), ...opened]
  const runs = results.length > 0 ? [say.runs(folder)] : []
  return [say.earlier(output), ...runs]
}

/** The main window is printed by group, without what is nought in both worlds; the others in brief. */
const something = (row: Effect) => row.baseline !== 0 || row.policy !== 0

const whole = (row: Effect) => row.group === 'all' && something(row)

function meanOf(
  { from, to }: Dated,
  rows: readonly { readonly runs: number }[],
  language: Language,
): string {
  const runs = Math.max(0, ...rows.map((row) => row.runs))
  return terminalWords[language].meanOf(from, to, words[language].runs(runs))
}
