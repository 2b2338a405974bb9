import { date, number } from '../../engine/index.ts'
import { policy } from './policy.ts'

/** Every event must keep so many stalls for small firms that have none: the case of Banyuwangi, 130 at one event. */
export const eventMandate = policy({
  name: 'event-mandate',
  does: 'makes every event keep stalls for small firms',
  settings: {
    stalls: number({
      label: 'Stalls kept',
      unit: 'stalls/event',
      default: 0,
      range: [0, 10000],
      source: 'about 130 at one event (F139)',
      grade: 'A',
    }),
    effective: date({ label: 'Day from which events must' }),
    until: date({ label: 'Day from which they need not', optional: true }),
  },
  courses({ stalls, effective, until }, input) {
    if (stalls === 0) return []
    return input.tables.events.map((_, row) => ({
      table: 'events',
      row,
      field: 'reserved',
      at: 0,
      points: [
        [effective, stalls],
        [until, 0],
      ],
      linear: false,
    }))
  },
})
