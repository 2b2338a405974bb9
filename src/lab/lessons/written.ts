/** Numbers of lessons as people write them, and the other way. Pure. */
import type { Language } from '../../report/index.ts'
import type { Quantity } from './lesson.ts'

const format = (language: Language, value: number, digits: number) =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)

/** Without noughts at its end. */
const short = (language: Language, value: number, digits: number) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)

/** A number with its unit; rupiah from thousands of them. */
export function written(language: Language, value: number, quantity: Quantity): string {
  switch (quantity) {
    case 'rupiah':
      return `${language === 'id' ? 'Rp' : 'Rp '}${format(language, Math.round(1000 * value), 0)}`
    case 'share':
      return `${short(language, 100 * value, 1)}${language === 'id' ? '%' : ' %'}`
    case 'points':
      return `${short(language, value, 2)} ${language === 'id' ? 'poin persentase' : 'percentage points'}`
    case 'count':
      return format(language, Math.round(value), 0)
    case 'percent':
      return format(language, value, 1)
    default:
      return short(language, value, 2)
  }
}

/**
 * What somebody typed as an answer, in the unit of the answer (rupiah in thousands); NaN where it is no number. A comma and
 * a point both separate decimals, unless three digits follow in an amount of rupiah: those are thousands.
 */
export function answered(text: string, quantity: Quantity): number {
  const bare = text.replace(/rp|%|\s/gi, '')
  const plain = quantity === 'rupiah' ? bare.replace(/[.,](?=\d{3}(\D|$))/g, '') : bare
  if (!/^-?\d*[.,]?\d+$/.test(plain)) return Number.NaN
  const value = Number(plain.replace(',', '.'))
  return quantity === 'rupiah' ? value / 1000 : value
}
