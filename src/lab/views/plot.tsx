/** One small chart that grows while its worlds run. */
import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { dateOfDay, SECONDS_A_DAY } from '../../engine/index.ts'
import { colour, formatDate, formatNumber, type Language } from '../../report/index.ts'
import type { Drawn, Mark } from './drawing.ts'

interface Props {
  readonly language: Language
  readonly label: string
  readonly height: number
  /** Read anew whenever a signal that it reads changes. */
  readonly drawn: () => Drawn
}

const inUtc = (seconds: number) => new Date(seconds * 1000)

/** `Oct 2023` of a moment. */
const monthOf = (seconds: number, language: Language): string =>
  formatDate(dateOfDay(Math.floor(seconds / SECONDS_A_DAY)), language)
    .split(' ')
    .slice(1)
    .join(' ')

const AXIS = { stroke: colour.faint, font: '12px system-ui, sans-serif', size: 34 } as const
const GRID = { stroke: colour.grid, width: 1 } as const

/** Pixels of width from which marks are named. */
const LABELLED = 480

/** Dashed lines where a policy is announced and begins, with its name beside. */
function markAll(plot: uPlot, marks: readonly Mark[]): void {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.strokeStyle = colour.rule
  ctx.lineWidth = devicePixelRatio
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio])
  ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`
  ctx.fillStyle = colour.faint
  for (const [nth, { seconds, label }] of marks.entries()) {
    const x = Math.round(plot.valToPos(seconds, 'x', true))
    if (x < bbox.left || x > bbox.left + bbox.width) continue
    ctx.beginPath()
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    if (label === '' || plot.width < LABELLED) continue
    const isLeft = nth === 0 && marks.length > 1
    ctx.textAlign = isLeft ? 'right' : 'left'
    ctx.fillText(label, x + (isLeft ? -6 : 6) * devicePixelRatio, bbox.top + 11 * devicePixelRatio)
  }
  ctx.restore()
}

/** A number on an axis, with the decimals that its steps need. */
function rounded(value: number, step: number, language: Language): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)))
  const whole = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1
  return formatNumber(value, language, Math.max(1, whole + decimals))
}

/** A range with a little room at both ends. */
const around = (low: number, high: number): [number, number] => {
  const room = high > low ? 0.06 * (high - low) : 1
  return [low < 0 ? low - room : low, high > 0 ? high + room : high]
}

/** The line of no difference. */
function markZero({ ctx, bbox, valToPos }: uPlot): void {
  const y = Math.round(valToPos(0, 'y', true))
  ctx.save()
  ctx.strokeStyle = colour.baseline
  ctx.lineWidth = devicePixelRatio
  ctx.beginPath()
  ctx.moveTo(bbox.left, y)
  ctx.lineTo(bbox.left + bbox.width, y)
  ctx.stroke()
  ctx.restore()
}

function optionsOf({ language, height }: Props, width: number, now: () => Drawn): uPlot.Options {
  const line = (stroke: string, label: string, dash?: number[]): uPlot.Series => ({
    label,
    stroke,
    width: 2,
    spanGaps: true,
    points: { show: false },
    ...(dash ? { dash } : {}),
  })
  const edge: uPlot.Series = { stroke: 'transparent', points: { show: false }, spanGaps: true }
  const two = now().lines.length === 2
  return {
    width,
    height,
    tzDate: inUtc,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { show: false } },
    padding: [8, 26, 0, 0],
    scales: {
      x: { time: true, range: () => now().span as [number, number] },
      // Of a difference the line of none belongs in the picture.
      ...(two
        ? {}
        : { y: { range: (_, low, high) => around(Math.min(0, low), Math.max(0, high)) } }),
    },
    axes: [
      {
        ...AXIS,
        grid: { show: false },
        ticks: { ...GRID, size: 4 },
        space: 58,
        values: (_, at) => at.map((seconds) => monthOf(seconds, language)),
      },
      {
        ...AXIS,
        size: 52,
        grid: GRID,
        ticks: { show: false },
        values: (_, at, __, ___, step) => at.map((value) => rounded(value, step, language)),
      },
    ],
    series: two
      ? [{}, line(colour.baseline, ''), line(colour.policies[0], '')]
      : [{}, edge, edge, line(colour.policies[1], '')],
    ...(two ? {} : { bands: [{ series: [2, 1], fill: `${colour.policies[1]}26` }] }),
    hooks: {
      draw: [
        (plot) => {
          if (!two) markZero(plot)
          markAll(plot, now().marks)
        },
      ],
    },
  }
}

/** Whether the reader has asked for less motion: then a picture is drawn anew once in a while. */
const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Milliseconds between two drawings for who has asked for less motion. */
const STILL = 3000

export function Plot(props: Props) {
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | undefined>(undefined)
  const last = useRef<Drawn | undefined>(undefined)
  const frame = useRef(0)
  const drawnAt = useRef(Number.NEGATIVE_INFINITY)
  const later = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    const element = place.current!
    last.current ??= props.drawn()
    const now = () => last.current!
    const made = new uPlot(optionsOf(props, element.clientWidth, now), dataOf(now()), element)
    plot.current = made
    const watch = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: props.height }),
    )
    watch.observe(element)
    return () => {
      watch.disconnect()
      cancelAnimationFrame(frame.current)
      clearTimeout(later.current)
      made.destroy()
    }
  }, [props.language, props.height])
  useSignalEffect(() => {
    last.current = props.drawn()
    if (isStill() && performance.now() - drawnAt.current < STILL) {
      clearTimeout(later.current)
      later.current = setTimeout(() => draw(), STILL)
    } else draw()
  })
  const draw = () => {
    drawnAt.current = performance.now()
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      plot.current?.setData(dataOf(last.current!))
      if (place.current) place.current.dataset.points = String(pointsIn(last.current!))
    })
  }
  return <div class="plot" ref={place} role="img" aria-label={props.label} />
}

/** Weeks that both worlds have. */
const pointsIn = ({ lines }: Drawn): number =>
  lines.at(-1)!.filter((value) => value !== null).length

const dataOf = ({ seconds, lines, band }: Drawn): uPlot.AlignedData =>
  (lines.length === 2
    ? [seconds, ...lines]
    : [seconds, ...(band ?? [lines[0], lines[0]]), ...lines]) as unknown as uPlot.AlignedData
