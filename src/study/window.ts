/** The days over which means are taken. */
import { DAYS_OF_WHOLE_WEEKS, dateOfDay, dayOfDate } from '../engine/index.ts'
import { beginsOn, type MarketInput } from '../market/index.ts'
import type { Days } from './frame.ts'

export interface Window extends Days {
  readonly name: string
  /** The scenario says that its effects are the answer. */
  readonly main?: true
}

const SHORT = ' (cut short)'

/** Whether a window has a name, cut short or not. */
export const isCalled = (window: string, name: string): boolean =>
  window === name || window === name + SHORT

/** The window cut to the days that a scenario runs, and called so; undefined if none is left. */
export function cut(window: Window, days: number): Window | undefined {
  const from = Math.max(0, window.from)
  const to = Math.min(days, window.to)
  if (from >= to) return undefined
  return to < window.to
    ? { ...window, name: window.name + SHORT, from, to }
    : { ...window, from, to }
}

/**
 * From the day on which the policy is in effect all day (from its fork, where its settings name no such day) to the end;
 * from the fork too where the run ends before that day. Worlds that differ from the first day on are compared once they
 * have settled: how a market finds its feet is no effect of what differs.
 */
export function defaultWindow(input: MarketInput, fork: number): Window {
  const begins = input.policies.map(beginsOn).filter((day) => day !== undefined)
  const from = begins.length === 0 ? fork : Math.ceil(Math.min(...begins))
  if (from <= 0) return settled(input)
  return from < input.days
    ? { name: 'in effect', from: Math.max(0, from), to: input.days }
    : { name: 'from the first difference', from: fork, to: input.days }
}

/** Of a scenario without windows: the last 52 weeks, so that seasons even out, or all days if fewer. */
export const lastYear = ({ days }: MarketInput): Window =>
  days > DAYS_OF_WHOLE_WEEKS
    ? { name: 'last 52 weeks', from: days - DAYS_OF_WHOLE_WEEKS, to: days }
    : { name: 'all days', from: 0, to: days }

/** The last 52 weeks, or the second half where that is shorter: what comes before is the start. */
export function settled({ days }: MarketInput): Window {
  const half = Math.floor(days / 2)
  return days - DAYS_OF_WHOLE_WEEKS >= half
    ? { name: 'last 52 weeks', from: days - DAYS_OF_WHOLE_WEEKS, to: days }
    : { name: 'second half', from: half, to: days }
}

/** A window that is named by its dates, `2024-01-01 to 2024-03-31`; undefined of other names and of days that no calendar has. */
export function windowOfDates(name: string, start: string): Window | undefined {
  const [, first, last] = /^(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})$/.exec(name) ?? []
  if (first === undefined) return undefined
  const zero = dayOfDate(start)
  const [from, to] = [dayOfDate(first) - zero, dayOfDate(last) - zero + 1]
  if (dateOfDay(zero + from) !== first || dateOfDay(zero + to - 1) !== last) return undefined
  return from < to ? { name, from, to } : undefined
}

/** First and last date of a window. */
export function datesOf({ from, to }: Window, start: string): { first: string; last: string } {
  const zero = dayOfDate(start)
  return { first: dateOfDay(zero + from), last: dateOfDay(zero + to - 1) }
}
