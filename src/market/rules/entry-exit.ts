import {
  agentWord,
  before,
  chance,
  exp,
  mix,
  normalQuantile,
  number,
  power,
  rule,
  share,
  uniform,
} from '../../engine/index.ts'
import { KIND, listings, STATE, sellers, today } from '../populations/index.ts'
import { categories, firms, regions } from '../tables/index.ts'
import { stretchOf } from './stretch.ts'

const assumed = { source: 'model.md 2.15', grade: 'assumption' } as const

/**
 * Firms stop, leave and enter. Exit: a hazard of h a week, or debts above cash and goods for `brokeWeeks` weeks
 * (goods can be borrowed on; an order abroad is no bankruptcy). A producer whose expected margin falls below a small
 * share of what the family could earn outside idles, and looks again at `restart` a week. An empty place of a
 * stratum (kind, category, region) fills at `entry` a week. Both chances are multiplied by (pi / pi_0)^b, pi the
 * median gain of firms of that kind and category, smoothed, and pi_0 what it was on the calibration date, until which
 * the chances stand still: who sees others gain less stays away.
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
    expected: before(sellers.expected),
    unitCost: before(sellers.unitCost),
    wholesalePrice: before(sellers.wholesalePrice),
    family: sellers.family,
    source: before(sellers.source),
    weight: sellers.weight,
    open: before(listings.open),
    gain: before(listings.gain),
    solving: today.solving,
    qualitySpread: categories.qualitySpread,
    customShare: categories.customShare,
    wage: firms.wage,
    regionalWage: regions.wage,
  },
  writes: {
    state: sellers.state,
    fresh: sellers.fresh,
    left: sellers.left,
    restarted: sellers.restarted,
    generation: sellers.generation,
    idleWeeks: sellers.idleWeeks,
    brokeWeeks: sellers.brokeWeeks,
    quality: sellers.quality,
    rent: sellers.rent,
    skill: sellers.skill,
    madeToOrder: sellers.madeToOrder,
    perceived: sellers.perceived,
    offered: sellers.creatorCommission,
    earned: categories.peersGain,
    usual: categories.peersUsualGain,
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
      ...assumed,
    }),
    entry: number({
      label: 'Entry hazard of a vacant slot',
      unit: '1/week',
      default: 0.03,
      range: [0, 1],
      source: 'rough trial',
      grade: 'assumption',
    }),
    response: number({
      label: 'Response of entry and restart to peers’ profit (b)',
      unit: 'exponent',
      default: 1,
      range: [0, 5],
      ...assumed,
    }),
    memory: share({ label: 'Weight of the latest week in peers’ profit', default: 0.1 }),
    idleAfter: number({
      label: 'Weeks below the margin threshold before idling',
      unit: 'weeks',
      default: 4,
      range: [1, 52],
      ...assumed,
    }),
    idleMargin: number({
      label: 'Margin threshold for idling, relative to the family’s outside wage',
      unit: 'share',
      default: 0.02,
      range: [0, 2],
      ...assumed,
    }),
    restart: number({
      label: 'Restart hazard of an idle producer',
      unit: '1/week',
      default: 0.04,
      range: [0, 1],
      ...assumed,
    }),
    rentFollows: number({
      label: 'Response of rent to the quality of an entrant',
      unit: 'exponent',
      default: 0.8,
      range: [0, 2],
    }),
    misperception: number({
      label: 'Spread of perceived price sensitivity',
      unit: 'log',
      default: 0.15,
      range: [0, 1],
      source: 'model.md 2.7',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to, key, still, count }) {
    const { first, last } = stretchOf(c.category, from, to)
    const pull = attraction()
    for (let seller = first; seller < last; seller++) {
      c.fresh[seller] = 0
      c.left[seller] = 0
      c.restarted[seller] = 0
      if (c.listed[seller] >= 0 || day === 0) continue
      if (c.state[seller] === STATE.exited) {
        if (uniform(key, seller, 0) < p.entry * pull[stratum(seller)]) enter(seller)
        continue
      }
      const worth = c.cash[seller] + c.unitCost[seller] * (c.stock[seller] + c.onOrder[seller])
      c.brokeWeeks[seller] = worth < 0 ? Math.min(255, c.brokeWeeks[seller] + 1) : 0
      if (
        uniform(key, seller, 1) < chance(p.exitHazard, 7) ||
        c.brokeWeeks[seller] >= p.brokeWeeks
      ) {
        c.state[seller] = STATE.exited
        c.left[seller] = 1
        continue
      }
      if (c.kind[seller] !== KIND.producer) continue
      if (c.state[seller] === STATE.idle) {
        if (uniform(key, seller, 2) < p.restart * pull[stratum(seller)]) {
          c.state[seller] = STATE.active
          c.restarted[seller] = 1
          c.idleWeeks[seller] = 0
        }
        continue
      }
      const margin = (c.wholesalePrice[seller] - c.unitCost[seller]) * c.expected[seller]
      const outside = c.wage[0] * c.regionalWage[c.region[seller]] * c.family[seller]
      c.idleWeeks[seller] =
        margin < p.idleMargin * outside ? Math.min(255, c.idleWeeks[seller] + 1) : 0
      if (c.idleWeeks[seller] >= p.idleAfter) c.state[seller] = STATE.idle
    }

    function stratum(seller: number): number {
      return c.category[seller] * count.kinds + c.kind[seller]
    }

    /** How much likelier than usual places are taken, by category and kind; 1 where nobody has earned yet. */
    function attraction(): Float64Array {
      const peers = Array.from({ length: to * count.kinds }, (): number[] => [])
      for (let seller = first; seller < last; seller++)
        if (c.state[seller] !== STATE.exited && c.listed[seller] < 0)
          peers[stratum(seller)].push(seller)
      return Float64Array.from(peers, (rows, cell) => {
        if (cell < from * count.kinds) return 1
        if (rows.length > 0 && day > 0)
          c.earned[cell] += (medianGain(rows) - c.earned[cell]) * (c.earned[cell] ? p.memory : 1)
        if (c.solving[0]) c.usual[cell] = c.earned[cell]
        const ratio = c.usual[cell] > 0 ? Math.max(0, c.earned[cell]) / c.usual[cell] : 1
        return power(ratio, p.response)
      })
    }

    /** Of firms: half of those for which the rows stand gain less. */
    function medianGain(rows: readonly number[]): number {
      const gains = Float64Array.from(rows, gainOf)
      const order = rows.map((_, nth) => nth)
      order.sort((one, other) => gains[one] - gains[other] || one - other)
      let half = 0
      for (const nth of order) half += c.weight[rows[nth]] / 2
      let nth = 0
      for (half -= c.weight[rows[order[0]]]; half > 0; half -= c.weight[rows[order[nth]]]) nth++
      return gains[order[nth]]
    }

    /** A week's gain of a firm: its margin at wholesale of all it sells, or what its shops gain net of fees. */
    function gainOf(seller: number): number {
      if (c.kind[seller] === KIND.producer || c.kind[seller] === KIND.importer)
        return (c.wholesalePrice[seller] - c.unitCost[seller]) * c.expected[seller]
      let gain = 0
      for (let listing = seller * count.venues; listing < (seller + 1) * count.venues; listing++)
        if (c.open[listing]) gain += c.gain[listing]
      return gain
    }

    function enter(seller: number): void {
      c.generation[seller]++
      const born = {
        a: agentWord(still.a, c.generation[seller]) | 0,
        b: mix(still.b + seller) | 0,
      }
      c.state[seller] = STATE.active
      c.fresh[seller] = 1
      c.idleWeeks[seller] = 0
      c.brokeWeeks[seller] = 0
      const made = firmAttributes((nth) => uniform(born, seller, nth), {
        qualitySpread: c.qualitySpread[c.category[seller]],
        customShare: c.kind[seller] === KIND.producer ? c.customShare[c.category[seller]] : 0,
        misperception: p.misperception,
        // He sells what the firm before him sold, until his first review.
        imports: c.source[seller],
      })
      // Rent follows the appeal of who moves in.
      c.rent[seller] *= exp(p.rentFollows * (made.quality - c.quality[seller]))
      c.quality[seller] = made.quality
      c.skill[seller] = made.skill
      c.madeToOrder[seller] = made.madeToOrder
      c.perceived[seller] = made.perceived
      c.offered[seller] = made.creatorCommission
    }
  },
})

export interface FirmDraws {
  readonly qualitySpread: number
  readonly customShare: number
  readonly misperception: number
  /** 1 if it sells imports: cheap imports leave room for a higher commission. */
  readonly imports: number
}

/** Attributes of a firm from its own keyed numbers: for the first day and for entrants alike. */
export function firmAttributes(draw: (nth: number) => number, spec: FirmDraws) {
  const commission = 0.05 + 0.1 * draw(4)
  return {
    quality: spec.qualitySpread * normalQuantile(draw(0)),
    skill: draw(1),
    madeToOrder: draw(2) < spec.customShare ? 1 : 0,
    perceived: exp(spec.misperception * normalQuantile(draw(3))),
    creatorCommission: commission * (spec.imports ? 1.1 : 0.8),
  }
}
