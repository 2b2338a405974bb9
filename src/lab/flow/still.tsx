/** The picture that stands still: ribbons as broad as orders are many. */
import { COLOURS, FAINT, INK, SHUT } from './draw.ts'
import { curveOf, type Layout, ribbon } from './layout.ts'
import { FROM, type Ribbon } from './model.ts'

interface StillProps {
  readonly layout: Layout
  readonly ribbons: readonly Ribbon[]
  /** Dots of the broadest ribbon, in either world. */
  readonly most: number
  readonly targets: readonly number[]
  readonly names: readonly string[]
  readonly sourceNames: readonly string[]
  /** Whether the checkout of a place is shut at the end of the days. */
  readonly shut: readonly boolean[]
  readonly shutWord: string
  readonly label: string
  /** Asks one of those who take a way. */
  readonly ask: ((way: Ribbon) => void) | undefined
  readonly askWord: string
}

export function Still(props: StillProps) {
  const { layout, ribbons, most, targets, names, sourceNames, shut, shutWord, label } = props
  const { ask, askWord } = props
  const sums = targets.map((_, nth) =>
    ribbons.reduce((sum, { target, dots }) => sum + (target === nth ? dots : 0), 0),
  )
  return (
    <svg
      class="flow-still"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
    >
      {ribbons.map((way) => {
        const { source, target, dots } = way
        const [from, one, two, to] = curveOf(layout, source, target)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: by keys the numbers of the table do the same
          <path
            key={`${source} ${target}`}
            class={ask === undefined ? '' : 'flow-asks'}
            onClick={() => ask?.(way)}
            d={`M${from.x},${from.y}C${one.x},${one.y} ${two.x},${two.y} ${to.x},${to.y}`}
            fill="none"
            stroke={COLOURS[source]}
            stroke-opacity="0.55"
            stroke-width={ribbon(dots, most)}
          >
            {ask === undefined ? null : <title>{askWord}</title>}
          </path>
        )
      })}
      {layout.sources.map(({ x, y }, nth) => (
        <g key={FROM[nth]}>
          <circle cx={x} cy={y} r="8" fill={COLOURS[nth]} />
          <text class="flow-source" x={x - 8} y={y - 15} fill={INK}>
            {sourceNames[nth]}
          </text>
        </g>
      ))}
      {layout.targets.map(({ x, y }, nth) => (
        <g key={targets[nth]}>
          <circle cx={x} cy={y} r="5" fill="#ffffff" stroke={INK} stroke-width="1.5" />
          {shut[nth] ? (
            <line x1={x - 11} x2={x - 11} y1={y - 17} y2={y + 17} stroke={SHUT} stroke-width="4" />
          ) : null}
          <text x={x + 12} y={y - 2} fill={INK}>
            {names[nth]}
          </text>
          <text x={x + 12} y={y + 14} fill={FAINT}>
            {sums[nth]}
            {shut[nth] ? ` (${shutWord})` : ''}
          </text>
        </g>
      ))}
    </svg>
  )
}
