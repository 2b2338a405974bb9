/** Policies that contradict each other or the tables: each finding names both places. */

import { dateOfDay, dayOfDate } from '../engine/index.ts'
import {
  beginsOn,
  type DatedValue,
  dateSetting,
  endsOn,
  given,
  type MarketInput,
  movedValues,
  type Operation,
  onDay,
  operationsOfPolicy,
  type PolicyInput,
  routes,
  targetOf,
  valueOn,
  venues,
} from '../market/index.ts'
import { type Place, placeText } from './finding.ts'
import { momentText, pathOf } from './fingerprint.ts'
import { kebab } from './names.ts'
import { child, type MapNode, type Node } from './node.ts'
import { phrase } from './phrases.ts'
import type { Reading } from './reading.ts'

interface Written extends PolicyInput {
  /** Where the policy stands, or one of its settings. */
  place(setting?: string): Place
}

/** To be asked when all else in the policies is in order. */
export function checkPolicies(root: MapNode, input: MarketInput, reading: Reading): void {
  // One with a fault of its own is set against no other; the others are checked all the same.
  const found = reading.findings.all.map(({ path }) => path)
  const policies = writtenPolicies(root, input).filter(
    ({ policy }) => !found.some((path) => path.startsWith(`policies.${policy}.`)),
  )
  for (const one of policies) checkEnd(one, input, reading)
  for (const one of policies) checkEvents(one, input, reading)
  for (const one of policies.filter(({ policy }) => policy === 'reopening')) {
    checkRoute(one, input, reading)
    for (const other of policies.filter(({ policy }) => policy === 'closure'))
      checkClosed(one, other, input, reading)
  }
  checkOwners(root, policies, input, reading)
  checkSteps(policies, input, reading)
  if (reading.findings.all.length === 0) checkOrder(policies, input, reading)
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

/** Stalls are kept at events: without any nothing would happen, and nothing be said. */
function checkEvents({ policy, settings, place }: Written, input: MarketInput, reading: Reading) {
  if (policy !== 'event-mandate' || Number(settings.stalls) === 0) return
  if (input.tables.events.length > 0) return
  reading.findings.add(place('stalls'), 'no-event', 'policies.event-mandate.stalls', {
    expected: 'events: { festival: { region: ..., visitors: ..., days: ... } }',
  })
}

const dateText = (input: MarketInput, day: number) =>
  dateOfDay(dayOfDate(input.start) + Math.floor(day))

/** An end is the first day without: one on the day of the beginning leaves none. */
function checkEnd(one: Written, input: MarketInput, { findings }: Reading): void {
  const [begins, ends] = [beginsOn(one), endsOn(one)]
  if (begins === undefined || ends === undefined || ends > begins) return
  const [first, end] = (['begins', 'ends'] as const).map((role) => dateSetting(one.policy, role)!)
  findings.add(one.place(end), 'ends-too-early', `policies.${one.policy}.${kebab(end)}`, {
    name: one.policy,
    got: phrase('is-on', kebab(end), momentText(input, ends)),
    expected: momentText(input, begins),
    also: placeText(one.place(first)),
  })
}

const venueName = (input: MarketInput, row: unknown) => input.tables.venues[Number(row)].name

function checkRoute({ settings, place }: Written, input: MarketInput, { findings }: Reading): void {
  const is = (route: number, end: 'from' | 'to', venue: unknown) =>
    given(input, routes, route, end) === venue
  const exists = input.tables.routes.some(
    (_, route) => is(route, 'from', settings.venue) && is(route, 'to', settings.partner),
  )
  if (exists) return
  const [from, to] = [settings.venue, settings.partner].map((row) => venueName(input, row))
  findings.add(place('partner'), 'no-route', 'policies.reopening.partner', {
    name: from,
    got: to,
    expected: `routes: { ${from}-to-${to}: { from: ${from}, to: ${to}, open: 0 } }`,
    also: placeText(place('venue')),
  })
}

/** Nothing leads into a checkout that is shut, nor out of what is closed for good. */
function checkClosed(
  reopening: Written,
  closure: Written,
  input: MarketInput,
  { findings }: Reading,
): void {
  const closed = closure.settings.venue
  const [shut, opened] = [beginsOn(closure)!, beginsOn(reopening)!]
  if (shut > opened) return
  const { venue, partner } = reopening.settings
  const into = partner === closed && partner !== venue
  const revived = closure.settings.forGood === true && (partner === closed || venue === closed)
  if (!into && !revived) return
  const setting = partner === closed ? 'partner' : 'venue'
  findings.add(reopening.place(setting), 'closed-venue', `policies.reopening.${setting}`, {
    name: venueName(input, closed),
    got: dateText(input, shut),
    expected: dateText(input, opened),
    also: placeText(closure.place('venue')),
  })
}

/** Who owns the venue of a merger on its day. */
const ownerOf = (one: Written, input: MarketInput): number =>
  onDay(input, venues, Number(one.settings.venue), 'owner', beginsOn(one)!)

/** Steps of a merger that two companies take once, and whether a divestiture takes them back. */
const ONCE = { ownership: true, data: true, duplicatedJobs: false } as const

/** What is bought cannot be bought again: fees would rise twice, data count twice, the same staff be cut twice. */
function checkSteps(policies: readonly Written[], input: MarketInput, { findings }: Reading): void {
  const mergers = policies.filter(({ policy }) => policy === 'reopening')
  const same = (setting: keyof typeof ONCE, one: Written, other: Written) =>
    one.settings.partner === other.settings.partner &&
    (setting === 'data'
      ? one.settings.venue === other.settings.venue
      : ownerOf(one, input) === ownerOf(other, input))
  for (const [at, one] of mergers.entries())
    for (const setting of Object.keys(ONCE) as (keyof typeof ONCE)[]) {
      const lasts = (earlier: Written, later: Written) =>
        !ONCE[setting] || (endsOn(earlier) ?? input.days) > beginsOn(later)!
      const other = mergers
        .slice(0, at)
        .find(
          (before) =>
            Number(one.settings[setting]) > 0 &&
            Number(before.settings[setting]) > 0 &&
            same(setting, one, before) &&
            lasts(before, one) &&
            lasts(one, before),
        )
      if (other === undefined) continue
      findings.add(one.place(setting), 'step-taken-twice', `policies.reopening.${kebab(setting)}`, {
        name: phrase('setting-of', kebab(setting), venueName(input, one.settings.partner)),
        got: dateText(input, beginsOn(other)!),
        expected: dateText(input, beginsOn(one)!),
        also: placeText(other.place(setting)),
      })
    }
}

interface Claim {
  readonly venue: number
  readonly owner: number
  readonly day: number
  readonly place: Place
}

/** Who is said to own a venue from a day on: by an acquisition, or by a course. */
function checkOwners(
  root: MapNode,
  policies: readonly Written[],
  input: MarketInput,
  { findings }: Reading,
): void {
  const claims: Claim[] = []
  for (const { table, row, field, points } of input.courses) {
    if (table !== 'venues' || field !== 'owner') continue
    const course = child(child(root, 'courses'), `venues.${venueName(input, row)}.owner`)
    for (const [day, owner] of points)
      claims.push({ venue: row, owner, day, place: course?.place ?? root.place })
  }
  for (const one of policies) {
    const { settings, place } = one
    if (settings.ownership === true)
      claims.push({
        venue: Number(settings.partner),
        owner: ownerOf(one, input),
        day: beginsOn(one)!,
        place: place('ownership'),
      })
  }
  claims.forEach((claim, at) => {
    const other = claims
      .slice(0, at)
      .find(({ venue, day }) => venue === claim.venue && Math.floor(day) === Math.floor(claim.day))
    if (other === undefined || other.owner === claim.owner) return
    const company = (row: number) => input.tables.companies[row].name
    findings.add(claim.place, 'two-owners', 'policies', {
      name: venueName(input, claim.venue),
      got: phrase('both', company(claim.owner), company(other.owner)),
      expected: dateText(input, claim.day),
      also: placeText(other.place),
    })
  })
}

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
