import {
  before,
  type Counts,
  type Draw,
  daily,
  drawn,
  exp,
  log,
  type Named,
  number,
  power,
  rule,
  share,
  still,
  WEEKS_A_YEAR,
  type Writable,
} from '../../../engine/index.ts'
import { listings, STATE, sellers } from '../../populations/index.ts'
import { categories, firms, programmes as offers, regions, venues } from '../../tables/index.ts'
import { allocate } from './allocate.ts'

/**
 * Programmes of the state with a limited number of places. Each Monday the firms that accept wait in a queue,
 * by turnover or by chance, and are taken as far as the places saved up go (allocate.ts). Whom it changes gains
 *   skill d' = min(1, d + gain), appeal, a licence, output A (1 + gain), a shop;
 * skill and appeal wear off. What programmes do to the retail sales of a firm is added up once,
 *   log sales = (appeal + licence) / (1 - f/2) + e lambda ln(1 + gain in output) + ln(1 + shop),
 * f the feedback of popularity at mean sales, e the price elasticity, lambda the share of labour in the cost of a
 * piece, and shop what shops of its category sell at the new venue over what those at its present venues sell. The
 * sum is at most ln(1 + `most`): of a programme whose gains exceed what is left of it a firm gets a part of each. Of
 * the firms for which a row stands those keep the new shop going who make up that part (presence).
 * A firm takes part once in a programme; its successor begins without.
 */
export const programmes = rule({
  name: 'programmes',
  does: 'programmes train, license and equip small firms and open shops for them, within their capacity',
  every: 'week',
  over: sellers,
  whole: true,
  reads: {
    kind: sellers.kind,
    category: sellers.category,
    region: sellers.region,
    cluster: sellers.cluster,
    weight: sellers.weight,
    listed: sellers.listed,
    state: sellers.state,
    entrant: sellers.entrant,
    generation: sellers.generation,
    turnover: before(sellers.turnover),
    open: before(listings.open),
    usual: before(listings.usual),
    closing: venues.closing,
    reached: venues.reach,
    rankPopularity: venues.rankPopularity,
    popularityTaste: categories.popularityTaste,
    priceElasticity: categories.priceElasticity,
    materialCost: categories.materialCost,
    productivity: categories.productivity,
    wage: firms.wage,
    regionalWage: regions.wage,
    slots: offers.slots,
    takeUp: offers.takeUp,
    completion: offers.completion,
    priority: offers.priority,
    regions: offers.regions,
    clusters: offers.clusters,
    elsewhere: offers.elsewhere,
    kinds: offers.kinds,
    skillGain: offers.skill,
    marketing: offers.marketing,
    licenceGain: offers.licence,
    equipment: offers.equipment,
    shops: offers.shops,
    cost: offers.cost,
  },
  writes: {
    joined: sellers.joined,
    trained: sellers.trained,
    training: sellers.training,
    licence: sellers.licence,
    equipped: sellers.equipped,
    enrolled: sellers.enrolled,
    outlets: sellers.outlets,
    absent: listings.absent,
    room: offers.room,
    spent: offers.spent,
  },
  parameters: {
    most: share({
      label: 'Largest effect of all programmes together on the retail sales of a firm',
      default: 0.047,
      range: [0, 1],
      source:
        'training raises sales by 4.7 % and profits by 5 to 10 % (F133): 0 to 0.1; of shops that programmes open no trial is known, and they count among what it found',
      grade: 'A',
    }),
    decay: share({
      label: 'Annual depreciation of training gains',
      default: 0.1,
      source:
        'assumption: a tenth of what was learnt is forgotten or out of date in a year; 0 (it lasts) to 0.3 (half of it in two years)',
      grade: 'assumption',
    }),
    mostFeedback: number({
      label:
        'Largest feedback of popularity on sales that is reckoned with, in rank and taste together',
      unit: 'share',
      default: 0.7,
      range: [0, 0.95],
      source:
        'assumption: seven tenths, with which sales settle at 3.3 times what they would be without; 0 (no feedback) to 0.9 (ten times)',
      grade: 'assumption',
    }),
  },
  draws: {
    lot: daily('Place in the queue of a programme', offers),
    accepts: still('Accepts a programme, by each that holds the place', 'endless'),
    venue: still('Venue where a programme opens a shop, by each that holds the place', 'endless'),
    completes: still('Completes a programme, by each that holds the place', 'endless'),
    places: still('Whether a part of a place is a place', 1, { of: 'programmes' }),
  },
  step(c, p, { from, to, draws, count }) {
    const week: Week = { from, to, draws, count, p }
    const kept = power(1 - p.decay, 1 / WEEKS_A_YEAR)
    for (let seller = from; seller < to; seller++) {
      c.enrolled[seller] = 0
      if (c.entrant[seller]) forget(c, count, seller)
      // Who opens anew what he has closed does so by himself.
      for (let listing = seller * count.venues; listing < (seller + 1) * count.venues; listing++)
        if (c.absent[listing] > 0 && !c.open[listing]) c.absent[listing] = 0
      c.trained[seller] *= kept
      c.training[seller] *= kept
    }
    const means = lazily(() => meanSales(c, week))
    for (let programme = 0; programme < count.programmes; programme++) {
      c.spent[programme] = 0
      if (c.slots[programme] > 0) run(c, week, means, programme)
      else c.room[programme] = 0
    }
  },
})

