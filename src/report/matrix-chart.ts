/** Where buyers bought with a policy what they bought elsewhere without it, as a table in colours. */
import type { Flow } from '../study/index.ts'
import { fixed } from './format.ts'
import { framed } from './frame.ts'
import type { Chart, Language, ReportInput } from './input.ts'
import { capital, windowName } from './name-words.ts'
import type { About } from './outcome-charts.ts'
import { pageWords } from './page-words.ts'
import { colour, size } from './theme.ts'
import { nameOf } from './words.ts'

const CELL = { width: 58, height: 26 }

/** Below this share of a row a cell stays empty. */
const LEAST = 0.0005

interface Cell {
  readonly from: string
  readonly to: string
  /** Percent of the row. */
  readonly share: number
  readonly stays: boolean
  readonly text: string
}

/** The switching matrix of buyers: in percent of what each venue sold without the policy. */
export function matrixChart(
  report: ReportInput,
  flows: readonly Flow[],
  { name, label, window }: About,
): Chart | undefined {
  const { language, labels } = report
  const say = pageWords[language]
  const ofBuyers = flows.filter(({ side, value }) => side === 'buyers' && value.mean > 0)
  const sold = sums(ofBuyers)
  const named = (one: string) => say.destinations[one] ?? nameOf(one, language, labels)
  const origin = (one: string) => say.origins[one] ?? named(one)
  const cells = ofBuyers
    .map(({ from, to, value }) => ({ from, to, share: value.mean / (sold.get(from) ?? 1) }))
    .filter(({ share }) => share >= LEAST)
    .map(
      ({ from, to, share }): Cell => ({
        from: origin(from),
        to: named(to),
        share: 100 * share,
        stays: from === to,
        text: percent(100 * share, language),
      }),
    )
  const moves = cells.filter(({ stays }) => !stays)
  if (moves.length === 0) return undefined
  const rows = inOrder([...sold.keys()], sold, ['saved', 'new'])
  const columns = inOrder([...new Set(ofBuyers.map(({ to }) => to))], sold, ['saved', 'lost'])
  const axis = { title: null, domain: false, ticks: false, labelLimit: 180 }
  const x = {
    field: 'to',
    type: 'nominal',
    sort: columns.map(named),
    axis: { ...axis, orient: 'top', labelAngle: -40 },
  }
  const y = { field: 'from', type: 'nominal', sort: rows.map(origin), axis }
  const most = Math.max(...moves.map(({ share }) => share))
  const view = {
    data: { values: cells },
    width: CELL.width * columns.length,
    height: CELL.height * rows.length,
    encoding: { x, y },
    layer: layersUpTo(most),
  }
  return framed(report, {
    name,
    title: `${label}: ${say.charts.matrix}`,
    subtitle: [capital(windowName(window, language)), say.matrixReading],
    views: [view],
    columns: 1,
  })
}

/** What stays in grey, what moves in colour up to the largest share, and the numbers. */
const layersUpTo = (most: number) => [
  {
    transform: [{ filter: 'datum.stays' }],
    mark: { type: 'rect', color: colour.grid, stroke: '#ffffff' },
  },
  {
    transform: [{ filter: '!datum.stays' }],
    mark: { type: 'rect', stroke: '#ffffff' },
    encoding: {
      color: {
        field: 'share',
        type: 'quantitative',
        scale: { type: 'sqrt', domain: [0, most], range: ['#f2f7fb', colour.up] },
        legend: null,
      },
    },
  },
  {
    mark: { type: 'text', fontSize: size.text },
    encoding: {
      text: { field: 'text' },
      color: {
        condition: { test: `!datum.stays && datum.share > ${most / 2}`, value: '#ffffff' },
        value: colour.ink,
      },
    },
  },
]

function sums(flows: readonly Flow[]): Map<string, number> {
  const sold = new Map<string, number>()
  for (const { from, value } of flows) sold.set(from, (sold.get(from) ?? 0) + value.mean)
  return sold
}

/** Venues by what they sold, then what is no venue. */
const inOrder = (
  names: readonly string[],
  sold: ReadonlyMap<string, number>,
  last: readonly string[],
) =>
  [...names].sort(
    (one, other) =>
      last.indexOf(one) - last.indexOf(other) || (sold.get(other) ?? 0) - (sold.get(one) ?? 0),
  )

/** One decimal, which is as fine as the least share. */
const percent = (value: number, language: Language): string => fixed(value, 1, language)
