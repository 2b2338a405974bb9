/** The value of a table field in force on a day: the written value, then every operation on it, in order. */
import type { FieldOf, Fields, Table } from '../engine/index.ts'
import { type Does, given, type MarketInput, type Operation, writtenOf } from './input.ts'
import { border, categories, TABLES } from './tables/index.ts'

/** One table value and what is done to it over time. */
export interface DatedValue {
  readonly table: string
  readonly row: number
  readonly field: string
  readonly at: number
  /** The value of the table, which holds where no operation is in force. */
  readonly written: number
  /** In the order in which they compose: courses of the scenario, then policies as listed. */
  readonly operations: readonly Operation[]
  /** Within which the value stays after every operation; nothing where it is no quantity, such as an owner. */
  readonly range: readonly [number, number] | undefined
}

/** Operations by the one value that they move. */
export function datedValues(input: MarketInput, operations: readonly Operation[]): DatedValue[] {
  const groups = new Map<string, Operation[]>()
  for (const operation of operations) {
    const target = targetOf(operation)
    const group = groups.get(target)
    if (group === undefined) groups.set(target, [operation])
    else group.push(operation)
  }
  return [...groups.values()].map((group) => {
    const [{ table, row, field, at }] = group
    const written = writtenOf(input, group[0])
    return { table, row, field, at, written, operations: group, range: rangeOf(group[0], written) }
  })
}

/** Names the value that an operation moves. */
export const targetOf = ({
  table,
  row,
  field,
  at,
}: Pick<Operation, 'table' | 'row' | 'field' | 'at'>): string => `${table} ${row} ${field} ${at}`

/** A written value may lie outside the declared range (the weights of a scaled market): it is not moved into it. */
function rangeOf({ table, field, added }: Operation, written: number) {
  if (added !== undefined) return added.range
  const parameter = TABLES.find(({ name }) => name === table)?.fields[field]
  if (parameter?.kind !== 'number') return undefined
  const [low, high] = parameter.range
  return [Math.min(low, written), Math.max(high, written)] as const
}

/**
 * The value in force on a day. The day is cut at every moment at which an operation begins, steps or ends; in each
 * piece all operations are composed anew from the written value, and the pieces count by their hours. What is no
 * quantity counts from the day on which it changes. A straight line has on a day its value at the start of the day.
 */
export function valueOn(value: DatedValue, day: number): number {
  const moments = momentsWithin(value.operations, day)
  if (moments.length === 0) return composed(value, day, day)
  if (value.range === undefined) return composed(value, moments[moments.length - 1], day)
  const pieces = [day, ...moments].map((moment) => composed(value, moment, day))
  if (pieces.every((piece) => piece === pieces[0])) return pieces[0]
  let mean = 0
  let from = day
  for (const [at, piece] of pieces.entries()) {
    const to = moments[at] ?? day + 1
    mean += piece * (to - from)
    from = to
  }
  return mean
}

const NONE: readonly number[] = []

/** Moments inside a day at which an operation begins, steps or ends, in order. */
function momentsWithin(operations: readonly Operation[], day: number): readonly number[] {
  let found: number[] | undefined
  const look = (moment: number) => {
    if (moment <= day || moment >= day + 1) return
    found ??= []
    if (!found.includes(moment)) found.push(moment)
  }
  for (const { points, linear, until } of operations) {
    const steps = linear ? Math.min(1, points.length) : points.length
    for (let at = 0; at < steps; at++) look(points[at][0])
    if (until !== undefined) look(until)
  }
  return found === undefined ? NONE : found.sort((one, other) => one - other)
}

/** What an operation would make of a value, where that lies outside its range. */
export interface Cut {
  readonly operation: Operation
  readonly beyond: number
  /** The end of the range, which is in force instead. */
  readonly limit: number
}

/** The operations in force at a moment that lead a value out of its range, in the order in which they compose. */
export function cutsAt(value: DatedValue, moment: number): Cut[] {
  const cuts: Cut[] = []
  const day = Math.floor(moment)
  composed(value, moment, day, (operation, beyond, limit) =>
    cuts.push({ operation, beyond, limit }),
  )
  return cuts
}

function composed(
  { written, operations, range }: DatedValue,
  moment: number,
  day: number,
  cut?: (operation: Operation, beyond: number, limit: number) => void,
): number {
  let value = written
  const rules = strictest(operations, moment, day)
  for (const operation of operations) {
    if (!inForceAt(operation, moment)) continue
    if (operation.strictness !== undefined && operation !== rules) continue
    value = APPLY[operation.does ?? 'set'](value, amountAt(operation, moment, day))
    if (range === undefined) continue
    const within = Math.min(range[1], Math.max(range[0], value))
    if (within !== value) cut?.(operation, value, within)
    value = within
  }
  return value
}

const inForceAt = ({ points, until }: Operation, moment: number): boolean =>
  points.length > 0 && moment >= points[0][0] && (until === undefined || moment < until)

/** Of the operations in force that contain each other the one that holds; nothing where there are none. */
function strictest(
  operations: readonly Operation[],
  moment: number,
  day: number,
): Operation | undefined {
  let found: Operation | undefined
  for (const one of operations) {
    if (one.strictness === undefined || !inForceAt(one, moment)) continue
    const lead = found === undefined ? 1 : one.strictness - (found.strictness ?? 0)
    const larger = () => amountAt(one, moment, day) > amountAt(found!, moment, day)
    if (lead > 0 || (lead === 0 && larger())) found = one
  }
  return found
}

const APPLY: Readonly<Record<Does, (value: number, amount: number) => number>> = {
  set: (_, amount) => amount,
  add: (value, amount) => value + amount,
  multiply: (value, amount) => value * amount,
  'at-most': (value, amount) => Math.min(value, amount),
  'at-least': (value, amount) => Math.max(value, amount),
  fill: (value, amount) => value + amount * (1 - value),
}

/** The amount of an operation that has begun. */
function amountAt({ points, linear }: Operation, moment: number, day: number): number {
  if (!linear) {
    let last = 0
    while (last + 1 < points.length && points[last + 1][0] <= moment) last++
    return points[last][1]
  }
  const after = points.findIndex(([at]) => at > day)
  if (after < 0) return points[points.length - 1][1]
  if (after === 0) return points[0][1]
  const [begin, first] = points[after - 1]
  const [end, last] = points[after]
  return first + ((last - first) * (day - begin)) / (end - begin)
}

/** What a piece of a category is worth at the border on a day, in US$ at the rate at which it is written, before any policy. */
export const borderValueOn = (input: MarketInput, category: number, day: number): number =>
  onDay(input, categories, category, 'borderValue', day) / given(input, border, 0, 'referenceRate')

/** The value that a field has on a day by the scenario's own courses, before any policy. */
export function onDay<F extends Fields>(
  input: MarketInput,
  table: Table<F>,
  row: number,
  field: FieldOf<F>,
  day: number,
  at = 0,
): number {
  const target = targetOf({ table: table.name, row, field, at })
  const own = input.courses.filter((course) => targetOf(course) === target)
  const [value] = datedValues(input, own)
  return value === undefined ? given(input, table, row, field, at) : valueOn(value, Math.floor(day))
}