/** What belongs to a firm and a programme, whatever the week. */
type OfFirms = 'accepts' | 'venue' | 'completes'

interface Week {
  readonly from: number
  readonly to: number
  readonly draws: Readonly<Record<'lot' | 'places' | OfFirms, Draw>>
  readonly count: Counts
  readonly p: Readonly<Record<'most' | 'mostFeedback', number>>
}

type Means = () => Float64Array

/** What is reckoned when it is first asked for, and then kept. */
function lazily(reckon: Means): Means {
  let kept: Float64Array | undefined
  return () => {
    kept ??= reckon()
    return kept
  }
}

/** The successor of a firm begins without what programmes did for it. */
function forget(
  c: Writable<'joined' | 'trained' | 'training' | 'licence' | 'equipped' | 'outlets' | 'absent'>,
  { programmes: programmeCount, venues: venueCount }: Counts,
  seller: number,
): void {
  c.joined.fill(0, seller * programmeCount, (seller + 1) * programmeCount)
  c.trained[seller] = 0
  c.training[seller] = 0
  c.licence[seller] = 0
  c.equipped[seller] = 0
  c.outlets[seller] = 0
  c.absent.fill(0, seller * venueCount, (seller + 1) * venueCount)
}

/** Takes as many of those that wait as there are places. */
function run(
  c: Parameters<typeof queue>[0] & Parameters<typeof take>[0] & Named<'slots'> & Writable<'room'>,
  week: Week,
  means: Means,
  programme: number,
): void {
  const waiting = queue(c, week, programme)
  const { taken, left } = allocate(
    c.room[programme] + c.slots[programme],
    waiting.map((seller) => c.weight[seller]),
    drawn(week.draws.places, programme),
  )
  for (const seller of waiting.slice(0, taken)) take(c, week, means, seller, programme)
  c.room[programme] = left
}

/** Firms that accept, in the order in which they are taken. */
function queue(
  c: Parameters<typeof accepts>[0] & Named<'turnover' | 'priority'>,
  week: Week,
  programme: number,
): number[] {
  const rows: number[] = []
  for (let seller = week.from; seller < week.to; seller++)
    if (accepts(c, week, seller, programme)) rows.push(seller)
  const way = c.priority[programme]
  rows.sort((one, other) => c.turnover[one] - c.turnover[other] || one - other)
  return rows
    .map((seller, place) => {
      const rank = (way < 0 ? place + 0.5 : rows.length - place - 0.5) / rows.length
      const lot = drawn(week.draws.lot, seller, programme)
      return { seller, mark: Math.abs(way) * rank + (1 - Math.abs(way)) * lot }
    })
    .sort((one, other) => one.mark - other.mark || one.seller - other.seller)
    .map(({ seller }) => seller)
}

