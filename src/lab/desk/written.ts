/** What a dial writes into a scenario. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import type { Dial } from './messages.ts'

/** A value as `--set` takes it. */
export function written(
  dial: Pick<Dial, 'kind' | 'options' | 'hour'>,
  value: number,
  start: string,
): string {
  if (dial.kind === 'flag') return value === 1 ? 'true' : 'false'
  if (dial.kind === 'choice') return dial.options[value].value
  if (dial.kind === 'date') return `${dateOfDay(dayOfDate(start) + value)}${dial.hour}`
  return String(Number(value.toPrecision(6)))
}

/** The place on a dial of what `written` gave; undefined of anything else. */
export function placeOf(
  dial: Pick<Dial, 'kind' | 'options'>,
  text: string,
  start: string,
): number | undefined {
  if (dial.kind === 'flag') return text === 'true' ? 1 : text === 'false' ? 0 : undefined
  if (dial.kind === 'choice') return placeIn(dial.options, text)
  const number =
    dial.kind === 'date' ? dayOfDate(text.slice(0, DATE)) - dayOfDate(start) : Number(text)
  return Number.isFinite(number) ? number : undefined
}

/** Letters of a date, before its hour. */
const DATE = 10

function placeIn(options: Dial['options'], text: string): number | undefined {
  const place = options.findIndex(({ value }) => value === text)
  return place < 0 ? undefined : place
}
