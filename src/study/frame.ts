/**
 * The numbers of a run by what they are about. The one place that knows which cells there are and how the mean of
 * a cell over days is taken.
 */
import {
  type At,
  type Cell,
  DIMENSIONS,
  type Dimension,
  type Measure,
  measures,
} from '../market/index.ts'
import { meanInterval } from './interval.ts'
import type { GroupSize, RunResult } from './results.ts'

/** A stretch of days since the start: `from <= day < to`. */
export interface Days {
  readonly from: number
  readonly to: number
}

/** A value a day for every cell: `values[day * cells.length + cell]`, as a run or a market has them. */
export type Frame = Pick<RunResult, 'cells' | 'values'>

/**
 * The mean of a cell over days. Days without a number are left out. Days of a ratio weigh by what it is a share of,
 * so that the mean is the sum above over the sum below. NaN where no day has a number.
 */
export function meanOf({ cells, values }: Frame, cell: number, { from, to }: Days): number {
  const width = cells.length
  const { weight } = cells[cell]
  let [sum, weights] = [0, 0]
  for (let day = from; day < to; day++) {
    const value = values[day * width + cell]
    if (!Number.isFinite(value)) continue
    const weighs = weight === undefined ? 1 : values[day * width + weight]
    sum += value * weighs
    weights += weighs
  }
  return sum / weights
}

/** The mean over days for every cell of a run. */
export const meansOf = (run: Frame, days: Days): Float64Array =>
  Float64Array.from(run.cells, (_, cell) => meanOf(run, cell, days))

/** Place of the cell of a measure for rows of dimensions, `all` in the others; -1 where it was not recorded. */
export const placeOf = (
  { cells }: Pick<Frame, 'cells'>,
  { name }: Pick<Measure, 'name'>,
  at: At = {},
): number =>
  cells.findIndex(
    (cell) =>
      cell.measure === name &&
      !cell.auxiliary &&
      DIMENSIONS.every((dimension) => cell[dimension] === (at[dimension] ?? 'all')),
  )

/** The dimensions by which a cell is broken down. */
const brokenBy = (cell: Cell): Dimension[] =>
  DIMENSIONS.filter((dimension) => cell[dimension] !== 'all')

export interface Group {
  /** Place of the cell in the run's cells. */
  readonly cell: number
  readonly measure: string
  readonly unit: string
  /** The one dimension by which the cell is broken down, or `all`. */
  readonly dimension: Dimension | 'all'
  /** The row of that dimension, e.g. `tiktok-shop`; or `all`. */
  readonly row: string
  /** What it is called in tables: the row, with its dimension where rows of two share a name. */
  readonly group: string
}

const SIZES: readonly string[] = Object.values(measures.sizes).map(({ name }) => name)

/** Every reported cell that is broken down by at most one dimension; sizes of groups stand beside each, not by themselves. */
export function groupsOf(cells: readonly Cell[]): Group[] {
  const groups = cells.flatMap((cell, at): Group[] => {
    const broken = brokenBy(cell)
    if (cell.auxiliary || broken.length > 1 || SIZES.includes(cell.measure)) return []
    const dimension = broken.at(0) ?? 'all'
    const row = dimension === 'all' ? 'all' : cell[dimension]
    return [{ cell: at, measure: cell.measure, unit: cell.unit, dimension, row, group: row }]
  })
  const seen = new Map<string, number>()
  const name = ({ measure, group }: Group) => JSON.stringify([measure, group])
  for (const group of groups) seen.set(name(group), (seen.get(name(group)) ?? 0) + 1)
  return groups.map((group) =>
    seen.get(name(group)) === 1 ? group : { ...group, group: `${group.row} (${group.dimension})` },
  )
}

/** The mean size of a group over runs and days; NaN of what is no group of agents: the whole market, a venue, an origin. */
export function sizeIn(runs: readonly Frame[], { dimension, row }: Group, days: Days): GroupSize {
  const { agents, members } = measures.sizes
  const mean = (measure: Measure) => {
    if (dimension === 'all') return Number.NaN
    const cells = runs.map((run) => placeOf(run, measure, { [dimension]: row }))
    if (cells.includes(-1)) return Number.NaN
    return meanInterval(runs.map((run, nth) => meanOf(run, cells[nth], days))).mean
  }
  return { agents: mean(agents), members: mean(members) }
}

/** As `sizeIn`, which groups of many measures share: each is looked up once. */
export function sizesIn(runs: readonly Frame[], days: Days): (group: Group) => GroupSize {
  const known = new Map<string, GroupSize>()
  return (group) => {
    const name = JSON.stringify([group.dimension, group.row])
    const size = known.get(name) ?? sizeIn(runs, group, days)
    known.set(name, size)
    return size
  }
}

/** Groups of a measure that any run recorded: the whole, and by one dimension. */
export function groupsBy(
  runs: readonly Pick<Frame, 'cells'>[],
  { name }: Pick<Measure, 'name'>,
  by: Dimension,
): Group[] {
  const groups = runs
    .flatMap(({ cells }) => groupsOf(cells))
    .filter((group) => group.measure === name && ['all', by].includes(group.dimension))
  return [...new Map(groups.map((group) => [group.row, group])).values()]
}

export const sameGroup = (one: Group, other: Group): boolean =>
  one.measure === other.measure && one.dimension === other.dimension && one.row === other.row

/** The cells for which `keeps`, with the weights of their means. */
export function narrowed<R extends Frame & { readonly days: number }>(
  run: R,
  keeps: (cell: Cell) => boolean,
): R {
  const width = run.cells.length
  const reported = run.cells.flatMap((cell, at) => (!cell.auxiliary && keeps(cell) ? [at] : []))
  const weights = reported.flatMap((at) => run.cells[at].weight ?? [])
  const places = [...reported, ...weights]
  const cells = places.map((at) => {
    const { weight, ...cell } = run.cells[at]
    return weight === undefined
      ? cell
      : { ...cell, weight: reported.length + weights.indexOf(weight) }
  })
  const values = new Float64Array(run.days * places.length)
  for (let day = 0; day < run.days; day++)
    for (const [to, from] of places.entries())
      values[day * places.length + to] = run.values[day * width + from]
  return { ...run, cells, values }
}
