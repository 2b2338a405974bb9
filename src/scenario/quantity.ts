/** Numbers with their units as text: `50 kRp`, `4.3 %`, `0.04 per kRp`, `2 weeks`. */

export interface Quantity {
  readonly value: number
  readonly unit: string
}

/** A number with whatever follows it, or nothing where the text does not begin with a number. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?![\d.,])\s*(.*)$/s.exec(text.trim())
  return match ? { value: Number(match[1]), unit: match[2].trim() } : undefined
}

/** Dimension and size of the words of units. A word without dimension is a plain number. */
const WORDS: Readonly<Record<string, readonly [dimension: string, size: number]>> = {
  '%': ['', 0.01],
  percent: ['', 0.01],
  share: ['', 1],
  ratio: ['', 1],
  rp: ['money', 0.001],
  krp: ['money', 1],
  mrp: ['money', 1000],
  us$: ['dollar', 1],
  day: ['time', 1 / 7],
  week: ['time', 1],
  wk: ['time', 1],
  month: ['time', 365 / 84],
  year: ['time', 365 / 7],
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

/** The number in the declared unit, or nothing where the unit measures something else. */
export function inUnit({ value, unit }: Quantity, declared: string): number | undefined {
  if (unit === '' || unit === declared) return value
  const from = sizeOf(unit)
  const to = sizeOf(declared)
  if (from.dimension !== to.dimension) return undefined
  const factor = from.factor / to.factor
  // Dividing by 100 is exact to the last digit where multiplying by 0.01 is not.
  return factor < 1 ? value / (1 / factor) : value * factor
}
