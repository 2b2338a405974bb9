/** A policy with fields, columns of two kinds, a rule that draws, a flow and a measure: what mistakes are made in, in tests. */
export const PARCELS = `import {
  add, before, creators, daily, date, drawn, f64, fieldsOn, from, number, on, policy, power, reference, regions, rule, rules,
  sellers, share, totals, u8, venues,
} from 'pasar/policy'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

const charged = fieldsOn(regions, {
  inspected: share({ label: 'Firms inspected', default: 0.5, ...asked }),
  parcelCharge: number({ label: 'Charge a parcel', unit: 'kRp', default: 0, range: [0, 100], ...asked }),
})

const own = on(sellers, {
  toll: f64('Charge for parcels paid this week', 'kRp'),
  back: f64('Charge for parcels returned this week', 'kRp'),
  inspected: u8.flag('Inspected this week'),
})

const charge = rule({
  name: 'parcels',
  does: 'firms that are inspected pay for each parcel, and makers to order get half of it back',
  every: 'week',
  over: sellers,
  reads: {
    region: sellers.region,
    madeToOrder: sellers.madeToOrder,
    orders: before(sellers.ordersWeek),
    rate: charged.parcelCharge,
    part: charged.inspected,
  },
  writes: { paid: own.toll, back: own.back, inspected: own.inspected },
  draws: { inspects: daily('Inspects the firm') },
  step(c, _, { from, to, draws }) {
    for (let seller = from; seller < to; seller++) {
      c.inspected[seller] = drawn(draws.inspects, seller) < c.part[c.region[seller]] ? 1 : 0
      c.paid[seller] = c.inspected[seller] * c.orders[seller] * c.rate[c.region[seller]]
      c.back[seller] = c.madeToOrder[seller] === 1 ? c.paid[seller] / 2 : 0
    }
  },
})

export default policy({
  name: 'parcels',
  does: 'charges firms of a region for each parcel that they send',
  indonesian: {
    name: 'pungutan paket',
    does: 'memungut biaya untuk setiap paket',
    settings: { region: 'Wilayah', charge: 'Biaya per paket', effective: 'Tanggal berlaku' },
  },
  settings: {
    region: reference({ label: 'Region', to: 'regions', default: '', ...asked }),
    charge: number({ label: 'Charge a parcel', unit: 'kRp', default: 0, range: [0, 100], ...asked }),
    effective: date({ label: 'Effective date', role: 'begins', ...asked }),
  },
  adds: {
    fields: [charged],
    columns: [own],
    rules: [{ rule: charge, after: rules.pricing }],
    flows: [{ name: 'parcel charge', label: { en: 'Parcel charge', id: 'Pungutan paket' }, paid: own.toll, received: own.back, with: 'logistics' }],
    measures: totals({
      parcels: { name: 'parcel charge', unit: 'mRp/week', label: { en: 'Parcel charge', id: 'Pungutan paket' }, more: 'neither', by: ['kind', 'region'], of: own.toll, times: 0.001 },
    }),
  },
  nullCase: { settings: { charge: 0 } },
  answers: ['parcel charge'],
  operations: ({ region, charge, effective }) =>
    charge === 0 ? [] : [add(charged, region, 'parcelCharge', from(effective, charge))],
})
`
