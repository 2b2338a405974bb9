/** Pictures of an experiment: what each parameter does, and what an outcome hangs on. */
import {
  type ExperimentFound,
  LEAST_FOR_PERCENTILES,
  type OutcomeFound,
  type ResponseFound,
  type Varied,
} from '../../study/index.ts'
import { wrapped } from '../flags.ts'
import { signed } from '../format.ts'
import { framed, type View } from '../frame.ts'
import type { Chart, Language } from '../input.ts'
import { type IntervalRow, intervalView } from '../interval-rows.ts'
import { colour, size, WIDTH } from '../theme.ts'
import { LEAST_ROWS } from './sentences.ts'
import { variantName } from './variants.ts'
import { type ExperimentWords, experimentWords } from './words.ts'
import { kindText, measureText, toldIn, valueText, type Writer, writerOf } from './written.ts'

/** Panels and rows at most; the files hold all. */
const MOST = { panels: 12, rows: 20 }
const COLUMNS = 3

/** Beyond this part of the largest value a cell is dark, and its number white. */
const STRONG = 0.6

interface About {
  readonly one: OutcomeFound
  readonly found: ExperimentFound
  readonly language: Language
  readonly write: Writer
  readonly say: ExperimentWords
}

export function experimentCharts(all: ExperimentFound, language: Language): Chart[] {
  const found = toldIn(all, language)
  return found.outcomes.flatMap((one, nth) => {
    const write = writerOf(one, language)
    const about = { one, found, language, write, say: experimentWords[language] }
    const named = (kind: string) => `${kind}-${nth + 1}`
    return [
      responsesChart(about, named('responses')),
      tornadoChart(about, named('tornado')),
      morrisChart(about, named('morris')),
      sobolChart(about, named('sobol')),
      gridChart(about, named('grid')),
      cloudChart(about, named('cloud')),
      variantsChart(about, named('variants')),
    ].filter((chart) => chart !== undefined)
  })
}

/** `UMKM jobs, first month: what it hangs on`, and how to read it. */
function frame(
  { one, found, language, write, say }: About,
  name: string,
  title: string,
  how: string,
  views: readonly View[],
  columns = 1,
): Chart {
  const { outcome } = one
  const runs = one.points.reduce((sum, point) => sum + point.runs, 0)
  const what = `${kindText(outcome, language)}${write.unit === '' ? '' : `, ${write.unit}`}`
  return framed(
    {
      language,
      fingerprint: found.plan.fingerprint,
      sample: say.runsAt(found.plan.points.length, runs),
    },
    {
      name,
      title: `${outcome.name}: ${title}`,
      subtitle: [`${measureText(outcome, language)}; ${what}`, how],
      views,
      columns,
    },
  )
}

