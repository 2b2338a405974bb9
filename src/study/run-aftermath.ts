/**
 * What buyers and sellers of the venues that a policy is about did after it, in one run. Buyers: who bought there in the weeks before,
 * and of them who bought where within some days of the policy, without and with it. Sellers: who sold there, and of them who
 * sells about as much as the same firm does without the policy.
 */
import { DAYS_A_WEEK } from '../engine/index.ts'
import type { Span } from '../market/index.ts'
import type { RunElsewhere, RunRecovery } from './aftermath.ts'
import { EXPOSURES, exposedShare, exposureClass, type Pair } from './members.ts'

export interface RunAftermath {
  readonly elsewhere: readonly RunElsewhere[]
  readonly recovery: readonly RunRecovery[]
}

/** Days within which buyers are asked where they bought. */
const DAYS = [7, 28, 49]
/** Weeks after which sellers are asked what they sell, and over how many weeks up to then. */
const WEEKS = [4, 8, 12, 26]
const OVER = 4

const NO_MORE = { days: [], weeks: [] }

/** Share of its sales without the policy from which a seller counts as recovered. */
export const BACK = 0.8

/**
 * The spans that end within the days of both worlds.
 * @param asked further days and weeks
 */
export function aftermathSpans(
  from: number,
  days: number,
  asked: { readonly days: readonly number[]; readonly weeks: readonly number[] } = NO_MORE,
) {
  const within = ({ to }: Span) => to <= days
  const all = (usual: readonly number[], more: readonly number[]) =>
    [...new Set([...usual, ...more])].sort((one, other) => one - other)
  return {
    firstDays: all(DAYS, asked.days)
      .map((count) => ({ name: `${count}`, from, to: from + count }))
      .filter(within),
    recovery: all(WEEKS, asked.weeks)
      .map((week) => ({
        ...{
          name: `${week}`,
          from: from + DAYS_A_WEEK * (week - OVER),
          to: from + DAYS_A_WEEK * week,
        },
      }))
      .filter(within),
  }
}

export const runAftermath = (pair: Pair): RunAftermath => {
  const { before, exposed } = pair.before.plan
  if (before === undefined || exposed.length === 0) return { elsewhere: [], recovery: [] }
  return { elsewhere: elsewhereIn(pair), recovery: recoveryIn(pair) }
}

/** Destinations, each with the venues that count as it: all but those of the policy, platforms among them, and each venue. */
export function destinations({ input, before: { plan } }: Pair) {
  const { venues } = input.tables
  const maskOf = (rows: readonly number[]) => rows.reduce((mask, row) => mask | (1 << row), 0)
  const others = venues.flatMap((_, row) => (plan.exposed.includes(row) ? [] : [row]))
  const platforms = others.filter((row) => venues[row].values.platform === 1)
  return [
    { to: 'elsewhere', mask: maskOf(others) },
    { to: 'other platforms', mask: maskOf(platforms) },
    ...venues.map(({ name }, row) => ({ to: name, mask: maskOf([row]) })),
  ]
}

function elsewhereIn(pair: Pair): RunElsewhere[] {
  const { before, after, attributes } = pair
  const weight = attributes.buyerWeight[0]
  const had = Array.from(before.throughExposed.keys()).filter(
    (buyer) => before.throughExposed[buyer] > 0,
  )
  return before.plan.firstDays.flatMap(({ name }, at) =>
    destinations(pair).map(({ to, mask }) => {
      const people = [before, after].map(
        ({ visited }) => weight * had.filter((buyer) => visited[at][buyer] & mask).length,
      )
      return {
        ...{ days: Number(name), to, members: weight * had.length, agents: had.length },
        people: [people[0], people[1]] as const,
      }
    }),
  )
}

/** Firms without sales in the baseline in these weeks cannot be judged and are left out. */
function recoveryIn(pair: Pair): RunRecovery[] {
  const { before, after, attributes, input } = pair
  const venues = input.tables.venues.length
  const classes = Array.from(before.present, (present, seller) =>
    present ? exposureClass(exposedShare(pair, seller, venues)) : -1,
  )
  return before.plan.recovery.flatMap(({ name }, at) => {
    const [base, now] = [before.soldLater[at], after.soldLater[at]]
    return EXPOSURES.map((exposure, row) => {
      let [agents, members, back] = [0, 0, 0]
      classes.forEach((own, seller) => {
        if (own !== row || !(base[seller] > 0)) return
        const weight = attributes.weight[seller]
        agents++
        members += weight
        if (now[seller] >= BACK * base[seller]) back += weight
      })
      return { weeks: Number(name), exposure, members, agents, share: back / members }
    })
  })
}
