import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { creators, listings, STATE, sellers } from '../populations/index.ts'
import { venues } from '../tables/index.ts'
import { cell, names, type Recorder, viewsOf } from './part.ts'
import { MICRO, SMALL, sizeOf } from './size.ts'

/**
 * Firms: active, idle and gone by kind; the ladder of channels among firms that sell online; size by
 * turnover with workers and jobs; concentration of creators' audiences and of sellers' sales.
 */
export function createFirms(world: World, input: MarketInput): Recorder {
  const c = viewsOf(world, {
    left: sellers.left,
    kind: sellers.kind,
    state: sellers.state,
    weight: sellers.weight,
    turnover: sellers.turnover,
    cash: sellers.cash,
    stock: sellers.stock,
    unitCost: sellers.unitCost,
    family: sellers.family,
    paid: sellers.paid,
    joined: sellers.joined,
    open: listings.open,
    online: venues.online,
    marketplace: venues.marketplace,
    cluster: sellers.cluster,
    liveVenue: sellers.liveVenue,
    liveLosses: sellers.liveLosses,
    audience: creators.audience,
  })
  const V = input.tables.venues.length
  const [kinds, venueNames] = ['kinds', 'venues'].map((table) => names(input, table))
  const K = kinds.length
  const programmes = names(input, 'programmes')
  const clusters = names(input, 'clusters')
  const patience = Number(input.rules.live?.patience ?? 5)
  const P = programmes.length
  const cells = [
    ...['active firms', 'idle firms', 'empty places'].flatMap((measure) => [
      cell(measure, 'firms'),
      ...kinds.map((kind) => cell(measure, 'firms', { kind })),
    ]),
    cell('exits', 'share of firms/week'),
    ...kinds.map((kind) => cell('exits', 'share of firms/week', { kind })),
    cell('firms online', 'share'),
    cell('firms on marketplaces', 'share of online firms'),
    ...venueNames.map((venue) => cell('firms selling at', 'share of online firms', { venue })),
    cell('micro firms', 'share'),
    cell('workers of a micro firm', 'people'),
    cell('workers of a small firm', 'people'),
    cell('jobs in micro firms', 'share'),
    cell('online firms below 300 mRp', 'share'),
    cell('online firms of 300 to 2500 mRp', 'share'),
    ...programmes.map((kind) => cell('firms in a programme', 'firms', { kind })),
    cell('audience of the top creator', 'share'),
    cell('sales of the top 1 % of sellers', 'share'),
    ...clusters.map((region) => cell('active firms', 'firms', { region })),
    cell('traders who stream', 'firms'),
    cell('traders who gave up streaming', 'firms'),
  ]
  return {
    cells,
    fill(out, at) {
      out.fill(0, at, at + cells.length)
      const [STATES, width] = [3, K + 1]
      const channel = new Float64Array(V)
      let [firms, online, marketplace] = [0, 0, 0]
      let [micro, microJobs, small, smallJobs, largeJobs] = [0, 0, 0, 0, 0]
      const sizes = new Float64Array(3)
      const left = new Float64Array(K)
      const present = new Float64Array(K)
      const joined = new Float64Array(P)
      const inCluster = new Float64Array(clusters.length)
      let [streaming, gaveUp] = [0, 0]
      const onlineVenues = Array.from({ length: V }, (_, venue) => ({
        venue,
        marketplace: c.marketplace[venue] === 1,
      })).filter(({ venue }) => c.online[venue])
      for (let seller = 0; seller < input.size.sellers; seller++) {
        const w = c.weight[seller]
        const state = c.state[seller]
        if (state < STATES) {
          out[at + state * width] += w
          out[at + state * width + 1 + c.kind[seller]] += w
        }
        if (c.left[seller]) left[c.kind[seller]] += w
        if (state !== STATE.exited || c.left[seller]) present[c.kind[seller]] += w
        if (state !== STATE.active) continue
        firms += w
        if (c.cluster[seller] > 0) inCluster[c.cluster[seller] - 1] += w
        if (c.liveVenue[seller] > 0) streaming += w
        else if (c.liveLosses[seller] >= patience) gaveUp += w
        for (let programme = 0; programme < P; programme++)
          if (c.joined[seller * P + programme]) joined[programme] += w
        let [anyOnline, anyMarketplace] = [false, false]
        for (const { venue, marketplace } of onlineVenues) {
          if (!c.open[seller * V + venue]) continue
          anyOnline = true
          if (marketplace) anyMarketplace = true
          channel[venue] += w
        }
        const turnover = c.turnover[seller]
        if (anyOnline) {
          online += w
          sizes[turnover < MICRO.sales ? 0 : turnover < SMALL.sales ? 1 : 2] += w
        }
        if (anyMarketplace) marketplace += w
        const workers = w * (c.family[seller] + c.paid[seller])
        const assets = (c.cash[seller] + c.stock[seller] * c.unitCost[seller]) / 1000
        const size = sizeOf(turnover, assets)
        if (size === 0) {
          micro += w
          microJobs += workers
        } else if (size === 1) {
          small += w
          smallJobs += workers
        } else largeJobs += workers
      }
      let next = at + STATES * width
      out[next++] = ratio(total(left), total(present))
      for (let kind = 0; kind < K; kind++) out[next++] = ratio(left[kind], present[kind])
      out[next++] = ratio(online, firms)
      out[next++] = ratio(marketplace, online)
      for (let venue = 0; venue < V; venue++) out[next++] = ratio(channel[venue], online)
      out[next++] = ratio(micro, firms)
      out[next++] = ratio(microJobs, micro)
      out[next++] = ratio(smallJobs, small)
      out[next++] = ratio(microJobs, microJobs + smallJobs + largeJobs)
      out[next++] = ratio(sizes[0], online)
      out[next++] = ratio(sizes[1], online)
      for (const taken of joined) out[next++] = taken
      let [audience, top] = [0, 0]
      for (let creator = 0; creator < input.size.creators; creator++) {
        audience += c.audience[creator]
        if (c.audience[creator] > top) top = c.audience[creator]
      }
      out[next++] = ratio(top, audience)
      out[next++] = topShare(c.turnover, c.weight, input.size.sellers)
      for (const active of inCluster) out[next++] = active
      out[next++] = streaming
      out[next++] = gaveUp
    },
  }
}

