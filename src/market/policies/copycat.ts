import { date, number, reference, share } from '../../engine/index.ts'
import { add, atLeast, from } from '../operations.ts'
import { policy } from '../policy/policy.ts'
import { venues } from '../tables/index.ts'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

/**
 * A platform copies its best sellers under a label of its own and ranks them higher: what "Project S" is said
 * to be, and what the platform denies for Indonesia.
 */
export const copycat = policy({
  name: 'copycat',
  does: 'lets a platform copy its best sellers under its own label and rank them first',
  article: 'Permendag 31/2023 bars platforms from acting as producers and from misusing data',
  indonesian: {
    name: 'peniruan barang terlaris',
    does: 'membolehkan platform meniru barang terlarisnya dengan merek sendiri dan menaruhnya di urutan teratas',
    article:
      'Permendag 31/2023 melarang platform bertindak sebagai produsen dan menyalahgunakan data',
    settings: {
      venue: 'Platform',
      copies: 'Barang yang ditiru per tahun',
      preference: 'Bobot merek sendiri dalam pemeringkatan linimasa',
      effective: 'Tanggal berlaku',
    },
  },
  settings: {
    venue: reference({ label: 'Platform', to: 'venues', default: '', ...asked }),
    copies: share({
      label: 'Listings copied per year',
      unit: 'share of listings/year',
      default: 0,
      range: [0, 1],
      source: 'given: the size of the policy; 0 is none',
      grade: 'given',
    }),
    preference: number({
      label: 'Weight of own-label goods in feed ranking',
      unit: 'log odds',
      default: 0.2,
      range: [0, 2],
      source:
        'assumption: own goods come up 1.2 times as often (e^0.2); 0 (no preference) to 0.6 (1.8 times)',
      grade: 'assumption',
    }),
    effective: date({ label: 'Effective date', role: 'begins', ...asked }),
  },
  nullCase: { settings: { copies: 0 } },
  answers: ['own-label profit'],
  operations({ venue, copies, preference, effective }) {
    if (copies === 0) return []
    return [
      add(venues, venue, 'copies', from(effective, copies)),
      atLeast(venues, venue, 'rankOwn', from(effective, preference)),
    ]
  },
})
