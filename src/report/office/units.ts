/** What a unit means in words: `mRp/day` is Rp m a day. */
import type { Language } from '../input.ts'
import { words } from '../words.ts'
import { officeWords } from './words.ts'

const POWERS = ['Rp', 'kRp', 'mRp', 'bnRp', 'tnRp']

export function unitSaid(unit: string, language: Language): string {
  const { rupiah, names, periods } = words[language].units
  const { unitNames } = officeWords[language]
  const whole = unitNames[unit] ?? names[unit]
  if (whole !== undefined) return whole
  const [base, ...per] = unit.split('/')
  const power = POWERS.indexOf(base)
  const amount = power < 0 ? (unitNames[base] ?? names[base] ?? base) : rupiah[power]
  return [amount, ...per.map((period) => periods[period] ?? `/ ${period}`)].join(' ')
}
