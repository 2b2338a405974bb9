/** How the two languages write numbers and dates, in the form that Vega takes. */
import type { Language } from './input.ts'

interface Locale {
  readonly number: {
    readonly decimal: string
    readonly thousands: string
    readonly grouping: readonly number[]
    readonly currency: readonly [string, string]
    readonly minus: string
  }
  readonly time: Readonly<Record<'dateTime' | 'date' | 'time', string>> &
    Readonly<Record<'periods' | 'days' | 'shortDays' | 'months' | 'shortMonths', readonly string[]>>
}

const list = (text: string) => text.split(' ')

const dates = { dateTime: '%-d %B %Y %H:%M', date: '%-d %B %Y', time: '%H:%M' }

export const locales: Readonly<Record<Language, Locale>> = {
  en: {
    number: { decimal: '.', thousands: ',', grouping: [3], currency: ['Rp ', ''], minus: '−' },
    time: {
      ...dates,
      periods: list('AM PM'),
      days: list('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
      shortDays: list('Sun Mon Tue Wed Thu Fri Sat'),
      months: list(
        'January February March April May June July August September October November December',
      ),
      shortMonths: list('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    },
  },
  id: {
    number: { decimal: ',', thousands: '.', grouping: [3], currency: ['Rp', ''], minus: '−' },
    time: {
      ...dates,
      periods: list('AM PM'),
      days: list('Minggu Senin Selasa Rabu Kamis Jumat Sabtu'),
      shortDays: list('Min Sen Sel Rab Kam Jum Sab'),
      months: list(
        'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
      ),
      shortMonths: list('Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'),
    },
  },
}
