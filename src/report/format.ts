/** Numbers and dates as people write them, in the two languages. */
import { civil, dayOfDate } from '../engine/index.ts'
import type { Language } from './input.ts'
import { locales } from './locale.ts'

/** What stands where there is no number. */
export const NOTHING = '–'

/** Digits after the point that show a number with so many significant digits (none from 100 on, for three). */
export function decimalsFor(size: number, significant = 3): number {
  if (!Number.isFinite(size) || size === 0) return 0
  const magnitude = Math.floor(Math.log10(Math.abs(Number(size.toPrecision(significant)))))
  return Math.min(8, Math.max(0, significant - 1 - magnitude))
}

/** A number with a fixed number of decimals, thousands separated. Never a negative zero. */
export function fixed(value: number, decimals: number, language: Language): string {
  if (!Number.isFinite(value)) return NOTHING
  const { decimal, thousands, minus } = locales[language].number
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  const digits = part ? `${grouped}${decimal}${part}` : grouped
  return value < 0 && /[1-9]/.test(digits) ? `${minus}${digits}` : digits
}

/** A number with so many significant digits; whole parts are never cut short. */
export const formatNumber = (value: number, language: Language, significant = 3): string =>
  fixed(value, decimalsFor(value, significant), language)

/** The same with a plus sign where it rises. */
export function signed(value: number, decimals: number, language: Language): string {
  const text = fixed(value, decimals, language)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/**
 * A change in percent: two significant digits below 10 %, one decimal below 100 %.
 * @param width of its interval: no digits are told that lie below its first
 */
export function formatPercent(percent: number, language: Language, width = Number.NaN): string {
  const size = Math.abs(percent)
  const usual = size >= 99.95 ? 0 : size < 0.095 && size > 0 ? 2 : 1
  const decimals = width > 0 ? Math.min(usual, decimalsFor(width, 1)) : usual
  const text = signed(percent, decimals, language)
  if (text === NOTHING) return text
  return language === 'id' ? `${text}%` : `${text} %`
}

/** 4 Oct 2023; 4 Okt 2023. */
export function formatDate(date: string, language: Language): string {
  const { year, month, day } = civil(dayOfDate(date))
  return `${day} ${locales[language].time.shortMonths[month - 1]} ${year}`
}
