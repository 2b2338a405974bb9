import {
  atBirth,
  before,
  type Counts,
  chance,
  DAYS_A_WEEK,
  DAYS_A_YEAR,
  type Draws,
  daily,
  drawn,
  drawnInLife,
  exp,
  type LifeDeclaration,
  type Named,
  normalQuantile,
  number,
  power,
  rule,
  share,
  WEEKS_A_MONTH,
  WHOLE_WEEKS_A_YEAR,
  type Writable,
} from '../../../engine/index.ts'
import { isMerchant, KIND, listings, STATE, sellers, today } from '../../populations/index.ts'
import { categories, firms, regions } from '../../tables/index.ts'
import { stretchOf } from '../stretch.ts'
import { outsideEarnings, shareBelow, weeksOfEarnings } from './pressed.ts'

/** What a firm is by chance, as it is declared for the first day and for entrants. */
export const firmDraws = <D>(declare: (label: string) => D) => ({
  quality: declare('Quality'),
  skill: declare('Digital skill'),
  madeToOrder: declare('Makes to order'),
  perceived: declare('Price sensitivity that it perceives'),
  commission: declare('Commission that it offers creators'),
})

const BORN = {
  ...firmDraws((label): LifeDeclaration => atBirth(label)),
  outside: atBirth('What its owner could earn elsewhere'),
}

/** Weeks that are counted at most: what a byte holds. */
const LONGEST = 255

/**
 * Firms stop, leave and enter. An owner is pressed who earns less with the firm over `earningsWeeks` weeks than
 *   asked x outside,   outside = informal wage x region x family x e^(s z - s^2/2),   z of the owner,
 * asked being what owners of his kind and category take of it, solved so that a share `pressed` of them are short
 * before the calibration date. A pressed producer idles, keeps his tools, and looks again at `restart` a week.
 * Exit: a hazard a week of
 *   h_i = h r_i / R,   r_i = (retail) x (young) x (1 + gamma months short),
 * R their mean, solved so that all that leave, the insolvent included, make h before the calibration date; or debts
 * above cash and goods for `brokeWeeks` weeks (goods can be borrowed on; an order abroad is no bankruptcy). An
 * empty place of a stratum (kind, category, region) fills at `entry` a week. Chances of entry and restart are
 * multiplied by (pi / pi_0)^phi, pi the median gain of firms at work of that kind and category, smoothed, and pi_0 what
 * it is in the mean before the calibration date: who sees others gain less stays away. `asked` and pi_0 are means in which
 * the last weeks count for nothing (settledBy), so that they stand before solving ends.
 * The entrant's attributes are keyed to the place and its generation, so that entry in one scenario does not shift
 * entrants of another.
 */
