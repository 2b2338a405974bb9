/** The report of a study: its charts and its page, in both languages. */
import { knownMeasures, type Measure, measureCalled, REGISTER } from '../market/index.ts'
import { areListed, type Scenario, shellLine } from '../scenario/index.ts'
import {
  type Answer,
  CALL,
  coverageOf,
  dateOfFork,
  type Effect,
  PROGRAM,
  runsOf,
  solvedLevels,
  type Target,
} from '../study/index.ts'
import { answerParts } from './answer.ts'
import { drawn } from './drawn.ts'
import { eventsOf } from './events.ts'
import { differencesOver, levelsOver } from './figures/course.ts'
import type { Language } from './input.ts'
import { labelsOf } from './labels.ts'
import { reportPage } from './page.ts'
import type { DrawnChart, LevelsTable, PageInput, PagePolicy } from './page-input.ts'
import { chartsTold, levelsIn, policiesTold, told } from './told.ts'
import { words } from './words.ts'

/** What the report takes beside the answer. */
export interface Made {
  readonly language: Language
  readonly fingerprint: string
  readonly command: readonly string[]
  /** Written 2026-11-29. */
  readonly date: string
  /** The platform that the study ran on: `v20.20.2` of Node. */
  readonly platform: string
  /** What was seen of the country, for the figures of the nation. */
  readonly targets?: readonly Target[]
}

export interface StudyReport {
  /** In the language asked for. */
  readonly charts: readonly DrawnChart[]
  /** One page in both languages; none where no run of a policy came to an end. */
  readonly page: string | undefined
}

/** Policies up to which every measure has pictures over time; of more, what the answers begin with. */
const FEW_POLICIES = 3

/** Measures that have pictures over time. */
function drawnOver(policies: readonly PagePolicy[]): Pick<Measure, 'name' | 'overTime'>[] {
  const told = ({ measure: name, group }: Pick<Effect, 'measure' | 'group'>) => {
    const overTime = group === 'all' ? undefined : measureCalled(name)?.overTime
    return { name, ...(overTime === undefined ? {} : { overTime }) }
  }
  const begun = policies.flatMap((policy) => {
    const { subject } = answerParts(policy, 'en', {})
    return subject === undefined ? [] : [told(subject)]
  })
  const all =
    policies.length > FEW_POLICIES ? [] : knownMeasures().filter(({ overTime }) => overTime)
  return [...all, ...begun]
}

/** The differences of every policy over time. */
function coursesOf({ scenarios, question, results }: Answer, policies: readonly PagePolicy[]) {
  const measures = drawnOver(policies)
  const baseline = runsOf(results, question.baseline.scenario)
  const courses = policies.flatMap(({ name, main }) => {
    const arm = question.policies.find(({ scenario }) => scenario === name)!
    const scenario = scenarios.find((one) => one.name === name)!
    const about = { told: measures, window: main, events: eventsIn(scenario), apart: true }
    const from = arm.fork === 0 ? '' : dateOfFork(arm)
    const course = differencesOver(baseline, runsOf(results, name), about, from)
    return course === undefined ? [] : [[name, course] as const]
  })
  return Object.fromEntries(courses)
}

const eventsIn = (scenario: Scenario) => ({
  en: eventsOf(scenario, 'en'),
  id: eventsOf(scenario, 'id'),
})

/** Of a scenario alone, its levels over time, and those that are solved on paper. */
function aloneOf(
  { scenarios: [scenario], question, results }: Answer,
  levels: readonly LevelsTable[],
) {
  if (question.policies.length > 0) return {}
  const [first] = levels
  const drawn = [
    ...knownMeasures().filter(({ overTime }) => overTime),
    ...(first?.levels.slice(0, 1) ?? []).map(({ measure }) => ({ name: measure })),
  ]
  const about = { told: drawn, window: first, events: eventsIn(scenario), apart: true }
  const levelCourse = levelsOver(runsOf(results, question.baseline.scenario), about)
  const paper = solvedLevels(scenario.input)
  return {
    ...(levelCourse === undefined ? {} : { levelCourse }),
    ...(paper === undefined ? {} : { paper }),
  }
}

/** What the page is made from; undefined where no run of a policy came to an end. */
export function pageInputOf(answer: Answer, made: Made): PageInput | undefined {
  const { scenarios, question, results } = answer
  const policies = policiesTold(answer)
  if (policies.length === 0 && question.policies.length > 0) return undefined
  const levels = levelsIn(answer)
  const [baseline] = scenarios
  const last = scenarios[scenarios.length - 1]
  // Of several policies none has the question of the whole, but where all are run together.
  const isOne = scenarios.length <= 2 || answer.combined.length > 0
  return {
    language: made.language,
    title: isOne ? told(last, 'title') : { en: words.en.policies, id: words.id.policies },
    question: isOne ? told(last, 'question') : { en: '', id: '' },
    baseline: told(baseline, 'title'),
    levels,
    policies,
    combinations: answer.combined.flatMap(({ combinations }) => combinations),
    courses: coursesOf(answer, policies),
    ...aloneOf(answer, levels),
    labels: labelsOf(scenarios),
    country: !areListed(baseline.input),
    coverage: coverageOf(runsOf(results, baseline.name), made.targets ?? []),
    register: REGISTER,
    repeat: {
      program: PROGRAM,
      node: made.platform,
      date: made.date,
      command: `${CALL} ${shellLine(made.command)}`,
      seed: question.seed,
      runs: question.runs,
      fingerprint: made.fingerprint,
      states: results.map(({ scenario, run, seed, stateHash }) => ({
        ...{ scenario, run, seed, stateHash },
      })),
    },
  }
}

/** Draws the charts in the language asked for and makes the page in both. */
export async function reportOf(answer: Answer, made: Made): Promise<StudyReport> {
  const own = chartsTold(answer, policiesTold(answer), made.fingerprint, made.language)
  const charts = await Promise.all(own.map((chart) => drawn(chart, true)))
  const input = pageInputOf(answer, made)
  return { charts, page: input && reportPage(input) }
}
