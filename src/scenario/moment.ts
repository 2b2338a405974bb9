/** Dates as people write them, in local time (WIB, UTC+7). */
import { civil, dayOfDate } from '../engine/index.ts'

const WIB_HOURS = 7

/** Days since 1970-01-01 local time, with a fraction for the hour; nothing where it is no date. */
export function parseMoment(text: string): number | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\s?(Z|[+-]\d{2}:\d{2}))?)?$/.exec(
      text.trim(),
    )
  if (match === null) return undefined
  const [, date, hours = '0', minutes = '0', seconds = '0', zone] = match
  const day = dayOfDate(date)
  const { month, day: dayOfMonth } = civil(day)
  const exists = month === Number(date.slice(5, 7)) && dayOfMonth === Number(date.slice(8))
  if (!exists || Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 59)
    return undefined
  const local = Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600
  const shift = zone === undefined ? 0 : WIB_HOURS - offsetOf(zone)
  return day + (local + shift) / 24
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3)) + Number(zone.slice(4)) / 60
  return zone.startsWith('-') ? -hours : hours
}
