import { date, number, reference } from '../../engine/index.ts'
import { add, from } from '../operations.ts'
import { policy } from '../policy/policy.ts'
import { programmes } from '../tables/index.ts'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

/**
 * Opens a programme of the scenario for a time: so many firms a week. What it gives, to whom and at what cost
 * stands in its row. Places are added to those that the programme has: two budgets take more firms than one. The
 * state aimed at 30 million digital firms in 2024.
 */
export const programme = policy({
  name: 'programme',
  does: 'adds capacity to a programme for small firms: training, licences, equipment, online shops',
  indonesian: {
    name: 'program',
    does: 'menambah daya tampung sebuah program bagi usaha kecil: pelatihan, izin, peralatan, toko daring',
    settings: {
      programme: 'Program',
      slots: 'Daya tampung',
      effective: 'Tanggal berlaku',
      until: 'Tanggal berakhir: hari pertama tanpa penerimaan usaha',
    },
  },
  settings: {
    programme: reference({ label: 'Programme', to: 'programmes', default: '', ...asked }),
    slots: number({
      label: 'Capacity',
      unit: 'firms/week',
      default: 0,
      range: [0, 1e6],
      source: 'given: the size of the policy; 0 is none',
      grade: 'given',
    }),
    effective: date({ label: 'Effective date', role: 'begins', ...asked }),
    until: date({
      label: 'End date: first day without it',
      role: 'ends',
      optional: true,
      ...asked,
    }),
  },
  nullCase: { settings: { slots: 0 } },
  answers: ['cost of programmes'],
  operations({ programme, slots, effective, until }) {
    if (slots === 0) return []
    return [add(programmes, programme, 'slots', from(effective, slots), { until })]
  },
})
