/** Where in the space of parameters something happens: "when does this policy fail". */
import jstat from 'jstat'

/** One side of a box along one factor. */
export interface BoxLimit {
  /** Number of the factor. */
  readonly factor: number
  /** `least`: the coordinate is at least this; `most`: at most. */
  readonly side: 'least' | 'most'
  readonly unit: number
  /**
   * Probability of as many cases in the box or more if this limit had no effect (its density that of the box without the limit):
   * large where the limit is due to chance. Bryant and Lempert 2010 call it quasi-p, since the box was chosen by looking.
   */
  readonly luck: number
}

export interface Box {
  readonly limits: readonly BoxLimit[]
  /** Points in it, and cases among them. */
  readonly points: number
  readonly cases: number
  /** Cases in it over all cases. */
  readonly coverage: number
  /** Cases in it over the points in it. */
  readonly density: number
}

export interface BoxSearch {
  /** From the whole cube to the smallest box: more density, less coverage. */
  readonly boxes: readonly Box[]
  /** The box with the largest harmonic mean of coverage and density; limits that may be due to chance are removed. */
  readonly best: Box
  readonly points: number
  /** Points without an outcome. */
  readonly leftOut: number
}

/** Share of points that one step peels off; smallest share of all points in a box; quasi-p above which a limit is removed. */
const SETTINGS = { peel: 0.05, least: 0.03, luck: 0.05 }

/** A coordinate of each factor at each end. */
interface Bounds {
  readonly low: Float64Array
  readonly high: Float64Array
}

/**
 * Boxes in which cases are dense, by patient peeling: from the box take a twentieth of its points at one end of one factor,
 * the end after which the density is highest (of equals the one that takes fewer points), and again. `cases` says of
 * each point whether it is one, nothing where there is no outcome.
 * Source: PRIM, Friedman and Fisher 1999; its use on policies Bryant and Lempert 2010.
 */
export function primBoxes(
  units: readonly (readonly number[])[],
  cases: readonly (boolean | undefined)[],
  { peel = SETTINGS.peel, least = SETTINGS.least } = {},
): BoxSearch {
  const known = cases.flatMap((is, row) => (is === undefined ? [] : [row]))
  const points = known.map((row) => units[row])
  const hit = known.map((row) => cases[row] === true)
  const factors = points[0]?.length ?? 0
  const whole: Bounds = {
    low: new Float64Array(factors).fill(Number.NEGATIVE_INFINITY),
    high: new Float64Array(factors).fill(Number.POSITIVE_INFINITY),
  }
  const found = [whole]
  for (let next: Bounds | undefined = whole; next !== undefined; ) {
    next = peeled(next, points, hit, peel, Math.max(1, least * points.length))
    if (next !== undefined) found.push(next)
  }
  const told = found.map((bounds) => boxOf(bounds, points, hit))
  const value = ({ coverage, density }: Box) => (2 * coverage * density) / (coverage + density)
  const top = told.reduce((best, box, k) => (value(box) > value(told[best]) ? k : best), 0)
  const best = withoutLuck(found[top], points, hit)
  return { boxes: told, best, points: points.length, leftOut: cases.length - known.length }
}

const inside = (unit: readonly number[], { low, high }: Bounds): boolean =>
  unit.every((x, k) => x >= low[k] && x <= high[k])

function peeled(
  bounds: Bounds,
  points: readonly (readonly number[])[],
  hit: readonly boolean[],
  peel: number,
  least: number,
): Bounds | undefined {
  const rows = points.flatMap((unit, row) => (inside(unit, bounds) ? [row] : []))
  let best: { bounds: Bounds; density: number; left: number } | undefined
  for (let factor = 0; factor < bounds.low.length; factor++)
    for (const side of ['low', 'high'] as const) {
      const edge = edgeOf(rows, (row) => points[row][factor], side, peel)
      if (edge === undefined) continue
      const next = { ...bounds, [side]: bounds[side].with(factor, edge) }
      const kept = rows.filter((row) => inside(points[row], next))
      if (kept.length < least) continue
      const density = kept.filter((row) => hit[row]).length / kept.length
      const better =
        best === undefined ||
        density > best.density ||
        (density === best.density && kept.length > best.left)
      if (better) best = { bounds: next, density, left: kept.length }
    }
  return best?.bounds
}

/** Half way between the last point that is peeled off and the first that stays; nothing where all are alike. */
function edgeOf(
  rows: readonly number[],
  at: (row: number) => number,
  side: 'low' | 'high',
  peel: number,
): number | undefined {
  const sign = side === 'low' ? 1 : -1
  const sorted = rows.map((row) => sign * at(row)).sort((a, b) => a - b)
  const off = Math.max(1, Math.floor(peel * sorted.length))
  const last = sorted[off - 1]
  // All that are at the same coordinate go together.
  const first = sorted.find((x) => x > last)
  return first === undefined ? undefined : (sign * (last + first)) / 2
}

function boxOf(
  bounds: Bounds,
  points: readonly (readonly number[])[],
  hit: readonly boolean[],
): Box {
  const count = (of: Bounds) => {
    const rows = points.flatMap((unit, row) => (inside(unit, of) ? [row] : []))
    return { points: rows.length, cases: rows.filter((row) => hit[row]).length }
  }
  const all = hit.filter(Boolean).length
  const own = count(bounds)
  const limits = limitsOf(bounds).map(([factor, side]): BoxLimit => {
    const open = count(opened(bounds, factor, side))
    return {
      factor,
      side: side === 'low' ? 'least' : 'most',
      unit: bounds[side][factor],
      luck: atLeast(own.cases, own.points, open.cases / open.points),
    }
  })
  return { limits, ...own, coverage: own.cases / all, density: own.cases / own.points }
}

const limitsOf = ({ low, high }: Bounds): (readonly [factor: number, side: 'low' | 'high'])[] =>
  Array.from(low, (_, factor) => factor).flatMap((factor) =>
    (['low', 'high'] as const)
      .filter((side) => Number.isFinite((side === 'low' ? low : high)[factor]))
      .map((side) => [factor, side] as const),
  )

const opened = (bounds: Bounds, factor: number, side: 'low' | 'high'): Bounds => ({
  ...bounds,
  [side]: bounds[side].with(factor, side === 'low' ? -Infinity : Infinity),
})

/** Probability of at least `successes` successes. */
const atLeast = (successes: number, trials: number, probability: number): number =>
  successes === 0
    ? 1
    : probability >= 1
      ? 1
      : 1 - jstat.binomial.cdf(successes - 1, trials, probability)

/** Removes the limit with the largest quasi-p, repeatedly, until no limit may be due to chance. */
function withoutLuck(
  bounds: Bounds,
  points: readonly (readonly number[])[],
  hit: readonly boolean[],
): Box {
  const box = boxOf(bounds, points, hit)
  const worst = box.limits.reduce<BoxLimit | undefined>(
    (worst, limit) => (worst === undefined || limit.luck > worst.luck ? limit : worst),
    undefined,
  )
  if (worst === undefined || worst.luck <= SETTINGS.luck) return box
  const side = worst.side === 'least' ? 'low' : 'high'
  return withoutLuck(opened(bounds, worst.factor, side), points, hit)
}
