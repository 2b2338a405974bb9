import { date, number } from '../../engine/index.ts'
import { atLeast, from } from '../operations.ts'
import { events } from '../tables/index.ts'
import { policy } from './policy.ts'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

/**
 * Every event must keep at least so many stalls for small firms that have none: the case of Banyuwangi, 130 at one
 * event. Of two mandates the larger holds.
 */
export const eventMandate = policy({
  name: 'event-mandate',
  does: 'requires every event to reserve stalls for small firms',
  indonesian: {
    name: 'wajib kios acara',
    does: 'mewajibkan setiap acara menyediakan kios bagi usaha kecil',
    settings: {
      stalls: 'Kios yang disediakan',
      effective: 'Tanggal berlaku',
      until: 'Tanggal berakhir: hari pertama tanpa kewajiban ini',
    },
  },
  settings: {
    stalls: number({
      label: 'Reserved stalls',
      unit: 'stalls/event',
      default: 0,
      range: [0, 10000],
      source: 'about 130 at one event (F139)',
      grade: 'A',
    }),
    effective: date({ label: 'Effective date', role: 'begins', ...asked }),
    until: date({
      label: 'End date: first day without it',
      role: 'ends',
      optional: true,
      ...asked,
    }),
  },
  operations({ stalls, effective, until }, input) {
    if (stalls === 0) return []
    return input.tables.events.map((_, row) =>
      atLeast(events, row, 'reserved', from(effective, stalls), { until }),
    )
  },
})
