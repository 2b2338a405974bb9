/** What an experiment found as tables: every point, and what each outcome hangs on. */
import {
  asText,
  csv,
  type ExperimentFound,
  type Form,
  type Interval,
  type OutcomeFound,
  type SensitivityRow,
  type Table,
} from '../../study/index.ts'

/** `points.csv`, and `sensitivity.csv` where the design tells of sensitivity. */
export function experimentTables(found: ExperimentFound): Table[] {
  const rows = found.outcomes.flatMap((one) => sensitivityOf(one, found))
  return [
    { name: 'points.csv', text: pointsTable(found) },
    ...(rows.length === 0 ? [] : [{ name: 'sensitivity.csv', text: csv(rows, SENSITIVITY) }]),
  ]
}

function pointsTable({ experiment, outcomes }: ExperimentFound): string {
  const paths = experiment.varied.map(({ path }) => path)
  const rows = outcomes.flatMap(({ outcome, unit, points }) =>
    points.map(({ point, values, mean, low, high, runs }) => ({
      outcome: outcome.name,
      of: outcome.of,
      unit,
      place: point.key,
      ...Object.fromEntries(
        experiment.varied.map(({ path, form }, factor) => [path, shortText(values[factor], form)]),
      ),
      ...shortened({ mean, low, high }),
      runs,
    })),
  )
  const columns = ['outcome', 'of', 'unit', 'place', ...paths, 'mean', 'low', 'high', 'runs']
  return csv(rows, columns as never)
}

/** Digits of a value that is told by no interval; runs and their seeds are kept with all of them. */
const DIGITS = 6

const shortText = (value: number | string | boolean, form: Form): string =>
  typeof value === 'number' && (form === 'number' || form === 'multiple')
    ? String(Number(value.toPrecision(DIGITS)))
    : asText(value, form)

/** A mean with as many digits as its interval allows: three of half its width. */
function shortened({ mean, low, high }: Interval): Interval {
  const half = (high - low) / 2
  const step = half > 0 ? 10 ** (Math.floor(Math.log10(half)) - 2) : 0
  const short = (value: number) => {
    if (!Number.isFinite(value)) return value
    if (!(step > 0)) return Number(value.toPrecision(half === 0 ? 12 : DIGITS))
    return Number((Math.round(value / step) * step).toPrecision(12))
  }
  return { mean: short(mean), low: short(low), high: short(high) }
}

const SENSITIVITY = ['outcome', 'factor', 'what', 'estimate', 'low', 'high'] as const

/** What each factor does to an outcome; empty where the design tells nothing of it. */
export function sensitivityOf(
  { outcome, responses, morris, sobol, cloud }: OutcomeFound,
  { experiment }: ExperimentFound,
): SensitivityRow[] {
  const row = (
    factor: string,
    what: string,
    { estimate, low, high }: Omit<SensitivityRow, 'outcome' | 'factor' | 'what'>,
  ): SensitivityRow => ({ outcome: outcome.name, factor, what, estimate, low, high })
  const alone = (estimate: number) => ({ estimate, low: Number.NaN, high: Number.NaN })
  const { varied } = experiment
  const indices =
    sobol === undefined ? [] : [...sobol.indices, ...(sobol.chance ? [sobol.chance] : [])]
  return [
    ...responses.map(({ factor, swing }) => row(varied[factor].path, 'swing', alone(swing))),
    ...(morris?.effects ?? []).flatMap(({ path, mean, size, spread }) => [
      row(path, 'mu*', size),
      row(path, 'mean effect', alone(mean)),
      row(path, 'sigma', alone(spread)),
    ]),
    ...indices.flatMap(({ group, first, total }) => [
      row(group, 'first order', first),
      row(group, 'total', total),
    ]),
    ...(cloud?.correlations ?? []).flatMap((correlation, factor) =>
      Number.isFinite(correlation)
        ? row(varied[factor].path, 'rank correlation', alone(correlation))
        : [],
    ),
  ]
}
