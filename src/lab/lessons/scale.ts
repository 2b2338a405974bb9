/** Where the chart of a lesson puts its numbers. Pure. */

export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Scale {
  readonly x: (step: number) => number
  readonly y: (value: number) => number
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
}

/** Steps from 1 to `steps`; heights so that all values have room. */
export function scaleOf(frame: Frame, steps: number, values: readonly number[]): Scale {
  const known = values.filter(Number.isFinite)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  // A line that hardly moves is drawn as one.
  const room = Math.max(0.08 * (most - least), 0.03 * Math.abs(most), 1e-9)
  const [low, high] = [Math.max(least >= 0 ? 0 : -Infinity, least - room), most + room]
  const { width, height, left, right, top, bottom } = frame
  return {
    x: (step) => left + ((step - 1) / Math.max(1, steps - 1)) * (width - left - right),
    y: (value) => height - bottom - ((value - low) / (high - low)) * (height - top - bottom),
    xTicks: ticksOf(1, steps, 5).filter((step) => Number.isInteger(step) && step >= 1),
    yTicks: ticksOf(low, high, 5),
  }
}

/** Round numbers between two ends, about so many. */
export function ticksOf(low: number, high: number, count: number): number[] {
  const rough = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999)!
  const ticks: number[] = []
  for (let nth = Math.ceil(low / step - 1e-9); nth * step <= high + 1e-9 * step; nth++)
    ticks.push(Number((nth * step).toPrecision(12)))
  return ticks
}

/** Heights of labels, moved apart so that none lies over another, in the order given. */
export function movedApart(heights: readonly number[], gap: number, least: number, most: number) {
  const order = [...heights.keys()].sort((one, other) => heights[one] - heights[other])
  const placed = [...heights]
  let above = least - gap
  for (const at of order) above = placed[at] = Math.max(placed[at], above + gap)
  let below = most + gap
  for (const at of order.toReversed()) below = placed[at] = Math.min(placed[at], below - gap)
  return placed
}
