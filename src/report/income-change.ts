/** A change of income as tables print it: in percent, or in rupiah a week where the income is low. */
import { type GroupOutcome, inShares, isFew, unchanged } from '../study/index.ts'
import { fixed, formatPercent, NOTHING } from './format.ts'
import type { Language } from './input.ts'

export interface IncomeChange {
  readonly change: string
  readonly low: string
  readonly high: string
}

export function incomeChange(outcome: GroupOutcome, language: Language): IncomeChange {
  const { income, runs } = outcome
  if (unchanged(income) && !isFew(outcome)) return { change: NOTHING, low: NOTHING, high: NOTHING }
  const told = (value: number) =>
    inShares(income)
      ? formatPercent(
          (100 * value) / income.baseline,
          language,
          (100 * (income.high - income.low)) / income.baseline,
        )
      : rupiah(value, language)
  const bounded = runs > 1 && Number.isFinite(income.low)
  return {
    change: told(income.difference),
    low: bounded ? told(income.low) : NOTHING,
    high: bounded ? told(income.high) : NOTHING,
  }
}

/** kRp as rupiah, to Rp 100. */
function rupiah(value: number, language: Language): string {
  if (!Number.isFinite(value)) return NOTHING
  const amount = fixed(Math.round(Math.abs(value) * 10) * 100, 0, language)
  const sign = value < 0 ? '−' : '+'
  return `${sign}Rp${language === 'id' ? '' : ' '}${amount}`
}
