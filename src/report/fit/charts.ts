/** Pictures of a fit: what the data move of each parameter, and whether draws go with what was seen. */
import type { FitFound, Target } from '../../study/index.ts'
import { framed, type View } from '../frame.ts'
import type { Chart, Language } from '../input.ts'
import { said } from '../text/parameter-words.ts'
import { colour, size, WIDTH } from '../theme.ts'
import { fitWords } from './words.ts'
import { targetName, unitText } from './written.ts'

export const titleIn = ({ fit: { experiment } }: FitFound, language: Language): string =>
  language === 'id' ? experiment.indonesian.title : experiment.title

/** Parts of a range. */
const PARTS = 10
const COLUMNS = 3
const PANELS = 24

export function fitCharts(found: FitFound, language: Language): Chart[] {
  if (found.draws.length === 0) return []
  return [parametersChart(found, language), targetsChart(found, language)]
}

const origin = (found: FitFound, language: Language) => ({
  language,
  fingerprint: found.course.plan.fingerprint,
  sample: fitWords[language].charts.sample(found.runs, found.draws.length),
})

function parametersChart(found: FitFound, language: Language): Chart {
  const say = fitWords[language].charts
  const { varied } = found.fit.experiment
  const views = varied.slice(0, PANELS).map((_, factor) => parameterView(found, factor, language))
  return framed(origin(found, language), {
    name: 'parameters',
    title: say.parameters,
    subtitle: [titleIn(found, language), say.parametersHow],
    views,
    columns: Math.min(COLUMNS, views.length),
  })
}

const cut = (text: string, width: number) =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`

/** Shares of the weight of the draws in each tenth of the range before; grey is what even draws would be. */
function parameterView(found: FitFound, factor: number, language: Language): View {
  const say = fitWords[language].charts
  const varied = found.fit.experiment.varied[factor]
  const marginal = found.marginals[factor]
  const shares = new Array<number>(PARTS).fill(0)
  for (const { point, weight } of found.draws)
    shares[Math.min(PARTS - 1, Math.floor(point.unit[factor] * PARTS))] += weight
  const values = shares.map((share, part) => ({
    from: part / PARTS,
    to: (part + 1) / PARTS,
    share: 100 * share,
    middle: unitText(varied, (part + 0.5) / PARTS, language),
  }))
  const ends = [0, 0.5, 1].map((at) => ({ at, text: unitText(varied, at, language) }))
  const labels = `datum.value < 0.25 ? '${ends[0].text}' : datum.value > 0.75 ? '${ends[2].text}' : '${ends[1].text}'`
  const x = {
    field: 'from',
    type: 'quantitative',
    bin: { binned: true, step: 1 / PARTS },
    scale: { domain: [0, 1] },
    axis: { title: null, values: [0, 0.5, 1], labelExpr: labels, grid: false },
  }
  const y = { type: 'quantitative', axis: { title: say.share, tickCount: 3 } }
  const unit = said(varied.unit, language)
  return {
    title: {
      text: cut(`${varied.label}${unit === '' ? '' : ` (${unit})`}`, 44),
      subtitle: cut(varied.path, 44) + (marginal.moved ? '' : ` · ${say.notMoved}`),
      fontSize: size.panel,
      subtitleFontSize: size.text,
    },
    data: { values },
    width: WIDTH / COLUMNS - 70,
    height: 90,
    layer: [
      {
        mark: { type: 'bar', color: marginal.moved ? colour.up : colour.unclear, opacity: 0.75 },
        encoding: { x, x2: { field: 'to' }, y: { ...y, field: 'share' } },
      },
      {
        mark: { type: 'rule', color: colour.baseline, strokeDash: [4, 3] },
        encoding: { y: { datum: 100 / PARTS, type: 'quantitative' } },
      },
    ],
  }
}

/** Each target in units of half its band, or of its error; beyond this many a line ends at the edge. */
const EDGE = 6

/** Half widths of bands, from edge to edge. */
const BANDS = {
  type: 'quantitative',
  scale: { domain: [-EDGE, EDGE] },
  axis: { title: null, domain: false, ticks: false },
}

/** A value in half widths of the band of a target about its middle, no further than the edge. */
function inUnits({ low, high, error }: Target, value: number): number {
  const half = high > low ? (high - low) / 2 : error
  return Math.max(-EDGE, Math.min(EDGE, (value - (low + high) / 2) / half))
}

function targetsChart(found: FitFound, language: Language): Chart {
  const say = fitWords[language].charts
  const values = found.targets.flatMap(({ target, before, after }) =>
    [
      { of: say.before, quantiles: before },
      { of: say.after, quantiles: after },
    ].map(({ of, quantiles: { low, median, high } }) => ({
      label: cut(targetName(target, language), 52),
      of,
      low: inUnits(target, low),
      median: inUnits(target, median),
      high: inUnits(target, high),
    })),
  )
  const encoding = {
    y: {
      field: 'label',
      type: 'nominal',
      sort: null,
      axis: { title: null, labelLimit: 360, domain: false, ticks: false },
    },
    yOffset: { field: 'of', type: 'nominal', sort: null },
    color: {
      field: 'of',
      type: 'nominal',
      scale: { domain: [say.before, say.after], range: [colour.unclear, colour.up] },
    },
  }
  const x = BANDS
  const view = {
    data: { values },
    width: WIDTH - 400,
    height: { step: 14 },
    layer: [
      {
        data: { values: [{ from: -1, to: 1 }] },
        mark: { type: 'rect', color: colour.policies[2], opacity: 0.13 },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' } },
      },
      {
        mark: { type: 'rule', strokeWidth: 2.5 },
        encoding: { ...encoding, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        mark: { type: 'point', filled: true, size: 45, opacity: 1 },
        encoding: { ...encoding, x: { ...x, field: 'median' } },
      },
    ],
  }
  return framed(origin(found, language), {
    name: 'targets',
    title: say.targets,
    subtitle: [say.targetsHow],
    views: [view],
    columns: 1,
  })
}
