/** Where things stand in the picture, and where a dot is on its way. Pure. */
import { mix } from '../../engine/index.ts'
import {
  type Dot,
  dotsOn,
  type FlowData,
  FROM,
  shutAt,
  shutsAt,
  targetOf,
  type WorldOf,
} from './model.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  /** By place in `FROM`. */
  readonly sources: readonly Point[]
  /** By place among the targets; what stands right of it has `room`. */
  readonly targets: readonly Point[]
  /** Pixels right of a target for its name and its bar. */
  readonly room: number
}

const ROW = 46
const TOP = 26

/** @param targets how many there are */
export function layoutOf(width: number, targets: number): Layout {
  const height = TOP + ROW * targets
  const room = Math.round(Math.min(200, Math.max(126, 0.3 * width)))
  const rowAt = (nth: number, of: number) => TOP + ((height - TOP) * (nth + 0.5)) / of
  return {
    width,
    height,
    room,
    sources: FROM.map((_, nth) => ({ x: 12, y: rowAt(nth, FROM.length) })),
    targets: Array.from({ length: targets }, (_, nth) => ({
      x: width - room,
      y: rowAt(nth, targets),
    })),
  }
}

/** The four points of the curve from a source to a target. */
export function curveOf(layout: Layout, source: number, target: number): readonly Point[] {
  const [from, to] = [layout.sources[source], layout.targets[target]]
  const middle = (from.x + to.x) / 2
  return [from, { x: middle, y: from.y }, { x: middle, y: to.y }, to]
}

/** A point of the curve, `part` of the way. */
export function pointOn(curve: readonly Point[], part: number): Point {
  const rest = 1 - part
  const weights = [rest ** 3, 3 * part * rest ** 2, 3 * part ** 2 * rest, part ** 3]
  const along = (axis: 'x' | 'y') =>
    curve.reduce((sum, point, nth) => sum + weights[nth] * point[axis], 0)
  return { x: along('x'), y: along('y') }
}

/** Part of a day that a dot is on its way; it leaves in the rest of the day. */
const TRAVEL = 0.55
/** Pixels that dots keep off the line, either way. */
const LANE = 7

/** Two numbers from 0 to 1 of a buyer: when in the day he orders, and how far from the line he runs. */
const own = (buyer: number): readonly [number, number] => {
  const word = mix(buyer + 1)
  return [(word & 0xffff) / 0xffff, (word >>> 16) / 0xffff]
}

export interface PlacedDot extends Dot, Point {}

/** Dots on their way at a moment: the day, and the part of it that has passed. */
export function dotsAt(
  data: FlowData,
  layout: Layout,
  targets: readonly number[],
  world: WorldOf,
  moment: number,
): PlacedDot[] {
  const day = Math.floor(moment)
  const passed = moment - day
  return dotsOn(data, world, day).flatMap((dot) => {
    const [leaves, lane] = own(dot.buyer)
    const part = (passed - leaves * (1 - TRAVEL)) / TRAVEL
    if (part < 0 || part > 1) return []
    const curve = curveOf(layout, FROM.indexOf(dot.source), targetOf(targets, dot.venue))
    const { x, y } = pointOn(curve, part)
    // They start and end on the line.
    const off = LANE * (2 * lane - 1) * Math.sin(Math.PI * part)
    return [{ ...dot, x, y: y + off }]
  })
}

/** Pixels around a dot within which it is meant: a finger is broader than a dot. */
const REACH = 14

/** The dot that a point of the picture means, the nearest one. */
export function dotNear(dots: readonly PlacedDot[], { x, y }: Point): PlacedDot | undefined {
  const away = (dot: Point) => Math.hypot(dot.x - x, dot.y - y)
  return dots.filter((dot) => away(dot) <= REACH).sort((a, b) => away(a) - away(b))[0]
}

/** How far a gate stands shut on its day, before the hour at which it shuts. */
const AJAR = 0.5

/** Two halves of a gate before a target, each as its upper and lower end; nothing where it is open all day. */
export function gateOf(
  layout: Layout,
  data: FlowData,
  targets: readonly number[],
  target: number,
  moment: number,
): readonly (readonly [number, number])[] {
  const row = targets[target]
  const ajar = shutsAt(data.gates, row, Math.floor(moment)) === undefined ? 0 : AJAR
  const shut = Math.max(ajar, shutAt(data.gates, row, moment))
  if (shut === 0) return []
  const half = ROW / 2 - 6
  const { y } = layout.targets[target]
  const gap = half * (1 - shut)
  return [
    [y - half, y - gap],
    [y + gap, y + half],
  ]
}

/** Width of a ribbon in the still picture, pixels. */
export const ribbon = (orders: number, most: number): number =>
  orders === 0 ? 0 : Math.max(1, (22 * orders) / Math.max(1, most))
