/**
 * A curve over time that reads at any width: the curve is stretched to its box, and words and numbers stand around it as
 * text of the page, in its own size.
 */
import { civil, dateOfDay, dayOfDate } from '../../engine/index.ts'
import { decimalsFor, fixed, formatDate, signed } from '../format.ts'
import { escaped } from '../html.ts'
import type { Event, Language } from '../input.ts'
import { locales } from '../locale.ts'
import { displayUnit } from '../units.ts'
import { type Course, type CourseRow, curveOf } from './course.ts'
import { pathOf, type Shapes } from './shapes.ts'

/** Steps of the box in which curves are written. */
const BOX = { width: 1000, height: 400 }

export interface TimePlot {
  readonly course: Course
  readonly row: Pick<CourseRow, 'measure' | 'group'>
  readonly title: string
  /** How to read it; said once for many small ones. */
  readonly reading?: string
  readonly size: 'large' | 'small'
  /** Days that are drawn, of those of the course. */
  readonly span?: readonly [number, number]
  /** Differences have a sign, and nought in their frame. */
  readonly signed: boolean
  /** A value that is solved on paper, in the unit of the row. */
  readonly solved?: number
}

/** Places of round numbers within a range: steps of 1, 2 or 5 times a power of ten, about so many. */
export function ticksOf(low: number, high: number, about: number): number[] {
  const width = high - low
  if (!(width > 0)) return [low]
  const rough = width / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, nth) => (first + nth) * step)
}

/** The range of what is drawn, with room above and below; with nought where values have a sign. */
function rangeOf(values: readonly number[], withZero: boolean): readonly [number, number] {
  const told = values.filter(Number.isFinite)
  const all = withZero ? [...told, 0] : told
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const room = (high - low) * 0.06 || Math.abs(high) * 0.05 || 1
  return withZero || low - room > 0 || low < 0 ? [low - room, high + room] : [0, high + room]
}

/** First days of months within the days that are drawn. */
function monthsIn({
  start,
  span: [from, to],
}: Course): { day: number; month: number; year: number }[] {
  const zero = dayOfDate(start)
  const months: { day: number; month: number; year: number }[] = []
  for (let day = from; day < to; day++) {
    const { year, month, day: date } = civil(zero + day)
    if (date === 1) months.push({ day, month, year })
  }
  return months
}

interface Scales {
  readonly x: (day: number) => number
  readonly y: (value: number) => number
  readonly range: readonly [number, number]
}

function scalesOf({ course, row, signed: withZero, solved }: TimePlot): Scales {
  const curve = curveOf(course.points, row)
  const single = course.single.flatMap((points) => curveOf(points, row).map(({ mean }) => mean))
  const values = curve.flatMap(({ mean, low, high }) => [mean, low, high])
  const range = rangeOf([...values, ...single, ...(solved === undefined ? [] : [solved])], withZero)
  const [from, to] = course.span
  return {
    x: (day) => ((day - from) / (to - from)) * BOX.width,
    y: (value) => ((range[1] - value) / (range[1] - range[0])) * BOX.height,
    range,
  }
}

