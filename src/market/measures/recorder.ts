/**
 * Records measures, a number a day for each cell. Sales are counted every day; stocks of firms, work and money
 * are counted on Monday and hold for the week. Recording reads the state and never writes it.
 */

import type { World } from '../../engine/index.ts'
import { DAYS_A_WEEK } from '../../engine/index.ts'
import { type At, type Cell, cellKey, DIMENSIONS } from '../cell.ts'
import type { MarketInput } from '../input.ts'
import { MEASURES } from './index.ts'
import type { Measure } from './measure.ts'

/** The cells of a measure in the order in which it tells them, and where their values stand. */
interface Told {
  readonly measure: Measure
  readonly cells: readonly Cell[]
  readonly first: number
  /** Place of the first weight, of a ratio. */
  readonly weights: number
}

/**
 * The cells of the measures, and parts that record them: a part for each sweep over the state.
 * @param added measures of policies of the world; their cells stand behind those of every world, and the weights of all ratios behind both
 */
export function createRecorder(
  world: World,
  input: MarketInput,
  measures: readonly Measure[] = MEASURES,
  added: readonly Measure[] = [],
) {
  const sweeps = new Set([...measures, ...added].map(({ from }) => from))
  const sweepers = new Map([...sweeps].map((sweep) => [sweep, sweep.over(world, input)]))
  const { cells, told } = laidOut([...measures, ...added], ({ from }) => sweepers.get(from)!.sums)
  const width = cells.length
  const parts = [...sweepers].map(([sweep, { sums, take }]) => {
    const own = told.filter(({ measure }) => measure.from === sweep)
    return (day: number, values: Float64Array): void => {
      const at = day * width
      if (sweep.every === 'week' && day % DAYS_A_WEEK !== 0) {
        holdWeek(own, at, width, values)
        return
      }
      take()
      const today = values.subarray(at, at + width)
      for (const one of own) fill(one, sums, today)
    }
  })
  return { cells, parts }
}

/** Asks each measure for its cells; the weights of ratios follow after the cells of all. */
function laidOut(measures: readonly Measure[], sumsOf: (measure: Measure) => unknown) {
  const asked = measures.map((measure) => ({ measure, at: rowsOf(measure, sumsOf(measure)) }))
  const reported = asked.reduce((sum, { at }) => sum + at.length, 0)
  const cells: Cell[] = []
  const weights: Cell[] = []
  const told = asked.map(({ measure, at }): Told => {
    const place = { first: cells.length, weights: reported + weights.length }
    const own = at.map((one) => cellOf(measure, one))
    const isRatio = 'tellRatio' in measure
    cells.push(
      ...own.map((cell, nth) => (isRatio ? { ...cell, weight: place.weights + nth } : cell)),
    )
    if (isRatio) weights.push(...own.map((cell): Cell => ({ ...cell, auxiliary: true })))
    return { measure, cells: own, ...place }
  })
  refuseTwins(cells)
  return { cells: [...cells, ...weights], told }
}

/** The rows that a measure tells, whatever their values. */
function rowsOf(measure: Measure, sums: unknown): At[] {
  const rows: At[] = []
  if ('tellRatio' in measure) measure.tellRatio(sums, (_above, _below, at = {}) => rows.push(at))
  else measure.tell(sums, (_value, at = {}) => rows.push(at))
  return rows
}

function cellOf({ name, unit, by }: Measure, at: At): Cell {
  const all = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, at[dimension] ?? 'all']))
  const undeclared = DIMENSIONS.find((one) => all[one] !== 'all' && !by.includes(one))
  if (undeclared)
    throw new Error(`measure ${name} is told by ${undeclared}, which it does not declare`)
  return { measure: name, ...(all as Record<(typeof DIMENSIONS)[number], string>), unit }
}

function refuseTwins(cells: readonly Cell[]): void {
  const seen = new Set<string>()
  for (const cell of cells) {
    if (seen.has(cellKey(cell))) throw new Error(`two measures tell the cell ${cellKey(cell)}`)
    seen.add(cellKey(cell))
  }
}

/** Fills the values of a measure for one day. A ratio with nothing below has no value. */
function fill({ measure, cells, first, weights }: Told, sums: unknown, day: Float64Array): void {
  let nth = 0
  const place = (at: At = {}): number => {
    const cell = cells[nth]
    if (cell === undefined || DIMENSIONS.some((one) => cell[one] !== (at[one] ?? 'all')))
      throw new Error(`measure ${measure.name} tells other cells than at first`)
    return nth++
  }
  if ('tellRatio' in measure)
    measure.tellRatio(sums, (above, below, at) => {
      const row = place(at)
      day[first + row] = below > 0 ? above / below : Number.NaN
      day[weights + row] = below
    })
  else
    measure.tell(sums, (value, at) => {
      // Every engine writes a value that is none with bits of its own.
      day[first + place(at)] = Number.isNaN(value) ? Number.NaN : value
    })
  if (nth !== cells.length) throw new Error(`measure ${measure.name} tells too few cells`)
}

/** The values of the day before, for a measure of the week. */
function holdWeek(own: readonly Told[], at: number, width: number, values: Float64Array): void {
  for (const { measure, cells, first, weights } of own)
    for (const start of 'tellRatio' in measure ? [first, weights] : [first])
      values.copyWithin(at + start, at + start - width, at + start - width + cells.length)
}
