import {
  before,
  DAYS_A_WEEK,
  DAYS_A_YEAR,
  type Draw,
  daily,
  drawn,
  drawnWord,
  GUMBEL,
  log,
  type Named,
  number,
  rule,
  share,
  still,
  type Writable,
} from '../../../engine/index.ts'
import { feeds, KIND, listings, STATE, sellers } from '../../populations/index.ts'
import { categories, venues } from '../../tables/index.ts'
import { isReviewDay } from '../review-day.ts'
import { allocate } from './allocate.ts'

/**
 * A platform that has best sellers of its own sellers made abroad and lists them under its own label. Every
 * `reviewWeeks` weeks it copies, of each category, a share of the listings of a year:
 *   which      odds ~ (P / Pmean)^a x copyability, over sellers not copied yet          (P popularity at the venue)
 *   by whom    an importer of the category whom it commissions, one without a shop there if it can
 *   as what    quality q_j - dq of the seller copied, at the importer's cost, `lag` weeks later
 * The importer keeps his other business; all who make for one platform price as one owner. Without the use of
 * sellers' data nothing new is copied. Buyers find a copy and its original close (twins.ts), until the firm copied
 * is no more. Zhu and Liu 2018 on which sellers a platform enters against.
 */
export const copycat = rule({
  name: 'copycat',
  does: 'a platform lists copies of best sellers under its own label',
  every: 'week',
  over: sellers,
  whole: true,
  reads: {
    kind: sellers.kind,
    category: sellers.category,
    weight: sellers.weight,
    listed: sellers.listed,
    state: sellers.state,
    entrant: sellers.entrant,
    quality: sellers.quality,
    madeToOrder: sellers.madeToOrder,
    open: before(listings.open),
    popularity: before(listings.popularity),
    copyability: categories.copyability,
    copies: venues.copies,
    sellerData: venues.sellerData,
  },
  writes: {
    owner: sellers.owner,
    ownLabel: sellers.ownLabel,
    nextLabel: sellers.nextLabel,
    labelWeeks: sellers.labelWeeks,
    labelQuality: sellers.labelQuality,
    copied: sellers.copied,
    original: sellers.original,
    room: feeds.copyRoom,
  },
  parameters: {
    lag: number({
      label: 'Lag from the choice of a best seller to the listing of its copy',
      unit: 'weeks',
      default: 6,
      range: [0, 26],
      source:
        'assumption: six weeks to choose, order and list; 3 (a factory has the goods) to 12 (new moulds or prints)',
      grade: 'assumption',
    }),
    gap: number({
      label: 'Quality gap between a copy and the original',
      unit: 'log odds',
      default: 0.3,
      range: [0, 3],
      source:
        'assumption: a copy is worth 9 % of the price less (at an elasticity of 3.5); 0 (the same) to 0.8 (23 %)',
      grade: 'assumption',
    }),
    attraction: number({
      label: 'Response of copying to popularity',
      unit: 'exponent',
      default: 1,
      range: [0, 5],
      source:
        'assumption: in proportion to popularity. Amazon entered where goods sold and pleased (Zhu and Liu 2018), so more than by lot: 0.5 to 3 (best sellers alone)',
      grade: 'assumption',
    }),
    reviewWeeks: number({
      label: 'Interval at which a platform chooses best sellers to copy',
      unit: 'weeks',
      default: 4,
      range: [1, 26],
      source:
        'assumption: a month, as assortments are planned; 1 (as sales are seen) to 26 (with the seasons). How many are copied in a year does not depend on it',
      grade: 'assumption',
    }),
    custom: share({
      label: 'Relative ease of copying made-to-order goods',
      default: 0.05,
      source:
        'assumption: a twentieth, as what is made after the order is not lying on a shelf to be copied; 0 to 0.3',
      grade: 'assumption',
    }),
  },
  draws: {
    copied: daily('Shock to the odds of being copied, by venue', venues),
    makes: still('Order among importers in which copies are ordered, by venue', venues),
    places: still('Whether a part of a copy is a copy', 1, { of: 'categories by venue' }),
  },
  step(c, p, { day, from, to, draws, count }) {
    const { venues: venueCount, categories: categoryCount } = count
    const week: Week = { from, to, draws, count }
    for (let seller = from; seller < to; seller++) {
      if (c.entrant[seller]) forget(c, seller)
      if (c.original[seller] > 0 && c.entrant[c.original[seller] - 1]) c.original[seller] = 0
      if (c.nextLabel[seller] > 0) awaitGoods(c, seller)
    }
    for (let venue = 0; venue < venueCount; venue++) {
      if (c.copies[venue] > 0 && c.sellerData[venue]) {
        if (isReviewDay(day, p.reviewWeeks))
          for (let category = 0; category < categoryCount; category++)
            scan(c, p, week, venue, category)
      } else c.room.fill(0, venue * categoryCount, (venue + 1) * categoryCount)
    }
  },
})

type Settings<K extends string> = Readonly<Record<K, number>>

interface Week {
  readonly from: number
  readonly to: number
  readonly draws: Readonly<Record<'copied' | 'makes' | 'places', Draw>>
  readonly count: Readonly<Record<string, number>>
}

/** A maker of copies begins to sell them when they have come. */
function awaitGoods(c: Writable<'ownLabel' | 'nextLabel' | 'labelWeeks'>, seller: number): void {
  if (c.labelWeeks[seller] > 0) c.labelWeeks[seller]--
  if (c.labelWeeks[seller] > 0) return
  c.ownLabel[seller] = c.nextLabel[seller]
  c.nextLabel[seller] = 0
}

