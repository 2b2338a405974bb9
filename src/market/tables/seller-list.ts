import { flag, number, reference, table, yesNo } from '../../engine/index.ts'

const listed = { source: 'given: a textbook market lists its sellers', grade: 'given' } as const

/** Sellers listed one by one, for textbook markets with a known answer. Empty in the country. */
export const sellerList = table('sellers', 'Individually listed sellers', {
  kind: reference({ label: 'Kind', to: 'kinds', default: '', ...listed }),
  category: reference({ label: 'Category', to: 'categories', default: '', ...listed }),
  region: reference({ label: 'Region', to: 'regions', default: '', ...listed }),
  venue: reference({ label: 'Venue', to: 'venues', default: '', ...listed }),
  owner: reference({
    label: 'Owner (a seller of this list)',
    to: 'sellers',
    default: '',
    ...listed,
  }),
  cost: number({ label: 'Unit cost', unit: 'kRp', default: 50, range: [0, 1e6], ...listed }),
  quality: number({
    label: 'Quality (delta, classical form)',
    unit: 'utils',
    default: 0,
    range: [-100, 100],
    ...listed,
  }),
  price: number({
    label: 'Fixed price (0: set by the pricing rule)',
    unit: 'kRp',
    default: 0,
    range: [0, 1e6],
    ...listed,
  }),
  startPrice: number({
    label: 'Initial price (0: twice the unit cost)',
    unit: 'kRp',
    default: 0,
    range: [0, 1e6],
    ...listed,
  }),
  weight: number({
    label: 'Firms represented',
    unit: 'firms',
    default: 1,
    range: [0.0001, 1e6],
    ...listed,
  }),
  imported: flag({ label: 'Sells imported goods', default: false, ...listed }),
  madeToOrder: flag({ label: 'Makes to order', default: false, ...listed }),
  capacity: number({
    label: 'Production capacity (0: unlimited)',
    unit: 'pieces/week',
    default: 0,
    range: [0, 1e9],
    ...listed,
  }),
  closed: yesNo({ label: 'Initially closed', default: false, ...listed }),
})
