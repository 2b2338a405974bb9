import { choice, DAYS_A_WEEK, date, number, share } from '../../engine/index.ts'
import { borderValueOn } from '../in-force.ts'
import { given } from '../input.ts'
import { atLeast, from, multiply, steps } from '../operations.ts'
import { policy } from '../policy/policy.ts'
import { categories, venues } from '../tables/index.ts'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

/**
 * A floor below which imported goods may not be sold on platforms. The rule of 2023 touches parcels that come
 * straight from abroad only, a small part of imports online (F87); the rest is bulk import sold by domestic
 * sellers. What is taken off partly comes back through bulk import, later and dearer. The wider variant, which
 * was talked of, holds for all imported goods on platforms.
 * A category is touched where the border value of its usual piece lies below the floor on the day on which it begins.
 * Of two floors the one that takes more off holds, and what comes back is what it lets come back: goods that a wider
 * floor keeps off platforms come in by neither way.
 */
export const minimumPrice = policy({
  name: 'minimum-price',
  does: 'removes imported goods below a minimum price from platforms: direct parcels from abroad, or all',
  article: 'Permendag 31/2023: at least US$100 a unit for goods sold directly across the border',
  indonesian: {
    name: 'harga minimum',
    does: 'menurunkan barang impor di bawah harga minimum dari platform: hanya kiriman dari luar negeri, atau semuanya',
    article:
      'Permendag 31/2023: sedikitnya US$100 per unit untuk barang yang dijual langsung lintas negara',
    settings: {
      effective: 'Tanggal berlaku',
      until: 'Tanggal berakhir: hari pertama tanpa kebijakan ini',
      floor: 'Harga minimum per unit di perbatasan (0: tidak ada)',
      scope: 'Cakupan: kiriman langsung lintas negara, atau semua impor di platform',
      crossBorder: 'Pangsa impor platform yang datang langsung dari luar negeri (xi)',
      enforced: 'Tingkat penegakan',
      substitution: 'Peralihan ke impor borongan',
      delay: 'Jeda sebelum peralihan',
      premium: 'Selisih biaya impor borongan di atas kiriman',
    },
  },
  settings: {
    effective: date({ label: 'Effective date', role: 'begins', ...asked }),
    until: date({
      label: 'End date: first day without it',
      role: 'ends',
      optional: true,
      ...asked,
    }),
    floor: number({
      label: 'Minimum unit price at the border (0: none)',
      unit: 'US$',
      default: 100,
      range: [0, 1000],
      source: 'Permendag 31/2023 (F90)',
      grade: 'A',
    }),
    scope: choice({
      label: 'Scope: direct cross-border parcels, or all imports on platforms',
      options: ['cross-border', 'online'],
      default: 'cross-border',
      ...asked,
    }),
    crossBorder: share({
      label: 'Share of platform imports arriving directly from abroad (xi)',
      default: 0.03,
      source: 'Shopee: 3 % of its sales in 2021, under 1 % in 2023 (F87)',
      grade: 'A',
    }),
    enforced: share({
      label: 'Enforcement rate',
      default: 1,
      source: 'given: all of it unless written; 0 is none',
      grade: 'given',
    }),
    substitution: share({
      label: 'Substitution into bulk imports',
      default: 0.6,
      source:
        'assumption: most importers of parcels know the way by container; 0.2 (lots too small) to 1 (all of them)',
      grade: 'assumption',
    }),
    delay: number({
      label: 'Delay of the substitution',
      unit: 'weeks',
      default: 8,
      range: [0, 52],
      source: 'assumption: two months to order, ship and clear a container; 6 to 10 weeks',
      grade: 'assumption',
    }),
    premium: share({
      label: 'Cost premium of bulk imports over parcels',
      default: 0.1,
      source:
        'assumption: storage, capital and another merchant on the way; 0.05 (large lots) to 0.15 (small lots)',
      grade: 'assumption',
    }),
  },
  nullCase: { settings: { floor: 0 } },
  answers: ['payments abroad', 'duties'],
  operations(s, input) {
    const cross = s.scope === 'cross-border'
    const removed = s.enforced * (cross ? s.crossBorder : 1)
    if (removed === 0) return []
    const back = cross ? s.substitution : 0
    const later = s.effective + DAYS_A_WEEK * s.delay
    const { until } = s
    const platforms = input.tables.venues
      .map((_, venue) => venue)
      .filter((venue) => given(input, venues, venue, 'platform') === 1)
    const touched = input.tables.categories
      .map((_, category) => category)
      .filter((category) => borderValueOn(input, category, s.effective) < s.floor)
    const left = removed * (1 - back)
    const off = steps([
      [s.effective, removed],
      [later, left],
    ])
    const asBefore = from(s.effective, 1)
    const dearer = from(later, 1 + removed * back * s.premium)
    const first = { until: Math.min(later, until), strictness: removed }
    return touched.flatMap((category) => [
      ...platforms.map((venue) =>
        atLeast(venues, venue, 'importsRemoved', off, { at: category, until }),
      ),
      ...(s.delay > 0 ? [multiply(categories, category, 'borderValue', asBefore, first)] : []),
      multiply(categories, category, 'borderValue', dearer, { until, strictness: left }),
    ])
  },
})
