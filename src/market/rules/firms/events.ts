import {
  before,
  type Counts,
  DAYS_A_WEEK,
  type Draw,
  daily,
  drawn,
  log,
  type Named,
  number,
  rule,
  still,
  type Writable,
} from '../../../engine/index.ts'
import { KIND, listings, STATE, sellers } from '../../populations/index.ts'
import { events as calendar, categories, households, regions, venues } from '../../tables/index.ts'
import { allocate } from './allocate.ts'

/** No behaviour: occasions grow by no more than the upper bound leaves room for from which they are thinned. */
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
    entrant: sellers.entrant,
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
  draws: {
    lot: daily('Place in the queue for stalls'),
    places: still('Whether a part of a stall is a stall', 1, { of: 'regions' }),
  },
  step(c, { smallFirm }, { from, to, draws, count }) {
    c.visits.fill(0)
    c.pull.fill(0)
    for (let seller = from; seller < to; seller++) {
      c.guestBefore[seller] = c.guest[seller]
      c.guest[seller] = 0
    }
    const venue = venueOfEvents(c, count)
    if (venue < 0) return
    const week: Week = { from, to, draws, count, venue }
    for (let region = 0; region < count.regions; region++) {
      const { purchases, moved, stalls } = heldIn(c, count, region)
      if (purchases > 0) visit(c, week, region, purchases, moved / purchases)
      if (stalls > 0) invite(c, smallFirm, week, region, stalls)
      else c.room[region] = 0
    }
  },
})

interface Week {
  readonly from: number
  readonly to: number
  readonly draws: Readonly<Record<'lot' | 'places', Draw>>
  readonly count: Counts
  /** The venue at which events are held. */
  readonly venue: number
}

function venueOfEvents(c: Named<'isEvent'>, { venues: venueCount }: Counts): number {
  for (let one = 0; one < venueCount; one++) if (c.isEvent[one]) return one
  return -1
}

/** Of the events in a region: purchases of visitors a day, those of them taken from elsewhere, and stalls for small firms a week. */
function heldIn(
  c: Named<'held' | 'days' | 'visitors' | 'buying' | 'displaced' | 'reserved'>,
  { regions: regionCount, events: eventCount }: Counts,
  region: number,
): { readonly purchases: number; readonly moved: number; readonly stalls: number } {
  let [purchases, moved, stalls] = [0, 0, 0]
  for (let event = 0; event < eventCount; event++) {
    // Event-days a day, and stall-weeks a week.
    const running = (c.held[event * regionCount + region] * c.days[event]) / DAYS_A_WEEK
    purchases += running * c.visitors[event] * c.buying[event]
    moved += running * c.visitors[event] * c.buying[event] * c.displaced[event]
    stalls += running * c.reserved[event]
  }
  return { purchases, moved, stalls }
}

/** Occasions that visitors bring to a region, and the odds of the bazaar there. */
function visit(
  c: Named<'nestOf' | 'nestShare' | 'occasionRate' | 'season' | 'buyerShare' | 'orderWeight'> &
    Writable<'visits' | 'pull'>,
  { count, venue }: Week,
  region: number,
  purchases: number,
  displaced: number,
): void {
  const { regions: regionCount, categories: categoryCount, nests: nestCount } = count
  const nest = c.nestOf[venue]
  const people = c.buyerShare[region] * count.buyers * c.orderWeight[0]
  let usual = 0
  for (let category = 0; category < categoryCount; category++)
    usual +=
      (people *
        c.occasionRate[category] *
        c.season[category] *
        c.nestShare[category * nestCount + nest]) /
      DAYS_A_WEEK
  if (usual === 0) return
  for (let category = 0; category < categoryCount; category++) {
    const share = c.nestShare[category * nestCount + nest]
    if (share === 0) continue
    const more = Math.min(MOST, (purchases / usual) * share)
    const k = 1 + more / share
    c.visits[category * regionCount + region] = (1 - displaced) * more
    c.pull[category * regionCount + region] = log(
      (k * (1 - share)) / (1 - share - displaced * more),
    )
  }
}

/** Gives stalls of a week by lot, as far as they go. */
function invite(
  c: Parameters<typeof wants>[0] & Named<'region' | 'weight'> & Writable<'room' | 'guest'>,
  smallFirm: number,
  week: Week,
  region: number,
  stalls: number,
): void {
  const waiting: { seller: number; lot: number }[] = []
  for (let seller = week.from; seller < week.to; seller++)
    if (c.region[seller] === region && wants(c, smallFirm, week, seller))
      waiting.push({ seller, lot: drawn(week.draws.lot, seller) })
  waiting.sort((one, other) => one.lot - other.lot || one.seller - other.seller)
  const { taken, left } = allocate(
    c.room[region] + stalls,
    waiting.map(({ seller }) => c.weight[seller]),
    drawn(week.draws.places, region),
  )
  for (const { seller } of waiting.slice(0, taken)) c.guest[seller] = week.venue + 1
  c.room[region] = left
}

/** A small firm of the region that has no stall, but for one that an event gave it. */
function wants(
  c: Named<'kind' | 'listed' | 'state' | 'entrant' | 'turnover' | 'open' | 'guestBefore'>,
  smallFirm: number,
  { count, venue }: Week,
  seller: number,
): boolean {
  if (c.state[seller] !== STATE.active || c.entrant[seller] || c.listed[seller] >= 0) return false
  if (c.kind[seller] === KIND.importer || c.turnover[seller] > smallFirm) return false
  return !c.open[seller * count.venues + venue] || c.guestBefore[seller] > 0
}