export const entryExit = rule({
  name: 'entry-exit',
  does: 'firms idle, restart, leave and enter',
  every: 'week',
  over: categories,
  slice: 1,
  reads: {
    kind: sellers.kind,
    category: sellers.category,
    region: sellers.region,
    listed: sellers.listed,
    cash: before(sellers.cash),
    stock: before(sellers.stock),
    onOrder: before(sellers.onOrder),
    earnings: before(sellers.earnings),
    earnedWeeks: before(sellers.earnedWeeks),
    expected: before(sellers.expected),
    unitCost: before(sellers.unitCost),
    wholesalePrice: before(sellers.wholesalePrice),
    family: sellers.family,
    source: before(sellers.source),
    weight: sellers.weight,
    open: before(listings.open),
    profit: before(listings.profit),
    solving: today.solving,
    yearsToSettle: today.yearsToSettle,
    qualitySpread: categories.qualitySpread,
    customShare: categories.customShare,
    informal: firms.informal,
    informalSpread: firms.informalSpread,
    earningsWeeks: firms.earningsWeeks,
    regionalWage: regions.wage,
  },
  writes: {
    state: sellers.state,
    entrant: sellers.entrant,
    exited: sellers.exited,
    reentered: sellers.reentered,
    generation: sellers.generation,
    age: sellers.age,
    outside: sellers.outside,
    shortWeeks: sellers.shortWeeks,
    brokeWeeks: sellers.brokeWeeks,
    quality: sellers.quality,
    rent: sellers.rent,
    skill: sellers.skill,
    madeToOrder: sellers.madeToOrder,
    perceivedSensitivity: sellers.perceivedSensitivity,
    offered: sellers.creatorCommission,
    earned: categories.peersProfit,
    usual: categories.peersUsualProfit,
    asked: categories.asked,
    pressure: categories.pressure,
    broke: categories.broke,
  },
  parameters: {
    exitHazard: number({
      label: 'Exit hazard',
      unit: '1/week',
      default: 0.00166492,
      range: [0, 0.1],
      source: '8.3 % a year (F16)',
      grade: 'A',
    }),
    brokeWeeks: number({
      label: 'Weeks of insolvency before exit',
      unit: 'weeks',
      default: 8,
      range: [1, 100],
      source: 'assumption: suppliers and kin wait two months for their money; 4 to 26 weeks',
      grade: 'assumption',
    }),
    entry: number({
      label: 'Entry hazard of a vacant slot',
      unit: '1/week',
      default: 0.03,
      range: [0, 1],
      source:
        'assumption: an empty place is taken after 33 weeks; with exits of 8.3 % a year (F16) one place in twenty stands empty. 0.01 (two years, one in seven) to 0.1 (ten weeks, one in sixty)',
      grade: 'assumption',
    }),
    response: number({
      label: 'Response of entry and restart to peers’ profit (phi)',
      unit: 'exponent',
      default: 1,
      range: [0, 5],
      source:
        'assumption: in proportion to what peers earn; 0 (whatever they earn) to 3 (twice the profit brings eight times as many)',
      grade: 'assumption',
    }),
    memory: share({
      label: 'Weight of the latest week in peers’ profit',
      default: 0.1,
      source:
        'assumption: a half-life of seven weeks, as peers’ profit is known by hearsay; 0.02 (eight months) to 0.5 (a week)',
      grade: 'assumption',
    }),
    pressed: number({
      label: 'Share of owners who earn less than they ask, before any policy; 0: nobody asks',
      unit: 'share',
      default: 0.1,
      range: [0, 0.5],
      source:
        'assumption: a tenth, about the firms that leave in a year (F16); 0.05 to 0.2: half of them to those that leave in two years are at the margin',
      grade: 'assumption',
    }),
    shortfall: number({
      label: 'Rise of the exit hazard with each month short, relative (gamma)',
      unit: '1/month',
      default: 0.25,
      range: [0, 2],
      source:
        'assumption: at 0.25 who is short for a year leaves four times as readily; 0 (loss does not matter) to 1 (thirteen times); less profitable firms die sooner (F16)',
      grade: 'assumption',
    }),
    mostMonths: number({
      label: 'Months short that raise the exit hazard at most',
      unit: 'months',
      default: 12,
      range: [0, 58],
      source: 'assumption: a year: who has borne a bad one bears the next as well; 6 to 24 months',
      grade: 'assumption',
    }),
    young: number({
      label: 'Exit hazard in the first year, relative to later',
      unit: 'ratio',
      default: 1.5,
      range: [1, 4],
      source:
        'assumption: higher for young firms, half of all dead within six years (F16); 1 to 2.5',
      grade: 'assumption',
    }),
    retail: number({
      label: 'Exit hazard of resellers and traders relative to producers and importers',
      unit: 'ratio',
      default: 1.2,
      range: [1, 4],
      source: 'assumption: higher for retail (F16), which gives no figure here; 1 to 1.5',
      grade: 'assumption',
    }),
    restart: number({
      label: 'Restart hazard of an idle producer',
      unit: '1/week',
      default: 0.04,
      range: [0, 1],
      source:
        'assumption: half a year until buyers and workers are found again; 0.01 (two years) to 0.2 (five weeks)',
      grade: 'assumption',
    }),
    rentFollows: number({
      label: 'Response of rent to the quality of an entrant',
      unit: 'exponent',
      default: 0.8,
      range: [0, 2],
      source:
        'assumption: landlords take four fifths of what a better place brings, or tenants would bid for it; 0 (rent by the area alone) to 1 (all of it, as in Ricardo)',
      grade: 'assumption',
    }),
    misperception: number({
      label: 'Spread of perceived price sensitivity',
      unit: 'log',
      default: 0.15,
      range: [0, 1],
      source:
        'assumption: nobody knows the elasticity of his demand: one firm in three is more than 15 % off; 0 (all know it) to 0.4',
      grade: 'assumption',
    }),
    leastCommission: number({
      label: 'Lowest commission that firms offer creators, before the source of their goods counts',
      unit: 'share',
      default: 0.05,
      range: [0, 0.5],
      source: 'assumption: 5 %, as rates of 5 to 15 % are usual; 0.02 to 0.1',
      grade: 'assumption',
    }),
    commissionWidth: number({
      label: 'Width of the range of commissions that firms offer creators',
      unit: 'share',
      default: 0.1,
      range: [0, 0.5],
      source:
        'assumption: ten points, evenly between 5 and 15 %; from none (all offer the same) to 0.2',
      grade: 'assumption',
    }),
    importCommission: number({
      label: 'Commission to creators offered on imports, relative',
      unit: 'ratio',
      default: 1.1,
      range: [0, 2],
      source: 'assumption: a tenth more, as cheap imports leave room for it; 1 (the same) to 1.5',
      grade: 'assumption',
    }),
    localCommission: number({
      label: 'Commission to creators offered on local goods, relative',
      unit: 'ratio',
      default: 0.8,
      range: [0, 2],
      source:
        'assumption: a fifth less, as makers of local goods have less room; 0.5 to 1 (the same)',
      grade: 'assumption',
    }),
    rentSpread: number({
      label: 'Spread of rents between firms of one place on the first day',
      unit: 'log',
      default: 0.3,
      range: [0, 1],
      source:
        'assumption: rents of one firm in three are more than 30 % off what its place takes; 0 (by the place alone) to 0.6',
      grade: 'assumption',
    }),
    firstWeeks: number({
      label: 'Weeks after which earnings of a firm count for what owners ask',
      unit: 'weeks',
      default: 4,
      range: [1, 13],
      source:
        'assumption: a month, as takings of the first weeks are of a shop that is still being stocked and found; 1 (the first week counts) to 13 (a season must have passed)',
      grade: 'assumption',
    }),
    leastFree: share({
      label: 'Least part of the exit hazard that is left to firms that can pay, before any policy',
      default: 0.1,
      range: [0.01, 1],
      source:
        'assumption: a tenth: where as many go broke as leave in all, a few solvent owners still do, as they age or find better work; 0.01 (next to none) to 1 (insolvencies come on top)',
      grade: 'assumption',
    }),
    pressureWeeks: number({
      label: 'Weeks over which the mean exit hazard is seen, before the calibration date',
      unit: 'weeks',
      default: 8,
      range: [1, 52],
      source:
        'assumption: two months, so that who is short this week does not alone settle the hazard of all; 1 (the week itself) to 52 (a whole year with its seasons)',
      grade: 'assumption',
    }),
    idleAtStart: number({
      label: 'Idle producers on the first day, relative to those who earn less than they ask',
      unit: 'ratio',
      default: 1.6,
      range: [0, 2],
      source:
        'assumption: calibrated to the model’s own rest and no observation: 1.6 times the tenth who earn less than they ask are 16 % of producers, as many as start again while others fall idle. 0 (nobody is idle yet, and they gather before the calibration date) to 2 (a fifth)',
      grade: 'assumption',
    }),
  },
  draws: {
    enters: daily('Is taken by a new firm'),
    leaves: daily('Leaves'),
    restarts: daily('Starts again after having been idle'),
    ...BORN,
  },
  step(c, p, { day, from, to, draws, count }) {
    const slice: Slice = { ...stretchOf(c.category, from, to), from, to, day, kinds: count.kinds }
    const part = c.solving[0] ? settledBy(day, c.yearsToSettle[0], p.firstWeeks) : 0
    const pull = attraction(c, p, count, slice, part)
    const solving = c.solving[0] > 0
    if (solving) settleAsked(c, p, slice, part)
    if (solving || day === 0) settlePressure(c, p, slice)
    const broke = new Float64Array(to)
    for (let seller = slice.first; seller < slice.last; seller++) {
      c.entrant[seller] = 0
      c.exited[seller] = 0
      c.reentered[seller] = 0
      if (c.listed[seller] >= 0 || day === 0) continue
      const attracted = pull[stratum(c, slice.kinds, seller)]
      if (c.state[seller] === STATE.exited) {
        if (drawn(draws.enters, seller) < p.entry * attracted) enter(c, p, draws, seller)
        continue
      }
      const short = passWeek(c, p.pressed, slice.kinds, seller)
      const insolvent = c.brokeWeeks[seller] >= p.brokeWeeks
      if (insolvent) broke[c.category[seller]] += c.weight[seller]
      if (
        insolvent ||
        drawn(draws.leaves, seller) < chance(exitHazard(c, p, seller), DAYS_A_WEEK)
      ) {
        c.state[seller] = STATE.exited
        c.exited[seller] = 1
      } else if (c.state[seller] === STATE.idle) {
        if (drawn(draws.restarts, seller) < p.restart * attracted) restart(c, seller)
      } else if (short && c.kind[seller] === KIND.producer) c.state[seller] = STATE.idle
    }
    if (solving && day > 0) settleBroke(c, slice, broke)
  },
})

