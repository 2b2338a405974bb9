/** Who wins and who loses in one run. */
import { STATUSES, type Sums } from '../market/index.ts'
import type { Both, RunOutcome } from './distribution.ts'
import {
  exposedShare,
  exposureClass,
  groupsIn,
  OTHER_KINDS,
  type Pair,
  platformOwners,
} from './members.ts'

/** A member loses or gains who has so much less or more than without the policy... */
const MARGIN = 0.1
/** ...and at least by so much, kRp a week: about the pay of one hour (F163). Less is nothing that anyone would call a loss. */
const LEAST = 10

const [CREATOR, COURIER, PLATFORM, HOUSEHOLD, GOVERNMENT] = OTHER_KINDS.map((_, nth) => nth)

const EXITED = STATUSES.indexOf('exited')

/** Sums kept of each group: two places where there is a value without and one with the policy. */
const FIELDS = 10
const [MEMBERS, INCOME, JOBS, SURVIVAL, LOSING, GAINING, AGENTS] = [0, 1, 3, 5, 7, 8, 9]

/** Groups of one run, window by window, without the window before the policy. */
export function runOutcomes(pair: Pair): RunOutcome[] {
  const { plan, sums } = pair.before
  const membership = membershipOf(pair)
  return plan.spans.flatMap((span, at) => {
    if (at === 0 && plan.before !== undefined) return []
    const window: Window = {
      name: span.name,
      days: span.to - span.from,
      base: sums[at],
      policy: pair.after.sums[at],
      totals: new Float64Array(membership.kinds.length * membership.groups.length * FIELDS),
    }
    addSellers(pair, membership, window)
    addCreators(pair, membership, window)
    addHouseholds(pair, membership, window)
    addOthers(pair, membership, window)
    return outcomesOf(pair, membership, window)
  })
}

/** Groups and kinds, and to which classes of exposure agents belong. */
interface Membership extends ReturnType<typeof groupsIn> {
  readonly kinds: readonly string[]
  /** Kinds of firms, which come first. */
  readonly firms: number
  /** Whether exposure to the policy was measured. */
  readonly measured: boolean
  /** Class of exposure, by row of the record; of households by buyer. */
  readonly exposureOf: Uint8Array
  readonly householdExposure: Uint8Array
}

function membershipOf(pair: Pair): Membership {
  const { input, before } = pair
  const venues = input.tables.venues.length
  const firms = input.tables.kinds.map(({ name }) => name)
  return {
    ...groupsIn(input),
    kinds: [...firms, ...OTHER_KINDS],
    firms: firms.length,
    measured: before.plan.before !== undefined && before.plan.exposed.length > 0,
    exposureOf: Uint8Array.from({ length: before.rows.couriers }, (_, row) =>
      exposureClass(exposedShare(pair, row, venues)),
    ),
    householdExposure: Uint8Array.from(before.bought, (bought, buyer) =>
      exposureClass(before.throughExposed[buyer] / bought),
    ),
  }
}

/** A window without and with the policy, and what is added up of each kind and group. */
interface Window {
  readonly name: string
  readonly days: number
  readonly base: Sums
  readonly policy: Sums
  readonly totals: Float64Array
}

/** Some members of a kind that one row of the record stands for, and the groups that they are in. */
interface Members {
  readonly kind: number
  readonly groups: readonly number[]
  readonly row: number
  readonly weight: number
}

const fieldOf = ({ groups }: Membership, kind: number, group: number): number =>
  (kind * groups.length + group) * FIELDS

/** Adds a row to the groups of its members, each with the income and work of the row. */
function addRow(
  { totals, base, policy, days }: Window,
  membership: Membership,
  { kind, groups, row, weight }: Members,
): void {
  const earned = base.income[row]
  const now = policy.income[row]
  const reach = Math.max(MARGIN * Math.abs(earned), LEAST * days)
  for (const group of groups) {
    const field = fieldOf(membership, kind, group)
    totals[field + AGENTS]++
    totals[field + MEMBERS] += weight
    totals[field + INCOME] += weight * earned
    totals[field + INCOME + 1] += weight * now
    totals[field + JOBS] += weight * base.work[row]
    totals[field + JOBS + 1] += weight * policy.work[row]
    if (now < earned - reach) totals[field + LOSING] += weight
    else if (now > earned + reach) totals[field + GAINING] += weight
  }
}

/** Adds to the groups of firms those that are still there at the end of the window. */
function addSurvivors(
  { totals, base, policy }: Window,
  membership: Membership,
  { kind, groups, row, weight }: Members,
): void {
  for (const group of groups) {
    const field = fieldOf(membership, kind, group) + SURVIVAL
    if (base.status[row] < EXITED) totals[field] += weight
    if (policy.status[row] < EXITED) totals[field + 1] += weight
  }
}

