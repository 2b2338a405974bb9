import { choice, date, reference } from '../../engine/index.ts'
import { atMost, from } from '../operations.ts'
import { policy } from '../policy/policy.ts'
import { venues } from '../tables/index.ts'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

/** The remedy against copying: a platform may not use what it knows of its sellers for goods of its own. */
export const dataSeparation = policy({
  name: 'data-separation',
  does: 'bars a platform from using its sellers’ data for goods of its own',
  article: 'Permendag 31/2023: no misuse of data',
  indonesian: {
    name: 'pemisahan data',
    does: 'melarang platform memakai data penjual untuk barang miliknya sendiri',
    article: 'Permendag 31/2023: larangan menyalahgunakan data',
    settings: {
      venue: 'Platform',
      preference: 'Pengutamaan barang milik sendiri dalam peringkat',
      effective: 'Tanggal berlaku',
    },
  },
  settings: {
    venue: reference({ label: 'Platform', to: 'venues', default: '', ...asked }),
    preference: choice({
      label: 'Preferential ranking of own goods',
      options: ['allowed', 'forbidden'],
      default: 'allowed',
      ...asked,
    }),
    effective: date({ label: 'Effective date', role: 'begins', ...asked }),
  },
  // Where nothing is copied there is nothing to separate.
  nullCase: { settings: { preference: 'forbidden' }, marks: [venues.sellerData] },
  answers: ['own-label profit'],
  operations({ venue, preference, effective }) {
    const none = from(effective, 0)
    return [
      atMost(venues, venue, 'sellerData', none),
      ...(preference === 'forbidden' ? [atMost(venues, venue, 'rankOwn', none)] : []),
    ]
  },
})