type Settings<K extends string> = Readonly<Record<K, number>>

type Strata = Named<'category' | 'kind'>

/** What one thread sees to: sellers `first <= seller < last`, of categories `from <= category < to`. */
interface Slice {
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
  readonly day: number
  readonly kinds: number
}

/**
 * A week older, and for as many weeks short or insolvent.
 * @returns whether it is short: idle, or its owner earns less than he asks
 */
function passWeek(
  c: Strata &
    Named<
      | 'cash'
      | 'stock'
      | 'onOrder'
      | 'earnings'
      | 'earnedWeeks'
      | 'earningsWeeks'
      | 'unitCost'
      | 'state'
      | 'outside'
      | 'asked'
    > &
    Writable<'age' | 'shortWeeks' | 'brokeWeeks'>,
  pressed: number,
  kinds: number,
  seller: number,
): boolean {
  c.age[seller] = Math.min(LONGEST, c.age[seller] + 1)
  const short = c.state[seller] === STATE.idle || isShort(c, pressed, kinds, seller)
  c.shortWeeks[seller] = short ? Math.min(LONGEST, c.shortWeeks[seller] + 1) : 0
  const netAssets = c.cash[seller] + c.unitCost[seller] * (c.stock[seller] + c.onOrder[seller])
  c.brokeWeeks[seller] = netAssets < 0 ? Math.min(LONGEST, c.brokeWeeks[seller] + 1) : 0
  return short
}

