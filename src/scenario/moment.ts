/** Dates as people write them, in local time (WIB, UTC+7). */
import { civil, dayOfDate } from '../engine/index.ts'
import { type Phrase, phrase, worded } from './phrases.ts'

const WIB_HOURS = 7

/** Zones that clocks are set to: whole, half and three-quarter hours from -12:00 to +14:00. */
const ZONES = { from: -12, to: 14, minutes: [0, 30, 45] }

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\s?(Z|[+-]\d{2}:\d{2}))?)?$/

/** Days since 1970-01-01 local time, with a fraction for the hour; nothing where it is no date. */
export function parseMoment(text: string): number | undefined {
  const match = FORM.exec(text.trim())
  if (match === null || faultOfMoment(text) !== undefined) return undefined
  const [, year, month, date, hours = '0', minutes = '0', seconds = '0', zone] = match
  const local = Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600
  const shift = zone === undefined ? 0 : WIB_HOURS - offsetOf(zone)
  return dayOfDate(`${year}-${month}-${date}`) + (local + shift) / 24
}

/** Why a text of the form of a moment is none; nothing where it is one, or has another form. */
export function faultOfMoment(text: string): Phrase | undefined {
  const match = FORM.exec(text.trim())
  if (match === null) return undefined
  const [, year, month, date, hours = '00', minutes = '00', seconds = '00', zone] = match
  if (Number(month) < 1 || Number(month) > 12) return phrase('no-such-month', month)
  const days = daysOf(year, month)
  if (Number(date) < 1 || Number(date) > days)
    return phrase('days-of-month', `${year}-${month}`, days)
  const [hour, minute, second] = [hours, minutes, seconds].map(Number)
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0))
    return phrase('no-time-of-day')
  if (zone !== undefined && !isZone(zone)) return phrase('no-time-zone')
  return undefined
}

/** The same in English. */
export function whyNoMoment(text: string): string | undefined {
  const why = faultOfMoment(text)
  return why && worded(why, 'en')
}

/** Why a text is no date without a time; nothing where it is one. */
export function whyNoDate(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'not a date such as 2023-10-04'
  return whyNoMoment(text)
}

function daysOf(year: string, month: string): number {
  const first = dayOfDate(`${year}-${month}-01`)
  const within = civil(first + 31)
  return within.month === Number(month) ? 31 : 32 - within.day
}

function isZone(zone: string): boolean {
  const offset = offsetOf(zone)
  const minutes = zone === 'Z' ? 0 : Number(zone.slice(4))
  return ZONES.minutes.includes(minutes) && offset >= ZONES.from && offset <= ZONES.to
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3)) + Number(zone.slice(4)) / 60
  return zone.startsWith('-') ? -hours : hours
}
