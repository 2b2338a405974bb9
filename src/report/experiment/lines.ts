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
import type { Language } from '../input.ts'
import { windowName } from '../name-words.ts'
import { aligned, fitted, wrapped } from '../text/columns.ts'
import { headingLines } from '../text/heading.ts'
import { terminalWords } from '../text/terminal-words.ts'
import { amountText } from '../units.ts'
import { LEAST_ROWS, ofDraws, told } from './sentences.ts'
import { variantName } from './variants.ts'
import { experimentWords } from './words.ts'
import { kindText, measureText, toldIn, valueText, type Writer, writerOf } from './written.ts'

/** Rows of a table at most: the files hold all of them. */
const MOST = 20

export function experimentLines(all: ExperimentFound, language: Language = 'en'): string[] {
  const found = language === 'en' ? all : toldIn(all, language)
  const { experiment, plan, known, outcomes } = found
  const { seeds } = experiment
  const { study: say, counted, progress } = terminalWords[language]
  const runs = progress.of(String(known), counted.runs(plan.runs.length))
  const points = plan.points.length
  return [
    ...headingLines(experiment, language),
    '',
    ...wrapped(say.over(whatVaries(experiment, language), points, seeds, runs)),
    ...ofDraws(found, language).flatMap(({ sentences }) =>
      sentences.flatMap((sentence) => wrapped(sentence)),
    ),
    ...(known === 0 ? [] : outcomes.flatMap((one) => ['', ...outcomeLines(one, found, language)])),
  ]
}

function whatVaries({ varied, variants }: Experiment, language: Language): string {
  const say = terminalWords[language].study
  return variants.length > 0 ? say.variants(variants.length) : say.varied(varied.length)
}

function outcomeLines(
  one: OutcomeFound,
  { experiment }: ExperimentFound,
  language: Language,
): string[] {
  const { varied } = experiment
  const write = writerOf(one, language)
  const { missing } = experimentWords[language]
  return [
    headOf(one, write.unit, language),
    ...one.responses.flatMap((response) => responseLines(response, varied, write, language)),
    ...(one.responses.length > 1 ? tornadoLines(one, varied, write, language) : []),
    ...morrisLines(one, write, language),
    ...sobolLines(one, varied, language),
    ...cloudLines(one, experiment, write, language),
    ...gridLines(one, varied, write, language),
    ...variantLines(one, experiment, write, language),
    ...(one.missing > 0 ? [`  ${missing(one.missing)}`] : []),
  ]
}

/** `UMKM jobs, first month; difference from the baseline, people`. */
function headOf({ outcome }: OutcomeFound, unit: string, language: Language): string {
  const { name, measure, window } = outcome
  const measured = measureText(outcome, language)
  const isNamed = name.toLowerCase() !== measure && name !== measured
  const main = terminalWords[language].main
  const what = `${measured}, ${window === undefined ? main : windowName(window, language)}`
  const called = isNamed ? `${name}: ` : ''
  return `${called}${what}; ${kindText(outcome, language)}${unit === '' ? '' : `, ${unit}`}`
}

function interval(
  write: Writer,
  { low, high, isOwn, runs, outcomes }: PointFound,
  language: Language,
): string {
  const { study: say, to } = terminalWords[language]
  const own = isOwn ? ` (${experimentWords[language].ownRuns})` : ''
  if (Number.isFinite(low)) return `${write.number(low)} ${to} ${write.number(high)}${own}`
  return runs < 2 && outcomes.length >= 2 ? say.some(runs, outcomes.length) : say.seeds
}

/** Heads of a mean and of its interval. */
function meanHeads(language: Language): readonly [string, string] {
  const [, pooled] = experimentWords[language].pointsHead
  return [terminalWords[language].heads.mean, pooled]
}

const textOf = (
  { values }: PointFound,
  factor: number,
  varied: readonly Varied[],
  language: Language,
): string => valueText(values[factor], varied[factor], language)

function responseLines(
  { factor, points }: ResponseFound,
  varied: readonly Varied[],
  write: Writer,
  language: Language,
): string[] {
  const { path, label, unit } = varied[factor]
  const rows = points.map((point) => [
    `    ${textOf(point, factor, varied, language)}`,
    write.number(point.mean),
    interval(write, point, language),
  ])
  return [
    ...wrapped(`${label} (${path})`, '  ', '    '),
    ...aligned([[`    ${unit}`, ...meanHeads(language)], ...rows]),
  ]
}

function tornadoLines(
  { responses }: OutcomeFound,
  varied: readonly Varied[],
  write: Writer,
  language: Language,
) {
  const say = terminalWords[language].study
  const rows = responses.slice(0, MOST).map(({ factor, points }) => {
    const ends = [points[0], points[points.length - 1]].map((point) =>
      say.at(write.number(point.mean), textOf(point, factor, varied, language)),
    )
    return [`  ${fitted(varied[factor].path, 50)}`, ...ends]
  })
  return aligned([say.tornado, ...rows])
}

