/** Dates without a clock: days counted from 1970-01-01, by the civil calendar; lengths of a year. */

/** Turns weekly rates and amounts into daily ones. */
export const DAYS_A_WEEK = 7

export const SECONDS_A_DAY = 86_400

/** A month of the model has four weeks, so that all that is done once a month is done on Mondays. */
export const DAYS_A_MONTH = 28

/** Days of a mean Julian year, leap years included: turns days into years and yearly rates into daily ones. */
export const DAYS_A_YEAR = 365.25

/** Days of a year as people count who write an amount by the year or the month. */
export const DAYS_OF_COMMON_YEAR = 365

/** Weeks of a mean year, 365.25 / 7 to two digits: turns weekly rates and amounts into yearly ones. */
export const WEEKS_A_YEAR = 52.18

/** Weeks of a mean month of the calendar. */
export const WEEKS_A_MONTH = WEEKS_A_YEAR / 12

/** Where weeks are counted one by one, a year is over with the last that is whole. */
export const WHOLE_WEEKS_A_YEAR = 52

/** Days of a year of whole weeks: a stretch in which every weekday is as often as another. */
export const DAYS_OF_WHOLE_WEEKS = WHOLE_WEEKS_A_YEAR * DAYS_A_WEEK

/** Days from 1970-01-01 to a date written 2023-10-04. */
export function dayOfDate(date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  )
}

/** Year, month (1 to 12) and day of the month of a day number. */
export function civil(dayNumber: number): { year: number; month: number; day: number } {
  const shifted = dayNumber + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

/** A date written 2023-10-04. */
export function dateOfDay(dayNumber: number): string {
  const { year, month, day } = civil(dayNumber)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** 0 for Monday to 6 for Sunday. */
export const weekday = (dayNumber: number): number =>
  (((dayNumber + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK

/** The Monday on or before a day of a run, whose day 0 is a Monday. */
export const mondayOf = (day: number): number => day - (day % DAYS_A_WEEK)
