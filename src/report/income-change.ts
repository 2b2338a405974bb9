/** A change of income as tables print it: in percent, or in rupiah a week where the income is low. */
import { type GroupOutcome, inShares, isFew, type Paired, unchanged } from '../study/index.ts'
import { decimalsFor, fixed, formatPercent, NOTHING } from './format.ts'
import type { Language } from './input.ts'
import { pageWords } from './page-words.ts'
import { amountText, displayUnit } from './units.ts'

export interface IncomeChange {
  readonly change: string
  readonly low: string
  readonly high: string
  /** Whether it is the same with and without the policy, as far as the digits shown tell. */
  readonly same: boolean
}

/**
 * Whether an income leaves out what is earned for: a platform subsidises orders for what they are worth beyond their fees, and
 * that worth is in no income. So a change of it is no gain or loss.
 */
export const isIncomplete = ({ kind }: Pick<GroupOutcome, 'kind'>): boolean => kind === 'platform'

export function incomeChange(outcome: GroupOutcome, language: Language): IncomeChange {
  const { income, runs } = outcome
  const rupiah = rupiahOf(income, language)
  const width = (100 * (income.high - income.low)) / income.baseline
  const inDigits = (value: number, of: number) =>
    inShares(income) ? formatPercent((100 * value) / income.baseline, language, of) : rupiah(value)
  // An end that is not 0 shall not look so: one digit more.
  const ends = [income.low, income.high]
  const isHidden = ends.some((end) => end !== 0 && !/[1-9]/.test(inDigits(end, width)))
  const isClear = income.low > 0 || income.high < 0
  const told = (value: number) => inDigits(value, isHidden && isClear ? width / 10 : width)
  const bounded = runs > 1 && Number.isFinite(income.low)
  const [change, low, high] = [
    told(income.difference),
    bounded ? told(income.low) : NOTHING,
    bounded ? told(income.high) : NOTHING,
  ]
  const same = unchanged(income) || (bounded && !/[1-9]/.test(change + low + high))
  if (same && !isFew(outcome))
    return { change: pageWords[language].unchanged, low: NOTHING, high: NOTHING, same }
  return { change, low, high, same: false }
}

/** The change in rupiah a week a member with its interval, whatever the income is. */
export function rupiahChange(
  { income, runs }: GroupOutcome,
  language: Language,
): { readonly change: string; readonly low: string; readonly high: string } {
  const told = rupiahOf(income, language)
  const bounded = runs > 1 && Number.isFinite(income.low)
  return {
    change: told(income.difference),
    low: bounded ? told(income.low) : NOTHING,
    high: bounded ? told(income.high) : NOTHING,
  }
}

/** From a million rupiah on incomes are in millions, from a billion in billions: at most three digits before the point. */
const MILLION = 1000
const unitOf = (largest: number, language: Language) =>
  displayUnit('kRp', largest >= MILLION ? 10 * largest : largest, language)

/** An income of so many kRp, to three digits: `Rp 7.22 m`. */
export function formatIncome(income: number, language: Language): string {
  if (!Number.isFinite(income)) return NOTHING
  const { factor, name } = unitOf(Math.abs(income), language)
  const shown = income * factor
  return amountText(fixed(shown, decimalsFor(shown, 3), language), name, language)
}

/** Prints kRp in the unit of the largest of a change and its interval, with three digits of it. */
function rupiahOf({ difference, low, high }: Paired, language: Language) {
  const largest = Math.max(...[difference, low, high].filter(Number.isFinite).map(Math.abs))
  const { factor, name } = unitOf(largest, language)
  const decimals = decimalsFor(largest * factor, 3)
  return (value: number): string => {
    if (!Number.isFinite(value)) return NOTHING
    const amount = Number((Math.abs(value) * factor).toPrecision(3))
    const text = amountText(fixed(amount, decimals, language), name, language)
    return `${value < 0 ? '−' : '+'}${text}`
  }
}
