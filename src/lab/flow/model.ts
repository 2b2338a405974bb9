/** The orders of sampled buyers in two worlds, as a picture needs them. Pure. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import { type Gate, isOrder, placeOf, type Source } from '../../market/index.ts'
import { formatDate, type Language } from '../../report/index.ts'

/** Two worlds of one seed, buyer by buyer; made by `createFlow`. */
export interface FlowData {
  /** Date of day 0. */
  readonly start: string
  /** The first day recorded, and the first that is no day of the run any more. */
  readonly first: number
  readonly days: number
  /** Buyers of a day. */
  readonly width: number
  /** Without the policy, and with it; filled as days come in. */
  readonly worlds: readonly [Uint8Array, Uint8Array]
  /** What each row of the table of checkouts is called. */
  readonly venues: readonly string[]
  /** When checkouts are shut, in the world with the policy. */
  readonly gates: readonly Gate[]
}

export const WITHOUT = 0
export const WITH = 1
export type WorldOf = typeof WITHOUT | typeof WITH

/** Where attention begins, from the top of the picture. */
export const FROM: readonly Source[] = ['feed', 'search', 'street']

/** Places of checkouts in a picture that are no row of their own. */
export const OTHERS = -2
export const NOBODY = -1

/** An order, or one that is not made in this world but in the other. */
export interface Dot {
  readonly buyer: number
  readonly source: Source
  /** Row of the checkout; `NOBODY` where the order is made in the other world alone. */
  readonly venue: number
  /** Whether the buyer's day is another in the other world. */
  readonly differs: boolean
}

const byteAt = ({ worlds, width }: FlowData, world: WorldOf, day: number, buyer: number) =>
  worlds[world][day * width + buyer]

/** The dots of a day in one of the worlds. */
export function dotsOn(data: FlowData, world: WorldOf, day: number): Dot[] {
  const other = world === WITH ? WITHOUT : WITH
  const dots: Dot[] = []
  for (let buyer = 0; buyer < data.width; buyer++) {
    const [own, there] = [byteAt(data, world, day, buyer), byteAt(data, other, day, buyer)]
    if (isOrder(own)) {
      const { source, venue } = placeOf(own)
      dots.push({ buyer, source, venue, differs: own !== there })
    } else if (isOrder(there))
      dots.push({ buyer, source: placeOf(there).source, venue: NOBODY, differs: true })
  }
  return dots
}

/** A buyer and a day among the dots that fit, who can be asked: the last one that differs, else the last. */
export function lastOf(
  data: FlowData,
  world: WorldOf,
  from: number,
  to: number,
  fits: (dot: Dot) => boolean,
): { readonly buyer: number; readonly day: number } | undefined {
  let last: { readonly buyer: number; readonly day: number } | undefined
  for (let day = to - 1; day >= Math.max(from, data.first); day--)
    for (const dot of dotsOn(data, world, day).filter(fits)) {
      if (dot.differs) return { buyer: dot.buyer, day }
      last ??= { buyer: dot.buyer, day }
    }
  return last
}

/** How often a source led to a checkout, over days, in both worlds. */
export interface Count {
  readonly source: Source
  readonly venue: number
  /** Orders without and with the policy. */
  readonly orders: readonly [number, number]
}

/** Counts of days `from <= day < to`, by source and row of the checkout, none of them nought in both worlds. */
export function countsOver(data: FlowData, from: number, to: number): Count[] {
  const sums = summed(data, from, to)
  return FROM.flatMap((source, nth) =>
    data.venues.flatMap((_, venue) => {
      const orders = [
        sums[placeIn(data, WITHOUT, nth, venue)],
        sums[placeIn(data, WITH, nth, venue)],
      ] as const
      return orders[WITHOUT] + orders[WITH] === 0 ? [] : [{ source, venue, orders }]
    }),
  )
}

/** Orders of days by world, source and checkout; behind the checkouts those that the other world alone has. */
function summed(data: FlowData, from: number, to: number): Uint32Array {
  const sums = new Uint32Array(sizeOf(data))
  for (let day = Math.max(from, data.first); day < to; day++) {
    const counts = countedOn(data, day)
    for (let at = 0; at < sums.length; at++) sums[at] += counts[at]
  }
  return sums
}

const sizeOf = ({ venues }: FlowData) => 2 * FROM.length * (venues.length + 1)

const placeIn = ({ venues }: FlowData, world: WorldOf, source: number, venue: number): number =>
  (world * FROM.length + source) * (venues.length + 1) + venue

/** Counts of days that have come in. They are added up many times while others come in, and counted once. */
const counted = new WeakMap<FlowData, { readonly counts: Uint16Array; readonly has: Uint8Array }>()

