/** When venues cannot be paid at: what a closure shuts, and a reopening opens again. */
import { valueOn } from '../in-force.ts'
import { given, type MarketInput } from '../input.ts'
import { movedValues } from '../market.ts'
import { routes } from '../tables/index.ts'

export interface Gate {
  /** Row of the venue. */
  readonly venue: number
  /** Days since the start, with a fraction where it shuts within a day: no order is paid from then until `to`. */
  readonly from: number
  readonly to: number
}

/** The stretches of time in which no route to a venue is open, in order of venue and time. */
export function gatesOf(input: MarketInput): Gate[] {
  const moved = movedValues(input).filter(
    ({ table, field }) => table === routes.name && field === 'open',
  )
  const openShare = (route: number, day: number): number => {
    const dated = moved.find(({ row }) => row === route)
    return dated === undefined ? given(input, routes, route, 'open') : valueOn(dated, day)
  }
  return [...input.tables.venues.keys()].flatMap((venue) => {
    const into = [...input.tables.routes.keys()].filter(
      (route) => given(input, routes, route, 'to') === venue,
    )
    return gatesBy(venue, input.days, (day) =>
      Math.max(0, ...into.map((route) => openShare(route, day))),
    )
  })
}

/** @param open the share of a day on which the venue can be paid at */
function gatesBy(venue: number, days: number, open: (day: number) => number): Gate[] {
  const gates: Gate[] = []
  for (let day = 0; day < days; day++) {
    if (open(day) > 0) continue
    const last = gates.at(-1)
    if (last?.to === day) gates[gates.length - 1] = { ...last, to: day + 1 }
    else gates.push({ venue, from: begins(day), to: day + 1 })
  }
  return gates

  /** Within the day before, where it was open until then and for a part of that day. */
  function begins(day: number): number {
    const part = day > 1 && open(day - 2) === 1 ? open(day - 1) : 1
    return part < 1 ? day - 1 + part : day
  }
}

/** Rows of the venues that are shut at some time in one world and never in the other: what a closure is about. */
export function shutAnew(baseline: MarketInput, policy: MarketInput): number[] {
  const before = gatesOf(baseline).map(({ venue }) => venue)
  const after = gatesOf(policy).map(({ venue }) => venue)
  return [...new Set(after)].filter((venue) => !before.includes(venue))
}