const total = (parts: Float64Array) => parts.reduce((sum, one) => sum + one, 0)
const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0)

type Column = { readonly [row: number]: number }

/**
 * Share of the turnover of all firms that the largest 1 % of firms have. The turnover above which they lie is
 * found by bisection, which is quicker than sorting every week; the row at the edge counts in part.
 */
function topShare(turnover: Column, weight: Column, sellers: number): number {
  let [firms, sales, largest] = [0, 0, 0]
  for (let seller = 0; seller < sellers; seller++) {
    firms += weight[seller]
    sales += weight[seller] * turnover[seller]
    largest = Math.max(largest, turnover[seller])
  }
  if (sales === 0) return 0
  const top = firms * 0.01
  let [low, high] = [0, largest]
  /** Firms above `high`, and the rows that lie between. */
  let aboveHigh = 0
  let between = new Int32Array(sellers)
  for (let seller = 0; seller < sellers; seller++) between[seller] = seller
  for (let step = 0; step < 40; step++) {
    // Few lie above the mean, so that it comes first.
    const middle = step === 0 ? sales / firms : (low + high) / 2
    let above = aboveHigh
    for (const seller of between) if (turnover[seller] > middle) above += weight[seller]
    const rises = above > top
    if (rises) low = middle
    else [high, aboveHigh] = [middle, above]
    let kept = 0
    for (const seller of between) if (turnover[seller] > middle === rises) between[kept++] = seller
    between = between.subarray(0, kept)
  }
  let [counted, held] = [0, 0]
  for (let seller = 0; seller < sellers; seller++)
    if (turnover[seller] > high) {
      counted += weight[seller]
      held += weight[seller] * turnover[seller]
    }
  return (held + Math.max(0, top - counted) * high) / sales
}
