/** What an experiment found, in sentences. */
import {
  type ExperimentFound,
  LEAST_FOR_PERCENTILES,
  LEAST_SHARE,
  meanInterval,
  type OutcomeFound,
  type PointFound,
  PREDICTS_TOGETHER,
  type SobolIndex,
} from '../../study/index.ts'
import { fixed, formatPercent } from '../format.ts'
import type { Language } from '../input.ts'
import { orderFlips } from './variants.ts'
import { type ExperimentWords, experimentWords, type More } from './words.ts'
import { measureText, toldIn, valueText, writerOf } from './written.ts'

/** Parameters that a sentence is said of. */
const MOST = 3

/** What is said under one head: of an outcome, or of all where the head is empty. */
export interface Paragraph {
  readonly head: string
  readonly sentences: readonly string[]
}

export function experimentSentences(all: ExperimentFound, language: Language): Paragraph[] {
  const found = toldIn(all, language)
  const say = experimentWords[language]
  const { known, plan, outcomes } = found
  const unfinished = known < plan.runs.length ? [say.unfinished(known, plan.runs.length)] : []
  const told = outcomes.map((one) => ({
    head: one.outcome.name,
    sentences: sentencesOf(one, found, language),
  }))
  const flips = orderFlips(found).map((one) =>
    say.flips(measureText(one.outcome, language), one.flips, one.variants),
  )
  return [
    ...(unfinished.length > 0 ? [{ head: '', sentences: unfinished }] : []),
    ...ofDraws(found, language),
    ...(known === 0 ? [] : told),
    ...(flips.length > 0 ? [{ head: '', sentences: flips }] : []),
    { head: '', sentences: [say.covers] },
  ]
}

function sentencesOf(one: OutcomeFound, found: ExperimentFound, language: Language): string[] {
  const say = experimentWords[language]
  return [
    ...signs(one, language),
    ...ofResponses(one, found, language),
    ...ofMorris(one, found, language),
    ...ofSobol(one, found, language),
    ...ofCloud(one, found, language),
    ...ofVariants(one, found, language),
    ...(one.missing > 0 ? [say.missing(one.missing)] : []),
  ]
}

/** Whether the direction of an effect is the same everywhere. */
function signs({ outcome, points, cloud }: OutcomeFound, language: Language): string[] {
  if (outcome.of === 'level' || cloud !== undefined) return []
  const say = experimentWords[language]
  const means = points.map(({ mean }) => mean).filter(Number.isFinite)
  if (means.length < 2) return []
  if (means.every((mean) => mean < 0)) return [say.sameSign(true)]
  return [means.every((mean) => mean > 0) ? say.sameSign(false) : say.bothSigns]
}

function ofResponses(
  one: OutcomeFound,
  { experiment }: ExperimentFound,
  language: Language,
): string[] {
  const write = writerOf(one, language)
  const amount = (value: number) => `${write.number(value)}${unitAfter(write.unit)}`
  return one.responses.slice(0, MOST).flatMap(({ factor, points }) => {
    const known = points.filter(({ mean }) => Number.isFinite(mean))
    if (known.length < 2) return []
    const [first, last] = [known[0], known[known.length - 1]]
    const varied = experiment.varied[factor]
    const ends = [first, last].map(({ values }) => valueText(values[factor], varied, language))
    const say = experimentWords[language]
    const [from, to] = [amount(first.mean), amount(last.mean)]
    const moves = say.moves(varied.label, one.outcome.name, from, to, [ends[0], ends[1]])
    return [`${moves} ${pairedSentence(first, last, amount, say)}`]
  })
}

/** Whether two points differ is judged by the differences between runs of one seed, and not by two intervals. */
function pairedSentence(
  first: PointFound,
  last: PointFound,
  amount: (value: number) => string,
  say: ExperimentWords,
): string {
  const differences = last.outcomes
    .map((value, seed) => value - (first.outcomes[seed] ?? Number.NaN))
    .filter(Number.isFinite)
  const { mean, low, high } = meanInterval(differences)
  if (differences.length < 2) return say.oneSeed
  const ends = [amount(mean), amount(low), amount(high)] as const
  return low <= 0 && high >= 0
    ? say.mayBeChance(differences.length, ...ends)
    : say.isNoChance(differences.length, ...ends)
}

const unitAfter = (unit: string) => (unit === '' ? '' : unit === '%' ? ' %' : ` ${unit}`)

const labelOf = (path: string, { experiment }: ExperimentFound): string =>
  experiment.varied.find((varied) => varied.path === path)?.label ?? path

function ofMorris(one: OutcomeFound, found: ExperimentFound, language: Language): string[] {
  const write = writerOf(one, language)
  return [...(one.morris?.effects ?? [])]
    .filter(({ size }) => size.estimate > 0)
    .sort((a, b) => b.size.estimate - a.size.estimate)
    .slice(0, MOST)
    .map(({ path, size }) =>
      experimentWords[language].largest(
        labelOf(path, found),
        one.outcome.name,
        `${write.size(size.estimate)}${unitAfter(write.unit)}`,
      ),
    )
}