/** The curves: the band of the mean, each run where they are few, the mean itself. */
function curvesOf({ course, row, solved }: TimePlot, { x, y }: Scales, shapes: Shapes): string {
  const curve = curveOf(course.points, row)
  const bounded = curve.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high))
  const half = course.period / 2
  const middle = (day: number) => x(day + half - Math.floor(half))
  const band = [
    ...bounded.map(({ day, high }) => [middle(day), y(high)] as const),
    ...[...bounded].reverse().map(({ day, low }) => [middle(day), y(low)] as const),
  ]
  const lineOf = (points: ReturnType<typeof curveOf>) =>
    pathOf(points.map(({ day, mean }) => [middle(day), y(mean)]))
  return [
    bounded.length > 1 ? shapes.use(`${pathOf(band)}z`, 'band') : '',
    ...course.single.map((points) => shapes.use(lineOf(curveOf(points, row)), 'single')),
    solved === undefined
      ? ''
      : `<path class="solved" d="M0 ${Math.round(y(solved))}h${BOX.width}"/>`,
    shapes.use(lineOf(curve), 'mean'),
  ].join('')
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`

/** Numbers beside the box, in the unit that fits the largest, and the lines that they stand on. */
function upright(plot: TimePlot, { y, range }: Scales, language: Language) {
  const [{ unit = '' } = {}] = curveOf(plot.course.points, plot.row)
  const largest = Math.max(...range.map(Math.abs))
  const { factor, name } = displayUnit(unit, largest, language, plot.course.period === 1)
  const ticks = ticksOf(range[0] * factor, range[1] * factor, plot.size === 'large' ? 5 : 3)
  const decimals = ticks.length > 1 ? decimalsFor(ticks[1] - ticks[0], 1) : 0
  const written = (value: number) =>
    plot.signed ? signed(value, decimals, language) : fixed(value, decimals, language)
  return {
    unit: name,
    lines: ticks
      .map((tick) => {
        const at = Math.round(y(tick / factor))
        return `<path class="${tick === 0 ? 'zero' : 'grid'}" d="M0 ${at}h${BOX.width}"/>`
      })
      .join(''),
    numbers: ticks
      .map(
        (tick) =>
          `<span class="y" style="top:${percent(y(tick / factor), BOX.height)}">${written(tick)}</span>`,
      )
      .join(''),
  }
}

/** Months below the box, every so many of them; a narrow page shows every other of those. */
function along({ course, size }: TimePlot, { x }: Scales, language: Language): string {
  const months = monthsIn(course)
  const { shortMonths } = locales[language].time
  const few = size === 'large' ? 9 : 4
  const every = [1, 2, 3, 6, 12].find((step) => months.length / step <= few) ?? 24
  const shown = months.filter((_, nth) => nth % every === 0)
  if (shown.length < 2) {
    const ends = [course.span[0], course.span[1] - 1]
    const date = (day: number) => formatDate(dateOfDay(dayOfDate(course.start) + day), language)
    return ends
      .map((day, nth) => `<span class="x ${nth === 0 ? 'first' : 'last'}">${date(day)}</span>`)
      .join('')
  }
  return shown
    .map(({ day, month, year }, nth) => {
      const isNew = nth === 0 || shown[nth - 1].year !== year
      const look = nth % 2 === 1 && !isNew ? 'x odd' : 'x'
      return `<span class="${look}" style="left:${percent(x(day), BOX.width)}">${shortMonths[month - 1]}${isNew ? `<br>${year}` : ''}</span>`
    })
    .join('')
}

/** Lines on the days of events, and their names in rows of their own, where the plot is large. */
function marks({ course, size }: TimePlot, { x }: Scales, language: Language) {
  const zero = dayOfDate(course.start)
  const within = ({ date }: Event) => {
    const day = dayOfDate(date.slice(0, 10)) - zero
    return day >= course.span[0] && day < course.span[1] ? [{ day, date: date.slice(0, 10) }] : []
  }
  const events = course.events[language].flatMap((event) =>
    within(event).map((at) => ({ ...at, label: event.label })),
  )
  const days = [...new Set(events.map(({ day }) => day))].sort((a, b) => a - b)
  const lines = days
    .map((day) => `<path class="event" d="M${Math.round(x(day))} 0v${BOX.height}"/>`)
    .join('')
  if (size === 'small') return { lines, names: '', rows: 0 }
  const names = days.map((day, row) => {
    const own = events.filter((event) => event.day === day)
    const labels = [...new Set(own.map(({ label }) => label))].join('; ')
    const late = x(day) > BOX.width / 2
    const place = late
      ? `right:${percent(BOX.width - x(day), BOX.width)}`
      : `left:${percent(x(day), BOX.width)}`
    return `<span class="event${late ? ' late' : ''}" style="${place};--row:${row}">${formatDate(own[0].date, language)}: ${escaped(labels)}</span>`
  })
  return { lines, names: names.join(''), rows: days.length }
}

/** A part of a course. */
function partOf(course: Course, span: readonly [number, number] = course.span): Course {
  const [from, to] = span
  const part = (points: Course['points']) => points.filter(({ day }) => day >= from && day < to)
  const [begins, ends] = course.window ?? [from, from]
  const window = [Math.max(begins, from), Math.min(ends, to)] as const
  return { ...course, span, window, points: part(course.points), single: course.single.map(part) }
}

/** A figure, in the words of one language. Nothing where fewer than two periods have a value. */
export function timePlot(whole: TimePlot, language: Language, shapes: Shapes): string {
  const plot = { ...whole, course: partOf(whole.course, whole.span) }
  const { course, row, title, reading, size } = plot
  if (curveOf(course.points, row).length < 2) return ''
  const scales = scalesOf(plot)
  const { unit, lines, numbers } = upright(plot, scales, language)
  const events = marks(plot, scales, language)
  const [from, to] = course.window ?? [0, 0]
  const shade =
    to > from
      ? `<rect class="window" x="${Math.round(scales.x(from))}" width="${Math.round(scales.x(to) - scales.x(from))}" y="0" height="${BOX.height}"/>`
      : ''
  const how = reading === undefined ? '' : ` <span class="reading">${escaped(reading)}</span>`
  return `<figure class="plot ${size}">
<figcaption><b>${escaped(title)}</b>${unit === '' ? '' : `, ${escaped(unit)}`}${how}</figcaption>
<div class="area" role="img" aria-label="${escaped(title)}" style="--rows:${events.rows}">
<svg viewBox="0 0 ${BOX.width} ${BOX.height}" preserveAspectRatio="none">${shade}${lines}${events.lines}${curvesOf(plot, scales, shapes)}</svg>
${numbers}${along(plot, scales, language)}${events.names}
</div>
</figure>`
}
