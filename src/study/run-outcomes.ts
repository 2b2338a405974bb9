/** Who wins and who loses in one run. */
import { STATUSES } from '../market/index.ts'
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

const EXITED = STATUSES.indexOf('exited')

/** Sums kept of each group: two places where there is a value without and one with the policy. */
const FIELDS = 10
const [MEMBERS, INCOME, JOBS, SURVIVAL, LOSING, GAINING, AGENTS] = [0, 1, 3, 5, 7, 8, 9]

/** Groups of one run, window by window, without the window before the policy. */
export function runOutcomes(pair: Pair): RunOutcome[] {
  const { input, before, after } = pair
  const { rows, plan } = before
  const a = pair.attributes
  const venues = input.tables.venues.length
  const { groups, all, region, cluster, category, exposure, size } = groupsIn(input)
  const kinds = [...input.tables.kinds.map(({ name }) => name), ...OTHER_KINDS]
  const [CREATOR, COURIER, PLATFORM, HOUSEHOLD, GOVERNMENT] = OTHER_KINDS.map((kind) =>
    kinds.indexOf(kind),
  )
  const measured = plan.before !== undefined && plan.exposed.length > 0
  const exposureOf = Uint8Array.from({ length: rows.couriers }, (_, row) =>
    exposureClass(exposedShare(pair, row, venues)),
  )
  const platforms = platformOwners(pair)
  const householdExposure = Uint8Array.from(before.bought, (bought, buyer) =>
    exposureClass(before.throughExposed[buyer] / bought),
  )

  const found: RunOutcome[] = []
  plan.spans.forEach((span, at) => {
    if (at === 0 && plan.before !== undefined) return
    const days = span.to - span.from
    const [base, policy] = [before.sums[at], after.sums[at]]
    const sums = new Float64Array(kinds.length * groups.length * FIELDS)

    /** Adds a row to groups of its kind: `weight` members, each with the income and work of the row. */
    const add = (kind: number, of: readonly number[], row: number, weight: number) => {
      const earned = base.income[row]
      const now = policy.income[row]
      const reach = Math.max(MARGIN * Math.abs(earned), LEAST * days)
      for (const group of of) {
        const field = (kind * groups.length + group) * FIELDS
        sums[field + AGENTS]++
        sums[field + MEMBERS] += weight
        sums[field + INCOME] += weight * earned
        sums[field + INCOME + 1] += weight * now
        sums[field + JOBS] += weight * base.work[row]
        sums[field + JOBS + 1] += weight * policy.work[row]
        if (now < earned - reach) sums[field + LOSING] += weight
        else if (now > earned + reach) sums[field + GAINING] += weight
      }
    }
    const survive = (kind: number, of: readonly number[], row: number, weight: number) => {
      for (const group of of) {
        const field = (kind * groups.length + group) * FIELDS + SURVIVAL
        if (base.status[row] < EXITED) sums[field] += weight
        if (policy.status[row] < EXITED) sums[field + 1] += weight
      }
    }

    /** A courier's pay is given: a courier can lose only the job, and with it all income. */
    const addCouriers = (group: number, row: number) => {
      const field = (COURIER * groups.length + group) * FIELDS
      const [heads, now] = [base.work[row], policy.work[row]]
      sums[field + MEMBERS] += heads / days
      sums[field + INCOME] += base.income[row]
      sums[field + INCOME + 1] += policy.income[row]
      sums[field + JOBS] += heads
      sums[field + JOBS + 1] += now
      sums[field + LOSING] += Math.max(0, heads - now) / days
    }

    for (let seller = 0; seller < input.size.sellers; seller++) {
      if (before.present[seller] === 0) continue
      const groupsOfSeller = [
        all,
        region + a.region[seller],
        category + a.category[seller],
        exposure + exposureOf[seller],
        size + before.size[seller],
      ]
      if (a.cluster[seller] > 0) groupsOfSeller.push(cluster + a.cluster[seller] - 1)
      add(a.kind[seller], groupsOfSeller, seller, a.weight[seller])
      survive(a.kind[seller], groupsOfSeller, seller, a.weight[seller])
    }
    for (let who = 0; who < input.size.creators; who++) {
      const row = rows.creators + who
      const groupsOfCreator = [
        all,
        region + a.creatorRegion[who],
        category + a.creatorCategory[who],
        exposure + exposureOf[row],
      ]
      add(CREATOR, groupsOfCreator, row, a.creatorWeight[0])
    }
    const own = measured ? [all, 0, 0] : [all, 0]
    for (let buyer = 0; buyer < input.size.buyers; buyer++) {
      own[1] = region + a.buyerRegion[buyer]
      if (measured) own[2] = exposure + householdExposure[buyer]
      add(HOUSEHOLD, own, rows.buyers + buyer, a.buyerWeight[0])
    }
    for (const company of platforms) {
      const row = rows.companies + company
      add(PLATFORM, [all, exposure + exposureOf[row]], row, 1)
    }
    add(GOVERNMENT, [all], rows.government, 1)
    for (let place = 0; place < input.tables.regions.length; place++)
      for (const group of [all, region + place]) addCouriers(group, rows.couriers + place)

    kinds.forEach((kind, of) => {
      groups.forEach(({ by, group }, nth) => {
        const field = (of * groups.length + nth) * FIELDS
        const members = sums[field + MEMBERS]
        if (members <= 0 || (by === 'exposure' && !measured)) return
        // Sizes are of the year before: there are none on the first day.
        if (by === 'size' && plan.fork === 0) return
        const both = (first: number, over: number): Both => [
          sums[field + first] / over,
          sums[field + first + 1] / over,
        ]
        const firm = of < input.tables.kinds.length
        const none: Both = [Number.NaN, Number.NaN]
        found.push({
          window: span.name,
          by,
          kind,
          group,
          members,
          agents: of === COURIER ? Number.NaN : sums[field + AGENTS],
          income: both(INCOME, members * days),
          jobs: of === GOVERNMENT ? none : both(JOBS, days),
          survival: firm ? both(SURVIVAL, members) : none,
          losing: of === GOVERNMENT ? Number.NaN : sums[field + LOSING] / members,
          gaining:
            of === GOVERNMENT || of === COURIER ? Number.NaN : sums[field + GAINING] / members,
        })
      })
    })
  })
  return found
}
