/** The scenarios of an experiment at a point, and the task that runs them. */
import type { MarketInput } from '../../market/index.ts'
import {
  forkOf,
  formatFinding,
  type Load,
  readScenario,
  resized,
  type Scenario,
  type ScenarioOptions,
} from '../../scenario/index.ts'
import { windowsFor } from '../answers.ts'
import { sharedKey } from '../record.ts'
import type { PolicyArm, Probe, Task } from '../task.ts'
import { isCalled, type Window, windowOfDates } from '../window.ts'
import type { Experiment, OutcomeAsked } from './experiment.ts'
import type { PlannedPoint, PlannedRun } from './plan.ts'

/** What cannot be run, in words: values that are each possible and not together. */
export class NoWorld extends Error {}

/**
 * @returns a task whose probes are those of the outcomes, in their order
 * @throws NoWorld where the values of the point make no scenario
 */
export function taskAt(
  experiment: Experiment,
  { sets, variant }: PlannedPoint,
  { seed, key }: PlannedRun,
  number: number,
  code: string,
  load: Load,
): Task {
  const whole = experiment.files.map((file, at) =>
    scenarioAt(file, { set: sets[at], over: variant ? [variant.file] : [] }, experiment, load),
  )
  const forks = whole.map(({ input }, at) => (at === 0 ? 0 : forkOf(whole[0].input, input)))
  const probes = experiment.outcomes.map((outcome) => probeOf(outcome, whole, forks))
  const days = Math.max(...probes.map((probe) => probe.days.to))
  const [baseline, ...policies] = whole.map(({ name, input }) => ({
    name,
    input: shortened(input, days),
  }))
  const arms = policies.map(
    (policy): PolicyArm => ({
      scenario: policy.name,
      input: policy.input,
      fork: forkOf(baseline.input, policy.input),
    }),
  )
  const arm = { scenario: baseline.name, input: baseline.input }
  const about = { baseline: arm, seed, run: number, code }
  return {
    run: number,
    seed,
    // The records themselves are kept nowhere: the key of the run says all that they depend on.
    baseline: { ...arm, key },
    policies: arms.map((one) => ({ ...one, key })),
    aside: [],
    probes,
    shared: sharedKey(about),
  }
}

const shortened = (input: MarketInput, days: number): MarketInput =>
  resized(input, { days: Math.min(days, input.days) })

function scenarioAt(file: string, laid: ScenarioOptions, { size }: Experiment, load: Load): World {
  const read = readScenario(file, load, laid)
  if (!read.ok) throw new NoWorld(read.findings.map(formatFinding).join('\n\n'))
  const { name, windows, input } = read.scenario
  return { name, windows, input: resized(input, size) }
}

/** A scenario at a point: its fingerprint is taken of no input that nobody asks it of. */
type World = Pick<Scenario, 'name' | 'windows' | 'input'>

/** The window of an outcome is that of its policy at the point: it moves with the dates of the policy. */
function probeOf(
  { policy, measure, at, window }: OutcomeAsked,
  whole: readonly World[],
  forks: readonly number[],
): Probe {
  const nth = Math.max(
    0,
    whole.findIndex(({ name }, at) => at > 0 && name === policy),
  )
  const scenario = whole[nth]
  const fork = policy === undefined ? undefined : forks[nth]
  const arm = { scenario: scenario.name, input: scenario.input }
  const windows = windowsFor(scenario, fork === undefined ? arm : { ...arm, fork })
  const days = named(windows, window, scenario) ?? mainOf(windows, fork)
  return { measure, at, days }
}

const named = (
  windows: readonly Window[],
  name: string | undefined,
  { input }: World,
): Window | undefined =>
  name === undefined
    ? undefined
    : (windows.find((window) => isCalled(window.name, name)) ?? windowOfDates(name, input.start))

/** The window that the scenario calls its main one, else the first that ends after the worlds part, else the last. */
const mainOf = (windows: readonly Window[], fork = 0): Window =>
  windows.find(({ main }) => main) ??
  windows.find(({ from }) => from >= fork) ??
  windows[windows.length - 1]
