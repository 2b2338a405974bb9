/** What every chart has around it: a title that asks, a line on how to read it, and where it is from. */
import type { TopLevelSpec } from 'vega-lite'
import type { Chart, ReportInput } from './input.ts'
import { colour, size, theme } from './theme.ts'
import { words } from './words.ts'

/** A part of a vega-lite spec. */
export type View = Readonly<Record<string, unknown>>

interface Framed {
  readonly name: string
  readonly title: string
  readonly subtitle: readonly string[]
  readonly views: readonly View[]
  readonly columns: number
  /** Names of the views whose lines stand out when their name in the legend is pressed. */
  readonly picked?: readonly string[]
  /** What was left out of the chart, if anything. */
  readonly notes?: readonly string[]
}

/** What a chart says of where it is from. */
export type Origin = Pick<ReportInput, 'fingerprint' | 'language'> & {
  /** What it is drawn from, in words: else the runs of the baseline. */
  readonly sample?: string
  readonly baseline?: ReportInput['baseline']
}

const LINE = size.text + 4

/** Runs, fingerprint, and that a model is speaking; below, what was left out. */
function footnote(
  { baseline = [], sample, fingerprint, language }: Origin,
  notes: readonly string[],
): View {
  const say = words[language]
  const drawnFrom = sample ?? say.runs(baseline.length)
  const parts = [drawnFrom, say.fingerprint(fingerprint), say.disclaimer]
  // A longer line would make the picture wider and all of it smaller.
  const lines = [parts, notes].filter((line) => line.length > 0).map((line) => line.join(' · '))
  return {
    data: { values: [{}] },
    width: 1,
    height: LINE * lines.length,
    mark: {
      type: 'text',
      text: lines,
      lineHeight: LINE,
      align: 'left',
      baseline: 'top',
      fontSize: size.text,
      color: colour.faint,
      x: 0,
      y: 0,
    },
  }
}

/** Which arms were pressed in the legend: all of them where none was. */
const PICKED = { name: 'picked', select: { type: 'point', fields: ['arm'] }, bind: 'legend' }

export const standsOut = { condition: { param: PICKED.name, value: 1 }, value: 0.12 }

export function framed(report: Origin, chart: Framed): Chart {
  const { name, title, subtitle, views, columns, picked = [], notes = [] } = chart
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: title, subtitle: subtitle.filter(Boolean) },
    padding: 16,
    config: theme(report.language),
    ...(picked.length > 0 ? { params: [{ ...PICKED, views: picked }] } : {}),
    vconcat: [
      { concat: views, columns, resolve: { scale: { color: 'shared' } } },
      footnote(report, notes),
    ],
  }
  return { name, title, spec: spec as unknown as TopLevelSpec }
}