function countedOn(data: FlowData, day: number): Uint16Array {
  const size = sizeOf(data)
  const known = counted.get(data) ?? {
    counts: new Uint16Array(data.days * size),
    has: new Uint8Array(data.days),
  }
  counted.set(data, known)
  const counts = known.counts.subarray(day * size, (day + 1) * size)
  if (known.has[day] === 0) {
    count(data, day, counts)
    known.has[day] = 1
  }
  return counts
}

function count(data: FlowData, day: number, counts: Uint16Array): void {
  for (const world of [WITHOUT, WITH] as const)
    for (let buyer = 0; buyer < data.width; buyer++) {
      const own = byteAt(data, world, day, buyer)
      const there = byteAt(data, world === WITH ? WITHOUT : WITH, day, buyer)
      if (!isOrder(own) && !isOrder(there)) continue
      const { source } = placeOf(isOrder(own) ? own : there)
      const venue = isOrder(own) ? placeOf(own).venue : data.venues.length
      counts[placeIn(data, world, FROM.indexOf(source), venue)]++
    }
}

/** Buyers' days that are not the same in both worlds: another order, or none. */
export function differingDays(data: FlowData, from: number, to: number): number {
  let found = 0
  for (let day = Math.max(from, data.first); day < to; day++)
    found += dotsOn(data, WITH, day).filter(({ differs }) => differs).length
  return found
}

/** Checkouts that a picture shows by name, the others of little use being one. */
const MOST_SHOWN = 7

/**
 * Checkouts from the top of the picture: shut ones and the most used, in the order of their table, then all others
 * together, then those who buy nothing.
 */
export function targetsOf(data: FlowData, known: number): number[] {
  const used = data.venues.map(() => 0)
  for (const { venue, orders } of countsOver(data, data.first, known))
    used[venue] += orders[WITHOUT] + orders[WITH]
  // What was shut before the picture begins is no gate in it.
  const shut = new Set(data.gates.filter(({ from }) => from > data.first).map(({ venue }) => venue))
  const rank = (venue: number) => (shut.has(venue) ? Infinity : used[venue])
  const ranked = [...used.keys()].filter((venue) => rank(venue) > 0)
  const shown = ranked.toSorted((a, b) => rank(b) - rank(a) || a - b).slice(0, MOST_SHOWN)
  const others = ranked.length > shown.length ? [OTHERS] : []
  return [...shown.sort((a, b) => a - b), ...others, NOBODY]
}

/** The place of a checkout among those of a picture. */
export function targetOf(targets: readonly number[], venue: number): number {
  const own = targets.indexOf(venue)
  return own >= 0 ? own : targets.indexOf(OTHERS)
}

/** Dots of one world over days `from <= day < to`, from a source to a target. */
export interface Ribbon {
  /** Place in `FROM`, and among the targets. */
  readonly source: number
  readonly target: number
  readonly dots: number
}

export function ribbonsOver(
  data: FlowData,
  world: WorldOf,
  from: number,
  to: number,
  targets: readonly number[],
): Ribbon[] {
  const counts = FROM.map(() => targets.map(() => 0))
  const sums = summed(data, from, to)
  for (const [source, row] of counts.entries())
    for (let venue = 0; venue <= data.venues.length; venue++) {
      const target = targetOf(targets, venue === data.venues.length ? NOBODY : venue)
      if (target >= 0) row[target] += sums[placeIn(data, world, source, venue)]
    }
  return counts.flatMap((row, source) =>
    row.flatMap((dots, target) => (dots === 0 ? [] : [{ source, target, dots }])),
  )
}

/** Days that a gate takes to shut or to open, in the picture. */
const SWING = 0.3

/** Part of a gate that is shut at a moment. */
export function shutAt(gates: readonly Gate[], venue: number, moment: number): number {
  let shut = 0
  for (const gate of gates) {
    if (gate.venue !== venue || moment < gate.from) continue
    const closing = Math.min(1, (moment - gate.from) / SWING)
    const opening = Math.max(0, 1 - (moment - gate.to) / SWING)
    shut = Math.max(shut, moment < gate.to ? closing : opening)
  }
  return shut
}

/** The hour at which a checkout shuts in the course of a day, `17:00`; nothing on other days, and where it is shut all day. */
export function shutsAt(gates: readonly Gate[], venue: number, day: number): string | undefined {
  const gate = gates.find(({ venue: of, from }) => of === venue && Math.floor(from) === day)
  const minutes = gate === undefined ? 0 : Math.round((gate.from - day) * 24 * 60)
  if (minutes === 0) return undefined
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Dates in the page's language. */
export function dateOn({ start }: FlowData, day: number, language: Language): string {
  return formatDate(dateOfDay(dayOfDate(start) + day), language)
}
