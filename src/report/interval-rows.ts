/** Rows of changes with their intervals: losers left of zero, winners right, numbers beside. */
import type { View } from './frame.ts'
import { colour, size } from './theme.ts'
import type { Directions } from './words.ts'

export interface IntervalRow {
  readonly label: string
  readonly value: number
  /** Absent where there is no interval. */
  readonly low?: number
  readonly high?: number
  /** Of a group of few agents: grey, whatever its sign. */
  readonly few?: boolean
  /** What is no venue: goods that are not bought anywhere. */
  readonly outside?: boolean
  /** The numbers, as they are printed at the end of the row. */
  readonly text: string
}

export interface IntervalPanel {
  readonly title?: string
  readonly axisTitle: string
  readonly rows: readonly IntervalRow[]
  readonly mark: 'bar' | 'point'
  readonly directions: Directions
  /** Sizes without a direction: of one colour, and without a legend. */
  readonly plain?: boolean
  /** Room for labels beside the rows, where the usual one would cut them. */
  readonly labelRoom?: number
}

const ROW = 22
const LABELS = 210
export const PLOT_WIDTH = 400

const rowAxis = (room: number) => ({
  field: 'label',
  type: 'nominal',
  sort: null,
  axis: {
    title: null,
    minExtent: room,
    // Without a canvas the width of a text is guessed, and too large.
    labelLimit: 1.4 * room,
    domain: false,
    ticks: false,
    labelPadding: 8,
  },
})

/** Up or down only where the interval leaves out zero; without an interval by the sign, but not of few agents. */
export function directionOf({ value, low = value, high = value, few, outside }: IntervalRow) {
  if (few) return 'few'
  if (outside && (low > 0 || high < 0)) return 'outside'
  if (low > 0) return 'up'
  return high < 0 ? 'down' : 'unclear'
}

/** Colours by direction, with their legend. */
function byDirection(directions: Directions): View {
  const named = Object.entries(directions)
  return {
    field: 'direction',
    type: 'nominal',
    scale: {
      domain: named.map(([, name]) => name),
      range: named.map(([direction]) => colour[direction as keyof Directions]),
    },
    legend: { symbolType: 'circle' },
  }
}

export function intervalView({
  title,
  axisTitle,
  rows,
  mark,
  directions,
  plain = false,
  labelRoom = LABELS,
}: IntervalPanel): View {
  const values = rows.map((row) => ({ ...row, direction: directions[directionOf(row)] }))
  const y = rowAxis(labelRoom)
  const x = {
    type: 'quantitative',
    scale: { zero: true, nice: true },
    axis: { title: axisTitle, tickCount: 6, domain: false, ticks: false },
  }
  const color = plain ? { value: colour.up } : byDirection(directions)
  const zero = {
    data: { values: [{ zero: 0 }] },
    mark: { type: 'rule', color: colour.ink, strokeWidth: 1 },
    encoding: { x: { ...x, field: 'zero' } },
  }
  const interval = {
    transform: [{ filter: 'isValid(datum.low)' }],
    mark: { type: 'rule', strokeWidth: mark === 'bar' ? 1.5 : 2.5 },
    encoding: {
      y,
      x: { ...x, field: 'low' },
      x2: { field: 'high' },
      color: mark === 'bar' ? { value: colour.ink } : color,
    },
  }
  const value = {
    mark:
      mark === 'bar'
        ? { type: 'bar', height: 13 }
        : { type: 'point', filled: true, size: 60, opacity: 1 },
    encoding: { y, x: { ...x, field: 'value' }, color },
  }
  const text = {
    // In a picture two spaces are one: what stands apart in print stands apart here by a wider one.
    transform: [{ calculate: "replace(datum.text, /  /g, '\u2003')", as: 'apart' }],
    mark: { type: 'text', align: 'left', fontSize: size.text },
    encoding: {
      y,
      x: { value: PLOT_WIDTH + 14 },
      text: { field: 'apart', type: 'nominal' },
      color: { condition: { test: 'datum.few', value: colour.faint }, value: colour.ink },
    },
  }
  return {
    ...(title ? { title: { text: title, fontSize: size.panel, offset: 6 } } : {}),
    data: { values },
    width: PLOT_WIDTH,
    height: { step: ROW },
    layer: [zero, ...(mark === 'bar' ? [value, interval] : [interval, value]), text],
  }
}