function morrisLines({ morris }: OutcomeFound, write: Writer, language: Language): string[] {
  if (morris === undefined) return []
  const { study: say, to } = terminalWords[language]
  const sorted = [...morris.effects].sort((a, b) => b.size.estimate - a.size.estimate)
  const rows = sorted
    .slice(0, MOST)
    .map(({ path, mean, size, spread, effects }) => [
      `  ${fitted(path, 50)}`,
      write.size(size.estimate),
      effects < LEAST_FOR_PERCENTILES
        ? say.trajectories(LEAST_FOR_PERCENTILES)
        : `${write.size(size.low)} ${to} ${write.size(size.high)}`,
      write.number(mean),
      write.size(spread),
    ])
  return [...aligned([say.morris, ...rows]), ...moreLines(sorted.length, language)]
}

/** What is left out of a table. */
const moreLines = (rows: number, language: Language): string[] =>
  rows > MOST ? [`  ${terminalWords[language].study.more(rows - MOST)}`] : []

function sobolLines(
  { sobol, emulator }: OutcomeFound,
  varied: readonly Varied[],
  language: Language,
): string[] {
  const words = experimentWords[language]
  const { study: say, to } = terminalWords[language]
  if (sobol === undefined && emulator !== undefined)
    return wrapped(words.noShares(told(emulator)[0]), '  ', '  ')
  if (sobol === undefined) return []
  if (sobol.rows < LEAST_ROWS) return wrapped(words.fewRows(sobol.rows, LEAST_ROWS), '  ', '  ')
  const share = (value: number) => shareText(value, language)
  const between = ({ low, high }: { low: number; high: number }) =>
    `${share(low)} ${to} ${share(high)}`
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
  const through = emulator === undefined ? [] : [words.throughEmulator(...told(emulator))]
  return [
    ...aligned([say.sobol, ...rows]),
    ...moreLines(varied.length > MOST ? all.length : 0, language),
    ...through.flatMap((said) => wrapped(said, '  ')),
  ]
}

/** A share of a whole, without decimals. */
const shareText = (value: number, language: Language): string =>
  Number.isFinite(value) ? amountText(fixed(100 * value, 0, language), '%', language) : NOTHING

function cloudLines(
  { outcome, cloud, points: all }: OutcomeFound,
  { varied, posterior }: Experiment,
  write: Writer,
  language: Language,
): string[] {
  if (cloud === undefined) return []
  const say = terminalWords[language].study
  const values = all.map(({ mean }) => mean).filter(Number.isFinite)
  const isDraws = posterior !== undefined
  if (values.length < LEAST_FOR_PERCENTILES) {
    const told = values.map((value) => write.number(value)).join(', ')
    return wrapped(experimentWords[language].few(outcome.name, told, isDraws), '  ', '  ')
  }
  const { median, low, high, sameSign, rising, falling, chance, correlations } = cloud
  const share = (part: number) => shareText(part, language)
  const signs =
    median === 0 ? say.signs(share(rising), share(falling)) : say.sameSign(share(sameSign))
  const [middle, from, to] = [median, low, high].map((value) => write.number(value))
  const rows = varied
    .map(({ path }, factor) => ({ path, correlation: correlations[factor] }))
    .filter(({ correlation }) => Number.isFinite(correlation))
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
    .slice(0, MOST)
    .map(({ path, correlation }) => [`  ${fitted(path, 50)}`, signed(correlation, 2, language)])
  return [
    `  ${say.cloud(middle, from, to, isDraws)}; ${signs}`,
    ...(Number.isFinite(chance) ? [`  ${say.chance(share(chance))}`] : []),
    ...aligned([[say.correlation, ''], ...rows]),
  ]
}

/** The model as it is, and under each variant. */
function variantLines(
  { points }: OutcomeFound,
  experiment: Experiment,
  write: Writer,
  language: Language,
): string[] {
  if (experiment.design.kind !== 'variants') return []
  const rows = points.map((found) => [
    `  ${fitted(variantName(found.point.key, experiment, language), 60)}`,
    write.number(found.mean),
    interval(write, found, language),
  ])
  return aligned([[terminalWords[language].study.variant, ...meanHeads(language)], ...rows])
}

/** A grid of two factors as a table of means. */
function gridLines(
  { points }: OutcomeFound,
  varied: readonly Varied[],
  write: Writer,
  language: Language,
): string[] {
  if (varied.length !== 2 || !points[0].point.key.startsWith('grid ')) return []
  const texts = points.map((point) =>
    [0, 1].map((factor) => textOf(point, factor, varied, language)),
  )
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
