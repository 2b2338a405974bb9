import { date, number, reference } from '../../engine/index.ts'
import { policy } from './policy.ts'

/**
 * Opens a programme of the scenario for a time: so many firms a week. What it gives, to whom and at what cost
 * stands in its row. The state aimed at 30 million digital firms in 2024.
 */
export const programme = policy({
  name: 'programme',
  does: 'gives a programme places for small firms: training, licences, equipment, shops online',
  settings: {
    programme: reference({ label: 'Programme', to: 'programmes', default: '' }),
    slots: number({
      label: 'Places',
      unit: 'firms/week',
      default: 0,
      range: [0, 1e6],
      source: 'the size of the programme',
      grade: 'assumption',
    }),
    effective: date({ label: 'Day from which it takes firms' }),
    until: date({ label: 'Day from which it takes none', optional: true }),
  },
  courses({ programme, slots, effective, until }) {
    if (slots === 0) return []
    return [
      {
        table: 'programmes',
        row: programme,
        field: 'slots',
        at: 0,
        points: [
          [effective, slots],
          [until, 0],
        ],
        linear: false,
      },
    ]
  },
})
