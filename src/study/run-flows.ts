/**
 * Flows between venues in one run. Buyers: an occasion is the same one without and with the policy where day,
 * buyer and noise agree, since these are keyed and no policy moves them; what it bought where is laid side by
 * side and followed (see `followed`). Sellers: the sales that a seller loses at venues are laid against those it
 * gains at others, in proportion; what is not made good is lost, and what is gained beyond is new.
 */
import type { OrderLog, Span } from '../market/index.ts'
import type { Pair } from './members.ts'
import type { RunFlow } from './switching.ts'

export function runFlows(pair: Pair): RunFlow[] {
  const { input, before, after } = pair
  const { plan, rows } = before
  const venues = input.tables.venues.map(({ name }) => name)
  const V = venues.length
  const weight = pair.attributes.buyerWeight[0] * (input.size.buyers / rows.sampled)
  const spans = plan.spans.slice(plan.before === undefined ? 0 : 1)
  const bought = buyersFlows(before.log, after.log, spans, V)
  return spans.flatMap((span, at) => {
    const weeks = (span.to - span.from) / 7
    const sold = sellersFlows(pair, plan.spans.indexOf(span), V)
    const tell = (
      side: RunFlow['side'],
      matrix: Float64Array,
      scale: number,
      from: readonly string[],
      to: readonly string[],
    ) => told(matrix, { window: span.name, side, from, to, scale: scale / weeks / 1000 })
    return [
      ...tell(
        'buyers',
        followed(bought[at], V),
        weight,
        [...venues, 'saved', 'new'],
        [...venues, 'saved', 'lost'],
      ),
      ...tell('sellers', sold, 1, [...venues, 'new'], [...venues, 'lost']),
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
      const diversion = to[at] === origin || left === 0 ? Number.NaN : value / left
      found.push({ window, side, from: origin, to: to[at], value: value * scale, diversion })
    })
  })
  return found
}

/**
 * A matrix a window, kRp of sampled buyers: from venue, `saved` or `new` to venue, `saved` or `lost`. An order
 * counts at what was paid in the baseline, or under the policy where the baseline has none.
 */
function buyersFlows(
  before: OrderLog,
  after: OrderLog,
  spans: readonly Span[],
  venues: number,
): Float64Array[] {
  const width = venues + 2
  const matrices = spans.map(() => new Float64Array(width * width))
  const at = (venue: number) => (venue === 0 ? venues : venue - 1)
  const add = (day: number, from: number, to: number, value: number) => {
    if (value === 0) return
    spans.forEach((span, nth) => {
      if (day >= span.from && day < span.to) matrices[nth][from * width + to] += value
    })
  }
  let [left, right] = [0, 0]
  while (left < before.length || right < after.length) {
    const order = compare(before, left, after, right)
    const leftEnd = order > 0 ? left : endOfBuyer(before, left)
    const rightEnd = order < 0 ? right : endOfBuyer(after, right)
    for (let row = left; row < leftEnd; row++) {
      const same = find(after, right, rightEnd, before.noise[row])
      const value = before.venue[row] > 0 || same < 0 ? before.value[row] : after.value[same]
      add(
        before.day[row],
        at(before.venue[row]),
        same < 0 ? venues + 1 : at(after.venue[same]),
        value,
      )
    }
    for (let row = right; row < rightEnd; row++)
      if (find(before, left, leftEnd, after.noise[row]) < 0)
        add(after.day[row], venues + 1, at(after.venue[row]), after.value[row])
    left = leftEnd
    right = rightEnd
  }
  return matrices
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
  const S = input.size.sellers
  for (let row = 0; row < 2 * S; row++) {
    const w = weight[row % S]
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
