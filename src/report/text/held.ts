/** What scenarios hold and how they differ, as lines of a terminal. */

import { type Change, type HeldValue, printable, summed } from '../../scenario/index.ts'
import { fitted } from './columns.ts'

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

function shown(value: HeldValue['value'] | undefined, unit: string): string {
  if (value === undefined || value === '') return 'nothing'
  const plain = typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value
  return `${printable(String(plain), LONGEST)}${unit && ` ${unit}`}`
}

/** A line a value: path, value with unit, place, source. */
export function heldLines(values: readonly HeldValue[]): string[] {
  const rows = summed(values).map(({ path, value, unit, place, source }) => [
    printable(path, LONGEST),
    shown(value, unit),
    printable(place ?? 'default', LONGEST),
    source === undefined ? '' : fitted(printable(source, LONGEST), 70),
  ])
  return columns(rows, [48, 40, 44])
}

/** A line a change: path, old and new value, where the new one stands. What is new or gone as a whole takes one line. */
export function changeLines(changes: readonly Change[]): string[] {
  const whole = new Map<string, Change[]>()
  const single: Change[] = []
  for (const one of summed(changes)) {
    const prefix =
      one.before === undefined || one.after === undefined ? wholeOf(one.path) : undefined
    if (prefix === undefined) single.push(one)
    else whole.set(prefix, [...(whole.get(prefix) ?? []), one])
  }
  const rows = single.map(({ path, before, after, unit, placeBefore, placeAfter }) => [
    printable(path, LONGEST),
    `${shown(before, '')} -> ${shown(after, unit)}`,
    printable(placeAfter ?? (placeBefore && `not ${placeBefore}`) ?? 'default', LONGEST),
  ])
  const together = [...whole].map(([prefix, parts]) => {
    const [{ after, placeBefore, placeAfter }] = parts
    const settings = parts.map((part) => {
      const name = part.path.slice(prefix.length + 1)
      return `${name} ${shown(part.after ?? part.before, '')}`
    })
    const listed = prefix.startsWith('policies') ? `: ${settings.join(', ')}` : ''
    const place = placeAfter ?? placeBefore
    const what = `${after === undefined ? 'without' : 'with'} ${prefix}${listed}`
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
