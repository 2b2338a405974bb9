/** What an experiment found, as a terminal prints it. */
import {
  type Experiment,
  type ExperimentFound,
  LEAST_FOR_PERCENTILES,
  type OutcomeFound,
  type PointFound,
  type ResponseFound,
  type Varied,
} from '../../study/index.ts'
import { fixed, NOTHING, signed } from '../format.ts'
import { aligned, fitted, wrapped } from '../text/columns.ts'
import { LEAST_ROWS, ofDraws, told } from './sentences.ts'
import { variantName } from './variants.ts'
import { experimentWords } from './words.ts'
import { kindText, measureText, valueText, type Writer, writerOf } from './written.ts'

/** Rows of a table at most: the files hold all of them. */
const MOST = 20

export function experimentLines(found: ExperimentFound): string[] {
  const { experiment, plan, known, outcomes } = found
  const { title, question, seeds } = experiment
  const points = plan.points.length
  return [
    title,
    ...(question === '' ? [] : [question]),
    '',
    ...wrapped(
      `${whatVaries(experiment)} over ${points} ${points === 1 ? 'point' : 'points'}, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'} at each; ${known} of ${plan.runs.length} runs are known`,
    ),
    ...ofDraws(found, 'en').flatMap(({ sentences }) =>
      sentences.flatMap((sentence) => wrapped(sentence)),
    ),
    ...(known === 0 ? [] : outcomes.flatMap((one) => ['', ...outcomeLines(one, found)])),
  ]
}

const whatVaries = ({ varied, variants }: Experiment): string =>
  variants.length > 0
    ? `the model as it is and in ${variants.length} variants,`
    : varied.length === 1
      ? '1 parameter varies'
      : `${varied.length} parameters vary`

function outcomeLines(one: OutcomeFound, { experiment }: ExperimentFound): string[] {
  const { varied } = experiment
  const write = writerOf(one, 'en')
  const missing =
    one.missing > 0 ? [`  ${one.missing} runs ended without a number and are in no mean`] : []
  return [
    headOf(one, write.unit),
    ...one.responses.flatMap((response) => responseLines(response, varied, write)),
    ...(one.responses.length > 1 ? tornadoLines(one, varied, write) : []),
    ...morrisLines(one, varied, write),
    ...sobolLines(one, varied),
    ...cloudLines(one, experiment, write),
    ...gridLines(one, varied, write),
    ...variantLines(one, experiment, write),
    ...missing,
  ]
}

/** `UMKM jobs, first month; difference from the baseline, people`. */
function headOf({ outcome }: OutcomeFound, unit: string): string {
  const { name, measure, window } = outcome
  const called = name.toLowerCase() === measure ? '' : `${name}: `
  const what = `${measureText(outcome, 'en')}, ${window ?? 'main window'}`
  return `${called}${what}; ${kindText(outcome, 'en')}${unit === '' ? '' : `, ${unit}`}`
}

const interval = (write: Writer, { low, high, isOwn, runs, outcomes }: PointFound): string => {
  if (Number.isFinite(low))
    return `${write.number(low)} to ${write.number(high)}${isOwn ? ` (${experimentWords.en.ownRuns})` : ''}`
  return runs < 2 && outcomes.length >= 2
    ? `${runs} of ${outcomes.length} runs have a number`
    : 'needs 2 seeds'
}

const POOLED = '95 % CI of chance, pooled over points'

const textOf = ({ values }: PointFound, factor: number, varied: readonly Varied[]): string =>
  valueText(values[factor], varied[factor], 'en')

function responseLines(
  { factor, points }: ResponseFound,
  varied: readonly Varied[],
  write: Writer,
): string[] {
  const { path, label, unit } = varied[factor]
  const rows = points.map((point) => [
    `    ${textOf(point, factor, varied)}`,
    write.number(point.mean),
    interval(write, point),
  ])
  return [
    ...wrapped(`${label} (${path})`, '  ', '    '),
    ...aligned([[`    ${unit}`, 'mean', POOLED], ...rows]),
  ]
}

function tornadoLines({ responses }: OutcomeFound, varied: readonly Varied[], write: Writer) {
  const rows = responses.slice(0, MOST).map(({ factor, points }) => {
    const [low, high] = [points[0], points[points.length - 1]]
    return [
      `  ${fitted(varied[factor].path, 50)}`,
      `${write.number(low.mean)} at ${textOf(low, factor, varied)}`,
      `${write.number(high.mean)} at ${textOf(high, factor, varied)}`,
    ]
  })
  return aligned([['what it hangs on, one at a time', 'lowest', 'highest'], ...rows])
}

