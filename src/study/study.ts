/** A study from its question to its answer: runs carried out, and what they say. */
import { hashText } from '../engine/index.ts'
import { BadInput, nearest, printable, type Scenario, substanceKey } from '../scenario/index.ts'
import {
  cellsOf,
  type Dated,
  type EffectsInWindow,
  effectsOf,
  type LevelsInWindow,
  levelsOf,
  mainWindowOf,
  windowsFor,
  withMain,
} from './answers.ts'
import { type Budget, budgetOf, type KnownStudy } from './budget.ts'
import { type CombinationsInWindow, combinationsOf, withCombination } from './combined.ts'
import { groupsOf } from './frame.ts'
import { answersIn, headlines } from './headlines.ts'
import { mainEffect } from './main-effect.ts'
import { type PeopleFound, peopleOf } from './people.ts'
import { answerUntil, type Precision, type Stopped } from './precision.ts'
import { type Asked, questionOf } from './question.ts'
import type { RunRecord } from './record.ts'
import type { Effect, RunResult } from './results.ts'
import type { AnswerOptions, BrokenRun, Runner } from './runner.ts'
import type { Question } from './task.ts'
import type { RunPeople } from './watch.ts'
import { type Why, whyOf, withReasons } from './why.ts'
import type { Window } from './window.ts'

/** What is to be found out: scenarios (the baseline first), and what is asked of them. */
export interface Design {
  readonly scenarios: readonly Scenario[]
  readonly question: Question
  /** Whether the last scenario is all the others together. */
  readonly combined: boolean
  /** Half the 95 % interval of the main effects, as a share of each, until which runs are added. */
  readonly precision: number | undefined
  /** Runs at which adding ends. */
  readonly maxRuns: number
  /** The name of the main window of every policy; undefined: each has its own. */
  readonly window?: string | undefined
}

export interface DesignOptions extends Asked {
  /** Also run all policies together, beside the sum of each. */
  readonly combine?: boolean
  /** Also run the worlds that divide each effect over mechanisms. */
  readonly why?: boolean
  readonly precision?: number | undefined
  readonly maxRuns?: number | undefined
  /** The name of the window that stands for every policy. */
  readonly window?: string | undefined
}

/** Runs at which a study with a precision ends in any case. */
export const MOST_RUNS = 64

/**
 * @param read the baseline, then a scenario a policy; the baseline alone where only its levels are asked for
 * @throws BadInput where policies cannot be combined or divided, or have no window of the name asked for
 */
export function designOf(read: readonly Scenario[], options: DesignOptions = {}): Design {
  checkNumbers(options)
  const { combine = false, why = false, precision, maxRuns = MOST_RUNS, window } = options
  const scenarios = combine ? withCombination(read) : read
  const asked = questionOf(scenarios, options)
  const question = why ? withReasons(asked, scenarios) : asked
  const alone = scenarios.length === 1
  if (window !== undefined) checkWindow(window, scenarios, question)
  return {
    scenarios,
    question,
    combined: combine,
    precision: alone ? undefined : precision,
    maxRuns,
    window,
  }
}

/** Runs that a comparison may have: studies of more points are made with `pasar study`. */
const MOST_ASKED = 10_000

/** @throws BadInput with every number that cannot be meant */
function checkNumbers({ runs, precision, maxRuns }: DesignOptions): void {
  const isCount = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_ASKED
  const isShare = (value: number) => value > 0 && value <= 1
  const faults = [
    ...(runs === undefined || isCount(runs)
      ? []
      : [`runs is ${runs}, expected a whole number from 1 to 10,000`]),
    ...(maxRuns === undefined || isCount(maxRuns)
      ? []
      : [`maxRuns is ${maxRuns}, expected a whole number from 1 to 10,000`]),
    ...(precision === undefined || isShare(precision)
      ? []
      : [`precision is ${precision}, expected a share above 0, up to 1`]),
  ]
  if (faults.length > 0) throw new BadInput(...faults)
}

/** What is run, whatever the number of runs: more runs of the same are added to those there are. */
export const fingerprintOf = ({ scenarios, question }: Design): string =>
  hashText(JSON.stringify([...scenarios.map(({ fingerprint }) => fingerprint), question.seed]))

