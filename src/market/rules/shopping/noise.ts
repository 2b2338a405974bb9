import { exp, normalQuantile } from '../../../engine/index.ts'

/** Standard normal noise at the midpoints of 1024 equal parts of probability. */
export const NORMAL: Float32Array = (() => {
  const table = new Float32Array(1024)
  for (let k = 0; k < 1024; k++) table[k] = normalQuantile((k + 0.5) / 1024)
  return table
})()

const lognormals = new Map<number, Float32Array>()

/** e^(spread z) for the values z of `NORMAL`: tastes in odds, without an exponential in the hot loop. */
export function lognormal(spread: number): Float32Array {
  let table = lognormals.get(spread)
  if (table === undefined) {
    table = Float32Array.from(NORMAL, (z) => exp(spread * z))
    // A spread that moves from day to day would fill the memory with tables that nobody asks for again.
    if (lognormals.size >= 64) lognormals.clear()
    lognormals.set(spread, table)
  }
  return table
}
