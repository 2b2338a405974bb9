/** What scenarios hold and how they differ, as lines of a terminal. */

import {
  type Change,
  type HeldValue,
  printable,
  type Scenario,
  summed,
} from '../../scenario/index.ts'
import { valueId } from '../difference-words.ts'
import type { Language } from '../input.ts'
import { fitted } from './columns.ts'
import { said, sourceSaid } from './parameter-words.ts'
import { terminalWords } from './terminal-words.ts'

/** Columns to the left; the last may be as long as it likes. */
function columns(rows: readonly (readonly string[])[], widest: readonly number[]): string[] {
  const widths = widest.map((most, at) =>
    Math.min(most, Math.max(0, ...rows.map((row) => row[at].length))),
  )
  return rows.map((row) =>
    row
      .map((cell, at) => (at < widths.length ? cell.padEnd(widths[at]) : cell))
      .join('  ')
      .trimEnd(),
  )
}

const LONGEST = 300
/** Digits beyond these are dust of arithmetic: 2.7 % is read as 0.027000000000000003. */
const DIGITS = 12

function shown(value: HeldValue['value'] | undefined, unit: string, language: Language): string {
  if (value === undefined || value === '') return terminalWords[language].held.nothing
  const plain = typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value
  const told = language === 'id' ? valueId(String(plain)) : String(plain)
  return `${printable(told, LONGEST)}${unit && ` ${said(unit, language)}`}`
}

/** A line a value: path, value with unit, place, source. */
export function heldLines(values: readonly HeldValue[], language: Language = 'en'): string[] {
  const { standard } = terminalWords[language].held
  const rows = summed(values).map(({ path, value, unit, place, source }) => [
    printable(path, LONGEST),
    shown(value, unit, language),
    printable(place ?? standard, LONGEST),
    source === undefined ? '' : fitted(printable(sourceOf(source, language), LONGEST), 70),
  ])
  return columns(rows, [48, 40, 44])
}

/** A source in the language, as far as it is declared in it; that of a scenario is as it is written there. */
const sourceOf = (source: string, language: Language): string =>
  language === 'en' ? source : sourceSaid(source, language)

/** What a scenario holds, below its name and its files. */
export const scenarioLines = (
  { title, indonesian, files }: Pick<Scenario, 'title' | 'indonesian' | 'files'>,
  values: readonly HeldValue[],
  language: Language = 'en',
): string[] => [
  `${language === 'id' ? indonesian.title : title}: ${files.join(terminalWords[language].held.extends)}`,
  ...heldLines(values, language),
]

/** What a scenario is called is no value. */
const NAMES: readonly string[] = ['title', 'question']

/** A line a change: path, old and new value, where the new one stands. What is new or gone as a whole takes one line. */
export function changeLines(changes: readonly Change[], language: Language = 'en'): string[] {
  const say = terminalWords[language].held
  const told = changes.filter(({ path }) => !NAMES.includes(path))
  if (told.length === 0) return [say.same]
  const whole = new Map<string, Change[]>()
  const single: Change[] = []
  for (const one of summed(told)) {
    const prefix =
      one.before === undefined || one.after === undefined ? wholeOf(one.path) : undefined
    if (prefix === undefined) single.push(one)
    else whole.set(prefix, [...(whole.get(prefix) ?? []), one])
  }
  const rows = single.map(({ path, before, after, unit, placeBefore, placeAfter }) => [
    printable(path, LONGEST),
    `${shown(before, '', language)} -> ${shown(after, unit, language)}`,
    printable(placeAfter ?? (placeBefore && say.gone(placeBefore)) ?? say.standard, LONGEST),
  ])
  const together = [...whole].map(([prefix, parts]) => {
    const [{ after, placeBefore, placeAfter }] = parts
    const settings = parts.map((part) => {
      const name = part.path.slice(prefix.length + 1)
      return `${name} ${shown(part.after ?? part.before, '', language)}`
    })
    const listed = prefix.startsWith('policies') ? `: ${settings.join(', ')}` : ''
    const place = placeAfter ?? placeBefore
    const what = `${after === undefined ? say.without : say.with} ${prefix}${listed}`
    return `${printable(what, 2 * LONGEST)}${place ? `  ${printable(place, LONGEST)}` : ''}`
  })
  return [...together, ...columns(rows, [48, 40])]
}

/** The policy or row that a value belongs to: it comes and goes as one. */
function wholeOf(path: string): string | undefined {
  const parts = path.split('.')
  if (parts[0] === 'policies') return parts.slice(0, /^\d+$/.test(parts[1]) ? 3 : 2).join('.')
  return ['courses', 'windows', 'calendar', 'rules'].includes(parts[0]) || parts.length < 3
    ? undefined
    : parts.slice(0, 2).join('.')
}