/** Whether a firm may take part, has not yet, and wants to. */
function accepts(
  c: Parameters<typeof givesNothingElse>[0] &
    Parameters<typeof shopFor>[0] &
    Named<
      | 'kind'
      | 'region'
      | 'cluster'
      | 'listed'
      | 'state'
      | 'entrant'
      | 'takeUp'
      | 'regions'
      | 'clusters'
      | 'elsewhere'
      | 'kinds'
      | 'joined'
    >,
  week: Week,
  seller: number,
  programme: number,
): boolean {
  const {
    programmes: programmeCount,
    kinds: kindCount,
    regions: regionCount,
    clusters: clusterCount,
  } = week.count
  if (c.state[seller] !== STATE.active || c.entrant[seller] || c.listed[seller] >= 0) return false
  if (
    c.joined[seller * programmeCount + programme] ||
    !c.kinds[programme * kindCount + c.kind[seller]]
  )
    return false
  if (!c.regions[programme * regionCount + c.region[seller]]) return false
  const cluster = c.cluster[seller] - 1
  if (!(cluster < 0 ? c.elsewhere[programme] : c.clusters[programme * clusterCount + cluster]))
    return false
  if (givesNothingElse(c, week.count, programme) && shopFor(c, week, seller, programme) < 0)
    return false
  return draw(c, week, seller, programme, 'accepts') < c.takeUp[programme]
}

/** Of a programme that only opens shops, who has one needs nothing. */
function givesNothingElse(
  c: Named<'skillGain' | 'marketing' | 'licenceGain' | 'equipment' | 'shops'>,
  count: Counts,
  programme: number,
): boolean {
  const other =
    c.skillGain[programme] +
    c.marketing[programme] +
    c.licenceGain[programme] +
    c.equipment[programme]
  return other === 0 && opensShops(c, count, programme)
}

function opensShops(c: Named<'shops'>, { venues: venueCount }: Counts, programme: number): boolean {
  for (let venue = 0; venue < venueCount; venue++)
    if (c.shops[programme * venueCount + venue] > 0) return true
  return false
}

/** The venue where it would open a shop, by the programme's shares; -1 where it has a shop or none can be. */
function shopFor(
  c: Named<'generation' | 'open' | 'closing' | 'reached' | 'shops'>,
  week: Week,
  seller: number,
  programme: number,
): number {
  const venueCount = week.count.venues
  const part = (venue: number) =>
    c.reached[venue] > 0 && !c.closing[venue] ? c.shops[programme * venueCount + venue] : 0
  let total = 0
  for (let venue = 0; venue < venueCount; venue++) {
    if (c.shops[programme * venueCount + venue] > 0 && c.open[seller * venueCount + venue])
      return -1
    total += part(venue)
  }
  let mark = draw(c, week, seller, programme, 'venue') * total
  for (let venue = 0; venue < venueCount; venue++) {
    if (mark < part(venue)) return venue
    mark -= part(venue)
  }
  return -1
}

/** What a programme does to a firm that it takes: nothing more where it is not completed. */
function take(
  c: Parameters<typeof onSales>[0] &
    Parameters<typeof shopFor>[0] &
    Named<
      'weight' | 'completion' | 'skillGain' | 'marketing' | 'licenceGain' | 'equipment' | 'cost'
    > &
    Writable<
      | 'joined'
      | 'trained'
      | 'training'
      | 'licence'
      | 'equipped'
      | 'enrolled'
      | 'outlets'
      | 'absent'
      | 'spent'
    >,
  week: Week,
  means: Means,
  seller: number,
  programme: number,
): void {
  const { programmes: programmeCount, venues: venueCount } = week.count
  c.joined[seller * programmeCount + programme] = 1
  c.spent[programme] += c.cost[programme] * c.weight[seller]
  if (draw(c, week, seller, programme, 'completes') >= c.completion[programme]) return
  c.trained[seller] = Math.min(1, c.trained[seller] + c.skillGain[programme])
  const licence = Math.max(0, c.licenceGain[programme] - c.licence[seller])
  const venue = opensShops(c, week.count, programme) ? shopFor(c, week, seller, programme) : -1
  const shop = venue < 0 ? 0 : newOutlet(c, venueCount, means(), seller, venue)
  const gain =
    onSales(c, week, seller, c.marketing[programme] + licence, c.equipment[programme]) +
    log(1 + shop)
  const had =
    onSales(c, week, seller, c.training[seller] + c.licence[seller], c.equipped[seller]) +
    c.outlets[seller]
  const left = Math.max(0, log(1 + week.p.most) - had)
  const part = gain > left ? left / gain : 1
  c.training[seller] += part * c.marketing[programme]
  c.licence[seller] += part * licence
  c.equipped[seller] = (1 + c.equipped[seller]) * power(1 + c.equipment[programme], part) - 1
  if (venue < 0) return
  c.enrolled[seller] = venue + 1
  c.outlets[seller] += part * log(1 + shop)
  c.absent[seller * venueCount + venue] = 1 - presence(shop, part, feedback(c, week, seller))
}