function restart(c: Writable<'state' | 'reentered' | 'shortWeeks'>, seller: number): void {
  c.state[seller] = STATE.active
  c.reentered[seller] = 1
  c.shortWeeks[seller] = 0
}

/** Earnings of `earningsWeeks` weeks below what the owner asks. */
function isShort(
  c: Strata & Named<'earnings' | 'earnedWeeks' | 'earningsWeeks' | 'outside' | 'asked'>,
  pressed: number,
  kinds: number,
  seller: number,
): boolean {
  return (
    pressed > 0 &&
    c.earnedWeeks[seller] >= weeksOfEarnings(c) &&
    c.earnings[seller] < c.asked[stratum(c, kinds, seller)] * c.outside[seller]
  )
}

type Marks = Settings<'retail' | 'young' | 'shortfall' | 'mostMonths'>

/** Relative to a firm that is old, makes goods and is not short. */
function mark(c: Named<'kind' | 'age' | 'shortWeeks'>, p: Marks, seller: number): number {
  const months = Math.min(c.shortWeeks[seller] / WEEKS_A_MONTH, p.mostMonths)
  const retail = isMerchant(c.kind[seller]) ? p.retail : 1
  return retail * (c.age[seller] < WHOLE_WEEKS_A_YEAR ? p.young : 1) * (1 + p.shortfall * months)
}

