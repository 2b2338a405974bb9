/** Where the model lies against what was seen: a row a fact, each drawn in half widths of its own band. */
import { factsFingerprint } from '../../study/index.ts'
import { framed, type View } from '../frame.ts'
import type { Chart, Language } from '../input.ts'
import { fitted } from '../text/columns.ts'
import { colour, size } from '../theme.ts'
import { factsWords } from './words.ts'
import { byUse, type FactRow, type FactsShown, factRows } from './written.ts'

/** Rows of a chart at most. */
const MOST = 26
const ROW = 22
const LABELS = 380
const MOST_LETTERS = 58
const PLOT = 260
/** What lies farther from the middle of its band stands at the edge. */
const EDGE = 3

/** Facts with a band, those that were not used in fitting first; one chart or as many as they fill. */
export function factsCharts(shown: FactsShown, language: Language): Chart[] {
  const say = factsWords[language]
  const { facts, runs } = shown.found
  const rows = byUse(factRows(shown, language))
    .flatMap((group) => group.rows)
    .filter(({ found }) => found.fact.band !== undefined)
  const count = Math.ceil(rows.length / MOST)
  const each = Math.ceil(rows.length / count)
  const parts = Array.from({ length: count }, (_, part) =>
    rows.slice(part * each, (part + 1) * each),
  )
  const title = language === 'id' ? facts.indonesian.title : facts.title
  return parts.map((part, nth) =>
    framed(
      { language, fingerprint: factsFingerprint(facts), sample: say.chart.sample(runs) },
      {
        name: parts.length === 1 ? 'facts' : `facts-${nth + 1}`,
        title: `${say.chart.title}${parts.length === 1 ? '' : ` (${nth + 1}/${parts.length})`}`,
        subtitle: [title, ...say.chart.how],
        views: [view(part, language)],
        columns: 1,
      },
    ),
  )
}

/** A value in half widths of the band from its middle, not beyond the edge. */
function placed(value: number, { found }: FactRow): number | null {
  const { low, high } = found.fact.band!
  const half = (high - low) / 2
  const distance = half > 0 ? (value - (low + high) / 2) / half : 0
  return Number.isFinite(distance) ? Math.max(-EDGE, Math.min(EDGE, distance)) : null
}

const valuesOf = (rows: readonly FactRow[], language: Language) =>
  rows.map((row) => ({
    label: fitted(row.name, MOST_LETTERS),
    ...{ bandLow: -1, bandHigh: 1, text: row.model, seen: row.band },
    median: placed(row.found.model.median, row),
    low: placed(row.found.model.low, row),
    high: placed(row.found.model.high, row),
    none: placed(row.found.none, row),
    proportional: placed(row.found.proportional, row),
    verdict: factsWords[language].verdicts[row.found.verdict],
  }))

function view(rows: readonly FactRow[], language: Language): View {
  const say = factsWords[language]
  const { verdicts } = say
  const y = {
    ...{ field: 'label', type: 'nominal', sort: null },
    axis: {
      // Without a canvas the width of a text is guessed, and too large: names are cut by their letters instead.
      ...{ title: null, minExtent: LABELS, maxExtent: LABELS, labelLimit: 0 },
      ...{ domain: false, ticks: false, labelPadding: 8 },
    },
  }
  const x = {
    type: 'quantitative',
    scale: { domain: [-EDGE - 0.2, EDGE + 0.2], nice: false },
    axis: { title: say.chart.axis, tickCount: 6, domain: false, ticks: false },
  }
  const color = {
    ...{ field: 'verdict', type: 'nominal' },
    scale: {
      domain: [verdicts.pass, verdicts.fail, verdicts['not testable']],
      range: [colour.up, colour.down, colour.unclear],
    },
    legend: { symbolType: 'circle' },
  }
  const point = (field: string, shape: string, area: number) => ({
    transform: [{ filter: `isValid(datum.${field})` }],
    mark: { type: 'point', shape, filled: false, size: area, color: colour.ink, strokeWidth: 1.3 },
    encoding: { y, x: { ...x, field } },
  })
  const text = (field: string, at: number) => ({
    mark: { type: 'text', align: 'left', fontSize: size.text, color: colour.ink },
    encoding: { y, x: { value: at }, text: { field, type: 'nominal' } },
  })
  return {
    data: { values: valuesOf(rows, language) },
    width: PLOT,
    height: { step: ROW },
    layer: [
      {
        mark: { type: 'bar', height: 14, color: colour.grid },
        encoding: { y, x: { ...x, field: 'bandLow' }, x2: { field: 'bandHigh' } },
      },
      point('none', 'cross', 42),
      point('proportional', 'diamond', 60),
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule', strokeWidth: 2.5 },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' }, color },
      },
      {
        transform: [{ filter: 'isValid(datum.median)' }],
        mark: { type: 'point', filled: true, size: 55, opacity: 1 },
        encoding: { y, x: { ...x, field: 'median' }, color },
      },
      text('text', PLOT + 12),
      text('seen', PLOT + 190),
    ],
  }
}
