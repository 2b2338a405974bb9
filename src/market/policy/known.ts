/**
 * Which policies there are: those that the project ships, and those that were brought from outside. One from outside is
 * known by its mark, which is made of what it is, so that two of one name never take each other's place.
 */
import { hashText, type Parameter } from '../../engine/index.ts'
import type { MarketInput, PolicyInput } from '../input.ts'
import { MEASURES } from '../measures/index.ts'
import type { Measure } from '../measures/measure.ts'
import { CATALOGUE } from '../policies/catalogue.ts'
import { TABLES } from '../tables/index.ts'
import type { CheckedBeside, Policy, PolicyFault } from './policy.ts'

const brought = new Map<string, Policy>()

let run = (_: string): Policy => {
  throw new Error('the programs of policies cannot run here')
}

/** Lets programs run in this thread. A page that never has any does without the kit, which holds the whole market. */
export function runPrograms(evaluate: (program: string) => Policy): void {
  run = evaluate
}

/** How policies from outside are tried before a run: each throws what is wrong, as findings. */
export interface Trial {
  tryPolicy(one: PolicyInput, input: MarketInput): void
  tryCheck(one: PolicyInput, beside: CheckedBeside): readonly PolicyFault[]
  tryRules(input: MarketInput): void
}

let trial: Trial | undefined

/** Lets policies from outside be tried. A page that never has any does without. */
export function tryBy(how: Trial): void {
  trial = how
}

/** @throws Error where policies from outside cannot be tried */
export function trialHere(): Trial {
  if (trial === undefined) throw new Error('policies from outside cannot be tried here')
  return trial
}

/** Makes a policy from outside known. The same one may be brought as often as one likes. */
export function bring(policy: Policy, mark: string = markOf(policy)): string {
  brought.set(mark, policy)
  return mark
}

/** Makes a policy known by its program, a module that exports it; nothing more is done where it is known already. */
export function bringProgram(program: string): { readonly mark: string; readonly policy: Policy } {
  const mark = hashText(program)
  const policy = brought.get(mark) ?? run(program)
  bring(policy, mark)
  return { mark, policy }
}

/**
 * Makes the modules of an input known in this thread.
 * @throws Error where a program is not the one that its mark stands for: it is not run
 */
export function bringModules({ modules = {} }: Pick<MarketInput, 'modules'>): void {
  for (const [mark, program] of Object.entries(modules)) {
    if (brought.has(mark)) continue
    if (hashText(program) !== mark)
      throw new Error('the program of a policy is not the one that its mark stands for')
    bringProgram(program)
  }
}

/** Of a policy that is an object of a program: what it declares, with the text of its functions. */
const markOf = (policy: Policy): string =>
  hashText(
    JSON.stringify(policy, (_, value) => (typeof value === 'function' ? String(value) : value)),
  )

/** The policy that an input names, where it is known in this thread. */
export const knownPolicy = ({
  policy: name,
  module,
}: Pick<PolicyInput, 'policy' | 'module'>): Policy | undefined =>
  module === undefined ? CATALOGUE.find((one) => one.name === name) : brought.get(module)

/**
 * The policy that an input names.
 * @throws Error where there is none: reading a scenario has found that before
 */
export function policyOf(named: Pick<PolicyInput, 'policy' | 'module'>): Policy {
  const found = knownPolicy(named)
  const { policy: name, module } = named
  if (found === undefined)
    throw new Error(
      module === undefined
        ? `no policy ${name}`
        : `the policy ${name} was handed in as an object, which no other thread has: run it in this thread, or name its file under "use"`,
    )
  return found
}

/** All policies that are known in this thread: those that are shipped, then those from outside, the last one first. */
export const knownPolicies = (): readonly Policy[] => [
  ...CATALOGUE,
  ...[...brought.values()].reverse(),
]

/** The policy of a name, for labels: one that is shipped, else the one brought last. */
export const policyCalled = (name: string): Policy | undefined =>
  knownPolicies().find((one) => one.name === name)

/** The policies of an input, each once, in the order in which it names them. */
export const policiesIn = ({ policies }: Pick<MarketInput, 'policies'>): readonly Policy[] => [
  ...new Set(policies.map(policyOf)),
]

/** A measure of the model or of a policy that is known, by its name. */
export const measureCalled = (name: string): Measure | undefined =>
  MEASURES.find((measure) => measure.name === name) ??
  knownMeasures().find((measure) => measure.name === name)

/** The measures of the model, then those of policies. */
export const knownMeasures = (): readonly Measure[] => measuresWith(knownPolicies())

/** The measures of the model with those of some policies; one that bears a name of the model's is refused, and never told. */
export const measuresWith = (policies: readonly Policy[]): readonly Measure[] => {
  const own = new Set(MEASURES.map(({ name }) => name))
  const added = policies.flatMap(({ adds }) => Object.values(adds?.measures ?? {}))
  return [...MEASURES, ...added.filter(({ name }) => !own.has(name))]
}

/** The declaration of a field of a table, of the model's or of one that a policy adds. */
export const fieldCalled = (table: string, field: string): Parameter | undefined =>
  TABLES.find(({ name }) => name === table)?.fields[field] ??
  knownPolicies()
    .flatMap(({ adds }) => adds?.fields ?? [])
    .find((one) => one.name === table && Object.hasOwn(one.fields, field))?.fields[field]
