/**
 * A policy in a file of its own: a levy on what live sessions and feeds of a venue sell, shared out among stall keepers. It
 * brings a field, two columns, a rule, a flow of money and a measure; worlds that do not name it have none of them.
 */
import {
  add,
  before,
  date,
  f64,
  fieldsOn,
  from,
  KIND,
  listings,
  on,
  policy,
  reference,
  routes,
  rule,
  rules,
  STATE,
  sellers,
  share,
  totals,
  venues,
} from 'pasar/policy'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

const levied = fieldsOn(venues, {
  liveLevy: share({ label: 'Levy on live sales', default: 0, ...asked }),
})

const own = on(sellers, {
  levy: f64('Levy on live sales paid this week', 'kRp'),
  grant: f64('Grant from the levy received this week', 'kRp'),
})

/**
 * On Monday what a firm sold through hosts in the week before, at the price of its listing, is levied at the rate of the venue where it
 * was paid; the sum is shared equally among active traders:
 *   levy = sum over routes r of hosted(r) p(v(r)) pieces(v(r)) rate(v(r)),   grant = sum of levies / traders
 */
const collect = rule({
  name: 'live-levy',
  does: 'firms pay a levy on last week’s live sales, and stall keepers share it',
  every: 'week',
  over: sellers,
  whole: true,
  reads: {
    kind: sellers.kind,
    weight: sellers.weight,
    state: before(sellers.state),
    hosted: before(sellers.hosted),
    price: before(listings.price),
    to: routes.to,
    pieces: venues.pieces,
    rate: levied.liveLevy,
  },
  writes: { levy: own.levy, grant: own.grant },
  step(c, _, { count }) {
    let [raised, traders] = [0, 0]
    const isTrader = (seller: number) =>
      c.kind[seller] === KIND.trader && c.state[seller] === STATE.active
    for (let seller = 0; seller < count.sellers; seller++) {
      c.levy[seller] = 0
      for (let route = 0; route < count.routes; route++) {
        const venue = c.to[route]
        const hosted = c.hosted[seller * count.routes + route]
        const sold = hosted * c.price[seller * count.venues + venue] * c.pieces[venue]
        c.levy[seller] += sold * c.rate[venue]
      }
      raised += c.levy[seller] * c.weight[seller]
      if (isTrader(seller)) traders += c.weight[seller]
    }
    const grant = traders > 0 ? raised / traders : 0
    for (let seller = 0; seller < count.sellers; seller++)
      c.grant[seller] = isTrader(seller) ? grant : 0
  },
})

export default policy({
  name: 'live-levy',
  does: 'levies live sales of a venue and shares the levy among stall keepers',
  indonesian: {
    name: 'pungutan siaran langsung',
    does: 'memungut bagian penjualan lewat siaran langsung dan membagikannya kepada pedagang kios',
    settings: {
      venue: 'Kanal penjualan',
      rate: 'Tarif pungutan',
      effective: 'Tanggal berlaku',
      until: 'Tanggal berakhir: hari pertama tanpa pungutan',
    },
  },
  settings: {
    venue: reference({ label: 'Venue', to: 'venues', default: '', ...asked }),
    rate: share({ label: 'Rate of the levy', default: 0, ...asked }),
    effective: date({ label: 'Effective date', role: 'begins', ...asked }),
    until: date({
      label: 'End date: first day without it',
      role: 'ends',
      optional: true,
      ...asked,
    }),
  },
  adds: {
    fields: [levied],
    columns: [own],
    rules: [{ rule: collect, after: rules.creatorPay }],
    flows: [
      {
        name: 'live levy',
        label: { en: 'Live levy', id: 'Pungutan siaran langsung' },
        paid: own.levy,
        received: own.grant,
        with: 'government',
      },
    ],
    measures: totals({
      liveLevy: {
        name: 'live levy',
        unit: 'mRp/week',
        label: { en: 'Levy on live sales', id: 'Pungutan atas penjualan siaran langsung' },
        more: 'neither',
        by: ['kind', 'category'],
        of: own.levy,
        times: 0.001,
      },
      liveGrant: {
        name: 'live grant',
        unit: 'mRp/week',
        label: { en: 'Grants from the levy', id: 'Bantuan dari pungutan' },
        more: 'good',
        by: ['kind', 'region'],
        of: own.grant,
        times: 0.001,
      },
    }),
  },
  nullCase: { settings: { rate: 0 } },
  answers: ['live levy', 'live grant'],
  // A week is levied on the Monday after it: the first is the one that begins on the day from which the levy holds.
  operations: ({ venue, rate, effective, until }) =>
    rate === 0
      ? []
      : [add(levied, venue, 'liveLevy', from(effective + 7, rate), { until: until + 7 })],
})
