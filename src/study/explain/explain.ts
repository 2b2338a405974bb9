/** Asks an agent of a scenario why it did on a day what it did. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import {
  type Agent,
  type Explained,
  explainAgent,
  type MarketSnapshot,
} from '../../market/index.ts'
import { BadInput, type Scenario } from '../../scenario/index.ts'
import { seedOf } from '../seeds.ts'
import { agentText, readAgent, readDay } from './asked.ts'

export interface ExplainOptions {
  /** `buyer:4127`, `seller:12`, `creator:3` or `platform:tiktok-shop`. */
  readonly agent: string
  /** `2023-10-05`. */
  readonly day: string
  /** Number of the run, from 1: each has a seed of its own. */
  readonly run?: number
  /** Seed of the study, where it is not that of the scenario. */
  readonly seed?: string | undefined
  /** A state of that run on a Monday, or before it, from which it goes on; else it begins at the start. */
  readonly from?: MarketSnapshot
  /** Told each day that has passed, of one world after the other. */
  readonly progress?: (day: number) => void
}

/** What an agent did on a day of a run, and why. */
export interface Explanation extends Explained {
  readonly scenario: Scenario
  /** Number of the run, from 1, and the seed of its study. */
  readonly run: number
  readonly seed: string
}

const isFault = (read: unknown): read is { readonly fault: string } =>
  typeof read === 'object' && read !== null && 'fault' in read

/**
 * What is asked, as rows and days.
 * @throws BadInput with everything that is wrong with it
 */
export function askedOf(
  scenario: Scenario,
  { agent, day }: Pick<ExplainOptions, 'agent' | 'day'>,
): { readonly agent: Agent; readonly day: number } {
  const [who, when] = [readAgent(agent, scenario.input), readDay(day, scenario)]
  const faults = [who, when].flatMap((read) => (isFault(read) ? [read.fault] : []))
  if (isFault(who) || isFault(when)) throw new BadInput(...faults)
  return { agent: who, day: when }
}

/**
 * Why an agent did on a day what it did: recomputed from the keyed draws of that run.
 * @throws BadInput where there is no such agent or day, or it decides nothing then; the message says when it does
 */
export const explain = (scenario: Scenario, options: ExplainOptions): Explanation =>
  explainIn([scenario], options)[0]

/**
 * The same of several worlds of one seed, that of the first; in some of them the agent may decide nothing on that day.
 * @throws BadInput where there is no such agent or day, or it decides nothing then in any of them
 */
export function explainIn(
  scenarios: readonly Scenario[],
  options: ExplainOptions,
): readonly Explanation[] {
  const [{ seed: own }] = scenarios
  const { run = 1, seed = own, progress, from } = options
  const told = scenarios.map((scenario, before): Explanation => {
    const { agent, day } = askedOf(scenario, options)
    const asked = { agent, day, seed: seedOf(seed, run), ...(from ? { from } : {}) }
    const passed = (today: number) => progress?.(before * (day + 1) + today)
    return { ...explainAgent(scenario.input, asked, passed), scenario, run, seed }
  })
  if (told.every(({ decisions }) => decisions.length === 0)) throw new DecidesNothing(told)
  return told
}

/** None of the worlds that were asked has a decision on that day. */
export class DecidesNothing extends BadInput {
  readonly agent: Agent
  readonly day: number
  /** The first day after it on which the agent decides in one of them, since the start; undefined where there is none. */
  readonly next: number | undefined

  constructor(told: readonly Explanation[]) {
    super(...told.map((one) => silence(one, one.scenario)))
    const days = told.flatMap(({ next }) => (next === undefined ? [] : [next]))
    this.agent = told[0].agent
    this.day = told[0].day
    this.next = days.length === 0 ? undefined : Math.min(...days)
  }
}

/** That an agent decides nothing on a day, and when it does. */
export function silence(
  { agent, day, next }: Explained,
  { input, name }: Pick<Scenario, 'input' | 'name'>,
): string {
  const date = (one: number) => dateOfDay(dayOfDate(input.start) + one)
  const when = next === undefined ? 'nor in the year after it' : `it does on ${date(next)}`
  return `${agentText(agent, input)} decides nothing on ${date(day)} in ${name}: ${when}`
}
