/** A number of a slider in its unit, as people read it. Pure. */
import { formatNumber, type Language, said } from '../../report/index.ts'

/** Units that say nothing beside a number. */
const NAMELESS = ['exponent', 'factor', 'ratio', 'utils', 'log odds']

/** Three digits, without noughts at the end of decimals. */
export const short = (value: number, language: Language): string =>
  formatNumber(value, language, 3)
    .replace(language === 'id' ? /(,\d*?)0+$/ : /(\.\d*?)0+$/, '$1')
    .replace(/[.,]$/, '')

/** @param unit as it is declared; thousands of rupiah are told in rupiah */
export function inUnit(value: number, unit: string, language: Language): string {
  if (unit === 'kRp') return `${language === 'id' ? 'Rp' : 'Rp '}${short(1000 * value, language)}`
  const number = short(value, language)
  return NAMELESS.includes(unit) ? number : `${number} ${said(unit, language)}`.trim()
}
