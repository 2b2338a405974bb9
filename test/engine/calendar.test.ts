import { describe, expect, it } from 'vitest'
import { civil, dateOfDay, dayOfDate, mondayOf, weekday } from '../../src/engine/index.ts'

const FIRST = dayOfDate('1900-01-01')
const LAST = dayOfDate('2100-12-31')

describe('the calendar', () => {
  it('counts from the first day of 1970', () => {
    expect(dayOfDate('1970-01-01')).toBe(0)
    expect(dayOfDate('2023-10-04')).toBe(19634)
    expect(dayOfDate('1969-12-31')).toBe(-1)
  })

  it('goes there and back over two centuries', () => {
    expect(LAST - FIRST).toBe(73413)
    for (let day = FIRST; day <= LAST; day++)
      if (dayOfDate(dateOfDay(day)) !== day) throw new Error(`${day} is ${dateOfDay(day)}`)
  })

  it('agrees with the calendar of the language', () => {
    for (let day = FIRST; day <= LAST; day += 13) {
      const date = new Date(day * 86_400_000)
      expect(dateOfDay(day)).toBe(date.toISOString().slice(0, 10))
      expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7)
    }
  })

  it('has a leap day every four years, not in 1900 and 2100', () => {
    expect(dateOfDay(dayOfDate('2024-02-28') + 1)).toBe('2024-02-29')
    expect(dateOfDay(dayOfDate('2000-02-28') + 1)).toBe('2000-02-29')
    expect(dateOfDay(dayOfDate('1900-02-28') + 1)).toBe('1900-03-01')
    expect(dateOfDay(dayOfDate('2100-02-28') + 1)).toBe('2100-03-01')
    expect(dateOfDay(dayOfDate('2023-12-31') + 1)).toBe('2024-01-01')
  })

  it('tells year, month and day', () => {
    expect(civil(dayOfDate('2023-10-04'))).toEqual({ year: 2023, month: 10, day: 4 })
  })

  it('starts the week on Monday', () => {
    expect(weekday(dayOfDate('2022-07-04'))).toBe(0)
    expect(weekday(dayOfDate('2023-10-04'))).toBe(2)
    expect(weekday(dayOfDate('2024-06-30'))).toBe(6)
    expect(weekday(dayOfDate('1900-01-01'))).toBe(0)
  })
})

describe('the Monday of a day of a run', () => {
  it('is that day itself or one of the six before it', () => {
    expect([0, 6, 7, 13, 14].map(mondayOf)).toEqual([0, 0, 7, 7, 14])
  })
})
