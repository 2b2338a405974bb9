import { date, number } from '../../engine/index.ts'
import { atLeast, from } from '../operations.ts'
import { policy } from '../policy/policy.ts'
import { events } from '../tables/index.ts'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

const ROW = 'events: { festival: { region: ..., visitors: ..., days: ... } }'
const NO_EVENT = {
  en: `there is no event to reserve stalls at; add one: ${ROW}`,
  id: `tidak ada acara untuk memesan kios; tambahkan satu: ${ROW}`,
}

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
  nullCase: { settings: { stalls: 0 } },
  // Stalls are kept at events: without any nothing would happen, and nothing be said.
  check: ({ stalls }, { input }) =>
    stalls === 0 || input.tables.events.length > 0
      ? []
      : [{ code: 'no-event', setting: 'stalls', says: NO_EVENT }],
  operations({ stalls, effective, until }, input) {
    if (stalls === 0) return []
    return input.tables.events.map((_, row) =>
      atLeast(events, row, 'reserved', from(effective, stalls), { until }),
    )
  },
})
