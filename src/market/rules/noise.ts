import { normalQuantile } from '../../engine/index.ts'

/** Standard normal noise at the midpoints of 1024 equal parts of probability. */
export const NORMAL: Float32Array = (() => {
  const table = new Float32Array(1024)
  for (let k = 0; k < 1024; k++) table[k] = normalQuantile((k + 0.5) / 1024)
  return table
})()