function exitHazard(
  c: Named<'kind' | 'category' | 'age' | 'shortWeeks' | 'pressure'>,
  p: Marks & Settings<'exitHazard'>,
  seller: number,
): number {
  return (p.exitHazard * mark(c, p, seller)) / (c.pressure[c.category[seller]] || 1)
}

/** What a share `pressed` of owners do not earn, idle ones counted; a mean over the weeks so far. */
function settleAsked(
  c: Strata &
    Named<'earnings' | 'earnedWeeks' | 'earningsWeeks' | 'weight' | 'state' | 'outside'> &
    Writable<'asked'>,
  p: Settings<'pressed' | 'firstWeeks'>,
  { first, last, to, kinds }: Slice,
  part: number,
): void {
  if (part === 0) return
  const least = Math.min(p.firstWeeks, weeksOfEarnings(c))
  const known = Array.from({ length: to * kinds }, (): number[] => [])
  for (let seller = first; seller < last; seller++)
    if (c.state[seller] !== STATE.exited && c.earnedWeeks[seller] >= least)
      known[stratum(c, kinds, seller)].push(seller)
  known.forEach((rows, cell) => {
    if (rows.length === 0) return
    const share = (seller: number) =>
      c.outside[seller] > 0 ? c.earnings[seller] / c.outside[seller] : 0
    const asks = Math.max(0, shareBelow(rows, share, c.weight, p.pressed))
    c.asked[cell] += part * (asks - c.asked[cell])
  })
}

/** Marks on average, so that the hazard of all is `exitHazard`, less what leaves broke; a mean over up to `pressureWeeks`. */
function settlePressure(
  c: Named<'kind' | 'category' | 'listed' | 'weight' | 'state' | 'age' | 'shortWeeks' | 'broke'> &
    Writable<'pressure'>,
  p: Marks & Settings<'exitHazard' | 'leastFree' | 'pressureWeeks'>,
  { first, last, from, to, day }: Slice,
): void {
  const [marks, weights] = [new Float64Array(to), new Float64Array(to)]
  for (let seller = first; seller < last; seller++) {
    if (c.state[seller] === STATE.exited || c.listed[seller] >= 0) continue
    marks[c.category[seller]] += c.weight[seller] * mark(c, p, seller)
    weights[c.category[seller]] += c.weight[seller]
  }
  for (let category = from; category < to; category++) {
    if (weights[category] === 0) continue
    const free = p.exitHazard > 0 ? Math.max(p.leastFree, 1 - c.broke[category] / p.exitHazard) : 1
    const mean = marks[category] / weights[category] / free
    c.pressure[category] +=
      (mean - c.pressure[category]) / Math.min(p.pressureWeeks, day / DAYS_A_WEEK + 1)
  }
}

