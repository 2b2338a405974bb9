/** Whom a command line asks, of which worlds, and about which day. */
import { existsSync, statSync } from 'node:fs'
import { readManifest } from '../node/index.ts'
import { BadInput, resized, type Scenario, withInput } from '../scenario/index.ts'
import { askedOf, CannotRun } from '../study/index.ts'
import { type ExplainSettings, explainSettings, type Given, studyOptions } from './options.ts'
import { readStudy } from './scenarios.ts'
import { badInput, isPlain } from './stop.ts'

export interface Asking {
  readonly settings: ExplainSettings & { readonly agent: string; readonly day: string }
  /** The worlds, the baseline first. */
  readonly scenarios: readonly Scenario[]
  /** Days that each of them runs. */
  readonly days: number
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
  const { agent, day } = settings
  if (agent === undefined) faults.push('--agent is missing: whom to ask, e.g. --agent buyer:4127')
  if (day === undefined) faults.push('--day is missing: about which day, e.g. --day 2023-10-05')
  const seed = settings.seed ?? found?.seed
  const asked = (found?.scenarios ?? []).map((scenario) =>
    tried(faults, () =>
      askedOf(scenario, { agent: agent ?? ANYBODY, day: day ?? scenario.input.start }),
    ),
  )
  if (found === undefined || agent === undefined || day === undefined || faults.length > 0)
    throw badInput([...new Set(faults.flatMap((fault) => fault.split('\n')))].join('\n'))
  const days = 1 + (asked[0]?.day ?? 0)
  return { settings: { ...settings, agent, day, seed }, scenarios: found.scenarios, days }
}

/** There is one in every market. */
const ANYBODY = 'buyer:0'

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

interface Worlds {
  readonly scenarios: readonly Scenario[]
  readonly seed?: string
}

/** The worlds that a manifest names: the baseline, and the policy that is asked for or the only one. */
function ofStudy(folder: string, policy: string | undefined, given: Given): Worlds {
  const { options } = studyOptions(given)
  const { design } = readManifest(folder)
  const [baseline, ...policies] = design.scenarios
  const names = policies.map(({ name }) => name)
  if (policy !== undefined && !names.includes(policy))
    throw new BadInput(
      `the study in ${folder} has no policy ${policy}: ${names.length > 0 ? `it has ${names.join(', ')}` : 'it is of one scenario'}`,
    )
  if (policy === undefined && names.length > 1)
    throw new BadInput(
      `the study in ${folder} has several policies: name one of ${names.join(', ')}`,
    )
  const chosen = [baseline, ...policies.filter(({ name }) => name === (policy ?? names[0]))]
  return {
    scenarios: chosen.map((one) => withInput(one, resized(one.input, options))),
    seed: design.question.seed,
  }
}