/** A successor makes no copies and is not copied yet. */
function forget(
  c: Parameters<typeof makesFor>[0] &
    Writable<
      'owner' | 'ownLabel' | 'nextLabel' | 'labelWeeks' | 'labelQuality' | 'copied' | 'original'
    >,
  seller: number,
): void {
  if (makesFor(c, seller) > 0) c.owner[seller] = seller
  c.ownLabel[seller] = 0
  c.nextLabel[seller] = 0
  c.labelWeeks[seller] = 0
  c.labelQuality[seller] = 0
  c.copied[seller] = 0
  c.original[seller] = 0
}

/** The platform for which a seller makes goods or will, from 1; 0 none. */
const makesFor = (c: Named<'ownLabel' | 'nextLabel'>, seller: number): number =>
  c.ownLabel[seller] || c.nextLabel[seller]

/** Copies as many listings as the time since the last review allows, while there are best sellers and importers. */
function scan(
  c: Parameters<typeof commission>[0] &
    Parameters<typeof marketOf>[0] &
    Parameters<typeof score>[0] &
    Named<'copies'> &
    Writable<'room'>,
  p: Settings<'lag' | 'gap' | 'attraction' | 'custom' | 'reviewWeeks'>,
  week: Week,
  venue: number,
  category: number,
): void {
  const { draws, count } = week
  const cell = venue * count.categories + category
  const { makers, victims, size, mean } = marketOf(c, week, venue, category)
  // No behaviour: below one, chance orders those who are alike, and never one with a shop before one without.
  const late = (seller: number) =>
    c.open[seller * count.venues + venue] + drawn(draws.makes, seller, venue) * 0.5
  makers.sort((one, other) => late(one) - late(other) || one - other)
  const chosen = victims
    .map((seller) => ({ seller, score: score(c, p, week, seller, venue, mean) }))
    .filter(({ score }) => score > -Infinity)
    .sort((one, other) => other.score - one.score || one.seller - other.seller)
  const able = makers.slice(0, chosen.length)
  const { taken, left } = allocate(
    c.room[cell] + (c.copies[venue] * size * (p.reviewWeeks * DAYS_A_WEEK)) / DAYS_A_YEAR,
    able.map((maker) => c.weight[maker]),
    drawn(draws.places, cell),
  )
  for (let nth = 0; nth < taken; nth++) commission(c, p, week, able[nth], chosen[nth].seller, venue)
  c.room[cell] = left
}

/** Of a category at a venue: who could make copies, who could be copied, how many firms sell there and their mean popularity. */
function marketOf(
  c: Parameters<typeof makesFor>[0] &
    Named<
      | 'kind'
      | 'category'
      | 'weight'
      | 'listed'
      | 'state'
      | 'entrant'
      | 'open'
      | 'popularity'
      | 'copied'
    >,
  { from, to, count }: Week,
  venue: number,
  category: number,
): { makers: number[]; victims: number[]; size: number; mean: number } {
  const venueCount = count.venues
  const victims: number[] = []
  const makers: number[] = []
  let [size, popular] = [0, 0]
  for (let seller = from; seller < to; seller++) {
    if (c.category[seller] !== category || c.listed[seller] >= 0) continue
    if (c.state[seller] !== STATE.active || c.entrant[seller] || makesFor(c, seller) > 0) continue
    if (c.kind[seller] === KIND.importer) makers.push(seller)
    if (!c.open[seller * venueCount + venue]) continue
    size += c.weight[seller]
    popular += c.weight[seller] * c.popularity[seller * venueCount + venue]
    if (!c.copied[seller]) victims.push(seller)
  }
  return { makers, victims, size, mean: size > 0 ? popular / size : 0 }
}

/** Log odds of being copied, with the shock of this review; never where nothing is sold or nothing can be copied. */
function score(
  c: Named<'category' | 'madeToOrder' | 'popularity' | 'copyability'>,
  p: Settings<'attraction' | 'custom'>,
  { draws, count }: Week,
  seller: number,
  venue: number,
  mean: number,
): number {
  const popularity = c.popularity[seller * count.venues + venue]
  const copyable = c.copyability[c.category[seller]] * (c.madeToOrder[seller] ? p.custom : 1)
  if (popularity === 0 || copyable === 0) return -Infinity
  const shock = GUMBEL[drawnWord(draws.copied, seller, venue) >>> 20]
  return p.attraction * log(popularity / mean) + log(copyable) + shock
}

/** Has an importer make a copy. All who make for one platform have one owner. */
function commission(
  c: Parameters<typeof makesFor>[0] &
    Named<'quality'> &
    Writable<'owner' | 'nextLabel' | 'labelWeeks' | 'labelQuality' | 'copied' | 'original'>,
  p: Settings<'lag' | 'gap'>,
  { from, to }: Week,
  maker: number,
  victim: number,
  venue: number,
): void {
  let owner = maker
  for (let seller = from; seller < to; seller++)
    if (makesFor(c, seller) === venue + 1) {
      owner = c.owner[seller]
      break
    }
  c.owner[maker] = owner
  c.nextLabel[maker] = venue + 1
  c.labelWeeks[maker] = p.lag
  c.labelQuality[maker] = c.quality[victim] - p.gap
  c.copied[victim] = 1
  c.original[maker] = victim + 1
}
