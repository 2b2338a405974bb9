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
  /** mRp a week. */
  readonly amount: number
  /** Percent of the row. */
  readonly share: number
  readonly stays: boolean
  readonly text: string
}

/** A venue has a row where this much of its sales moves, or of all that moves anywhere. */
const LEAST_MOVED = 0.01

/**
 * The switching matrix of buyers. Numbers are percent of what each venue sold without the policy; colours are rupiah, so that
 * a large part of a small venue is no dark cell. Venues at which next to nothing moves have no row.
 */
export function matrixChart(
  report: ReportInput,
  flows: readonly Flow[],
  { name, label, window }: About,
): Chart | undefined {
  const { language, labels } = report
  const say = pageWords[language]
  const ofBuyers = flows.filter(({ side, value }) => side === 'buyers' && value.mean > 0)
  const sold = sums(ofBuyers)
  const moving = venuesWithMoves(ofBuyers, sold)
  const named = (one: string) => say.destinations[one] ?? nameOf(one, language, labels)
  const origin = (one: string) => say.origins[one] ?? named(one)
  const cells = ofBuyers
    .filter(({ from }) => moving.has(from))
    .map(({ from, to, value }) => ({
      ...{ from, to, amount: value.mean },
      share: value.mean / (sold.get(from) ?? 1),
    }))
    .filter(({ share }) => share >= LEAST)
    .map(
      ({ from, to, share, amount }): Cell => ({
        from: origin(from),
        to: named(to),
        amount: Number(amount.toPrecision(4)),
        share: Number((100 * share).toPrecision(4)),
        stays: from === to,
        text: percent(100 * share, language),
      }),
    )
  const moves = cells.filter(({ stays }) => !stays)
  if (moves.length === 0) return undefined
  const rows = inOrder([...moving], sold, ['saved', 'new'])
  const drawn = ofBuyers.filter(({ from }) => moving.has(from))
  const columns = inOrder([...new Set(drawn.map(({ to }) => to))], sold, ['saved', 'lost'])
  const axis = { title: null, domain: false, ticks: false, labelLimit: 180 }
  const x = {
    field: 'to',
    type: 'nominal',
    sort: columns.map(named),
    axis: { ...axis, labelLimit: 280, orient: 'top', labelAngle: -40 },
  }
  const y = { field: 'from', type: 'nominal', sort: rows.map(origin), axis }
  const most = Math.max(...moves.map(({ amount }) => amount))
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

/** What stays in grey, what moves in colour up to the largest amount, and the numbers. */
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
        field: 'amount',
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
        condition: { test: `!datum.stays && datum.amount > ${most / 2}`, value: '#ffffff' },
        value: colour.ink,
      },
    },
  },
]

function venuesWithMoves(
  flows: readonly Flow[],
  sold: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const moved = sums(flows.filter(({ from, to }) => from !== to))
  const most = Math.max(...moved.values())
  const isMoving = ([venue, amount]: readonly [string, number]) =>
    amount >= LEAST_MOVED * Math.min(most, sold.get(venue) ?? 0)
  return new Set([...moved].filter(isMoving).map(([venue]) => venue))
}

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
