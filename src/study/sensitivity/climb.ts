/** The top of a smooth hill. */

export interface Hill {
  /** Height and slopes at a place. */
  at(place: Float64Array): { readonly height: number; readonly slope: Float64Array }
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Steps at most; each is one look at height and slopes. */
const STEPS = 60

/** It ends when this many looks have not brought this much height. */
const PATIENCE = { looks: 5, height: 0.01 }

/**
 * The highest place found from a start, by steps that grow while the sign of a slope stays and halve when it turns: no line
 * search and no scale of the slopes needed, and bounds are kept. Source: Rprop, Riedmiller and Braun 1993 (iRprop- of Igel
 * and Huesken 2000); for Gaussian processes Blum and Riedmiller 2013.
 */
export function climb({ at, low, high }: Hill, start: Float64Array) {
  const place = start.map((value, k) => Math.min(high[k], Math.max(low[k], value)))
  const step = new Float64Array(start.length).fill(0.5)
  const last = new Float64Array(start.length)
  let best = { place: place.slice(), height: Number.NEGATIVE_INFINITY }
  let since = { height: Number.NEGATIVE_INFINITY, round: 0 }
  for (let round = 0; round < STEPS; round++) {
    const { height, slope } = at(place)
    if (height > best.height) best = { place: place.slice(), height }
    if (best.height > since.height + PATIENCE.height) since = { height: best.height, round }
    if (round - since.round >= PATIENCE.looks) break
    for (let k = 0; k < place.length; k++) {
      const turned = slope[k] * last[k] < 0
      step[k] = turned ? step[k] / 2 : last[k] === 0 ? step[k] : Math.min(1.5, step[k] * 1.2)
      last[k] = turned ? 0 : Math.sign(slope[k])
      place[k] = Math.min(high[k], Math.max(low[k], place[k] + last[k] * step[k]))
    }
  }
  return best
}
