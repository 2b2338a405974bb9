/** Changes with their intervals as bars beside numbers, as text of the page that fits any width. */

export interface Bar {
  readonly value: number
  /** NaN where there is no interval. */
  readonly low: number
  readonly high: number
}

/** The range that bars of one column share; nought lies in it. */
export function reachOf(bars: readonly Bar[]): readonly [number, number] {
  const ends = bars.flatMap(({ value, low, high }) => [value, low, high]).filter(Number.isFinite)
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  return low === high ? [-1, 1] : [low, high]
}

/** Up or down only where the interval leaves out nought. */
const lookOf = ({ value, low, high }: Bar): string => {
  const [from, to] = [Number.isFinite(low) ? low : value, Number.isFinite(high) ? high : value]
  return from > 0 ? 'up' : to < 0 ? 'down' : 'unclear'
}

/** A bar from nought with the line of its interval, within the range of its column. */
export function barOf(bar: Bar, [from, to]: readonly [number, number], look = lookOf(bar)): string {
  if (!Number.isFinite(bar.value)) return '<span class="bar"></span>'
  const at = (value: number) => (100 * (Math.min(to, Math.max(from, value)) - from)) / (to - from)
  const piece = (kind: string, one: number, other: number) =>
    `<i class="${kind}" style="left:${at(Math.min(one, other)).toFixed(1)}%;width:${Math.abs(at(one) - at(other)).toFixed(1)}%"></i>`
  const line = Number.isFinite(bar.low) ? piece('line', bar.low, bar.high) : ''
  return `<span class="bar">${piece(look, 0, bar.value)}${line}<i class="zero" style="left:${at(0).toFixed(1)}%"></i></span>`
}

/** Only the line of an interval, with a point where its middle is told. */
export function lineOf(
  { value, low, high }: Bar,
  range: readonly [number, number],
  look: string,
): string {
  const at = (one: number) => (100 * (one - range[0])) / (range[1] - range[0])
  const point = Number.isFinite(value)
    ? `<i class="point ${look}" style="left:${at(value).toFixed(1)}%"></i>`
    : ''
  const line = Number.isFinite(low)
    ? `<i class="span ${look}" style="left:${at(low).toFixed(1)}%;width:${(at(high) - at(low)).toFixed(1)}%"></i>`
    : ''
  return `<span class="bar">${line}${point}<i class="zero" style="left:${at(0).toFixed(1)}%"></i></span>`
}
