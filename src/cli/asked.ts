/** Whom a command line asks, of which worlds, and about which day. */
import { existsSync, statSync } from 'node:fs'
import { readManifest } from '../node/index.ts'
import { BadInput, resized, type Scenario, withInput } from '../scenario/index.ts'
import { askedOf, CannotRun } from '../study/index.ts'
import { type ExplainSettings, explainSettings, type Given, studyOptions } from './options.ts'
import { readStudy } from './scenarios.ts'
import { badInput, isPlain } from './stop.ts'

export interface Asking {
  readonly settings: ExplainSettings
  /** The worlds, the baseline first. */
  readonly scenarios: readonly Scenario[]
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/**
 * The worlds, from scenario files or from what a study left, and what is asked of them.
 * @throws Stop with everything that is wrong, at once
 */
export function readAsking(given: Given): Asking {
  const { settings, faults } = explainSettings(given)
  const [baseline, policy] = [String(given.baseline), given.policy as string | undefined]
  // Faults of the other options are found already.
  const { quick, scale, set } = given
  const sized = { quick, scale, set }
  const found = tried(faults, () =>
    isFolder(baseline)
      ? ofStudy(baseline, policy, sized)
      : { scenarios: readStudy(sized, [baseline, ...(policy ? [policy] : [])]).scenarios },
  )
  // A kind that there is none of is a fault of its own.
  const affected = given['most-affected'] !== undefined
  faults.push(...unasked({ ...settings, affected }, found?.scenarios.length ?? 2))
  const { agent, day } = settings
  for (const scenario of found?.scenarios ?? [])
    tried(faults, () =>
      askedOf(scenario, { agent: agent ?? ANYBODY, day: day ?? scenario.input.start }),
    )
  if (found === undefined || faults.length > 0)
    throw badInput([...new Set(faults.flatMap((fault) => fault.split('\n')))].join('\n'))
  const seed = settings.seed ?? found.seed
  return { settings: { ...settings, seed }, scenarios: found.scenarios }
}

/** There is one in every market. */
const ANYBODY = 'buyer:0'

interface Question extends Pick<ExplainSettings, 'agent' | 'day' | 'firstDifference'> {
  /** Whether it is asked whom a policy affects most. */
  readonly affected: boolean
}

/** What a question lacks, or has too much of. */
function unasked({ agent, day, firstDifference, affected }: Question, worlds: number): string[] {
  const compared = firstDifference ? '--first-difference' : '--most-affected'
  const compares = firstDifference || affected
  return [
    ...(compares && worlds < 2 ? [`${compared} compares two worlds: name a policy too`] : []),
    ...(firstDifference && day !== undefined
      ? ['--day and --first-difference both say which day: give one of them']
      : []),
    ...(affected && agent !== undefined
      ? ['--agent and --most-affected both say whom to ask: give one of them']
      : []),
    ...(agent === undefined && !affected
      ? ['--agent is missing: whom to ask, e.g. --agent buyer:4127']
      : []),
    ...(day === undefined && !compares
      ? ['--day is missing: about which day, e.g. --day 2023-10-05']
      : []),
  ]
}

/** What a function returns; where the input is at fault, that joins the other faults. */
function tried<T>(faults: string[], read: () => T): T | undefined {
  try {
    return read()
  } catch (problem) {
    if (!isPlain(problem) && !(problem instanceof CannotRun)) throw problem
    faults.push((problem as Error).message)
    return undefined
  }
}

interface FoundWorlds {
  readonly scenarios: readonly Scenario[]
  readonly seed?: string
}

/** The worlds that a manifest names: the baseline, and the policy that is asked for or the only one. */
function ofStudy(folder: string, policy: string | undefined, given: Given): FoundWorlds {
  const { options } = studyOptions(given)
  const { design } = readManifest(folder)
  const [baseline, ...policies] = design.scenarios
  const names = policies.map(({ name }: Scenario) => name)
  if (policy !== undefined && !names.includes(policy))
    throw new BadInput(
      `the study in ${folder} has no policy ${policy}: ${names.length > 0 ? `it has ${names.join(', ')}` : 'it is of one scenario'}`,
    )
  if (policy === undefined && names.length > 1)
    throw new BadInput(
      `the study in ${folder} has several policies: name one of ${names.join(', ')}`,
    )
  const chosen = [
    baseline,
    ...policies.filter(({ name }: Scenario) => name === (policy ?? names[0])),
  ]
  return {
    scenarios: chosen.map((one: Scenario) => withInput(one, resized(one.input, options))),
    seed: design.question.seed,
  }
}
