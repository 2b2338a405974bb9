/**
 * Why: an effect divided over mechanisms. For a set S of mechanisms
 *   v(S) = Y(policy's parts in S, answers in S) - Y(no part, answers in S)
 * with the answers that are not in S frozen at the fork in both worlds, so that v of nothing is 0 and v of all is the
 * effect. A mechanism gets what it adds, averaged over the orders in which mechanisms are added (Shapley 1953):
 * contributions add up to the effect in every run.
 */
import {
  atNull,
  given,
  inOrder,
  type MarketInput,
  type Operation,
  operationsOf,
  routes,
  targetOf,
} from '../market/index.ts'
import { toldOf } from './distribution.ts'
import { type Group, groupsOf, meanOf, narrowed, sizeIn } from './frame.ts'
import { type Interval, meanInterval } from './interval.ts'
import { CHECKOUT, MARKET_ANSWERS, POLICY_PARTS, REST } from './mechanisms.ts'
import type { GroupSize, RunResult } from './results.ts'
import type { Arm, PolicyArm } from './task.ts'
import type { Window } from './window.ts'

export interface Contribution extends Partial<GroupSize> {
  readonly scenario: string
  readonly measure: string
  readonly group: string
  readonly unit: string
  /** Name of the mechanism; `whole` for the effect that all of them add up to. */
  readonly mechanism: string
  readonly value: Interval
  readonly runs: number
}

export const WHOLE = 'whole'

/** Largest number of mechanisms for which all orders are averaged; with more, the cyclic orders in both directions. */
const MOST_EXACT = 5

/** Courses by the one value that they move, in their order. */
function byTarget(input: MarketInput): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>()
  for (const course of operationsOf(input))
    groups.set(targetOf(course), [...(groups.get(targetOf(course)) ?? []), course])
  return groups
}

