/** Numbers with their units as text: `50 kRp`, `4.3 %`, `0.04 per kRp`, `2 weeks`. */
import { DAYS_A_WEEK, DAYS_OF_COMMON_YEAR } from '../engine/index.ts'

export interface Quantity {
  readonly value: number
  readonly unit: string
}

/** A number with whatever follows it, or nothing where the text does not begin with a number. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?![\d.,])\s*(.*)$/s.exec(text.trim())
  return match ? { value: Number(match[1]), unit: match[2].trim() } : undefined
}

/** A number that can be read in two ways, or in none. */
export interface Ambiguity {
  readonly code:
    | 'thousands'
    | 'decimal-comma'
    | 'decimal-or-thousands'
    | 'two-numbers'
    | 'no-digits'
  /** How it would be written so that it can be read in one way, with its unit. */
  readonly write: string
}

/** Digits in groups of three, set apart by a point, a comma, a space, an apostrophe or an underscore. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:([.,_'’]|\s)\d{3})(?:\1\d{3})*$/
/** The same, with a fraction behind another sign: `1,500.50`, `1.500,50`. */
const GROUPED_FRACTION = /^([+-]?[1-9]\d{0,2}(?:([.,_'’]|\s)\d{3})(?:\2\d{3})*)(?!\2)[.,](\d+)$/
const DECIMAL_COMMA = /^([+-]?\d*),(\d+)$/

/** A sign, digits with what may set them apart, further numbers, the rest. */
const WRITTEN =
  /^(rp\.?\s*)?([+-]?(?:\d[\d.,_'’]*(?:\s+(?!1\s*\/)\d[\d.,_'’]*)*|,\d+))(?![eE]\d)(.*)$/is

/** Hexadecimal, octal and binary numbers. */
const OF_MACHINES = /^([+-]?)(0x[\da-f]+|0o[0-7]+|0b[01]+)(?![\w.])(.*)$/is

/** `0x10 kRp`: YAML reads 16, and a person may have meant anything. */
function ofMachines(text: string): Ambiguity | undefined {
  const match = OF_MACHINES.exec(text)
  if (match === null) return undefined
  const [, sign, number, unit] = match
  return { code: 'no-digits', write: `${sign}${Number(number)} ${unit.trim()}`.trim() }
}

/** Whether the point may have been meant to set thousands apart: `1.250`. */
export const mayBeThousands = (text: string): boolean =>
  /^(rp\.?\s*)?[+-]?[1-9]\d{0,2}\.\d{3}(?![\d.,])/i.test(text.trim())

/**
 * Where a number is written with a comma, or with thousands set apart, or beside another. A point before three digits is
 * a decimal point (`1.500` is one and a half) unless what is measured comes in whole numbers: Indonesians write
 * fifty thousand as `50.000`.
 * @param whole whether the number counts what cannot be divided
 */
export function ambiguityOf(text: string, whole: boolean): Ambiguity | undefined {
  const machine = ofMachines(text.trim())
  if (machine) return machine
  const match = WRITTEN.exec(text.trim())
  if (match === null) return undefined
  const [, rupiah = '', number, rest] = match
  const unit = rest.trim() || rupiah.trim()
  const write = (value: string) => (unit === '' ? value : `${value} ${unit}`)
  const digits = (grouped: string) => grouped.replace(/[^\d+-]/g, '')
  const grouped = GROUPED.exec(number)
  if (grouped?.[1] === '.' && number.split('.').length === 2)
    return whole || /^rp\b/i.test(unit)
      ? { code: 'decimal-or-thousands', write: write(digits(number)) }
      : undefined
  if (grouped) return { code: 'thousands', write: write(digits(number)) }
  const fraction = GROUPED_FRACTION.exec(number)
  if (fraction) return { code: 'thousands', write: write(`${digits(fraction[1])}.${fraction[3]}`) }
  const comma = DECIMAL_COMMA.exec(number)
  if (comma) return { code: 'decimal-comma', write: write(`${comma[1] || '0'}.${comma[2]}`) }
  return /\d\s+\d/.test(number) ? { code: 'two-numbers', write: '' } : undefined
}

/** Dimension and size of the words of units. A word without dimension is a plain number. */
const WORDS: Readonly<Record<string, readonly [dimension: string, size: number]>> = {
  '%': ['', 0.01],
  percent: ['', 0.01],
  share: ['', 1],
  ratio: ['', 1],
  rp: ['money', 0.001],
  idr: ['money', 0.001],
  krp: ['money', 1],
  mrp: ['money', 1000],
  us$: ['dollar', 1],
  usd: ['dollar', 1],
  day: ['time', 1 / DAYS_A_WEEK],
  week: ['time', 1],
  wk: ['time', 1],
  month: ['time', DAYS_OF_COMMON_YEAR / (12 * DAYS_A_WEEK)],
  year: ['time', DAYS_OF_COMMON_YEAR / DAYS_A_WEEK],
  hour: ['hour', 1],
  people: ['people', 1],
  person: ['people', 1],
}

interface Size {
  readonly factor: number
  /** Dimension with its power, in order: `money time-1`. */
  readonly dimension: string
}

function sizeOf(unit: string): Size {
  const powers = new Map<string, number>()
  let factor = 1
  const text = unit
    .toLowerCase()
    .replace('log odds', 'log_odds')
    .replace(/ of .*$/, '')
    .replace(/(^| )per /g, '/')
    .replace(/(^| )an? /g, '/')
  text.split('/').forEach((part, at) => {
    const power = at === 0 ? 1 : -1
    for (const word of part.split(/[-\s]+/).filter((word) => word !== '')) {
      const [dimension, size] = known(word)
      factor *= size ** power
      if (dimension !== '') powers.set(dimension, (powers.get(dimension) ?? 0) + power)
    }
  })
  const dimension = [...powers]
    .filter(([, power]) => power !== 0)
    .map(([name, power]) => `${name}${power}`)
    .sort()
    .join(' ')
  return { factor, dimension }
}

/** Words that are not listed measure themselves: pieces in pieces, creators in creators. */
function known(word: string): readonly [string, number] {
  if (Number(word) > 0) return ['', Number(word)]
  const single = Object.hasOwn(WORDS, word) ? word : word.replace(/s$/, '')
  return Object.hasOwn(WORDS, single) ? WORDS[single] : [single, 1]
}

/**
 * A number in a unit would multiply the one before it (`50 2 kRp`), and a percent sign beside another word would divide
 * it (`5 % kRp`): only the 1 of `1/week` may stand there.
 */
const multiplies = (unit: string): boolean =>
  /\d/.test(unit.replace(/^1\s*\//, '')) ||
  (/%|percent/i.test(unit) && !/^(%|percents?)( of .*|\s*\/.*| per .*| an? .*)?$/i.test(unit))

/** The number in the declared unit, or nothing where the unit measures something else. */
export function inUnit({ value, unit }: Quantity, declared: string): number | undefined {
  if (unit === '' || unit === declared) return value
  if (multiplies(unit)) return undefined
  const from = sizeOf(unit)
  const to = sizeOf(declared)
  if (from.dimension !== to.dimension) return undefined
  const factor = from.factor / to.factor
  // Dividing by 100 is exact to the last digit where multiplying by 0.01 is not.
  return factor < 1 ? value / (1 / factor) : value * factor
}
