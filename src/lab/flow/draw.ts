/** Paints the picture of a moment. */

import { DAYS_A_WEEK } from '../../engine/index.ts'
import { curveOf, dotsAt, gateOf, type Layout } from './layout.ts'
import {
  type Count,
  countsOver,
  type FlowData,
  FROM,
  NOBODY,
  type Ribbon,
  shutAt,
  shutsAt,
  targetOf,
  type WorldOf,
} from './model.ts'

/** Colours of Okabe and Ito (2008), by place in `FROM`. */
export const COLOURS = ['#e69f00', '#0072b2', '#009e73'] as const
export const INK = '#222222'
export const FAINT = '#595959'
export const LINE = '#d9d9d9'
export const SHUT = '#b34e00'

export interface Scene {
  readonly data: FlowData
  readonly layout: Layout
  /** Rows of checkouts, from the top. */
  readonly targets: readonly number[]
  /** What each is called. */
  readonly names: readonly string[]
  readonly sourceNames: readonly string[]
  readonly world: WorldOf
  /** Ways that some dot takes, in either world. */
  readonly lines: readonly Pick<Ribbon, 'source' | 'target'>[]
  /** Orders of a week that make the longest bar. */
  readonly most: number
  readonly shutWord: string
  /** Of what shuts in the course of the day, at an hour. */
  readonly shutsWord: (hour: string) => string
}

/** Orders of the last week by target, in both worlds; of the first days by the days there are. */
export function weekOf(data: FlowData, targets: readonly number[], day: number): Count['orders'][] {
  const sums = targets.map(() => [0, 0] as [number, number])
  for (const { venue, orders } of countsOver(data, day - DAYS_A_WEEK + 1, day + 1)) {
    const sum = sums[targetOf(targets, venue)]
    if (sum === undefined) continue
    sum[0] += orders[0]
    sum[1] += orders[1]
  }
  return sums
}

export function paint(context: CanvasRenderingContext2D, scene: Scene, moment: number): void {
  const { layout } = scene
  context.clearRect(0, 0, layout.width, layout.height)
  paintLines(context, scene)
  paintSources(context, scene)
  paintTargets(context, scene, moment)
  paintDots(context, scene, moment)
}

function paintLines(context: CanvasRenderingContext2D, { layout, lines }: Scene): void {
  context.strokeStyle = LINE
  context.lineWidth = 1
  for (const { source, target } of lines) {
    const [from, one, two, to] = curveOf(layout, source, target)
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.bezierCurveTo(one.x, one.y, two.x, two.y, to.x, to.y)
    context.stroke()
  }
}

const FONT = (context: CanvasRenderingContext2D, weight = '') =>
  `${weight} 13px ${getComputedStyle(context.canvas).fontFamily}`

function paintSources(context: CanvasRenderingContext2D, { layout, sourceNames }: Scene): void {
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.font = FONT(context, '600')
  for (const [nth, { x, y }] of layout.sources.entries()) {
    disc(context, x, y, 8, COLOURS[nth])
    haloed(context, sourceNames[nth], x - 8, y - 15)
  }
}

/** A text that lines behind it do not cross. */
function haloed(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.lineWidth = 4
  context.strokeStyle = '#ffffff'
  context.lineJoin = 'round'
  context.strokeText(text, x, y)
  context.fillStyle = INK
  context.fillText(text, x, y)
}

function paintTargets(context: CanvasRenderingContext2D, scene: Scene, moment: number): void {
  const { data, layout, targets, names, world, most } = scene
  const week = weekOf(data, targets, Math.floor(moment))
  const other = world === 1 ? 0 : 1
  for (const [nth, { x, y }] of layout.targets.entries()) {
    const isNobody = targets[nth] === NOBODY
    const gate = world === 1 ? gateOf(layout, data, targets, nth, moment) : []
    context.strokeStyle = INK
    context.lineWidth = 1.5
    context.beginPath()
    context.arc(x, y, 5, 0, 2 * Math.PI)
    context.fillStyle = '#ffffff'
    context.fill()
    context.stroke()
    context.font = FONT(context)
    context.fillStyle = gate.length > 0 ? SHUT : isNobody ? FAINT : INK
    const hour = shutsAt(data.gates, targets[nth], Math.floor(moment))
    const isBefore = hour !== undefined && shutAt(data.gates, targets[nth], moment) === 0
    const shut = `${names[nth]} (${isBefore ? scene.shutsWord(hour) : scene.shutWord})`
    const long = gate.length > 0 && context.measureText(shut).width <= layout.room - 16
    context.fillText(long ? shut : fitted(context, names[nth], layout.room - 16), x + 12, y - 2)
    const scale = (layout.room - 20) / Math.max(1, most)
    if (!isNobody) {
      context.fillStyle = '#56b4e9'
      context.fillRect(x + 12, y + 5, week[nth][world] * scale, 8)
      context.strokeStyle = FAINT
      context.lineWidth = 1
      if (week[nth][other] > 0) context.strokeRect(x + 12.5, y + 5.5, week[nth][other] * scale, 7)
    }
    context.strokeStyle = SHUT
    context.lineWidth = 4
    for (const [top, bottom] of gate) {
      context.beginPath()
      context.moveTo(x - 11, top)
      context.lineTo(x - 11, bottom)
      context.stroke()
    }
  }
}

/** A name, cut where it is longer than its room. */
function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text
  let cut = text
  while (cut.length > 1 && context.measureText(`${cut}…`).width > room) cut = cut.slice(0, -1)
  return `${cut}…`
}

function paintDots(context: CanvasRenderingContext2D, scene: Scene, moment: number): void {
  const { data, layout, targets, world } = scene
  for (const { x, y, source, differs } of dotsAt(data, layout, targets, world, moment)) {
    disc(context, x, y, 4.5, COLOURS[FROM.indexOf(source)])
    if (!differs) continue
    context.strokeStyle = INK
    context.lineWidth = 2
    context.beginPath()
    context.arc(x, y, 7.5, 0, 2 * Math.PI)
    context.stroke()
  }
}

function disc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
): void {
  context.fillStyle = colour
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
}
