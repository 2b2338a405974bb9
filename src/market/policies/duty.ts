import { date, number, share } from '../../engine/index.ts'
import { type Course, givenIn } from '../input.ts'
import { policy } from './policy.ts'

/** The value below which a parcel enters free of duty, since 30 January 2020 (F89). */
const FREE_TODAY = 3

/**
 * What an import pays: a tariff on top, better enforcement, another threshold for parcels that come straight
 * from abroad. The tariff of a category is what its imports pay on average today, free parcels among them:
 *   t' = (t + extra) ( 1 + xi ( [CIF free today] - [CIF free then] ) ),   comp' = comp + g (1 - comp)
 */
export const duty = policy({
  name: 'duty',
  does: 'changes the tariff on imports, the threshold of duty on parcels and how many imports pay',
  article: 'PMK 96/2023: duty and taxes on goods sent by post',
  settings: {
    effective: date({ label: 'Day on which it takes force' }),
    until: date({ label: 'Day on which it ends', optional: true }),
    extra: share({
      label: 'Duty on top of the tariff',
      default: 0,
      range: [-1, 2],
      source: 'model.md 3.4 (0 to 0.4)',
      grade: 'assumption',
    }),
    enforcement: share({
      label: 'Part of the imports that evade which is made to pay',
      default: 0,
      source: 'model.md 2.9 (compliance 0.3 to 1)',
      grade: 'assumption',
    }),
    deMinimis: number({
      label: 'Value up to which a parcel is free of duty',
      unit: 'US$',
      default: FREE_TODAY,
      range: [0, 1500],
      source: 'PMK 199/2019 (F89)',
      grade: 'A',
    }),
    crossBorder: share({
      label: 'Imports that come as parcels straight from abroad (xi)',
      default: 0.03,
      source: 'Shopee: 3 % of its sales in 2021, under 1 % in 2023 (F87)',
      grade: 'A',
    }),
  },
  courses(s, input) {
    const course = (table: string, row: number, field: string, value: number): Course => ({
      table,
      row,
      field,
      at: 0,
      points: [
        [s.effective, value],
        [s.until, givenIn(input, table, row, field)],
      ],
      linear: false,
    })
    const rate = givenIn(input, 'border', 0, 'referenceRate')
    const courses: Course[] = []
    input.tables.categories.forEach((_, category) => {
      const value = givenIn(input, 'categories', category, 'borderValue') / rate
      const freed = Number(value <= FREE_TODAY) - Number(value <= s.deMinimis)
      const tariff = givenIn(input, 'categories', category, 'dutyRate')
      const then = Math.max(0, (tariff + s.extra) * (1 + s.crossBorder * freed))
      if (then !== tariff) courses.push(course('categories', category, 'dutyRate', then))
    })
    const compliance = givenIn(input, 'border', 0, 'compliance')
    if (s.enforcement > 0)
      courses.push(course('border', 0, 'compliance', compliance + s.enforcement * (1 - compliance)))
    return courses
  },
})
