/** The smooth part of a response: a polynomial of the factors. */

/**
 * `none`: 0. `constant`. `linear`. `squares`: with the square of every factor. `quadratic`: with all products of two as well.
 */
export type TrendKind = 'none' | 'constant' | 'linear' | 'squares' | 'quadratic'

/** A polynomial whose terms are identified at the points that it was made for. */
export interface Trend {
  readonly kind: TrendKind
  /** Number of terms left. */
  readonly terms: number
  /** The terms at a point. */
  at(unit: readonly number[]): Float64Array
}

/** A term: a product of Legendre polynomials of factors, so that terms hardly overlap over the cube. */
type Term = (unit: readonly number[]) => number

const linear =
  (factor: number): Term =>
  (unit) =>
    2 * unit[factor] - 1
const square =
  (factor: number): Term =>
  (unit) =>
    (3 * (2 * unit[factor] - 1) ** 2 - 1) / 2

function termsOf(kind: TrendKind, factors: number): Term[] {
  if (kind === 'none') return []
  const each = Array.from({ length: factors }, (_, factor) => factor)
  const terms: Term[] = [() => 1]
  if (kind === 'constant') return terms
  terms.push(...each.map(linear))
  if (kind === 'linear') return terms
  terms.push(...each.map(square))
  if (kind === 'squares') return terms
  const pairs = each.flatMap((a) => each.slice(0, a).map((b) => [linear(a), linear(b)]))
  return [
    ...terms,
    ...pairs.map(
      ([a, b]): Term =>
        (unit) =>
          a(unit) * b(unit),
    ),
  ]
}

/** Points a term that a trend needs before it is taken by itself. */
const POINTS_A_TERM = 2

/** The richest trend that the number of points supports: two points a term. */
export function bearableTrend(points: number, factors: number): TrendKind {
  const kinds = ['quadratic', 'squares', 'linear'] as const
  return kinds.find((kind) => termsOf(kind, factors).length * POINTS_A_TERM <= points) ?? 'constant'
}

/**
 * The trend of a kind without the terms that are sums of earlier ones at the points (a factor that does not move, one of two
 * levels whose square says nothing new) and with fewer terms than points.
 */
export function trendFor(kind: TrendKind, units: readonly (readonly number[])[]): Trend {
  const kept: Term[] = []
  const basis: Float64Array[] = []
  for (const term of termsOf(kind, units[0]?.length ?? 0)) {
    if (kept.length > 0 && kept.length >= units.length - 1) break
    const column = Float64Array.from(units, term)
    const before = norm(column)
    // Twice, since one pass of Gram and Schmidt leaves what was rounded.
    for (let pass = 0; pass < 2; pass++) for (const of of basis) takeOut(column, of)
    const after = norm(column)
    if (!(after > 1e-6 * before)) continue
    basis.push(column.map((x) => x / after))
    kept.push(term)
  }
  const at = (unit: readonly number[]) => {
    const terms = new Float64Array(kept.length)
    for (let k = 0; k < kept.length; k++) terms[k] = kept[k](unit)
    return terms
  }
  return { kind, terms: kept.length, at }
}

const norm = (column: Float64Array): number => Math.sqrt(dot(column, column))

/** The sum of products. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k]
  return sum
}

function takeOut(column: Float64Array, basis: Float64Array): void {
  const part = dot(column, basis)
  for (let k = 0; k < column.length; k++) column[k] -= part * basis[k]
}