/** @throws BadInput where a policy, or the one scenario that is run, has no such window */
function checkWindow(name: string, scenarios: readonly Scenario[], question: Question): void {
  const { baseline, policies } = question
  const arms = policies.length > 0 ? policies : [baseline]
  const faults = arms.flatMap((arm) => {
    const policy = scenarios.find((scenario) => scenario.name === arm.scenario)!
    const known = windowsFor(policy, arm).map((window) => window.name)
    if (known.includes(name)) return []
    const meant = nearest(name, known)
    const hint = meant === undefined ? '' : `  did you mean ${meant}?`
    return [
      `--window is ${printable(name)}, which is no window of ${arm.scenario} in the days run${hint}\nit has: ${known.join(', ')}`,
    ]
  })
  if (faults.length > 0) throw new BadInput(...faults)
}

/** Every run of a design that came to its end. */
export interface Study extends Design {
  readonly results: readonly RunResult[]
  /** Runs of worlds that only explain. */
  readonly aside: readonly RunResult[]
  /** What became of agents, in order of policy and run. */
  readonly people: readonly RunPeople[]
  /** All runs as they are kept. */
  readonly records: readonly RunRecord[]
  readonly broken: readonly BrokenRun[]
  /** What ended it. */
  readonly stopped: Stopped
}

/** What a study says, window by window. */
export interface Answer extends Omit<Study, 'people' | 'combined' | 'records'> {
  readonly effects: readonly EffectsInWindow[]
  readonly levels: readonly LevelsInWindow[]
  readonly people: PeopleFound
  readonly why: readonly Why[]
  readonly combined: readonly CombinationsInWindow[]
  readonly budgets: readonly BudgetsInWindow[]
}

/** How sure the effects are that the answer tells, of a policy in its main window. */
export interface BudgetsInWindow extends Dated {
  readonly scenario: string
  /** Empty where no study is of this market and policy. */
  readonly budgets: readonly Budget[]
}

/** The windows in which a scenario of a design is reported. */
function windowsIn({ scenarios, question }: Design, name: string): readonly Window[] {
  const arm = [question.baseline, ...question.policies].find(({ scenario }) => scenario === name)!
  return windowsFor(scenarios.find((scenario) => scenario.name === name)!, arm)
}

/** The main effect of every policy, from the runs that have ended. */
function mainEffects(design: Design, results: readonly RunResult[]): Effect[] {
  const windows = effectsOf(design.question, results, (name) => windowsIn(design, name))
  return design.scenarios
    .slice(1)
    .flatMap((policy) => mainEffect(windows, policy, design.question, results, design.window) ?? [])
}

/** Runs a design, and more runs until it is as precise as asked. */
export async function carryOut(
  design: Design,
  runner: Runner,
  options: AnswerOptions = {},
): Promise<Study> {
  const { precision: within, maxRuns: most } = design
  const precision: Precision | undefined =
    within === undefined ? undefined : { within, most, main: (found) => mainEffects(design, found) }
  return { ...design, ...(await answerUntil(design.question, runner, options, precision)) }
}

/**
 * Puts the runs of a study together.
 * @param known studies of uncertainty that are at hand
 */
export function analysed(study: Omit<Study, 'records'>, known: readonly KnownStudy[] = []): Answer {
  const { scenarios, question, results, aside, people } = study
  const windows = (name: string) => windowsIn(study, name)
  const found = effectsOf(question, results, windows)
  const effects = withMain(found, scenarios.slice(1), question, study.window)
  const alone = question.policies.length === 0
  return {
    ...study,
    effects,
    levels: alone ? levelsOf(question, results, windows(question.baseline.scenario)) : [],
    people: peopleOf(people, question),
    why: whyOf(question, scenarios, results, aside, effects, study.window),
    combined: study.combined ? combinationsOf(question, results, effects) : [],
    budgets: scenarios.slice(1).flatMap((policy) => budgetsIn(study, policy, effects, known)),
  }
}

function budgetsIn(
  { scenarios, question, results, window }: Omit<Study, 'records'>,
  policy: Scenario,
  effects: readonly EffectsInWindow[],
  known: readonly KnownStudy[],
): BudgetsInWindow[] {
  const main = mainWindowOf(effects, policy, question, window)
  if (main === undefined || results.length === 0) return []
  const cells = cellsOf(results, policy.name)
  const groups = groupsOf(cells)
  const keys = [substanceKey(scenarios[0].input), substanceKey(policy.input)] as const
  const { scenario, window: name, from, to } = main
  const budgets = headlines(main.effects, cells, answersIn([policy.input])).flatMap((effect) => {
    const { measure, group } = effect
    const told = groups.find((one) => one.measure === measure && one.group === group)!
    const { dimension, row } = told
    return budgetOf({ effect, dimension, row, window: name, keys }, known) ?? []
  })
  return [{ scenario, window: name, from, to, budgets }]
}
