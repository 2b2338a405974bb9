/**
 * How sure an effect is, beyond the chance of its own runs: what studies found that were made of the same market and policy.
 * Chance, parameters and structure are three things and stand side by side; they are never added.
 */
import jstat from 'jstat'
import type { At, Dimension } from '../market/index.ts'
import type { Effect } from './results.ts'
import { LEAST_EXPLAINED } from './sensitivity/index.ts'
import { LEAST_FOR_PERCENTILES } from './weighted.ts'
import { isCalled } from './window.ts'

/** What an assumption does to an outcome, as a row of `sensitivity.csv`. */
export interface SensitivityRow {
  readonly outcome: string
  /** The path of a parameter, or `chance`. */
  readonly factor: string
  /** `total`, `first order`, `mu*`, `mean effect`, `sigma`, `swing` or `rank correlation`. */
  readonly what: string
  readonly estimate: number
  readonly low: number
  readonly high: number
}

/** What a fit says of its draws. */
export interface FitTold {
  /** The largest distance accepted: root mean square over targets, in units of half a band. */
  readonly tolerance: number
  /** Targets that it was fitted on. */
  readonly targets: number
  /** Parameters that were fitted. */
  readonly parameters: number
}

/** A study that was carried out, as its `results.json` tells it. */
export interface KnownStudy {
  readonly name: string
  readonly design: { readonly kind: string; readonly from?: string }
  /** What its points move; missing in results of other makers. */
  readonly varied?: readonly { readonly path: string }[]
  /** How near the draws of a fit come to what was seen, where the fit is at hand. */
  readonly fit?: FitTold
  readonly size: { readonly quick?: boolean; readonly scale?: number }
  readonly seeds: number
  /** Baseline and policies, and what each is at any size: see `substanceKey`. */
  readonly compared: readonly { readonly name: string; readonly key: string }[]
  readonly outcomes: readonly KnownOutcome[]
}

interface KnownOutcome {
  readonly name: string
  readonly policy?: string
  readonly measure: string
  readonly at: At
  readonly window?: string
  readonly of: 'difference' | 'percent' | 'level'
  readonly points: readonly {
    readonly place: string
    readonly mean: number
    /** Its 95 % interval, of chance alone. */
    readonly low?: number
    readonly high?: number
  }[]
  readonly cloud?: {
    readonly median: number
    readonly low: number
    readonly high: number
    readonly sameSign: number
    /** Share of the variance between points that chance makes; missing or NaN where that is not known. */
    readonly chance?: number
  }
  readonly sensitivity: readonly SensitivityRow[]
  /** How well points are predicted by the others, where shares of the variance are read from an emulator. */
  readonly emulator?: { readonly explained: number }
}

/** What one study says of one effect, in the unit of `of`. */
export interface KnownSpread {
  readonly study: string
  readonly quick: boolean
  readonly low: number
  readonly high: number
  /**
   * The same without the chance of their own runs, about: ends drawn in to the median by the root of what is left of the variance.
   * Nothing where they lie no farther apart than chance would make them.
   */
  readonly withoutChance?: { readonly low: number; readonly high: number }
  /** By how much chance moves each variant: half the 95 % interval of its mean. */
  readonly reach?: number
  /** Points of the parameters, or variants of the model with the model as it is. */
  readonly points: number
  /** Pairs of runs at each of them. */
  readonly seeds: number
  /** Whether they are draws of a fit, and not points of the ranges that are held possible. */
  readonly isFitted: boolean
  /** Share of the variance between points that chance makes; NaN where that is not known. */
  readonly chance: number
  /** Share of them that have the sign of the median, or of the model as it is. */
  readonly sameSign: number
  readonly falls: boolean
  /** Where the median, or the model as it is, is nought and has no sign: the shares of points that rise and fall. */
  readonly apart?: { readonly rise: number; readonly fall: number }
  /** Parameters that its points move, the others held; of rows that move together one. */
  readonly moved?: number
  /** Of draws, how near they come to what was seen. */
  readonly fit?: FitTold
  /** Where the model as it is lies among its variants, by the seeds of that study. */
  readonly asItIs?: number
}