function morrisLines({ morris }: OutcomeFound, varied: readonly Varied[], write: Writer): string[] {
  if (morris === undefined) return []
  const sorted = [...morris.effects].sort((a, b) => b.size.estimate - a.size.estimate)
  const rows = sorted
    .slice(0, MOST)
    .map(({ path, mean, size, spread, effects }) => [
      `  ${fitted(path, 50)}`,
      write.size(size.estimate),
      effects < LEAST_FOR_PERCENTILES
        ? `needs ${LEAST_FOR_PERCENTILES} trajectories`
        : `${write.size(size.low)} to ${write.size(size.high)}`,
      write.number(mean),
      write.size(spread),
    ])
  const more = varied.length > MOST ? [`  ... and ${varied.length - MOST} more`] : []
  const head = ['mean size of the effect of its range', 'mu*', '95 % CI', 'mean', 'sigma']
  return [...aligned([head, ...rows]), ...more]
}

function sobolLines({ sobol, emulator }: OutcomeFound, varied: readonly Varied[]): string[] {
  if (sobol === undefined && emulator !== undefined)
    return wrapped(experimentWords.en.noShares(told(emulator)[0]), '  ', '  ')
  if (sobol === undefined) return []
  if (sobol.rows < LEAST_ROWS)
    return wrapped(experimentWords.en.fewRows(sobol.rows, LEAST_ROWS), '  ', '  ')
  const share = (value: number) =>
    Number.isFinite(value) ? `${fixed(100 * value, 0, 'en')} %` : NOTHING
  const between = ({ low, high }: { low: number; high: number }) =>
    `${share(low)} to ${share(high)}`
  const all = [...sobol.indices, ...(sobol.chance ? [sobol.chance] : [])]
  const rows = [...all]
    .sort((a, b) => b.total.estimate - a.total.estimate)
    .slice(0, MOST)
    .map(({ group, first, total }) => [
      `  ${fitted(group, 50)}`,
      share(first.estimate),
      between(first),
      share(total.estimate),
      between(total),
    ])
  const head = ['share of the variance explained', 'alone', '95 % CI', 'with others', '95 % CI']
  const more = varied.length + 1 > MOST ? [`  ... and more in the files`] : []
  const through =
    emulator === undefined ? [] : [experimentWords.en.throughEmulator(...told(emulator))]
  return [...aligned([head, ...rows]), ...more, ...through.flatMap((said) => wrapped(said, '  '))]
}

function cloudLines(
  { outcome, cloud, points: all }: OutcomeFound,
  { varied, posterior }: Experiment,
  write: Writer,
): string[] {
  if (cloud === undefined) return []
  const values = all.map(({ mean }) => mean).filter(Number.isFinite)
  if (values.length < LEAST_FOR_PERCENTILES) {
    const told = values.map((value) => write.number(value)).join(', ')
    return wrapped(experimentWords.en.few(outcome.name, told, posterior !== undefined), '  ', '  ')
  }
  const { median, low, high, sameSign, rising, falling, chance, correlations } = cloud
  const share = (part: number) => `${fixed(100 * part, 0, 'en')} %`
  const signs =
    median === 0
      ? `${share(rising)} above zero, ${share(falling)} below`
      : `${share(sameSign)} have the sign of the median`
  const points = posterior === undefined ? 'points' : 'draws'
  const rows = varied
    .map(({ path }, factor) => ({ path, correlation: correlations[factor] }))
    .filter(({ correlation }) => Number.isFinite(correlation))
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
    .slice(0, MOST)
    .map(({ path, correlation }) => [`  ${fitted(path, 50)}`, signed(correlation, 2, 'en')])
  return [
    `  median ${write.number(median)}; 90 % of ${points} ${write.number(low)} to ${write.number(high)}; ${signs}`,
    ...(Number.isFinite(chance)
      ? [`  chance makes ${fixed(100 * chance, 0, 'en')} % of the variance between them`]
      : []),
    ...aligned([['what it goes with (rank correlation)', ''], ...rows]),
  ]
}

/** The model as it is, and under each variant. */
function variantLines({ points }: OutcomeFound, experiment: Experiment, write: Writer): string[] {
  if (experiment.design.kind !== 'variants') return []
  const rows = points.map((found) => [
    `  ${fitted(variantName(found.point.key, experiment, 'en'), 60)}`,
    write.number(found.mean),
    interval(write, found),
  ])
  return aligned([['variant of the model', 'mean', POOLED], ...rows])
}

/** A grid of two factors as a table of means. */
function gridLines({ points }: OutcomeFound, varied: readonly Varied[], write: Writer): string[] {
  if (varied.length !== 2 || !points[0].point.key.startsWith('grid ')) return []
  const texts = points.map((point) => [0, 1].map((factor) => textOf(point, factor, varied)))
  const [down, across] = [0, 1].map((factor) => [...new Set(texts.map((text) => text[factor]))])
  const rows = down.map((row) => [
    `  ${row}`,
    ...across.map((column) => {
      const at = texts.findIndex(([one, other]) => one === row && other === column)
      return at < 0 ? NOTHING : write.number(points[at].mean)
    }),
  ])
  const head = [`${fitted(varied[0].path, 30)} \\ ${fitted(varied[1].path, 30)}`, ...across]
  return aligned([head, ...rows])
}
