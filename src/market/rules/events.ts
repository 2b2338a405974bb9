import { before, log, number, rule, uniform } from '../../engine/index.ts'
import { KIND, listings, STATE, sellers } from '../populations/index.ts'
import { events as calendar, categories, households, regions, venues } from '../tables/index.ts'
import { allot } from './allot.ts'

/** Occasions grow by no more than the upper bound of their rate leaves room for. */
const MOST = 0.4

/**
 * Events of the week. Visitors beyond the usual buy at the stalls of their region: with V purchases a day and
 * bazaars that usually sell b, demand there becomes k = 1 + V/b times as much, of which a share `displaced` d
 * is taken from elsewhere. Where bazaars have a share P of planned occasions,
 *   occasions x (1 + (1 - d)(k - 1) P),   odds of the bazaar x k (1 - P) / (1 - P - d (k - 1) P),
 * so that all else sells what it sold, less what was displaced. Stalls kept for small firms go by lot, for the
 * days of the event, to firms of the region that have none.
 */
export const events = rule({
  name: 'events',
  does: 'events bring visitors to bazaars and small firms to stalls',
  every: 'week',
  over: sellers,
  whole: true,
  reads: {
    kind: sellers.kind,
    region: sellers.region,
    weight: sellers.weight,
    listed: sellers.listed,
    state: sellers.state,
    fresh: sellers.fresh,
    turnover: before(sellers.turnover),
    open: before(listings.open),
    held: calendar.held,
    days: calendar.days,
    visitors: calendar.visitors,
    buying: calendar.buying,
    displaced: calendar.displaced,
    reserved: calendar.reserved,
    isEvent: venues.events,
    nestOf: venues.nest,
    nestShare: categories.nestShare,
    occasionRate: categories.occasionRate,
    season: categories.season,
    buyerShare: regions.buyerShare,
    orderWeight: households.orders,
  },
  writes: {
    visits: categories.visits,
    pull: categories.eventPull,
    room: regions.stallRoom,
    guest: sellers.guest,
    guestBefore: sellers.guestBefore,
  },
  parameters: {
    smallFirm: number({
      label: 'Turnover ceiling for a reserved stall',
      unit: 'mRp/year',
      default: 300,
      range: [0, 1e5],
      source: 'UU 20/2008, article 6: micro firms sell at most Rp 300 million a year',
      grade: 'A',
    }),
  },
  step(c, { smallFirm }, { from, to, key, still, count }) {
    const { regions: R, venues: V, categories: C, events: E, nests: N } = count
    c.visits.fill(0)
    c.pull.fill(0)
    for (let seller = from; seller < to; seller++) {
      c.guestBefore[seller] = c.guest[seller]
      c.guest[seller] = 0
    }
    const venue = venueOfEvents()
    if (venue < 0) return
    for (let region = 0; region < R; region++) {
      let [purchases, moved, stalls] = [0, 0, 0]
      for (let event = 0; event < E; event++) {
        // Event-days a day, and stall-weeks a week.
        const running = (c.held[event * R + region] * c.days[event]) / 7
        purchases += running * c.visitors[event] * c.buying[event]
        moved += running * c.visitors[event] * c.buying[event] * c.displaced[event]
        stalls += running * c.reserved[event]
      }
      if (purchases > 0) visit(region, purchases, moved / purchases)
      if (stalls > 0) invite(region, stalls)
      else c.room[region] = 0
    }

    function venueOfEvents(): number {
      for (let one = 0; one < V; one++) if (c.isEvent[one]) return one
      return -1
    }

    function visit(region: number, purchases: number, displaced: number): void {
      const nest = c.nestOf[venue]
      const people = c.buyerShare[region] * count.buyers * c.orderWeight[0]
      let usual = 0
      for (let category = 0; category < C; category++)
        usual +=
          (people *
            c.occasionRate[category] *
            c.season[category] *
            c.nestShare[category * N + nest]) /
          7
      if (usual === 0) return
      for (let category = 0; category < C; category++) {
        const share = c.nestShare[category * N + nest]
        if (share === 0) continue
        const more = Math.min(MOST, (purchases / usual) * share)
        const k = 1 + more / share
        c.visits[category * R + region] = (1 - displaced) * more
        c.pull[category * R + region] = log((k * (1 - share)) / (1 - share - displaced * more))
      }
    }

    function invite(region: number, stalls: number): void {
      const waiting: { seller: number; lot: number }[] = []
      for (let seller = from; seller < to; seller++)
        if (c.region[seller] === region && wants(seller))
          waiting.push({ seller, lot: uniform(key, seller, 0) })
      waiting.sort((one, other) => one.lot - other.lot || one.seller - other.seller)
      const { taken, left } = allot(
        c.room[region] + stalls,
        waiting.map(({ seller }) => c.weight[seller]),
        uniform(still, -1 - region, 0),
      )
      for (const { seller } of waiting.slice(0, taken)) c.guest[seller] = venue + 1
      c.room[region] = left
    }

    function wants(seller: number): boolean {
      if (c.state[seller] !== STATE.active || c.fresh[seller] || c.listed[seller] >= 0) return false
      if (c.kind[seller] === KIND.importer || c.turnover[seller] > smallFirm) return false
      return !c.open[seller * V + venue] || c.guestBefore[seller] > 0
    }
  },
})
