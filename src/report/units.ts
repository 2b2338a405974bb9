/** From the unit of a cell (`mRp/day`) to one for people (`Rp bn a week`): a factor and a name. */
import { DAYS_A_WEEK } from '../engine/index.ts'
import { decimalsFor, fixed, NOTHING } from './format.ts'
import type { Language } from './input.ts'
import { words } from './words.ts'

export interface DisplayUnit {
  /** Multiply a value of the cell by it. */
  readonly factor: number
  /** For axes and column heads; empty for pure numbers. */
  readonly name: string
}

const RUPIAH: Readonly<Record<string, number>> = {
  Rp: 1,
  kRp: 1e3,
  mRp: 1e6,
  bnRp: 1e9,
  tnRp: 1e12,
}

/** Values below it stay in plain units: 9,400 firms, but 94 thousand firms; 5,073 thousand FTE, but 12 million. */
const PLAIN_BELOW = 1e4

/** One unit per quantity: people, firms and jobs in thousands at most, rupiah in billions. */
const MOST = { counts: 1, rupiah: 3 }

/** The power of a thousand in which the largest value has two to four digits before the point. */
function thousandsIn(largest: number): number {
  if (!(largest >= PLAIN_BELOW) || !Number.isFinite(largest)) return 0
  return Math.min(4, Math.floor(Math.log10((largest * 1.0001) / 10) / 3))
}

/** True of amounts for a stretch of time, which add up over days. */
export const isFlow = (unit: string) => unit.endsWith('/day')

/**
 * The unit in which a set of values reads best. Amounts a day become amounts a week unless `daily`;
 * `largest` is the largest size among them, in the unit of the cell.
 */
export function displayUnit(
  unit: string,
  largest: number,
  language: Language,
  daily = false,
): DisplayUnit {
  const say = words[language].units
  if (unit === 'share') return { factor: 100, name: '%' }
  const [base, per] = unit.split('/')
  const weekly = per === 'day' && !daily
  const rupiah = RUPIAH[base]
  const plain = (rupiah ?? 1) * (weekly ? DAYS_A_WEEK : 1)
  const most = rupiah ? MOST.rupiah : MOST.counts
  const power = Math.min(most, thousandsIn(largest * plain))
  const amount = rupiah ? say.rupiah[power] : [say.counts[power], say.names[base] ?? base]
  const period = per ? (say.periods[weekly ? 'week' : per] ?? `/${per}`) : ''
  return {
    factor: plain / 1000 ** power,
    name: [amount, period].flat().filter(Boolean).join(' '),
  }
}

/** One value with its unit, as a sentence takes it: `Rp 4.56 bn a week`, `12.3 thousand FTE`. */
export function formatValue(value: number, unit: string, language: Language, significant = 3) {
  if (!Number.isFinite(value)) return NOTHING
  const { factor, name } = displayUnit(unit, Math.abs(value), language)
  const shown = value * factor
  const text = fixed(shown, decimalsFor(shown, significant), language)
  return amountText(text, name, language)
}

/** An interval with its unit said once, and of rupiah the currency at each end: `−Rp 771 … +Rp 343 bn a week`. */
export function intervalText(interval: string, unit: string, language: Language): string {
  const ends = interval.split(' … ')
  if (!unit.startsWith('Rp')) return amountText(interval, unit, language)
  return [
    amountText(ends[0], 'Rp', language),
    ...ends.slice(1).map((end) => amountText(end, unit, language)),
  ].join(' … ')
}

/** A number of people, firms or units, to three digits: `24.2 million`, `471 thousand`, `1,240`, `7`. */
export function formatCount(value: number, language: Language): string {
  if (!Number.isFinite(value)) return NOTHING
  if (Math.abs(value) < PLAIN_BELOW)
    return fixed(value, Number.isInteger(value) ? 0 : decimalsFor(value), language)
  const power = Math.abs(value) < 0.9995e6 ? 1 : 2
  const shown = value / 1000 ** power
  return `${fixed(shown, decimalsFor(shown, 3), language)} ${words[language].units.counts[power]}`
}

/** A number with its unit as the language writes them: `Rp 67 bn a week`, `Rp67 miliar per minggu`. */
export function amountText(number: string, unit: string, language: Language): string {
  if (unit.startsWith('Rp')) {
    const [, sign, size] = /^([−+]?)(.*)$/.exec(number)!
    return `${sign}Rp${language === 'id' ? '' : ' '}${size}${unit.slice(2)}`
  }
  return language === 'id' && unit === '%' ? `${number}%` : `${number} ${unit}`.trim()
}
