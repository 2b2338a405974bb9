/** One small panel: what one group does over time, in the baseline and under the policies. */

import { axisTitle, dateAxis, yDomain } from './axes.ts'
import { axisUnits } from './axis-units.ts'
import { eventLayers } from './event-layers.ts'
import type { Flag } from './flags.ts'
import { standsOut, type View } from './frame.ts'
import type { Language } from './input.ts'
import type { Panel } from './series.ts'
import { colour, size } from './theme.ts'

export interface PanelFrame {
  readonly language: Language
  readonly width: number
  readonly height: number
  readonly dates: readonly [string, string]
  readonly flags: readonly Flag[]
  /** Room above every panel of the row for labels of events. */
  readonly labelled: boolean
  readonly arms: readonly string[]
  /** Whether the axis begins at nought: all of a chart do, or none. */
  readonly fromZero: boolean
  /** The name of the first layer with colours, to which the legend belongs. */
  readonly name: string
}

/** Colours by arm, the baseline first. */
const armScale = (arms: readonly string[]) => ({
  domain: [...arms],
  range: arms.map((_, nth) =>
    nth === 0 ? colour.baseline : colour.policies[(nth - 1) % colour.policies.length],
  ),
})

/** Numbers the runs of a date and arm, in their order. */
const numbered = [{ window: [{ op: 'row_number', as: 'nth' }], groupby: ['date', 'arm'] }] as const

export function panelView(panel: Panel, frame: PanelFrame): View {
  const { width, height, flags, labelled, arms, dates, language, name } = frame
  const { values, unit, points } = axisUnits(panel, language)
  const x = dateAxis(dates, width)
  const legend = arms.length > 1 ? { symbolType: 'stroke', symbolOpacity: 1 } : null
  const color = { field: 'arm', type: 'nominal', scale: armScale(arms), legend }
  const domain = yDomain(points, frame.fromZero)
  const scale = { domain: [...domain], nice: true, zero: false }
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    scale,
    axis: { title: axisTitle(unit), tickCount: 4, domain: false, ticks: false, titlePadding: 8 },
  })
  const banded = values.some(({ low }) => low !== undefined)
  const band = {
    name,
    mark: { type: 'area', opacity: 0.2 },
    encoding: { x, y: y('low'), y2: { field: 'high' }, color },
  }
  const opacity = arms.length > 1 ? { opacity: standsOut } : {}
  const single = values.some(({ runs }) => runs !== undefined)
  const thin = {
    name,
    transform: [{ flatten: ['runs'], as: ['one'] }, ...numbered],
    mark: { type: 'line', strokeWidth: 0.8, opacity: 0.5, interpolate: 'linear' },
    encoding: { x, y: y('one'), color, detail: { field: 'nth', type: 'nominal' } },
  }
  const lines = arms.map((arm, nth) => ({
    ...(nth === 0 && !banded && !single ? { name } : {}),
    transform: [{ filter: { field: 'arm', equal: arm } }],
    mark: {
      type: 'line',
      strokeWidth: nth === 0 && arms.length > 1 ? 3 : 1.7,
      interpolate: 'linear',
    },
    encoding: { x, y: y('median'), color, ...opacity },
  }))
  return {
    // Labels of events are a part of the panel: its title stands above them.
    title: { text: panel.title, fontSize: size.panel, offset: 4 },
    data: { values },
    width,
    height,
    layer: [
      ...eventLayers(flags, x, height, labelled),
      ...(banded ? [band] : []),
      ...(single ? [thin] : []),
      ...lines,
    ],
  }
}