/** What an emulator predicts of points that it has not seen, and how many of its intervals hold them, in percent. */
export const told = ({
  explained,
  covered,
}: NonNullable<OutcomeFound['emulator']>): [string, string] => [
  fixed(100 * Math.max(0, explained), 0, 'en'),
  fixed(100 * covered, 0, 'en'),
]

/** Base rows from which shares of the variance are told at all; with so few their errors are still of some tenths. */
export const LEAST_ROWS = 16

function ofSobol(
  { outcome, sobol, settling = [], emulator }: OutcomeFound,
  found: ExperimentFound,
  language: Language,
): string[] {
  const say = experimentWords[language]
  if (sobol === undefined && emulator !== undefined) return [say.noShares(told(emulator)[0])]
  if (sobol === undefined || !(sobol.variance > 0)) return []
  if (sobol.rows < LEAST_ROWS) return [say.fewRows(sobol.rows, LEAST_ROWS)]
  const share = (value: number) =>
    formatPercent(100 * Math.min(1, Math.max(0, value)), language, 10).replace('+', '')
  const between = ({ low, high }: SobolIndex['first']) => [share(low), share(high)] as const
  const sorted = [...sobol.indices].sort((a, b) => b.total.estimate - a.total.estimate)
  const sentence = ({ group, first, total, rowsToTell }: SobolIndex): string => {
    const name = labelOf(group, found)
    const more = moreToTell(rowsToTell, emulator === undefined, language)
    if (first.low > 0) return say.explains(name, between(first), between(total), outcome.name)
    // Without an effect a total index is nought; an emulator leaves something to what has none.
    const isTold =
      emulator === undefined
        ? total.low > 0
        : total.low > LEAST_SHARE && emulator.explained >= PREDICTS_TOGETHER
    return isTold
      ? say.takesPart(name, between(total), outcome.name, more)
      : say.cannotTell(name, more)
  }
  const [strongest] = sorted
  const course = [...settling, sobol].flatMap(({ rows, indices }) => {
    const same = indices.find(({ group }) => group === strongest?.group)
    return same === undefined || rows < LEAST_ROWS ? [] : share(same.total.estimate)
  })
  return [
    ...sorted.slice(0, MOST).map(sentence),
    ...(course.length === 3 ? [say.settles(labelOf(strongest.group, found), course)] : []),
    ...(sobol.chance === undefined ? [] : [say.chanceIs(share(sobol.chance.first.estimate))]),
    ...(emulator === undefined ? [] : [say.throughEmulator(...told(emulator))]),
  ]
}

/** How many base rows or points would tell: designs of Sobol have a power of two of them. */
function moreToTell(needed: number, isDesign: boolean, language: Language): More {
  if (!Number.isFinite(needed)) return undefined
  const number = isDesign ? 2 ** Math.ceil(Math.log2(needed)) : needed
  return { number: fixed(number, 0, language), of: isDesign ? 'rows' : 'points' }
}

/** What the points of a posterior are, and what they leave as it is. */
export function ofDraws({ experiment }: ExperimentFound, language: Language): Paragraph[] {
  const { posterior } = experiment
  if (posterior === undefined) return []
  const { draws, of, file, kept } = posterior
  const say = experimentWords[language]
  return [
    {
      head: '',
      sentences: [
        say.draws(draws.length, of, file),
        ...kept.map(({ path, scenario }) => say.kept(path, scenario)),
      ],
    },
  ]
}

function ofCloud(one: OutcomeFound, { experiment }: ExperimentFound, language: Language): string[] {
  if (one.cloud === undefined) return []
  const say = experimentWords[language]
  const write = writerOf(one, language)
  const { low, high, median, sameSign, rising, falling, chance } = one.cloud
  const amount = (value: number) => `${write.number(value)}${unitAfter(write.unit)}`
  const share = (value: number) => formatPercent(100 * value, language, 10).replace('+', '')
  const isDraws = experiment.posterior !== undefined
  const ends = [amount(low), amount(high)] as const
  const values = one.points.map(({ mean }) => mean).filter(Number.isFinite)
  if (values.length < LEAST_FOR_PERCENTILES)
    return [say.few(one.outcome.name, values.map(amount).join(', '), isDraws)]
  return [
    median === 0
      ? say.aroundNought(one.outcome.name, ...ends, share(rising), share(falling), isDraws)
      : say.between(one.outcome.name, ...ends, amount(median), share(sameSign), isDraws),
    ...(Number.isFinite(chance) ? [say.chanceMakes(share(chance))] : []),
  ]
}

function ofVariants(
  one: OutcomeFound,
  { experiment }: ExperimentFound,
  language: Language,
): string[] {
  if (experiment.design.kind !== 'variants') return []
  const write = writerOf(one, language)
  const means = one.points.map(({ mean }) => mean).filter(Number.isFinite)
  if (means.length < 2) return []
  const amount = (value: number) => `${write.number(value)}${unitAfter(write.unit)}`
  const [low, high] = [Math.min(...means), Math.max(...means)].map(amount)
  const { across } = experimentWords[language]
  return [across(one.outcome.name, low, high, experiment.variants.length)]
}
