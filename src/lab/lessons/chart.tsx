/** What agents do against what paper says, step by step. */
import type { Language } from '../../report/index.ts'
import type { Curve, Quantity } from './lesson.ts'
import { type Frame, movedApart, type Scale, scaleOf } from './scale.ts'
import { type LessonsWords, lessonsWords } from './words.ts'
import { written } from './written.ts'

/** Okabe and Ito (2008). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#7f7f7f'] as const
const BAND = '#7f7f7f'

/** Pixels below which numbers stand under their names. */
const NARROW = 560

/** Ends of an interval belong to the curve before them. */
const isEnd = ({ name }: Curve) => name === 'low' || name === 'high'

export const colourOf = (curve: Curve, nth: number): string =>
  isEnd(curve) ? BAND : COLOURS[nth % COLOURS.length]

export const seriesName = (words: LessonsWords, { name }: Curve): string =>
  Object.hasOwn(words.series, name) ? words.series[name as 'nobody'] : name

interface ChartProps {
  readonly language: Language
  readonly width: number
  readonly curves: readonly Curve[]
  readonly rows: readonly (readonly number[])[]
  readonly steps: number
  readonly step: 'week' | 'run'
  readonly quantity: Quantity
  readonly label: string
}

export function Chart(props: ChartProps) {
  const { language, width, curves, rows, steps, step, quantity, label } = props
  const words = lessonsWords[language]
  const narrow = width < NARROW
  const frame: Frame = {
    width,
    height: narrow ? 280 : 340,
    left: 74,
    right: narrow ? 84 : 150,
    top: 14,
    bottom: 44,
  }
  const solved = curves.map((curve) =>
    Array.from({ length: steps }, (_, nth) => curve.solved(nth + 1)),
  )
  // The first steps of an interval are as wide as the sky: they do not set the scale.
  const settled = step === 'run' ? 4 : 0
  const values = [
    ...solved.flatMap((line) => line.slice(settled)),
    ...rows.slice(settled).flat(),
    ...curves.flatMap(({ before }) => before ?? []),
  ]
  const scale = scaleOf(frame, steps, values)
  return (
    <svg class="lesson-chart" role="img" aria-label={label} {...{ width }} height={frame.height}>
      <Axes {...{ language, words, frame, scale, step, quantity }} />
      <Lines {...{ frame, scale, curves, solved, rows, steps }} />
      <Names {...{ language, words, frame, scale, curves, steps, quantity }} />
    </svg>
  )
}

interface LinesProps {
  readonly frame: Frame
  readonly scale: Scale
  readonly curves: readonly Curve[]
  readonly solved: readonly (readonly number[])[]
  readonly rows: readonly (readonly number[])[]
  readonly steps: number
}

/** Solid what agents do, dashed what paper says, dotted what was before. */
function Lines({ frame, scale, curves, solved, rows, steps }: LinesProps) {
  const { width, height, left, right, top, bottom } = frame
  const path = (line: readonly number[]) =>
    line
      .flatMap((value, nth) =>
        Number.isFinite(value)
          ? [`${scale.x(nth + 1).toFixed(1)},${scale.y(value).toFixed(1)}`]
          : [],
      )
      .map((point, nth) => `${nth === 0 ? 'M' : 'L'}${point}`)
      .join('')
  return (
    <g fill="none" clip-path="url(#lesson-area)">
      <clipPath id="lesson-area">
        <rect
          x={left}
          y={top - 6}
          width={width - left - right}
          height={height - top - bottom + 6}
        />
      </clipPath>
      {curves.map((curve, nth) => (
        <g key={curve.name} stroke={colourOf(curve, nth)}>
          {curve.before === undefined ? null : (
            <path d={path(Array(steps).fill(curve.before))} stroke-dasharray="1.5 5" />
          )}
          <path d={path(solved[nth])} stroke-dasharray="7 5" stroke-width="1.5" />
          <path d={path(rows.map((row) => row[nth]))} stroke-width={isEnd(curve) ? 1.2 : 2.2} />
        </g>
      ))}
    </g>
  )
}

interface NamesProps extends Omit<AxesProps, 'step'> {
  readonly curves: readonly Curve[]
  readonly steps: number
}

/** Each series by its name at the end of its line, with the number on paper. */
function Names({ language, words, frame, scale, curves, steps, quantity }: NamesProps) {
  const { width, height, right, top, bottom } = frame
  const narrow = width < NARROW
  const heights = movedApart(
    curves.map((curve) => scale.y(curve.solved(steps))),
    narrow ? 27 : 17,
    top + 4,
    height - bottom,
  )
  const x = width - right + 8
  return curves.map((curve, nth) =>
    curve.name === 'high' ? null : (
      <text
        key={curve.name}
        class="lesson-name"
        x={x}
        y={heights[nth] + 4}
        fill={colourOf(curve, nth)}
      >
        {seriesName(words, curve)}
        {isEnd(curve) ? null : (
          <tspan {...(narrow ? { x, dy: 14 } : { dx: 6 })} fill="#595959" font-weight="normal">
            {written(language, curve.solved(steps), quantity)}
          </tspan>
        )}
      </text>
    ),
  )
}

interface AxesProps {
  readonly language: Language
  readonly words: LessonsWords
  readonly frame: Frame
  readonly scale: Scale
  readonly step: 'week' | 'run'
  readonly quantity: Quantity
}

function Axes({ language, words, frame, scale, step, quantity }: AxesProps) {
  const { width, height, left, right, bottom } = frame
  const foot = height - bottom
  return (
    <g class="lesson-axes">
      {scale.yTicks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text x={left - 6} y={scale.y(tick) + 4} text-anchor="end">
            {written(language, tick, quantity)}
          </text>
        </g>
      ))}
      {scale.xTicks.map((tick) => (
        <text key={tick} x={scale.x(tick)} y={foot + 18} text-anchor="middle">
          {tick}
        </text>
      ))}
      <text x={(left + width - right) / 2} y={height - 6} text-anchor="middle">
        {words[step]}
      </text>
    </g>
  )
}
