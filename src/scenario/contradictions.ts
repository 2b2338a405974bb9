/** Policies that contradict each other or the tables: each finding names both places. */

import {
  beginsOn,
  type CheckedBeside,
  checkOf,
  type DatedValue,
  dateSetting,
  endsOn,
  FaultyPolicy,
  type MarketInput,
  movedValues,
  type Operation,
  operationsOfPolicy,
  type PolicyFault,
  type PolicyInput,
  targetOf,
  trialHere,
  valueOn,
} from '../market/index.ts'
import { type Findings, type Place, placeText } from './finding.ts'
import { momentText, pathOf } from './fingerprint.ts'
import { kebab } from './names.ts'
import { child, type MapNode, type Node } from './node.ts'
import { phrase } from './phrases.ts'
import type { Reading } from './reading.ts'
import { addBroken } from './uses.ts'

interface Written extends PolicyInput {
  /** Where the policy stands, or one of its settings. */
  place(setting?: string): Place
}

/** To be asked when all else in the policies is in order. */
export function checkPolicies(root: MapNode, input: MarketInput, reading: Reading): void {
  if (!composes(root, input, reading)) return
  // One with a fault of its own is set against no other; the others are checked all the same.
  const found = reading.findings.all.map(({ path }) => path)
  const all = writtenPolicies(root, input)
  const policies = all.filter(
    ({ policy }) => !found.some((path) => path.startsWith(`policies.${policy}.`)),
  )
  // Its dates contradict each other whatever else of it is wrong.
  for (const one of all) if (areSound(datesOf(one), found)) checkEnd(one, input, reading)
  for (const one of policies) checkOwn(one, policies, root, input, reading)
  if (reading.findings.all.length === 0) checkOrder(policies, input, reading)
}

/** Whether the policies from outside make a world together: what breaks there would break every run. */
function composes(root: MapNode, input: MarketInput, { findings }: Reading): boolean {
  const outside = writtenPolicies(root, input).filter(({ module }) => module !== undefined)
  if (outside.length === 0) return true
  const tried = (act: () => unknown, last: Written): boolean => {
    try {
      act()
      return true
    } catch (problem) {
      const isOf = ({ policy }: Written) =>
        problem instanceof FaultyPolicy && problem.policy === policy
      const { policy, place } = outside.find(isOf) ?? last
      addBroken(findings, place(), `policies.${policy}`, policy, problem)
      return false
    }
  }
  const { tryPolicy, tryRules } = trialHere()
  const each = outside.map((one) => tried(() => tryPolicy(one, input), one))
  return each.every(Boolean) && tried(() => tryRules(input), outside[outside.length - 1])
}

export function writtenPolicies(root: MapNode, input: MarketInput): Written[] {
  const section = child(root, 'policies')
  const items = section?.kind === 'list' ? section.items : []
  return input.policies.map((one, at) => {
    const item: Node | undefined = items[at]
    const entry = item?.kind === 'map' ? item.entries.get(one.policy) : undefined
    return {
      ...one,
      place: (setting) =>
        (setting === undefined ? undefined : child(entry?.value, kebab(setting))?.place) ??
        entry?.place ??
        root.place,
    }
  })
}

/** Paths of the policy, and of the settings that say when it begins and ends. */
const datesOf = (one: Written): string[] => {
  const path = `policies.${one.policy}`
  const dates = (['begins', 'ends'] as const).map((role) => dateSetting(one, role))
  return [path, ...dates.flatMap((date) => (date === undefined ? [] : [`${path}.${kebab(date)}`]))]
}

const areSound = (paths: readonly string[], found: readonly string[]): boolean =>
  !paths.some((path) => found.includes(path))

/** An end is the first day without: one on the day of the beginning leaves none. */
function checkEnd(one: Written, input: MarketInput, { findings }: Reading): void {
  const [begins, ends] = [beginsOn(one), endsOn(one)]
  if (begins === undefined || ends === undefined || ends > begins) return
  const [first, end] = (['begins', 'ends'] as const).map((role) => dateSetting(one, role)!)
  findings.add(one.place(end), 'ends-too-early', `policies.${one.policy}.${kebab(end)}`, {
    name: one.policy,
    got: phrase('is-on', kebab(end), momentText(input, ends)),
    expected: momentText(input, begins),
    also: placeText(one.place(first)),
  })
}

