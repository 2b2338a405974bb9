/**
 * Proof that two worlds are one until they may part. Effects rest on it, and a policy that starts from the
 * baseline's state is equal to it by construction; so here both worlds are stepped on their own, side by side,
 * from a day before, and the hashes of their states are held against each other every day. Then both are
 * stepped rule by rule, to find the first value that differs and the first decision of an agent that does.
 */
import { type Column, DAYS_A_MONTH, dateOfDay, dayOfDate, type Values } from '../engine/index.ts'
import {
  createMarket,
  isDecision,
  type Market,
  type MarketInput,
  type MarketSnapshot,
  valueIn,
  whoHolds,
} from '../market/index.ts'
import type { Parting, Proof } from './results.ts'
import type { Arm, PolicyArm } from './task.ts'

/** Days after the fork in which a decision that differs is looked for. */
const LOOK_AHEAD = DAYS_A_MONTH

/** Days before the fork that are proved where nothing else is asked. */
export const RECENT = DAYS_A_MONTH

/** The first day of a proof. */
export const provedFrom = ({ fork, proved = 0 }: PolicyArm): number => Math.max(0, fork - proved)

/**
 * @param from the baseline's state on the first day of the proof; none on day 0, when both are initialised
 * @param forked the hash of the study's own run on the day of the fork
 */
export function prove(
  baseline: Arm,
  policy: PolicyArm,
  seed: string,
  forked: string,
  from?: MarketSnapshot,
): Proof {
  const begin = () => {
    const open = (input: MarketInput) =>
      createMarket(input, seed, { record: false, ...(from ? { from } : {}) })
    return { baseline: open(baseline.input), policy: open(policy.input) }
  }
  const zero = dayOfDate(policy.input.start)
  const dateOf = (day: number) => dateOfDay(zero + day)
  const { days } = baseline.input
  const fork = Math.min(policy.fork, days, policy.input.days)
  let pair = begin()
  const daily: Proof['daily'][number][] = []
  let equal = true
  // What a policy adds is in its world alone: the worlds are held against each other on what both have.
  const shared = sharedBy(pair)
  const hashOf = (market: Market) => market.stateHash(shared)
  let hash = hashOf(pair.baseline)
  while (equal && pair.baseline.day < fork) {
    const day = pair.baseline.day
    const hashes = [pair.baseline, pair.policy].map((market) => {
      market.run(day + 1)
      return hashOf(market)
    })
    daily.push({ date: dateOf(day), baseline: hashes[0], policy: hashes[1] })
    equal = hashes[0] === hashes[1]
    hash = hashes[0]
  }
  const reached = pair.baseline.stateHash()
  // Two worlds that should be one and are not: once more, to the day on which they parted.
  if (!equal) {
    const last = pair.baseline.day - 1
    pair = begin()
    pair.baseline.run(last)
    pair.policy.run(last)
  }
  const end = Math.min(pair.baseline.day + LOOK_AHEAD, days, policy.input.days)
  return {
    scenario: policy.scenario,
    days: equal ? daily.length : daily.length - 1,
    until: dateOf(fork),
    equal: equal && reached === forked,
    hash,
    ...parting(pair, [baseline.input, policy.input], dateOf, end),
    daily,
  }
}

/** The populations that both worlds have: without the columns that a policy of one of them adds. */
const sharedBy = ({ baseline, policy }: { baseline: Market; policy: Market }) =>
  baseline.world.populations.filter((one) => policy.world.populations.includes(one))

/** Steps both worlds rule by rule until an agent decides otherwise, or the end. */
function parting(
  pair: { readonly baseline: Market; readonly policy: Market },
  inputs: readonly [MarketInput, MarketInput],
  dateOf: (day: number) => string,
  end: number,
): Pick<Proof, 'first' | 'decision'> {
  const { baseline, policy } = pair
  const shared = sharedBy(pair)
  const own = new Set(shared.flatMap(({ columns }) => Object.values(columns)))
  for (const { name, label } of shared) {
    const [before, after] = [baseline, policy].map(({ world }) => `${world.counts[name]}`)
    // Rows of one world stand for none of the other: there is nothing to hold against each other.
    if (before !== after)
      return {
        first: {
          ...{ date: dateOf(0), rule: 'founding', column: name, row: 0, agent: label },
          ...{ label: 'rows', baseline: before, policy: after },
        },
      }
  }
  const found: { first?: Parting; decision?: Parting } = {}
  const look = (rule: string, columns: readonly Column[], day: number): void => {
    for (const column of columns) {
      if (!own.has(column) || (found.first !== undefined && !isDecision(column))) continue
      const [before, after] = [baseline.world.view(column), policy.world.view(column)]
      const at = firstUnlike(before, after)
      if (at < 0) continue
      const [old, now] = valuesApart(inputs, column, before[at], after[at])
      const here: Parting = {
        date: dateOf(day),
        rule,
        column: `${column.population}.${column.name}`,
        label: column.label,
        row: at,
        agent: whoHolds(policy.world, inputs[1], column, at),
        baseline: old,
        policy: now,
      }
      found.first ??= here
      if (isDecision(column)) found.decision ??= here
    }
  }
  if (baseline.day === 0)
    for (const { columns } of shared) look('founding', Object.values(columns), 0)
  while (found.decision === undefined && baseline.day < end) {
    const day = baseline.day
    const other = policy.ruleByRule()
    for (const rule of baseline.ruleByRule()) {
      // A rule that only one of the worlds has writes what the other does not know.
      if (!policy.rules.includes(rule.name)) continue
      while (other.next().value?.name !== rule.name);
      if (found.decision === undefined) look(rule.name, Object.values(rule.writes), day)
    }
    while (!other.next().done);
  }
  return found
}

/** Where two columns first differ, to the bit; -1 where they do not. */
function firstUnlike(one: Values, other: Values): number {
  for (let at = 0; at < one.length; at++) if (!Object.is(one[at], other[at])) return at
  return -1
}

/** Two different values as text, with enough digits to distinguish them. */
function valuesApart(
  [a, b]: readonly MarketInput[],
  column: Column,
  before: number,
  after: number,
): readonly [string, string] {
  const told = (digits?: number) =>
    [valueIn(a, column, before, digits), valueIn(b, column, after, digits)] as const
  const [old, now] = told()
  return old === now ? told(17) : [old, now]
}
