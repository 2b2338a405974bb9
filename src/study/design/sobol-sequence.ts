/** Points that fill the unit cube evenly. */
import { keyOf, seedKey, uniform } from '../../engine/index.ts'
import { JOE_KUO } from './joe-kuo.ts'

/** So many coordinates has the table of direction numbers. */
export const MOST_DIMENSIONS = 64

const BITS = 32

/** The sequence has this many points. */
const MOST_POINTS = 2 ** 31

const rows = JOE_KUO.trim()
  .split('\n')
  .map((line) => line.split(' ').map(Number))

/**
 * Direction numbers of one coordinate as 32-bit words: v_k = m_k 2^(32-k), and beyond the degree s of the polynomial
 * v_k = v_(k-s) xor (v_(k-s) >> s) xor the v_(k-i) whose coefficient a_i is 1 (Bratley and Fox 1988; Joe and Kuo 2008).
 */
function directions(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS)
  if (dimension === 0) return v.map((_, k) => 2 ** (31 - k))
  const [, degree, inner, ...first] = rows[dimension - 1]
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      v[k] = first[k] * 2 ** (31 - k)
      continue
    }
    let word = v[k - degree] ^ (v[k - degree] >>> degree)
    for (let i = 1; i < degree; i++) if ((inner >>> (degree - 1 - i)) & 1) word ^= v[k - i]
    v[k] = word
  }
  return v
}

/**
 * The first N points of Sobol's sequence, a row of coordinates in [0, 1) each, in the order of Gray codes and with
 * the first point (0, ..., 0) kept. Why: means over it converge like 1/N where independent draws give 1/sqrt(N), and
 * the first 2^m points are balanced in every coordinate; dropping the first one would spoil that (Owen 2020).
 * Source: Sobol 1967; Antonov and Saleev 1979; direction numbers of Joe and Kuo 2008.
 */
export function sobolSequence(points: number, dimensions: number): number[][] {
  if (
    !(dimensions >= 1 && dimensions <= MOST_DIMENSIONS) ||
    !(points >= 0 && points <= MOST_POINTS)
  )
    throw new Error(`no Sobol sequence of ${points} points in ${dimensions} dimensions`)
  const v = Array.from({ length: dimensions }, (_, dimension) => directions(dimension))
  const word = new Uint32Array(dimensions)
  return Array.from({ length: points }, (_, point) => {
    if (point > 0) {
      const changed = Math.clz32(point & -point) ^ 31
      for (let d = 0; d < dimensions; d++) word[d] ^= v[d][changed]
    }
    return Array.from(word, (bits) => bits / 2 ** BITS)
  })
}

/**
 * The same points moved together by one vector drawn from the seed, x + shift modulo 1. Why: each point is then uniform, so
 * that means are unbiased, and another seed gives another set to see how far results hang on it, while the spacing
 * of the points stays. Source: Cranley and Patterson 1976.
 */
export function shiftedSobol(points: number, dimensions: number, seed: string): number[][] {
  const key = keyOf(seedKey(seed), 'shift of the sobol sequence')
  const shift = Array.from({ length: dimensions }, (_, d) => uniform(key, d, 0))
  return sobolSequence(points, dimensions).map((point) => point.map((x, d) => (x + shift[d]) % 1))
}