/** The share of firms that go broke in a week; a mean over up to a year. */
function settleBroke(
  c: Named<'category' | 'listed' | 'weight' | 'state' | 'exited'> & Writable<'broke'>,
  { first, last, from, to, day }: Slice,
  broke: Float64Array,
): void {
  const weights = new Float64Array(to)
  for (let seller = first; seller < last; seller++)
    if ((c.state[seller] !== STATE.exited || c.exited[seller]) && c.listed[seller] < 0)
      weights[c.category[seller]] += c.weight[seller]
  for (let category = from; category < to; category++)
    if (weights[category] > 0)
      c.broke[category] +=
        (broke[category] / weights[category] - c.broke[category]) /
        Math.min(WHOLE_WEEKS_A_YEAR, day / DAYS_A_WEEK)
}

const stratum = (c: Strata, kinds: number, seller: number): number =>
  c.category[seller] * kinds + c.kind[seller]

/** How much likelier than usual places are taken, by category and kind; 1 where nobody has earned yet. */
function attraction(
  c: Strata &
    Named<
      | 'kind'
      | 'listed'
      | 'expected'
      | 'unitCost'
      | 'wholesalePrice'
      | 'weight'
      | 'open'
      | 'profit'
      | 'solving'
      | 'state'
    > &
    Writable<'earned' | 'usual'>,
  p: Settings<'memory' | 'response' | 'firstWeeks'>,
  count: Counts,
  { first, last, from, to, day, kinds }: Slice,
  part: number,
): Float64Array {
  const peers = Array.from({ length: to * kinds }, (): number[] => [])
  for (let seller = first; seller < last; seller++)
    if (c.state[seller] === STATE.active && c.listed[seller] < 0)
      peers[stratum(c, kinds, seller)].push(seller)
  return Float64Array.from(peers, (rows, cell) => {
    if (cell < from * kinds) return 1
    if (rows.length > 0 && day > 0)
      c.earned[cell] +=
        (medianProfit(c, count, rows) - c.earned[cell]) * (c.earned[cell] ? p.memory : 1)
    if (c.solving[0] && day <= DAYS_A_WEEK * p.firstWeeks) c.usual[cell] = c.earned[cell]
    c.usual[cell] += part * (c.earned[cell] - c.usual[cell])
    const ratio = c.usual[cell] > 0 ? Math.max(0, c.earned[cell]) / c.usual[cell] : 1
    return power(ratio, p.response)
  })
}

/** Of firms: half of those for which the rows stand gain less. */
function medianProfit(
  c: Named<'kind' | 'expected' | 'unitCost' | 'wholesalePrice' | 'weight' | 'open' | 'profit'>,
  count: Counts,
  rows: readonly number[],
): number {
  const gains = Float64Array.from(rows, (seller) => profitOf(c, count.venues, seller))
  const order = rows.map((_, nth) => nth)
  order.sort((one, other) => gains[one] - gains[other] || one - other)
  let half = 0
  for (const nth of order) half += c.weight[rows[nth]] / 2
  let nth = 0
  for (half -= c.weight[rows[order[0]]]; half > 0; half -= c.weight[rows[order[nth]]]) nth++
  return gains[order[nth]]
}

/** A week's gain of a firm: its margin at wholesale of all it sells, or what its shops gain net of fees. */
function profitOf(
  c: Named<'kind' | 'expected' | 'unitCost' | 'wholesalePrice' | 'open' | 'profit'>,
  venues: number,
  seller: number,
): number {
  if (!isMerchant(c.kind[seller]))
    return (c.wholesalePrice[seller] - c.unitCost[seller]) * c.expected[seller]
  let gain = 0
  for (let listing = seller * venues; listing < (seller + 1) * venues; listing++)
    if (c.open[listing]) gain += c.profit[listing]
  return gain
}

/** A new firm in an empty place. */
function enter(
  c: Parameters<typeof giveAttributes>[0] &
    Writable<'state' | 'entrant' | 'generation' | 'age' | 'shortWeeks' | 'brokeWeeks'>,
  p: Settings<'misperception' | 'rentFollows'> & Offers,
  born: Draws<typeof BORN>,
  seller: number,
): void {
  c.generation[seller]++
  c.state[seller] = STATE.active
  c.entrant[seller] = 1
  c.age[seller] = 0
  c.shortWeeks[seller] = 0
  c.brokeWeeks[seller] = 0
  giveAttributes(c, p, born, seller)
}