/** A courier's pay is given: what he can lose is his work, and then all of it. */
function addCouriers(
  { totals, base, policy, days }: Window,
  membership: Membership,
  group: number,
  row: number,
): void {
  const field = fieldOf(membership, membership.firms + COURIER, group)
  const [heads, now] = [base.work[row], policy.work[row]]
  totals[field + MEMBERS] += heads / days
  totals[field + INCOME] += base.income[row]
  totals[field + INCOME + 1] += policy.income[row]
  totals[field + JOBS] += heads
  totals[field + JOBS + 1] += now
  totals[field + LOSING] += Math.max(0, heads - now) / days
}

function addSellers({ input, before, attributes }: Pair, of: Membership, window: Window): void {
  const a = attributes
  for (let seller = 0; seller < input.size.sellers; seller++) {
    if (before.present[seller] === 0) continue
    const groups = [
      of.all,
      of.region + a.region[seller],
      of.category + a.category[seller],
      of.exposure + of.exposureOf[seller],
      of.size + before.size[seller],
    ]
    if (a.cluster[seller] > 0) groups.push(of.cluster + a.cluster[seller] - 1)
    const members = { kind: a.kind[seller], groups, row: seller, weight: a.weight[seller] }
    addRow(window, of, members)
    addSurvivors(window, of, members)
  }
}

function addCreators({ input, before, attributes }: Pair, of: Membership, window: Window): void {
  for (let who = 0; who < input.size.creators; who++) {
    const row = before.rows.creators + who
    const groups = [
      of.all,
      of.region + attributes.creatorRegion[who],
      of.category + attributes.creatorCategory[who],
      of.exposure + of.exposureOf[row],
    ]
    addRow(window, of, {
      kind: of.firms + CREATOR,
      groups,
      row,
      weight: attributes.creatorWeight[0],
    })
  }
}

function addHouseholds({ input, before, attributes }: Pair, of: Membership, window: Window): void {
  // One list for all, as there are many.
  const groups = of.measured ? [of.all, 0, 0] : [of.all, 0]
  const kind = of.firms + HOUSEHOLD
  const weight = attributes.buyerWeight[0]
  for (let buyer = 0; buyer < input.size.buyers; buyer++) {
    groups[1] = of.region + attributes.buyerRegion[buyer]
    if (of.measured) groups[2] = of.exposure + of.householdExposure[buyer]
    addRow(window, of, { kind, groups, row: before.rows.buyers + buyer, weight })
  }
}

/** Companies of platforms, the government and couriers. */
function addOthers(pair: Pair, of: Membership, window: Window): void {
  const { rows } = pair.before
  for (const company of platformOwners(pair)) {
    const row = rows.companies + company
    const groups = [of.all, of.exposure + of.exposureOf[row]]
    addRow(window, of, { kind: of.firms + PLATFORM, groups, row, weight: 1 })
  }
  const kind = of.firms + GOVERNMENT
  addRow(window, of, { kind, groups: [of.all], row: rows.government, weight: 1 })
  for (let place = 0; place < pair.input.tables.regions.length; place++)
    for (const group of [of.all, of.region + place])
      addCouriers(window, of, group, rows.couriers + place)
}

/** Every kind in every group that has members; by exposure and size only where they were measured. */
function outcomesOf({ before }: Pair, membership: Membership, window: Window): RunOutcome[] {
  const { groups, kinds, measured } = membership
  return kinds.flatMap((_, kind) =>
    groups.flatMap(({ by }, nth) => {
      const members = window.totals[fieldOf(membership, kind, nth) + MEMBERS]
      if (members <= 0 || (by === 'exposure' && !measured)) return []
      // Sizes are of the year before: on the first day nobody has any.
      if (by === 'size' && before.plan.fork === 0) return []
      return [outcomeOf(membership, window, kind, nth)]
    }),
  )
}

function outcomeOf(
  membership: Membership,
  { name, days, totals }: Window,
  kind: number,
  nth: number,
): RunOutcome {
  const { by, group } = membership.groups[nth]
  const field = fieldOf(membership, kind, nth)
  const members = totals[field + MEMBERS]
  const other = kind - membership.firms
  const both = (first: number, over: number): Both => [
    totals[field + first] / over,
    totals[field + first + 1] / over,
  ]
  const none: Both = [Number.NaN, Number.NaN]
  const neither = other === GOVERNMENT || other === COURIER
  return {
    window: name,
    by,
    kind: membership.kinds[kind],
    group,
    members,
    agents: other === COURIER ? Number.NaN : totals[field + AGENTS],
    income: both(INCOME, members * days),
    jobs: other === GOVERNMENT ? none : both(JOBS, days),
    survival: other < 0 ? both(SURVIVAL, members) : none,
    losing: other === GOVERNMENT ? Number.NaN : totals[field + LOSING] / members,
    gaining: neither ? Number.NaN : totals[field + GAINING] / members,
  }
}
