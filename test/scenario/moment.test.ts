import { describe, expect, it } from 'vitest'
import { dayOfDate } from '../../src/engine/index.ts'
import { messageOf } from '../../src/scenario/index.ts'
import { parseMoment, whyNoMoment } from '../../src/scenario/moment.ts'
import { findingsOf } from './files.ts'

describe('a moment', () => {
  it.each([
    ['2024-02-29', 0, '2024-02-29'],
    ['2023-10-04T17:00', 17 / 24, '2023-10-04'],
    ['2023-10-04T24:00', 1, '2023-10-04'],
    ['2023-10-04T17:00+07:00', 17 / 24, '2023-10-04'],
    ['2023-10-04 10:00Z', 17 / 24, '2023-10-04'],
    ['2023-10-04T17:00+14:00', 10 / 24, '2023-10-04'],
    ['2023-10-04T17:00-12:00', 36 / 24, '2023-10-04'],
    ['2023-10-04T17:00+05:45', 18.25 / 24, '2023-10-04'],
  ])('%s', (text, hours, date) => {
    expect(whyNoMoment(text)).toBeUndefined()
    expect(parseMoment(text)).toBeCloseTo(dayOfDate(date) + hours, 12)
  })

  it.each([
    ['2024-02-30', 'no day of the calendar: 2024-02 has 29 days'],
    ['2023-02-29', 'no day of the calendar: 2023-02 has 28 days'],
    ['2023-04-31', 'no day of the calendar: 2023-04 has 30 days'],
    ['2023-12-32', 'no day of the calendar: 2023-12 has 31 days'],
    ['2023-13-01', 'no day of the calendar: there is no month 13'],
    ['2023-00-10', 'no day of the calendar: there is no month 00'],
    ['2023-01-00', 'no day of the calendar: 2023-01 has 31 days'],
    ['2023-10-04T25:00', 'no time of day'],
    ['2023-10-04T24:01', 'no time of day'],
    ['2023-10-04T17:60', 'no time of day'],
    ['2023-10-04T17:00:60', 'no time of day'],
    ['2023-10-04T17:00+99:00', 'no time zone'],
    ['2023-10-04T17:00+14:30', 'no time zone'],
    ['2023-10-04T17:00-12:30', 'no time zone'],
    ['2023-10-04T17:00+07:99', 'no time zone'],
    ['2023-10-04T17:00+07:20', 'no time zone'],
  ])('is not %s', (text, why) => {
    expect(parseMoment(text)).toBeUndefined()
    expect(whyNoMoment(text)).toContain(why)
    const [found] = findingsOf(`title: X\nextends: base\nwindows: { w: "${text}" }`)
    expect(found.code).toBe('no-date')
    expect(messageOf(found)).toContain(why)
  })

  it('of a start within a day is said as it is written', () => {
    const [found] = findingsOf('title: X\nextends: base\ncalendar: { start: 2024-01-01T12:00 }')
    expect(messageOf(found)).toContain('start is 2024-01-01T12:00, which is not the start')
  })
})