/** What a new firm is by chance, what its owner could earn elsewhere, and its rent. */
function giveAttributes(
  c: Strata &
    Named<
      | 'region'
      | 'generation'
      | 'family'
      | 'source'
      | 'qualitySpread'
      | 'customShare'
      | 'informal'
      | 'informalSpread'
      | 'regionalWage'
    > &
    Writable<
      'outside' | 'quality' | 'rent' | 'skill' | 'madeToOrder' | 'perceivedSensitivity' | 'offered'
    >,
  p: Settings<'misperception' | 'rentFollows'> & Offers,
  born: Draws<typeof BORN>,
  seller: number,
): void {
  const draw = (what: keyof typeof BORN) => drawnInLife(born[what], seller, c.generation[seller])
  const made = firmAttributes(draw, {
    qualitySpread: c.qualitySpread[c.category[seller]],
    customShare: c.kind[seller] === KIND.producer ? c.customShare[c.category[seller]] : 0,
    offers: p,
    misperception: p.misperception,
    // He sells what the firm before him sold, until his first review.
    imports: c.source[seller],
  })
  c.outside[seller] = outsideEarnings(draw('outside'), {
    wage: c.informal[0] * c.regionalWage[c.region[seller]],
    family: c.family[seller],
    spread: c.informalSpread[0],
  })
  // Rent follows the appeal of who moves in.
  c.rent[seller] *= exp(p.rentFollows * (made.quality - c.quality[seller]))
  c.quality[seller] = made.quality
  c.skill[seller] = made.skill
  c.madeToOrder[seller] = made.madeToOrder
  c.perceivedSensitivity[seller] = made.perceived
  c.offered[seller] = made.creatorCommission
}

/**
 * The part of a week in the mean by which a constant is settled over the run-in: week n of W has the weight n (W - n)^2, so
 * that the first weeks, in which firms find their size, count little, and the last ones for nothing. A constant that followed
 * what it is solved from to the last day would take back the offline trend until then, and it would begin to bite on the next.
 */
function settledBy(day: number, yearsToSettle: number, firstWeeks: number): number {
  const week = day / DAYS_A_WEEK - Math.floor(firstWeeks)
  const left = (yearsToSettle * DAYS_A_YEAR) / DAYS_A_WEEK
  if (week < 1 || left <= 0) return 0
  let sum = 0
  for (let n = 1; n <= week; n++) sum += n * (week + left - n) ** 2
  return (week * left ** 2) / sum
}

/** What firms offer creators. */
export type Offers = Settings<
  'leastCommission' | 'commissionWidth' | 'importCommission' | 'localCommission'
>

export interface FirmDraws {
  readonly qualitySpread: number
  readonly customShare: number
  readonly misperception: number
  readonly offers: Offers
  /** 1 if it sells imports: cheap imports leave room for a higher commission. */
  readonly imports: number
}

/** Attributes of a firm from its own keyed numbers: for the first day and for entrants alike. */
export function firmAttributes(
  draw: (what: keyof ReturnType<typeof firmDraws>) => number,
  spec: FirmDraws,
) {
  const { leastCommission, commissionWidth, importCommission, localCommission } = spec.offers
  const commission = leastCommission + commissionWidth * draw('commission')
  return {
    quality: spec.qualitySpread * normalQuantile(draw('quality')),
    skill: draw('skill'),
    madeToOrder: draw('madeToOrder') < spec.customShare ? 1 : 0,
    perceived: exp(spec.misperception * normalQuantile(draw('perceived'))),
    creatorCommission: commission * (spec.imports ? importCommission : localCommission),
  }
}