/** What a policy finds that contradicts the scenario or other policies. */
function checkOwn(
  one: Written,
  policies: readonly Written[],
  root: MapNode,
  input: MarketInput,
  { findings }: Reading,
): void {
  const beside = { input, before: policies.slice(0, policies.indexOf(one)), all: policies }
  const faults = faultsFoundBy(one, beside, findings)
  for (const { code, setting, says, beside } of faults) {
    const other = beside?.policy === undefined ? one : (beside.policy as Written)
    const at = beside?.course
      ? placeOfCourse(beside.course, root, input)
      : other.place(beside?.setting)
    const path = `policies.${one.policy}${setting === undefined ? '' : `.${kebab(setting)}`}`
    findings.add(one.place(setting), code, path, {
      says,
      ...(beside === undefined ? {} : { also: placeText(at) }),
    })
  }
}

/** What the check of a policy gives; of one from outside it is told where it breaks. */
function faultsFoundBy(
  one: Written,
  beside: CheckedBeside,
  findings: Findings,
): readonly PolicyFault[] {
  if (one.module === undefined) return checkOf(one)?.(one.settings, beside) ?? []
  try {
    return trialHere().tryCheck(one, beside)
  } catch (problem) {
    addBroken(findings, one.place(), `policies.${one.policy}`, one.policy, problem)
    return []
  }
}

const placeOfCourse = (course: Operation, root: MapNode, input: MarketInput): Place =>
  child(child(root, 'courses'), pathOf(course, input))?.place ?? root.place

/**
 * Policies act on a value in the order in which they are listed. That is a fault where one that is listed after
 * another, though it begins earlier, hides all that the other does to a value, and would not if it were listed first.
 * On one day the one listed later mends the other.
 */
function checkOrder(policies: readonly Written[], input: MarketInput, { findings }: Reading): void {
  const moves = policies.map((one) => operationsOfPolicy(one, input))
  const shared = movedValues(input).filter((value) => moversOf(value, moves).length > 1)
  for (const [at, one] of policies.entries()) {
    const hidden = shared.flatMap((value) => {
      const by = hiddenBy(value, at, moves, input)
      return by === undefined ? [] : [{ value, other: policies[by] }]
    })
    if (hidden.length === 0) continue
    const [{ value, other }] = hidden
    findings.add(one.place(), 'without-force', `policies.${one.policy}`, {
      name: one.policy,
      got: one.policy === other.policy ? phrase('the-other', other.policy) : other.policy,
      expected: pathOf(value, input),
      also: placeText(other.place()),
    })
  }
}

/** The policies that do something to a value, by their number. */
const moversOf = (value: DatedValue, moves: readonly (readonly Operation[])[]): number[] =>
  moves.flatMap((own, at) => (own.some((one) => targetOf(one) === targetOf(value)) ? [at] : []))

/** The policy after which another would have to stand to do anything to a value. */
function hiddenBy(
  value: DatedValue,
  at: number,
  moves: readonly (readonly Operation[])[],
  input: MarketInput,
): number | undefined {
  const movers = moversOf(value, moves)
  if (!movers.includes(at)) return undefined
  const own = input.courses.filter((one) => targetOf(one) === targetOf(value))
  const inOrder = (order: readonly number[]): DatedValue => ({
    ...value,
    operations: [
      ...own,
      ...order.flatMap((policy) =>
        moves[policy].filter((one) => targetOf(one) === targetOf(value)),
      ),
    ],
  })
  const others = movers.filter((mover) => mover !== at)
  const without = inOrder(others)
  const differs = (one: DatedValue) => {
    for (let day = 0; day < input.days; day++)
      if (valueOn(one, day) !== valueOn(without, day)) return true
    return false
  }
  if (differs(inOrder(movers))) return undefined
  const begins = (mover: number) =>
    Math.min(
      ...moves[mover]
        .filter((one) => targetOf(one) === targetOf(value))
        .map(({ points }) => points[0][0]),
    )
  return others
    .filter((mover) => mover > at && begins(mover) < begins(at))
    .find((mover) =>
      differs(inOrder(others.flatMap((other) => (other === mover ? [other, at] : [other])))),
    )
}
