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
