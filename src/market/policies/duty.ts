import { date, number, share } from '../../engine/index.ts'
import { borderValueOn } from '../in-force.ts'
import { add, fill, from, multiply } from '../operations.ts'
import { policy } from '../policy/policy.ts'
import { border, categories } from '../tables/index.ts'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

/** The default threshold is the one in force since 30 January 2020: free parcels below it are in the tariffs of the market. */
const SETTINGS = {
  effective: date({ label: 'Effective date', role: 'begins', ...asked }),
  until: date({
    label: 'End date: first day without it',
    role: 'ends',
    optional: true,
    ...asked,
  }),
  extra: share({
    label: 'Additional duty on top of the tariff',
    default: 0,
    range: [-1, 2],
    source: 'given: the size of the policy; 0 is none',
    grade: 'given',
  }),
  enforcement: share({
    label: 'Share of evading imports brought into compliance',
    default: 0,
    source: 'given: the size of the policy; 0 is none',
    grade: 'given',
  }),
  deMinimis: number({
    label: 'De minimis threshold: duty-free value of a parcel',
    unit: 'US$',
    default: 3,
    range: [0, 1500],
    source: 'PMK 199/2019 (F89)',
    grade: 'A',
  }),
  crossBorder: share({
    label: 'Share of imports arriving as direct cross-border parcels (xi)',
    default: 0.03,
    source: 'Shopee: 3 % of its sales in 2021, under 1 % in 2023 (F87)',
    grade: 'A',
  }),
}

/**
 * What an import pays: a duty on top of the tariff in force, better enforcement, another threshold for parcels that
 * come straight from abroad. The tariff of a category is what its imports pay on average, free parcels among them:
 *   t' = (t + extra) ( 1 + xi ( [CIF free today] - [CIF free then] ) ),   comp' = comp + g (1 - comp)
 * with t and comp in force; CIF is the border value on the day on which the duty begins. An exemption is lifted once: of
 * two thresholds in force the lower holds, with its xi.
 */
export const duty = policy({
  name: 'duty',
  does: 'changes the import tariff, the de minimis threshold of parcels and import compliance',
  article: 'PMK 96/2023: duty and taxes on goods sent by post',
  indonesian: {
    name: 'bea masuk',
    does: 'mengubah tarif bea masuk, ambang bebas bea kiriman, dan kepatuhan impor',
    article: 'PMK 96/2023: bea masuk dan pajak atas barang kiriman',
    settings: {
      effective: 'Tanggal berlaku',
      until: 'Tanggal berakhir: hari pertama tanpa kebijakan ini',
      extra: 'Bea tambahan di atas tarif',
      enforcement: 'Bagian impor penghindar bea yang menjadi patuh',
      deMinimis: 'Ambang nilai kiriman yang bebas bea',
      crossBorder: 'Pangsa impor yang datang sebagai kiriman langsung dari luar negeri (xi)',
    },
  },
  settings: SETTINGS,
  nullCase: { settings: { extra: 0, enforcement: 0 } },
  answers: ['duties', 'payments abroad'],
  operations(s, input) {
    const where = { until: s.until }
    const today = SETTINGS.deMinimis.default
    const onTariff = input.tables.categories.flatMap((_, category) => {
      const value = borderValueOn(input, category, s.effective)
      const freed = Number(value <= today) - Number(value <= s.deMinimis)
      const raised = from(s.effective, s.extra)
      const parcels = from(s.effective, 1 + s.crossBorder * freed)
      const threshold = { ...where, strictness: -s.deMinimis }
      return [
        ...(s.extra !== 0 ? [add(categories, category, 'dutyRate', raised, where)] : []),
        ...(s.crossBorder > 0 && s.deMinimis !== today
          ? [multiply(categories, category, 'dutyRate', parcels, threshold)]
          : []),
      ]
    })
    if (s.enforcement === 0) return onTariff
    return [...onTariff, fill(border, 0, 'compliance', from(s.effective, s.enforcement), where)]
  },
})
