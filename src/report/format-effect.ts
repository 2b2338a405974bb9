/** One effect as a row of a printed table: every number in the same unit and with the same decimals. */
import { measureCalled } from '../market/index.ts'
import {
  comparable,
  type Effect,
  type GroupSize,
  isFew,
  type Level,
  unchanged,
} from '../study/index.ts'
import { decimalsFor, fixed, formatPercent, NOTHING, signed } from './format.ts'
import type { Language } from './input.ts'
import { pageWords } from './page-words.ts'
import { displayUnit } from './units.ts'
import { nameOf } from './words.ts'

export interface EffectText {
  readonly measure: string
  readonly group: string
  readonly unit: string
  readonly baseline: string
  readonly policy: string
  readonly difference: string
  /** Low to high of the difference, in its unit. */
  readonly interval: string
  /** The difference in percent of the baseline; a dash where `inPercent` gives none. */
  readonly percent: string
}

/**
 * The difference in percent of the baseline. Undefined of shares, which are percentages already, of what has no level
 * but for a constant, and of a baseline near zero or below.
 */
export const inPercent = (effect: Effect): number | undefined =>
  effect.unit === 'share' || measureCalled(effect.measure)?.differencesOnly || !comparable(effect)
    ? undefined
    : (100 * effect.difference) / effect.baseline

/** An interval so narrow, as a part of its ends, has no width but that of rounding. */
const ROUNDING = 1e-12

/** The interval of a difference, whose ends are the difference where only rounding sets them apart. */
function endsOf({ difference, low, high }: Effect): readonly [number, number] {
  const size = Math.max(Math.abs(low), Math.abs(high))
  return high - low <= ROUNDING * size ? [difference, difference] : [low, high]
}

/** Digits of a level beyond which nothing is told, however narrow an interval is. */
const MOST_DIGITS = 6

/**
 * Decimals follow the interval where there is one: two digits of its width, since more would be noise, and no more than six digits of
 * the level; at least three significant digits of the difference otherwise, or of the level where nothing differs.
 */
function decimalsOf(difference: number, low: number, high: number, level: number): number {
  const width = high - low
  if (Number.isFinite(width) && width > 0) {
    const told = decimalsFor(width, 2)
    return level > 0 ? Math.min(told, decimalsFor(level, MOST_DIGITS)) : told
  }
  return decimalsFor(difference !== 0 && Number.isFinite(difference) ? difference : level, 3)
}

/** The largest level of each measure, by which all its rows have one unit. */
export function levelsOf(
  effects: readonly Pick<Effect, 'measure' | 'baseline' | 'policy'>[],
): ReadonlyMap<string, number> {
  const largest = new Map<string, number>()
  for (const { measure, baseline, policy } of effects) {
    const sizes = [baseline, policy].filter(Number.isFinite).map(Math.abs)
    largest.set(measure, Math.max(largest.get(measure) ?? 0, ...sizes))
  }
  return largest
}

/** Levels as rows of one table: printed as differences from nothing, so that both tables write numbers alike. */
export function formatLevels(
  levels: readonly Level[],
  language: Language,
  labels: Readonly<Record<string, string>>,
): EffectText[] {
  const alone = levels.map((level) => ({
    ...level,
    baseline: 0,
    policy: level.mean,
    difference: level.mean,
  }))
  const sizes = levelsOf(alone)
  return alone.map((level) => {
    const text = formatEffect(level, language, labels, sizes)
    return { ...text, interval: text.interval.replaceAll('+', '') }
  })
}

/**
 * The words and numbers of an effect. What is not a number prints as a dash.
 * @param levels the largest levels of the measures that stand beside it
 */
export function formatEffect(
  effect: Effect,
  language: Language,
  labels: Readonly<Record<string, string>> = {},
  levels: ReadonlyMap<string, number> = levelsOf([effect]),
): EffectText {
  const { measure, group, baseline, policy, difference } = effect
  const [low, high] = endsOf(effect)
  const unit = displayUnit(effect.unit, levels.get(measure) ?? 0, language)
  const shown = (value: number) => value * unit.factor
  const decimals = decimalsOf(shown(difference), shown(low), shown(high), shown(baseline || policy))
  const sign = (value: number) => signed(shown(value), decimals, language)
  // A level that is known only up to a constant means nothing.
  const levelless = measureCalled(measure)?.differencesOnly === true
  const plain = (value: number) => (levelless ? NOTHING : fixed(shown(value), decimals, language))
  const bounded = Number.isFinite(low) && Number.isFinite(high)
  return {
    measure: nameOf(measure, language, labels),
    group: nameOf(group, language, labels),
    unit: unit.name,
    baseline: plain(baseline),
    // What differs by rounding alone would else print as another number, where it falls between two.
    policy: plain(unchanged(effect) ? baseline : policy),
    difference: sign(difference),
    interval: bounded ? `${sign(low)} … ${sign(high)}` : NOTHING,
    percent: formatPercent(
      inPercent(effect) ?? Number.NaN,
      language,
      (100 * (high - low)) / Math.abs(baseline),
    ),
  }
}

/** Where there is an interval, its text; else why there is none. */
export function intervalCell(
  of: Partial<GroupSize> & { readonly runs: number },
  interval: string,
  language: Language,
): string {
  const say = pageWords[language]
  if (of.runs === 0) return say.noValue
  return isFew(of) ? say.few : of.runs < 2 ? say.needsRuns : interval
}

/** The change as tables show it: difference, interval and percent, or that it is the same with and without the policy. */
export function changeCells(
  effect: Effect,
  { difference, interval, percent }: EffectText,
  language: Language,
): readonly [string, string, string] {
  if (effect.runs > 0 && unchanged(effect) && !isFew(effect))
    return [pageWords[language].unchanged, '', '']
  return [difference, intervalCell(effect, interval, language), percent]
}