/** The courses in which two worlds differ; where they differ by their order alone, all on that value. */
function differing(baseline: MarketInput, policy: MarketInput): Operation[] {
  const [before, after] = [byTarget(baseline), byTarget(policy)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((target) => {
    const [old, now] = [before.get(target) ?? [], after.get(target) ?? []]
    const [was, is] = [old, now].map((courses) => courses.map((one) => JSON.stringify(one)))
    if (was.join() === is.join()) return []
    const moved = [
      ...old.filter((_, at) => !is.includes(was[at])),
      ...now.filter((_, at) => !was.includes(is[at])),
    ]
    return moved.length > 0 ? moved : now
  })
}

const setBy = (name: string) => POLICY_PARTS.find(({ sets }) => sets.includes(name))

/** The part that an operation says, else that of its field. */
const ownerOf = ({ table, field, part }: Operation): string =>
  part ?? (setBy(`${table}.${field}`) ?? setBy(table) ?? REST).name

const isCheckout = ({ table, field }: Operation): boolean => `${table}.${field}` === CHECKOUT.field

/** The mechanisms at work between two worlds: the parts that the policy sets, then the answers. */
export function mechanismsOf(baseline: MarketInput, policy: MarketInput): string[] {
  const moved = differing(baseline, policy)
  const owners = new Set(moved.map(ownerOf))
  if (moved.some(isCheckout)) owners.add(CHECKOUT.impulses)
  return [
    ...[...POLICY_PARTS, REST].map(({ name }) => name).filter((name) => owners.has(name)),
    ...MARKET_ANSWERS.map(({ name }) => name),
  ]
}

/** The world in which only these mechanisms are at work. */
export function worldWith(
  baseline: MarketInput,
  policy: MarketInput,
  active: readonly string[],
): MarketInput {
  const [before, after] = [byTarget(baseline), byTarget(policy)]
  const courses = [...new Set([...before.keys(), ...after.keys()])].flatMap((target) => {
    const [old, now] = [before.get(target) ?? [], after.get(target) ?? []]
    const [one] = [...now, ...old]
    // Of a part that is at work as the policy has it, of another as the baseline has it.
    if (!isCheckout(one))
      return [
        ...old.filter((course) => !active.includes(ownerOf(course))),
        ...now.filter((course) => active.includes(ownerOf(course))),
      ]
    const [forPlans, forImpulses] = [ownerOf(one), CHECKOUT.impulses].map((name) =>
      active.includes(name),
    )
    const path = (changed: boolean) => (changed ? now : old)
    if (forPlans === forImpulses) return path(forPlans)
    return [...path(forImpulses), ...toPlans(baseline, one, path(forPlans))]
  })
  const rules = { ...policy.rules }
  for (const { name, frozen } of MARKET_ANSWERS)
    if (!active.includes(name))
      for (const [rule, values] of Object.entries(frozen))
        rules[rule] = { ...rules[rule], ...values }
  return { ...policy, policies: atNull(policy), courses, rules }
}

/** Courses of a checkout for planned purchases alone: from the value it has without a course. */
function toPlans(
  input: MarketInput,
  { row }: Operation,
  courses: readonly Operation[],
): Operation[] {
  const own = { table: 'routes', row, field: 'openToPlans', at: 0 }
  const value = given(input, routes, row, 'open')
  return [
    { ...own, points: [[0, value]], linear: false },
    ...courses.map((course) => ({ ...course, ...own })),
  ]
}

/** A set of mechanisms as a text: the name of its world. */
const keyOf = (active: readonly string[]): string => [...active].sort().join('+')

/** The order-averaged contributions of an effect, from the value of every set that its orders go through. */
function shapley(
  mechanisms: readonly string[],
  value: (active: readonly string[]) => number,
): number[] {
  const orders = ordersOf(mechanisms)
  return mechanisms.map((mechanism) => {
    let sum = 0
    for (const order of orders) {
      const at = order.indexOf(mechanism)
      sum += value(order.slice(0, at + 1)) - value(order.slice(0, at))
    }
    return sum / orders.length
  })
}

/** All orders of a few mechanisms; of many, every rotation of the list and of its reverse. */
function ordersOf(mechanisms: readonly string[]): string[][] {
  if (mechanisms.length <= MOST_EXACT) return permutations(mechanisms)
  const reverse = [...mechanisms].reverse()
  return mechanisms.flatMap((_, at) =>
    [mechanisms, reverse].map((list) => [...list.slice(at), ...list.slice(0, at)]),
  )
}

const permutations = (list: readonly string[]): string[][] =>
  list.length === 0
    ? [[]]
    : list.flatMap((first) =>
        permutations(list.filter((one) => one !== first)).map((rest) => [first, ...rest]),
      )

const isAnswer = (name: string): boolean => MARKET_ANSWERS.some((answer) => answer.name === name)

/** The worlds that a set is the difference of. */
const worldsOf = (active: readonly string[]) => ({
  policy: keyOf(active),
  baseline: keyOf(active.filter(isAnswer)),
})

const nameOf = (policy: PolicyArm, key: string): string => `${policy.scenario} with ${key}`

/**
 * The worlds to be run beside a baseline and its policy: what the orders go through. That in which all is at work is
 * the policy itself, and with all answers and no part it is the baseline.
 */
export function armsOf(baseline: Arm, policy: PolicyArm): PolicyArm[] {
  const mechanisms = mechanismsOf(baseline.input, policy.input)
  const known = Object.values(knownWorlds(mechanisms))
  const keys = new Map<string, readonly string[]>()
  for (const order of ordersOf(mechanisms))
    for (let at = 0; at <= order.length; at++)
      for (const active of [order.slice(0, at), order.slice(0, at).filter(isAnswer)])
        if (!known.includes(keyOf(active))) keys.set(keyOf(active), active)
  return [...keys].map(([key, active]) => ({
    scenario: nameOf(policy, key),
    input: worldWith(baseline.input, policy.input, active),
    fork: policy.fork,
  }))
}

const knownWorlds = (mechanisms: readonly string[]) => ({
  policy: keyOf(mechanisms),
  baseline: keyOf(mechanisms.filter(isAnswer)),
})

/** Rows of a measure that are divided. */
const DIVIDED = inOrder().flatMap(({ name, explained = [] }) =>
  explained.map(({ by, row }) => ({ measure: name, by, row })),
)

const dividedIn = (cells: RunResult['cells']): Group[] => {
  const groups = groupsOf(cells)
  return DIVIDED.flatMap(({ measure, by, row }) =>
    groups.filter(
      (group) => group.measure === measure && group.dimension === by && group.row === row,
    ),
  )
}

/** A run of such a world with the cells alone that are divided. */
export function dividedOf(result: RunResult): RunResult {
  const divided = dividedIn(result.cells).map(({ cell }) => result.cells[cell])
  return { ...narrowed(result, (cell) => divided.includes(cell)), aside: true }
}

/**
 * Contributions to the effect in a window, in each run that has all worlds.
 * @param aside the runs of `armsOf`
 */
export function contributions(
  baseline: Arm,
  policy: PolicyArm,
  results: readonly RunResult[],
  aside: readonly RunResult[],
  window: Window,
): Contribution[] {
  const mechanisms = mechanismsOf(baseline.input, policy.input)
  const known = knownWorlds(mechanisms)
  const keys = new Map(
    armsOf(baseline, policy).map(({ scenario }) => [
      scenario,
      scenario.slice(nameOf(policy, '').length),
    ]),
  )
  keys.set(policy.scenario, known.policy).set(baseline.scenario, known.baseline)
  /** By run, the means of every world by its key. */
  const means = new Map<number, Map<string, ReadonlyMap<string, number>>>()
  for (const result of [...results, ...aside]) {
    const key = keys.get(result.scenario)
    if (key === undefined) continue
    const ofRun = means.get(result.run) ?? new Map()
    means.set(result.run, ofRun.set(key, dividedMeans(result, window)))
  }
  const whole = [...means.values()].filter((ofRun) => ofRun.size === keys.size)
  const groups = dividedIn(results[0]?.cells ?? [])
  const policyRuns = results.filter(({ scenario }) => scenario === policy.scenario)
  return groups.flatMap((one) => {
    const { measure, group, unit } = one
    const name = `${measure} ${group}`
    const size = sizeIn(policyRuns, one, window)
    const byRun = whole.map((ofRun) => {
      const value = (active: readonly string[]) => {
        const worlds = worldsOf(active)
        return ofRun.get(worlds.policy)!.get(name)! - ofRun.get(worlds.baseline)!.get(name)!
      }
      return [...shapley(mechanisms, value), value(mechanisms)]
    })
    return [...mechanisms, WHOLE].map((mechanism, at) => ({
      scenario: policy.scenario,
      measure,
      group,
      unit,
      ...size,
      mechanism,
      value: toldOf(size, meanInterval(byRun.map((values) => values[at]))),
      runs: whole.length,
    }))
  })
}

function dividedMeans(result: RunResult, window: Window): Map<string, number> {
  return new Map(
    dividedIn(result.cells).map(({ cell, measure, group }) => [
      `${measure} ${group}`,
      meanOf(result, cell, window),
    ]),
  )
}
