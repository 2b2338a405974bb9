/**
 * Flows between venues in one run. Buyers: an occasion is the same one without and with the policy where day,
 * buyer and noise agree, since these are keyed and no policy moves them; what it bought where is laid side by
 * side and followed (see `followed`). Purchases that newly arise are set against those that no longer arise
 * (see `withAttentionMoved`). Sellers: the sales that a seller loses at venues are laid against those it
 * gains at others, in proportion; what is not made good is lost, and what is gained beyond is new.
 */
import { DAYS_A_WEEK } from '../engine/index.ts'
import type { OrderLog, Span } from '../market/index.ts'
import type { Pair } from './members.ts'
import { FALL, type RunFlow } from './switching.ts'

export function runFlows(pair: Pair): RunFlow[] {
  const { input, before, after } = pair
  const { plan } = before
  const venues = input.tables.venues.map(({ name }) => name)
  const spans = plan.spans.slice(plan.before === undefined ? 0 : 1)
  const bought = boughtIn(before.log, after.log, spans, venues.length)
  return spans.flatMap((span, at) => {
    const toWeek = DAYS_A_WEEK / (span.to - span.from) / 1000
    const { matrix, fall } = buyersFlows(pair, plan.spans.indexOf(span), bought[at], venues.length)
    const sold = sellersFlows(pair, plan.spans.indexOf(span), venues.length)
    const of = (side: RunFlow['side'], from: readonly string[], to: readonly string[]) => ({
      ...{ window: span.name, side, from, to, scale: toWeek },
    })
    return [
      ...told(matrix, of('buyers', [...venues, 'saved', 'new'], [...venues, 'saved', 'lost'])),
      ...told(sold, of('sellers', [...venues, 'new'], [...venues, 'lost'])),
      ...told(fall, of('market', ['all'], FALL)),
    ]
  })
}

interface Told extends Pick<RunFlow, 'window' | 'side'> {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly scale: number
}

function told(matrix: Float64Array, { window, side, from, to, scale }: Told): RunFlow[] {
  const found: RunFlow[] = []
  from.forEach((origin, row) => {
    const values = matrix.subarray(row * to.length, (row + 1) * to.length)
    const left = values.reduce((sum, value, at) => (to[at] === origin ? sum : sum + value), 0)
    values.forEach((value, at) => {
      if (value === 0) return
      const moved = to[at] === origin ? 0 : left * scale
      found.push({ window, side, from: origin, to: to[at], value: value * scale, left: moved })
    })
  })
  return found
}

/** What sampled buyers did with the same occasions in both worlds over one window, kRp. */
interface Bought {
  /** From venue, `saved` or `new` to venue, `saved` or `lost`. */
  readonly gross: Float64Array
  /** What no longer arises, by where it was bought, and what newly arises, by where it is. */
  readonly gone: Float64Array
  readonly fresh: Float64Array
  /** By how much more the same occasions were spent, by venue of the baseline. */
  readonly repriced: Float64Array
  /** Bought in the baseline by venue. */
  readonly base: Float64Array
}

/**
 * An order counts at what was paid in the baseline, or under the policy where the baseline has none.
 */
function boughtIn(
  before: OrderLog,
  after: OrderLog,
  spans: readonly Span[],
  venues: number,
): Bought[] {
  const width = venues + 2
  const none = venues + 1
  const found = spans.map(
    (): Bought => ({
      gross: new Float64Array(width * width),
      gone: new Float64Array(width),
      fresh: new Float64Array(width),
      repriced: new Float64Array(venues),
      base: new Float64Array(venues),
    }),
  )
  const at = (venue: number) => (venue === 0 ? venues : venue - 1)
  const within = (day: number, add: (bought: Bought) => void) => {
    spans.forEach((span, nth) => {
      if (day >= span.from && day < span.to) add(found[nth])
    })
  }
  /** An occasion of the baseline, and the row of the same one under the policy, or -1. */
  const had = (row: number, same: number) =>
    within(before.day[row], ({ gross, gone, repriced, base }) => {
      const from = at(before.venue[row])
      const value = before.venue[row] > 0 || same < 0 ? before.value[row] : after.value[same]
      gross[from * width + (same < 0 ? none : at(after.venue[same]))] += value
      if (before.venue[row] === 0) return
      base[from] += value
      if (same >= 0 && after.venue[same] > 0) repriced[from] += after.value[same] - value
      if (same < 0) gone[from] += value
    })
  const has = (row: number) =>
    within(after.day[row], ({ gross, fresh }) => {
      gross[none * width + at(after.venue[row])] += after.value[row]
      fresh[at(after.venue[row])] += after.value[row]
    })
  let [left, right] = [0, 0]
  while (left < before.length || right < after.length) {
    const order = compare(before, left, after, right)
    const leftEnd = order > 0 ? left : endOfBuyer(before, left)
    const rightEnd = order < 0 ? right : endOfBuyer(after, right)
    for (let row = left; row < leftEnd; row++)
      had(row, find(after, right, rightEnd, before.noise[row]))
    for (let row = right; row < rightEnd; row++)
      if (find(before, left, leftEnd, after.noise[row]) < 0) has(row)
    left = leftEnd
    right = rightEnd
  }
  return found
}