export interface Budget {
  readonly effect: Effect
  /** Whether its numbers are in percent of the baseline, as in the studies, or in the unit of the measure. */
  readonly percent: boolean
  readonly chance: { readonly low: number; readonly high: number; readonly runs: number }
  /** 5 to 95 % of draws of a fit: of the parameters that were fitted, the others held. */
  readonly parameters?: KnownSpread
  /** 5 to 95 % of points of the ranges that are held possible, whatever goes with the data. */
  readonly possible?: KnownSpread
  /** Lowest to highest of the variants. */
  readonly structure?: KnownSpread
  /**
   * The assumptions that move it most, the strongest first, by one measure of sensitivity: those that can be told from chance.
   * Empty where none can; undefined where no study looked.
   */
  readonly hangsOn: readonly HangsOn[] | undefined
  /** The study that tells so. */
  readonly hangsOnBy?: string
  /** Whether that study moved what was fitted within the draws, and not over the ranges that are held possible. */
  readonly hangsOnFitted?: boolean
  /** Share of the variance between points that its emulator predicts, where shares are read from one. */
  readonly hangsOnExplained?: number
}

/** An assumption with what it does; of a total index also the interval of what it explains by itself. */
export interface HangsOn extends SensitivityRow {
  readonly alone?: { readonly low: number; readonly high: number }
}

/** What is asked of the studies: an effect and whose it is. */
export interface Subject {
  readonly effect: Effect
  /** The dimension by which it is broken down; `all` of the whole. */
  readonly dimension: Dimension | 'all'
  readonly row: string
  readonly window: string
  /** `substanceKey` of the baseline and of the policy. */
  readonly keys: readonly [string, string]
}

/** Assumptions that are named. */
const MOST = 3

/** Measures of sensitivity, the one that says most first. */
const BY = ['total', 'mu*', 'swing', 'rank correlation']

/** @returns undefined where no study is of this market, policy, measure and window */
export function budgetOf(subject: Subject, studies: readonly KnownStudy[]): Budget | undefined {
  const { effect } = subject
  const known = studies.flatMap((study) => {
    const outcome = outcomeIn(study, subject)
    return outcome === undefined ? [] : [{ study, outcome }]
  })
  // One unit: that of the first study that knows the outcome.
  const unit = known[0]?.outcome.of
  const alike = known.filter(({ outcome }) => outcome.of === unit)
  if (alike.length === 0) return undefined
  const percent = unit === 'percent'
  const times = percent ? 100 / effect.baseline : 1
  const clouds = alike.flatMap((one) => spreadOfParameters(one) ?? [])
  // What goes with the data is told beside what is held possible: the one moves fewer parameters, the other farther.
  const parameters = clouds.find(({ isFitted }) => isFitted)
  const possible = clouds.find(({ isFitted }) => !isFitted)
  const structure = alike.map(spreadOfVariants).find((one) => one !== undefined)
  return {
    effect,
    percent,
    chance: { low: effect.low * times, high: effect.high * times, runs: effect.runs },
    ...(parameters === undefined ? {} : { parameters }),
    ...(possible === undefined ? {} : { possible }),
    ...(structure === undefined ? {} : { structure }),
    ...hangsOn(alike),
  }
}

interface Known {
  readonly study: KnownStudy
  readonly outcome: KnownOutcome
}