/** Sales of shops at a venue over those at the venues where a firm has one, in its category; 0: not known. */
function newOutlet(
  c: Named<'category' | 'open'>,
  venueCount: number,
  means: Float64Array,
  seller: number,
  venue: number,
): number {
  const cell = c.category[seller] * venueCount
  let present = 0
  for (let own = 0; own < venueCount; own++)
    if (c.open[seller * venueCount + own]) present += means[cell + own]
  return present > 0 ? means[cell + venue] / present : 0
}

/** Of a shop of one firm, by category and venue, over a season. */
function meanSales(
  c: Named<'category' | 'weight' | 'state' | 'open' | 'usual' | 'absent'>,
  { from, to, count }: Week,
): Float64Array {
  const { categories: categoryCount, venues: venueCount } = count
  const sales = new Float64Array(categoryCount * venueCount)
  const firms = new Float64Array(categoryCount * venueCount)
  for (let seller = from; seller < to; seller++)
    for (let venue = 0; venue < venueCount && c.state[seller] === STATE.active; venue++) {
      const listing = seller * venueCount + venue
      if (!c.open[listing] || c.absent[listing] > 0) continue
      sales[c.category[seller] * venueCount + venue] += c.weight[seller] * c.usual[listing]
      firms[c.category[seller] * venueCount + venue] += c.weight[seller]
    }
  return sales.map((sold, cell) => (firms[cell] > 0 ? sold / firms[cell] : 0))
}

/** What gains in appeal and output do to the log of a firm's sales, when popularity has followed. */
function onSales(
  c: Named<
    | 'category'
    | 'region'
    | 'rankPopularity'
    | 'popularityTaste'
    | 'priceElasticity'
    | 'materialCost'
    | 'productivity'
    | 'wage'
    | 'regionalWage'
  >,
  week: Week,
  seller: number,
  appeal: number,
  output: number,
): number {
  const category = c.category[seller]
  const labour = (c.wage[0] * c.regionalWage[c.region[seller]]) / c.productivity[category]
  const inCost = labour / (labour + c.materialCost[category])
  const priced = c.priceElasticity[category] * inCost * log(1 + output)
  return appeal / (1 - feedback(c, week, seller) / 2) + priced
}

/** Of popularity on sales, in rank and taste together. */
function feedback(
  c: Named<'category' | 'rankPopularity' | 'popularityTaste'>,
  { p, count }: Week,
  seller: number,
): number {
  let ranked = 0
  for (let venue = 0; venue < count.venues; venue++)
    ranked = Math.max(ranked, c.rankPopularity[venue])
  return Math.min(p.mostFeedback, ranked + c.popularityTaste[c.category[seller]])
}

/** A number that belongs to a firm and a programme, whatever the week. */
const draw = (
  c: Named<'generation'>,
  { draws, count }: Week,
  seller: number,
  programme: number,
  what: OfFirms,
): number => drawn(draws[what], seller, c.generation[seller] * count.programmes + programme)

/**
 * The presence w with which a new shop adds (1 + shop)^part - 1 to a firm's sales instead of `shop`. With x the sales
 * relative to shops there, x = w (1 + x)^f / 2^f: popularity lifts a shop that sells, and w is 1 at x = 1.
 */
export function presence(shop: number, part: number, feedback: number): number {
  if (shop === 0 || part === 1) return 1
  const x = (exp(part * log(1 + shop)) - 1) / shop
  return Math.min(1, x * power(2 / (1 + x), feedback))
}