/**
 * Attention that leaves a feed makes impulses in others; impulses displace planned purchases, which come back where they no longer
 * arise. What newly arises has no partner in the baseline, as what vanishes has none under the policy: it is the same attention
 * and the same money, spent elsewhere. Both are set against each other, in proportion, up to the smaller of them.
 */
function withAttentionMoved({ gross, gone, fresh }: Bought): Float64Array {
  const width = gone.length
  const none = width - 1
  const net = gross.slice()
  const [lost, arisen] = [gone, fresh].map((values) =>
    values.reduce((sum, value) => sum + value, 0),
  )
  const moved = Math.min(lost, arisen)
  if (moved === 0) return net
  for (let from = 0; from < width; from++) {
    const leaves = (moved * gone[from]) / lost
    net[from * width + none] -= leaves
    net[none * width + from] -= (moved * fresh[from]) / arisen
    for (let to = 0; to < width; to++) net[from * width + to] += (leaves * fresh[to]) / arisen
  }
  // What is left of a difference of equals is nothing.
  for (let cell = 0; cell < net.length; cell++)
    if (Math.abs(net[cell]) < 1e-9 * gross[cell]) net[cell] = 0
  return net
}

/**
 * The flows of all buyers and of what the fall of sales is made up, kRp. A row of the sample stands for the venue's sales in the
 * baseline, which are known of all buyers.
 */
function buyersFlows(pair: Pair, at: number, bought: Bought, venues: number) {
  const { base, policy } = soldBy(pair, at, venues)
  const [sold, sampled] = [base, bought.base].map((values) =>
    values.reduce((sum, value) => sum + value, 0),
  )
  const width = venues + 2
  const [SAVED, NONE] = [venues, venues + 1]
  const scale = (row: number) =>
    row < venues && bought.base[row] > 0 ? base[row] / bought.base[row] : sold / (sampled || 1)
  const matrix = followed(withAttentionMoved(bought), venues)
  for (let cell = 0; cell < matrix.length; cell++) matrix[cell] *= scale(Math.floor(cell / width))
  let [saved, lost, fresh, repriced] = [0, 0, 0, 0]
  for (let venue = 0; venue < venues; venue++) {
    saved += matrix[venue * width + SAVED] - matrix[SAVED * width + venue]
    lost += matrix[venue * width + NONE]
    fresh -= matrix[NONE * width + venue]
    repriced -= bought.repriced[venue] * scale(venue)
  }
  const fall = sold - policy.reduce((sum, value) => sum + value, 0)
  const rest = fall - saved - lost - fresh - repriced
  // Sales are added up in single precision.
  const unfollowed = Math.abs(rest) < 1e-6 * sold ? 0 : rest
  return { matrix, fall: Float64Array.of(saved, lost, fresh, repriced, unfollowed) }
}

/** Sales by venue of all sellers in both worlds, kRp. */
function soldBy({ attributes, input, before, after }: Pair, at: number, venues: number) {
  const { weight } = attributes
  const sellerCount = input.size.sellers
  const [base, policy] = [before, after].map(({ sums }) => {
    const sold = new Float64Array(venues)
    for (let row = 0, cell = 0; row < 2 * sellerCount; row++)
      for (let venue = 0; venue < venues; venue++, cell++)
        sold[venue] += weight[row % sellerCount] * sums[at].sales[cell]
    return sold
  })
  return { base, policy }
}

