/** What runs say of each fact: where the model lies, whether that is where it was seen, and whether that tells anything. */
import { mean, quantile } from 'simple-statistics'
import { FEW } from '../distribution.ts'
import type { Band, Fact } from './fact.ts'
import type { FactValue } from './statistics.ts'

/** A fact in one run of one draw of the parameters. */
export interface FactSample extends FactValue {
  /** Number of the draw, from 0: the parameters as the scenario has them. */
  readonly draw: number
  readonly run: number
}

export type FactVerdict = 'pass' | 'fail' | 'not testable'

/** Why a fact cannot be tested. */
export type Untestable =
  | { readonly why: 'no band' }
  | { readonly why: 'no number'; readonly runs: number }
  | { readonly why: 'few agents'; readonly agents: number }
  /** Facts that must pass for it to count, and do not. */
  | { readonly why: 'condition'; readonly facts: readonly string[] }

/** Median over runs and draws, with 5 and 95 % of them. */
export interface Quantiles {
  readonly median: number
  readonly low: number
  readonly high: number
}

export interface FactFound {
  readonly fact: Fact
  readonly samples: readonly FactSample[]
  readonly model: Quantiles
  /** Medians of what the nulls say; NaN where one has nothing to say. */
  readonly proportional: number
  readonly none: number
  readonly verdict: FactVerdict
  readonly untestable?: Untestable
  /** Both nulls lie in the band too: whoever knows nothing of the market would have said the same. */
  readonly tellsNothing: boolean
}

/** @param samples of each fact, in their order */
export function factsFound(
  facts: readonly Fact[],
  samples: readonly (readonly FactSample[])[],
): FactFound[] {
  const first = facts.map((fact, at) => judged(fact, samples[at]))
  const passes = new Map<Fact, boolean>()
  const isMet = (fact: Fact): boolean => {
    const known = passes.get(fact)
    if (known !== undefined) return known
    passes.set(fact, false)
    const own = first[facts.indexOf(fact)].verdict === 'pass'
    const met = own && unmetOf(fact).length === 0
    passes.set(fact, met)
    return met
  }
  const unmetOf = ({ countsIf }: Fact): string[] =>
    countsIf.filter((name) => !facts.filter((one) => isCalledSo(one, name)).every(isMet))
  return first.map((found) => {
    const unmet = unmetOf(found.fact)
    return unmet.length === 0 || found.untestable !== undefined
      ? found
      : {
          ...found,
          verdict: 'not testable',
          untestable: { why: 'condition', facts: unmet },
          tellsNothing: false,
        }
  })
}

export const isCalledSo = ({ id, what }: Pick<Fact, 'id' | 'what'>, name: string): boolean =>
  what === name || id === name

function judged(fact: Fact, samples: readonly FactSample[]): FactFound {
  const model = quantilesOf(samples.map(({ value }) => value))
  const [proportional, none] = [
    quantilesOf(samples.map((one) => one.proportional)).median,
    quantilesOf(samples.map((one) => one.none)).median,
  ]
  const untestable = untestableOf(fact, samples)
  const nulls = [proportional, none].filter((value) => !Number.isNaN(value))
  const { band } = fact
  return {
    ...{ fact, samples, model, proportional, none },
    verdict:
      untestable !== undefined ? 'not testable' : isIn(model.median, band!) ? 'pass' : 'fail',
    ...(untestable === undefined ? {} : { untestable }),
    tellsNothing:
      untestable === undefined &&
      band !== undefined &&
      nulls.length > 0 &&
      nulls.every((value) => isIn(value, band)),
  }
}

function untestableOf({ band }: Fact, samples: readonly FactSample[]): Untestable | undefined {
  const without = samples.filter(({ value }) => !Number.isFinite(value)).length
  if (2 * without >= samples.length) return { why: 'no number', runs: without }
  const agents = mean(samples.map((one) => one.agents))
  if (agents < FEW) return { why: 'few agents', agents }
  return band === undefined ? { why: 'no band' } : undefined
}

/** The ends belong to the band, as far as numbers can be added up. */
export function isIn(value: number, { low, high }: Band): boolean {
  const rounding = 1e-9 * Math.max(Math.abs(low), Math.abs(high))
  return value >= low - rounding && value <= high + rounding
}

/** Runs without a number are left out. */
export function quantilesOf(values: readonly number[]): Quantiles {
  const known = values.filter(Number.isFinite)
  if (known.length === 0) return { median: Number.NaN, low: Number.NaN, high: Number.NaN }
  const [low, median, high] = [0.05, 0.5, 0.95].map((part) => quantile(known, part))
  return { median, low, high }
}