/** By the measure that says most; of several studies by the one that looked at most parameters. */
function hangsOn(
  known: readonly Known[],
): Pick<Budget, 'hangsOn' | 'hangsOnBy' | 'hangsOnFitted' | 'hangsOnExplained'> {
  const looked = known.filter(({ outcome }) => outcome.sensitivity.length > 0)
  if (looked.length === 0) return { hangsOn: undefined }
  const width = ({ outcome }: Known) =>
    new Set(outcome.sensitivity.map(({ factor }) => factor)).size
  const widest = [...looked].sort((one, other) => width(other) - width(one))
  const told = BY.flatMap((what) =>
    widest.filter(({ outcome }) => toldRows(outcome, what).length > 0),
  ).at(0)
  if (told === undefined) return { hangsOn: [] }
  const { study, outcome } = told
  const rows = strongest(outcome)
  const explained = rows[0].what === 'total' ? outcome.emulator?.explained : undefined
  return {
    hangsOn: rows.map((row) => withAlone(row, outcome.sensitivity)),
    hangsOnBy: study.name,
    hangsOnFitted: study.design.kind === 'posterior',
    ...(explained === undefined ? {} : { hangsOnExplained: explained }),
  }
}

/** A total index counts what parameters do together once for each of them: what one does by itself is told beside it. */
function withAlone(row: SensitivityRow, all: readonly SensitivityRow[]): HangsOn {
  if (row.what !== 'total') return row
  const own = all.find(({ factor, what }) => factor === row.factor && what === 'first order')
  return own === undefined || !(own.low > 0)
    ? row
    : { ...row, alone: { low: own.low, high: own.high } }
}

/** Less of the variance than this an emulator gives to parameters that do nothing. */
export const LEAST_SHARE = 0.1
/**
 * What an assumption does only together with others is believed of an emulator that predicts so much of the variance: of 67
 * settings of policies that were not in the worlds compared, one that predicted half gave one a fifth of the variance.
 */
export const PREDICTS_TOGETHER = 0.7
/** Correlations are told from none beyond so many standard errors, as there are many of them. */
const BEYOND = 3

/** What an outcome is told from. */
export type Told = Pick<KnownOutcome, 'sensitivity' | 'points' | 'emulator'>

/** The rows of one measure that can be told from chance. */
function toldRows({ sensitivity, points, emulator }: Told, by: string): SensitivityRow[] {
  const explained = emulator?.explained ?? 1
  if (by === 'total' && !(explained >= LEAST_EXPLAINED)) return []
  const far = BEYOND / Math.sqrt(points.length)
  const least = { total: LEAST_SHARE, 'rank correlation': far }[by] ?? 0
  return sensitivity.filter(
    ({ what, factor, estimate, low }) =>
      what === by &&
      factor !== 'chance' &&
      Math.abs(estimate) > least &&
      !(low <= 0) &&
      (by !== 'total' || explained >= PREDICTS_TOGETHER || actsAlone(factor, sensitivity)),
  )
}

/** Whether what it explains by itself can be told from nothing. */
const actsAlone = (factor: string, all: readonly SensitivityRow[]): boolean =>
  all.some((row) => row.factor === factor && row.what === 'first order' && !(row.low <= 0))

/** The assumptions that move an outcome most, by the measure that says most and can be told from chance; at most three. */
export function strongest(outcome: Told): SensitivityRow[] {
  const told = BY.map((what) => toldRows(outcome, what)).find((rows) => rows.length > 0) ?? []
  return told.sort((one, other) => Math.abs(other.estimate) - Math.abs(one.estimate)).slice(0, MOST)
}

function outcomeIn({ compared, outcomes }: KnownStudy, subject: Subject): KnownOutcome | undefined {
  const { effect, dimension, row, window, keys } = subject
  const [baseline, ...policies] = compared
  if (baseline?.key !== keys[0]) return undefined
  const own = policies.filter(({ key }) => key === keys[1]).map(({ name }) => name)
  return outcomes.find(
    ({ measure, at, policy, window: asked, of }) =>
      of !== 'level' &&
      measure === effect.measure &&
      own.includes(policy ?? '') &&
      asked !== undefined &&
      isCalled(window, asked) &&
      Object.entries(at).length === (dimension === 'all' ? 0 : 1) &&
      (dimension === 'all' || at[dimension] === row),
  )
}

