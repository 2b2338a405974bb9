import { choice, date, flag, reference } from '../../engine/index.ts'
import { given } from '../input.ts'
import { from, set } from '../operations.ts'
import { policy } from '../policy/policy.ts'
import { routes, venues } from '../tables/index.ts'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

/**
 * Closes a venue: from `announced` on sellers and creators prepare, at `effective` the checkout ends. With
 * promotion allowed its attention may still lead to other venues by link; forbidden closes those routes
 * too. Permendag 31/2023 is the case announced on 26 September 2023 and effective on 4 October at 17:00.
 */
export const closure = policy({
  name: 'closure',
  does: 'closes the checkout of a venue after a grace period, with or without promotion by link',
  article: 'Permendag 31/2023: social commerce may promote, not take payments',
  indonesian: {
    name: 'penutupan',
    does: 'menutup pembayaran di suatu kanal penjualan setelah masa tenggang, dengan atau tanpa promosi lewat tautan',
    article: 'Permendag 31/2023: social commerce boleh berpromosi, tidak boleh menerima pembayaran',
    settings: {
      venue: 'Kanal penjualan yang ditutup',
      announced: 'Tanggal pengumuman',
      effective: 'Tanggal berlaku: sejak saat itu pesanan tidak dapat dibayar',
      promotion: 'Tautan dari linimasanya ke kanal penjualan lain',
      anticipated: 'Penjual dan kreator bersiap selama masa tenggang',
      forGood: 'Permanen: kanal penjualan dan linimasanya tidak boleh dibuka lagi',
    },
  },
  settings: {
    venue: reference({ label: 'Venue to close', to: 'venues', default: '', ...asked }),
    announced: date({ label: 'Announcement date', role: 'announced', ...asked }),
    effective: date({
      label: 'Effective date: no order can be paid from then on',
      role: 'begins',
      ...asked,
    }),
    promotion: choice({
      label: 'Links from its feed to other venues',
      options: ['allowed', 'forbidden'],
      default: 'allowed',
      ...asked,
    }),
    anticipated: flag({
      label: 'Sellers and creators prepare during the grace period',
      default: true,
      ...asked,
    }),
    forGood: flag({
      label: 'Permanent: neither the venue nor its feed may be reopened',
      default: false,
      ...asked,
    }),
  },
  nullCase: { settings: { anticipated: false }, unusedVenue: true, marks: [routes.open] },
  operations({ venue, announced, effective, promotion, anticipated }, input) {
    const shut = input.tables.routes
      .map((_, route) => route)
      .filter((route) => {
        const toVenue = given(input, routes, route, 'to') === venue
        const fromVenue = given(input, routes, route, 'from') === venue
        return toVenue || (fromVenue && promotion === 'forbidden')
      })
    return [
      ...shut.map((route) => set(routes, route, 'open', from(effective, 0))),
      ...(anticipated ? [set(venues, venue, 'closing', from(announced, 1))] : []),
    ]
  },
})
