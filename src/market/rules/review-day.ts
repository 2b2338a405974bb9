/** When platforms look again at what they decide from time to time. */
import { DAYS_A_MONTH, DAYS_A_WEEK } from '../../engine/index.ts'

/** Whether a day is the first of a period of so many weeks, counted from day 0: where they are no whole number, of the next Monday. */
export function isReviewDay(day: number, weeks: number): boolean {
  const week = day / DAYS_A_WEEK
  return Math.floor(week / weeks) > Math.floor((week - 1) / weeks)
}

/** What a share a month of four weeks comes to from one review to the next: in proportion, and no more than all. */
export const shareByReview = (aMonth: number, weeks: number): number =>
  Math.min(1, aMonth * ((weeks * DAYS_A_WEEK) / DAYS_A_MONTH))