/** Rounds in which what passes through venues is followed; what is left by then is below any digit. */
const ROUNDS = 200

/**
 * What left venues on balance, followed to where it stayed. An occasion picks a nest and then a venue with a
 * noise for each. When a venue closes its nest is worth less to all: some who had bought beside it leave the
 * nest, while those of the closed venue stay in it, so that from pairs alone too much would go next door. What
 * comes to a venue therefore goes on, in proportion, along what leaves it; on balance each venue then gains or
 * loses what it does, and a closure in a nested logit diverts as its formula says.
 * Rows: venues, saved, new. Columns: venues, saved, lost.
 */
function followed(gross: Float64Array, venues: number): Float64Array {
  const width = venues + 2
  const places = venues + 1
  const leaving = new Float64Array(width)
  const coming = new Float64Array(width)
  for (let from = 0; from < width; from++)
    for (let to = 0; to < width; to++)
      if (from !== to || from === places) {
        leaving[from] += gross[from * width + to]
        coming[to] += gross[from * width + to]
      }
  const net = new Float64Array(width * width)
  for (let from = 0; from < width; from++) {
    // What is new comes from nowhere.
    const lost = Math.max(0, leaving[from] - (from === places ? 0 : coming[from]))
    if (from < places) net[from * width + from] = gross[from * width + from] + leaving[from] - lost
    if (lost === 0) continue
    let moving = new Float64Array(width)
    for (let to = 0; to < width; to++)
      if (to !== from || from === places)
        moving[to] = (lost * gross[from * width + to]) / leaving[from]
    for (let round = 0; round < ROUNDS; round++) {
      const next = new Float64Array(width)
      for (let at = 0; at < width; at++) {
        if (moving[at] === 0) continue
        const on = at === places ? 0 : Math.min(1, leaving[at] / coming[at])
        net[from * width + at] += moving[at] * (1 - on)
        if (on === 0) continue
        for (let to = 0; to < width; to++)
          if (to !== at) next[to] += (moving[at] * on * gross[at * width + to]) / leaving[at]
      }
      moving = next
    }
  }
  return net
}

/** Which of two rows comes first by day and buyer; past its end a log comes last. */
function compare(one: OrderLog, row: number, other: OrderLog, at: number): number {
  if (row >= one.length) return 1
  if (at >= other.length) return -1
  return one.day[row] - other.day[at] || one.buyer[row] - other.buyer[at]
}

function endOfBuyer({ day, buyer, length }: OrderLog, row: number): number {
  let end = row + 1
  while (end < length && day[end] === day[row] && buyer[end] === buyer[row]) end++
  return end
}

function find({ noise }: OrderLog, from: number, to: number, wanted: number): number {
  for (let row = from; row < to; row++) if (noise[row] === wanted) return row
  return -1
}

/** kRp in the window over all sellers: from venue or `new` to venue or `lost`. */
function sellersFlows({ attributes, input, before, after }: Pair, at: number, venues: number) {
  const width = venues + 1
  const matrix = new Float64Array(width * width)
  const { weight } = attributes
  const [base, policy] = [before.sums[at].sales, after.sums[at].sales]
  const change = new Float64Array(venues)
  const sellerCount = input.size.sellers
  for (let row = 0; row < 2 * sellerCount; row++) {
    const w = weight[row % sellerCount]
    let [losses, gains] = [0, 0]
    for (let venue = 0, cell = row * venues; venue < venues; venue++, cell++) {
      if (base[cell] === 0 && policy[cell] === 0) {
        change[venue] = 0
        continue
      }
      change[venue] = policy[cell] - base[cell]
      matrix[venue * width + venue] += w * Math.min(base[cell], policy[cell])
      if (change[venue] < 0) losses -= change[venue]
      else gains += change[venue]
    }
    const most = Math.max(losses, gains)
    if (most === 0) continue
    for (let from = 0; from < venues; from++) {
      if (change[from] > 0 && gains > losses)
        matrix[venues * width + from] += w * change[from] * (1 - losses / gains)
      if (change[from] >= 0) continue
      const lost = -w * change[from]
      if (losses > gains) matrix[from * width + venues] += lost * (1 - gains / losses)
      for (let to = 0; to < venues; to++)
        if (change[to] > 0) matrix[from * width + to] += (lost * change[to]) / most
    }
  }
  return matrix
}
