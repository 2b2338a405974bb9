import { normalQuantile } from '../../engine/index.ts'

/** Standard normal noise at the midpoints of 4096 equal parts of probability. */
export const NORMAL: Float32Array = (() => {
  const table = new Float32Array(4096)
  for (let k = 0; k < 4096; k++) table[k] = normalQuantile((k + 0.5) / 4096)
  return table
})()
