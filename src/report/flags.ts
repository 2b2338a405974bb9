/** Places the labels of dated events above a panel so that none covers another or a rule. */
import { dayOfDate } from '../engine/index.ts'
import { formatDate } from './format.ts'
import type { Event, Language } from './input.ts'
import { size } from './theme.ts'

export interface Flag {
  readonly date: string
  readonly lines: readonly string[]
  /** Row of the label, 0 nearest to the panel. */
  readonly row: number
  readonly side: 'left' | 'right'
}

interface Box {
  readonly row: number
  readonly from: number
  readonly to: number
}

const LETTER = size.text * 0.6
const WRAP = 26
const GAP = 5
const OVERHANG = 20

/** Words broken into lines of at most so many letters, where words allow. */
export function wrapped(text: string, most = WRAP): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most)
      lines[lines.length - 1] += ` ${word}`
    else lines.push(word)
  }
  return lines
}

/** Events of one day share a flag; those outside the drawn dates have none. */
function flagsOf(events: readonly Event[], first: string, last: string, language: Language) {
  const labels = new Map<string, string[]>()
  for (const { date: moment, label } of events) {
    const date = moment.slice(0, 10)
    if (date < first || date > last) continue
    const known = labels.get(date) ?? []
    if (!known.includes(label)) labels.set(date, [...known, label])
  }
  return [...labels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, texts]) => ({
      date,
      lines: [formatDate(date, language), ...texts.flatMap((text) => wrapped(text))],
    }))
}

/** Lowest row and side in which each label is free of the others; to the right of its rule if it can be. */
export function placeFlags(
  events: readonly Event[],
  [first, last]: readonly [string, string],
  width: number,
  language: Language,
): Flag[] {
  const flags = flagsOf(events, first, last, language)
  const start = dayOfDate(first)
  const span = Math.max(1, dayOfDate(last) - start)
  const xs = flags.map(({ date }) => ((dayOfDate(date) - start) / span) * width)
  const boxes: Box[] = []
  return flags.map((flag, nth) => {
    const x = xs[nth]
    const length = Math.max(...flag.lines.map((line) => line.length)) * LETTER + GAP
    const free = ({ row, from, to }: Box) =>
      from > -OVERHANG &&
      to < width + OVERHANG &&
      boxes.every((box) => box.row !== row || box.to + GAP < from || box.from - GAP > to) &&
      xs.every((other, place) => {
        const passes = place > nth || (place < nth && boxes[place].row >= row)
        return !passes || other < from - 1 || other > to + 1
      })
    for (let row = 0; row <= flags.length; row++)
      for (const side of ['right', 'left'] as const) {
        const box =
          side === 'right' ? { row, from: x, to: x + length } : { row, from: x - length, to: x }
        if (!free(box)) continue
        boxes.push(box)
        return { ...flag, row, side }
      }
    const row = flags.length + nth
    const side = x < width / 2 ? 'right' : 'left'
    boxes.push({ row, from: 0, to: width })
    return { ...flag, row, side }
  })
}