function spreadOfParameters({ study, outcome }: Known): KnownSpread | undefined {
  const { cloud, points } = outcome
  // Of fewer there are no percentiles.
  if (cloud === undefined || points.length < LEAST_FOR_PERCENTILES) return undefined
  const { median, low, high, sameSign, chance = Number.NaN } = cloud
  const left = Math.sqrt(1 - chance)
  const isWider = isBeyond(chance, points.length, study.seeds)
  const without = { low: median + left * (low - median), high: median + left * (high - median) }
  const { varied, fit } = study
  return {
    ...from(study),
    ...{ low, high, points: points.length, sameSign, chance, falls: median < 0 },
    ...(median === 0 ? { apart: apartOf(points.map(({ mean }) => mean)) } : {}),
    ...(varied === undefined ? {} : { moved: varied.length }),
    ...(fit === undefined ? {} : { fit }),
    ...(isWider ? { withoutChance: without } : {}),
  }
}

function apartOf(means: readonly number[]): NonNullable<KnownSpread['apart']> {
  const known = means.filter(Number.isFinite)
  const share = (sign: number) =>
    known.filter((mean) => Math.sign(mean) === sign).length / known.length
  return { rise: share(1), fall: share(-1) }
}

/** F-test of the variance between points against that of chance, one-sided at 5 %; false where chance is not known. */
const isBeyond = (chance: number, points: number, seeds: number): boolean =>
  1 - jstat.centralF.cdf(1 / chance, points - 1, (points - 1) * (seeds - 1)) < 0.05

function spreadOfVariants({ study, outcome }: Known): KnownSpread | undefined {
  if (study.design.kind !== 'variants') return undefined
  const means = outcome.points.map(({ mean }) => mean).filter(Number.isFinite)
  if (means.length === 0) return undefined
  const [asItIs] = means
  const same = means.filter((mean) => Math.sign(mean) === Math.sign(asItIs)).length
  const halves = outcome.points.map(({ low = Number.NaN, high = Number.NaN }) => (high - low) / 2)
  const reach = Math.max(...halves.filter(Number.isFinite))
  return {
    ...from(study),
    low: Math.min(...means),
    high: Math.max(...means),
    points: means.length,
    sameSign: same / means.length,
    chance: Number.NaN,
    asItIs,
    ...(Number.isFinite(reach) ? { reach } : {}),
    ...(asItIs === 0 ? { apart: apartOf(means) } : {}),
    falls: asItIs < 0,
  }
}

const from = ({ name, design, size, seeds }: KnownStudy) => ({
  study: name,
  isFitted: design.kind === 'posterior',
  quick: size.quick === true,
  seeds,
})

/** Reads what `results.json` holds; undefined of anything else. A number that does not exist is null there, and NaN here. */
export function knownStudy(text: string): KnownStudy | undefined {
  try {
    const read = JSON.parse(text, (_, value) => (value === null ? Number.NaN : value))
    return read?.schema === EXPERIMENT_FORM ? read : undefined
  } catch {
    return undefined
  }
}

/** What `fit.json` says of its draws; undefined of anything else. */
export function fitTold(text: string): FitTold | undefined {
  try {
    const { schema, generations, targets, parameters } = JSON.parse(text)
    const tolerance = generations.at(-1)?.tolerance
    if (schema !== 'pasar/fit/1' || !Number.isFinite(tolerance)) return undefined
    const on = targets.filter((target: object) => Reflect.get(target, 'fitted on') === true)
    return { tolerance, targets: on.length, parameters: parameters.length }
  } catch {
    return undefined
  }
}

/** The form of `results.json`: raised when a reader of the old one would misread the new. */
export const EXPERIMENT_FORM = 'pasar/experiment/1'
