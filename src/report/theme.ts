/** The look of every chart: one font, sizes to read, colours that the colour-blind can tell apart. */
import type { Config } from 'vega-lite'
import type { Language } from './input.ts'
import { locales } from './locale.ts'

export const FONT = 'DejaVu Sans, Verdana, Arial, sans-serif'

/** Colours of Okabe and Ito (2008); the baseline is grey. */
export const colour = {
  baseline: '#7f7f7f',
  policies: ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9'],
  up: '#0072B2',
  down: '#D55E00',
  unclear: '#8c8c8c',
  few: '#cccccc',
  outside: '#CC79A7',
  ink: '#222222',
  faint: '#595959',
  rule: '#555555',
  grid: '#e6e6e6',
} as const

export const size = { text: 11, panel: 12.5, title: 17, subtitle: 12 } as const

/** Width of the whole drawing area; panels share it. */
export const WIDTH = 860

const axis = {
  labelFontSize: size.text,
  titleFontSize: size.text,
  titleFontWeight: 'normal',
  labelColor: colour.ink,
  titleColor: colour.faint,
  domainColor: '#999999',
  tickColor: '#999999',
  gridColor: colour.grid,
} as const

export const theme = (language: Language): Config =>
  ({
    font: FONT,
    background: '#ffffff',
    locale: locales[language],
    view: { stroke: null },
    axis,
    legend: {
      orient: 'top',
      direction: 'horizontal',
      title: null,
      labelFontSize: 12,
      labelLimit: 320,
      columnPadding: 24,
      symbolStrokeWidth: 3,
    },
    title: {
      anchor: 'start',
      frame: 'group',
      fontSize: size.title,
      subtitleFontSize: size.subtitle,
      subtitleColor: colour.faint,
      subtitlePadding: 5,
      color: colour.ink,
      offset: 14,
    },
    concat: { spacing: 24 },
  }) as Config
