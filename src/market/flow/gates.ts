/** When venues cannot be paid at: what a closure shuts, and a reopening opens again. */
import { valueOn } from '../in-force.ts'
import { given, type MarketInput } from '../input.ts'
import { movedValues } from '../market.ts'
import { routes } from '../tables/index.ts'

export interface Gate {
  /** Row of the venue. */
  readonly venue: number
  /** Days since the start on which it is shut all day: `from <= day < to`. */
  readonly from: number
  readonly to: number
}

/** The stretches of days on which no route to a venue is open, in order of venue and day. */
export function gatesOf(input: MarketInput): Gate[] {
  const moved = movedValues(input).filter(
    ({ table, field }) => table === routes.name && field === 'open',
  )
  const isOpen = (route: number, day: number): boolean => {
    const dated = moved.find(({ row }) => row === route)
    return (dated === undefined ? given(input, routes, route, 'open') : valueOn(dated, day)) > 0
  }
  const gates: Gate[] = []
  for (const venue of input.tables.venues.keys()) {
    const into = [...input.tables.routes.keys()].filter(
      (route) => given(input, routes, route, 'to') === venue,
    )
    for (let day = 0; day < input.days; day++) {
      if (into.some((route) => isOpen(route, day))) continue
      const last = gates.at(-1)
      if (last?.venue === venue && last.to === day)
        gates[gates.length - 1] = { ...last, to: day + 1 }
      else gates.push({ venue, from: day, to: day + 1 })
    }
  }
  return gates
}