const fitted = (text: string, width: number) =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`

function responsesChart(about: About, name: string): Chart | undefined {
  const { one, found, say } = about
  if (one.responses.length === 0) return undefined
  const { varied } = found.experiment
  const shown = one.responses.slice(0, MOST.panels)
  const columns = Math.min(COLUMNS, shown.length)
  const width = WIDTH / columns - 62
  const ends = shown.flatMap(({ points }) =>
    points.flatMap(({ mean, low, high }) => [mean, low, high].filter(Number.isFinite)),
  )
  const domain = [Math.min(0, ...ends), Math.max(0, ...ends)].map((end) => end * about.write.factor)
  const views = shown.map((response) => responseView(response, varied, about, width, domain))
  return frame(about, name, say.responses, say.band, views, columns)
}

/** The values of a factor: as they are written where they are words or dates, else on a scale of their own. */
function factorAxis({ label, unit, form }: Varied, width: number) {
  const named = form === 'word' || form === 'date'
  return {
    field: 'x',
    type: named ? 'nominal' : 'quantitative',
    sort: null,
    ...(named ? {} : { scale: { zero: false, nice: false } }),
    axis: {
      title: `${fitted(label, 44)}${unit === '' || form === 'word' ? '' : ` (${unit})`}`,
      labelAngle: 0,
      // Words stand beside each other.
      ...(form === 'word' ? { labelLimit: width - 4 } : {}),
      tickCount: 4,
      grid: false,
    },
  }
}

function responseView(
  { factor, points }: ResponseFound,
  varied: readonly Varied[],
  { write, language, one }: About,
  width: number,
  domain: readonly number[],
): View {
  const { form } = varied[factor]
  const isWord = form === 'word'
  const values = points
    .filter(({ mean }) => Number.isFinite(mean))
    .map(({ values: at, mean, low, high }) => ({
      x:
        isWord || form === 'date'
          ? valueText(at[factor], varied[factor], language)
          : Number(at[factor]),
      mean: mean * write.factor,
      ...(Number.isFinite(low) ? { low: low * write.factor, high: high * write.factor } : {}),
    }))
  const x = factorAxis(varied[factor], width / values.length)
  const y = {
    type: 'quantitative',
    scale: { domain, nice: true },
    axis: { title: null, tickCount: 4 },
  }
  const fill = { opacity: 0.2, color: colour.up }
  return {
    data: { values },
    width,
    height: 120,
    layer: [
      ...(one.outcome.of === 'level'
        ? []
        : [
            {
              mark: { type: 'rule', color: colour.ink, strokeWidth: 1 },
              encoding: { y: { datum: 0, type: 'quantitative' } },
            },
          ]),
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: isWord ? { type: 'rule', ...fill, strokeWidth: 8 } : { type: 'area', ...fill },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      {
        mark: isWord
          ? { type: 'point', filled: true, color: colour.up, size: 60 }
          : { type: 'line', color: colour.up, point: { color: colour.up, size: 30 } },
        encoding: { x, y: { ...y, field: 'mean' } },
      },
    ],
  }
}

/** One row a label, in the order of the data. */
const ROWS = {
  field: 'label',
  type: 'nominal',
  sort: null,
  axis: {
    title: null,
    minExtent: 250,
    labelLimit: 420,
    domain: false,
    ticks: false,
    labelPadding: 8,
  },
}

/** From the base to what the lowest and the highest value of each factor give: the longer first, so that both are seen. */
function tornadoBars({ one, found, language, write }: About, base: number) {
  const { varied } = found.experiment
  return one.responses.slice(0, MOST.rows).flatMap(({ factor, points }) => {
    const known = points.filter(({ mean }) => Number.isFinite(mean))
    const [first, last] = [known[0], known[known.length - 1]]
    if (first === undefined) return []
    const bars = [first, last].map((end) => ({
      label: fitted(varied[factor].label, 60),
      from: base,
      to: end.mean * write.factor,
      text: valueText(end.values[factor], varied[factor], language),
      side: end.mean * write.factor < base ? 'left' : 'right',
      which: end === first ? 'low' : 'high',
    }))
    const [outer, inner] = bars.sort((x, y) => Math.abs(y.to - base) - Math.abs(x.to - base))
    // Two labels at one side would lie on each other: they stand together at the outer end.
    return outer.side === inner.side
      ? [
          { ...outer, text: `${outer.text} / ${inner.text}` },
          { ...inner, text: '' },
        ]
      : [outer, inner]
  })
}

/** A bar a factor, from the lowest outcome to the highest, with the values at its ends. */
function tornadoChart(about: About, name: string): Chart | undefined {
  const { one, write, say } = about
  if (one.responses.length < 2) return undefined
  const base = one.points[0].mean * write.factor
  const values = tornadoBars(about, base)
  const x = {
    type: 'quantitative',
    scale: { zero: one.outcome.of !== 'level', padding: 50 },
    axis: { title: write.unit, tickCount: 6, domain: false, ticks: false },
  }
  const text = (side: string) => ({
    transform: [{ filter: `datum.side === '${side}'` }],
    mark: {
      type: 'text',
      align: side === 'left' ? 'right' : 'left',
      dx: side === 'left' ? -4 : 4,
      fontSize: size.text,
      color: colour.ink,
    },
    encoding: { y: ROWS, x: { ...x, field: 'to' }, text: { field: 'text' } },
  })
  const view = {
    data: { values },
    width: WIDTH - 320,
    height: { step: 26 },
    layer: [
      {
        mark: { type: 'bar', height: 14 },
        encoding: {
          y: ROWS,
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          color: {
            field: 'which',
            type: 'nominal',
            scale: { domain: ['low', 'high'], range: [colour.down, colour.up] },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'rule', color: colour.ink },
        encoding: { x: { datum: base, type: 'quantitative' } },
      },
      text('left'),
      text('right'),
    ],
  }
  return frame(about, name, say.tornado, say.tornadoHow, [view])
}

function morrisChart(about: About, name: string): Chart | undefined {
  const { one, found, write, say } = about
  const { morris } = one
  if (morris === undefined) return undefined
  const labels = new Map(found.experiment.varied.map(({ path, label }) => [path, label]))
  const rows = [...morris.effects]
    .filter(({ size: { estimate } }) => Number.isFinite(estimate))
    .sort((a, b) => b.size.estimate - a.size.estimate)
    .slice(0, MOST.rows)
    .map(
      ({ path, size: { estimate, low, high }, effects }): IntervalRow => ({
        label: fitted(labels.get(path) ?? path, 48),
        value: estimate * write.factor,
        ...(effects < LEAST_FOR_PERCENTILES
          ? {}
          : { low: low * write.factor, high: high * write.factor }),
        text: write.size(estimate),
      }),
    )
  if (rows.length === 0) return undefined
  const view = intervalView({
    axisTitle: write.unit,
    rows,
    mark: 'bar',
    directions: say.directions,
    // A size has no direction.
    plain: true,
  })
  return frame(about, name, say.morris, say.morrisHow, [view])
}

function sobolChart(about: About, name: string): Chart | undefined {
  const { one, found, say } = about
  const { sobol } = one
  if (sobol === undefined || !(sobol.variance > 0) || sobol.rows < LEAST_ROWS) return undefined
  const labels = new Map(found.experiment.varied.map(({ path, label }) => [path, label]))
  const all = [...sobol.indices, ...(sobol.chance ? [sobol.chance] : [])]
  const values = all
    .sort((a, b) => b.total.estimate - a.total.estimate)
    .slice(0, MOST.rows)
    .flatMap(({ group, first, total }) =>
      [
        { of: say.alone, index: first },
        { of: say.together, index: total },
      ].map(({ of, index }) => ({
        label: group === 'chance' ? say.chance : fitted(labels.get(group) ?? group, 60),
        of,
        value: 100 * index.estimate,
        low: 100 * index.low,
        high: 100 * index.high,
      })),
    )
  const encoding = {
    y: ROWS,
    yOffset: { field: 'of', type: 'nominal', sort: null },
    color: {
      field: 'of',
      type: 'nominal',
      scale: { domain: [say.alone, say.together], range: [colour.up, colour.down] },
    },
  }
  const x = {
    type: 'quantitative',
    scale: { zero: true },
    axis: { title: say.shareOfVariance, domain: false, ticks: false },
  }
  const view = {
    data: { values },
    width: WIDTH - 320,
    height: { step: 15 },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 2.5 },
        encoding: { ...encoding, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        mark: { type: 'point', filled: true, size: 55, opacity: 1 },
        encoding: { ...encoding, x: { ...x, field: 'value' } },
      },
    ],
  }
  return frame(about, name, say.sobol, say.sobolHow, [view])
}

/** Two factors as a field of numbers; of differences, blue where the outcome rises and orange where it falls. */
function gridChart(about: About, name: string): Chart | undefined {
  const { one, found, language, write, say } = about
  const { varied } = found.experiment
  if (varied.length !== 2 || found.experiment.design.kind !== 'grid') return undefined
  const known = one.points.filter(({ mean }) => Number.isFinite(mean))
  const values = known.map(({ values: at, mean, low, high }) => ({
    x: valueText(at[0], varied[0], language),
    y: valueText(at[1], varied[1], language),
    value: mean * write.factor,
    text: write.number(mean),
    unclear: low < 0 && high > 0,
  }))
  const most = Math.max(...values.map(({ value }) => Math.abs(value)))
  const axis = (row: number) => ({
    title: row === 1 ? wrapped(fitted(varied[row].label, 60)) : fitted(varied[row].label, 60),
    labelAngle: 0,
    domain: false,
    ticks: false,
  })
  const encoding = {
    x: { field: 'x', type: 'nominal', sort: null, axis: axis(0) },
    y: { field: 'y', type: 'nominal', sort: null, axis: axis(1) },
  }
  const scale =
    one.outcome.of === 'level'
      ? { range: ['#f7f7f7', colour.up] }
      : { domain: [-most, 0, most], range: [colour.down, '#f7f7f7', colour.up] }
  const view = {
    data: { values },
    width: { step: 78 },
    height: { step: 34 },
    layer: [
      {
        mark: 'rect',
        encoding: {
          ...encoding,
          color: { field: 'value', type: 'quantitative', scale, legend: null },
        },
      },
      {
        mark: { type: 'text', fontSize: size.text },
        encoding: {
          ...encoding,
          text: { field: 'text' },
          color: {
            condition: { test: `abs(datum.value) > ${STRONG * most}`, value: '#ffffff' },
            value: colour.ink,
          },
        },
      },
    ],
  }
  return frame(about, name, say.grid, say.gridHow, [view])
}

/** The model as it is, and under each variant. */
function variantsChart(about: About, name: string): Chart | undefined {
  const { one, found, language, write, say } = about
  if (found.experiment.design.kind !== 'variants') return undefined
  const rows = one.points
    .filter(({ mean }) => Number.isFinite(mean))
    .map(
      ({ point, mean, low, high }): IntervalRow => ({
        label: fitted(variantName(point.key, found.experiment, language), 48),
        value: mean * write.factor,
        ...(Number.isFinite(low) ? { low: low * write.factor, high: high * write.factor } : {}),
        text: write.number(mean),
      }),
    )
  if (rows.length === 0) return undefined
  const view = intervalView({ axisTitle: write.unit, rows, mark: 'point', directions: say.signs })
  return frame(about, name, say.variants, say.variantsHow, [view])
}

/** What an outcome goes with, the strongest first. */
const correlationRows = (
  varied: readonly Varied[],
  correlations: readonly number[],
  language: Language,
): IntervalRow[] =>
  varied
    .map(
      ({ label }, factor): IntervalRow => ({
        label: fitted(label, 48),
        value: correlations[factor],
        text: signed(correlations[factor], 2, language),
      }),
    )
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, MOST.rows)

function cloudChart(about: About, name: string): Chart | undefined {
  const { one, found, write, say } = about
  const { cloud } = one
  if (cloud === undefined) return undefined
  const { varied } = found.experiment
  const known = one.points.filter(({ mean }) => Number.isFinite(mean))
  if (known.length < LEAST_FOR_PERCENTILES) return undefined
  const lines = [cloud.low, cloud.median, cloud.high].map((at) => ({ at: at * write.factor }))
  const histogram = {
    width: WIDTH - 80,
    height: 130,
    layer: [
      {
        data: { values: known.map(({ mean }) => ({ value: mean * write.factor })) },
        mark: { type: 'bar', color: colour.up, opacity: 0.6 },
        encoding: {
          x: {
            field: 'value',
            bin: { maxbins: 40 },
            type: 'quantitative',
            axis: { title: write.unit },
          },
          y: {
            aggregate: 'count',
            type: 'quantitative',
            axis: { title: say.points, tickMinStep: 1 },
          },
        },
      },
      {
        data: { values: lines },
        mark: { type: 'rule', strokeDash: [4, 3], color: colour.ink },
        encoding: { x: { field: 'at', type: 'quantitative' } },
      },
    ],
  }
  const rows = correlationRows(varied, cloud.correlations, about.language)
  const bars = intervalView({
    axisTitle: say.correlation,
    rows,
    mark: 'bar',
    directions: say.directions,
  })
  return frame(
    about,
    name,
    say.cloud,
    say.cloudHow,
    rows.length > 1 ? [histogram, bars] : [histogram],
  )
}
