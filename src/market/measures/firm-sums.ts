/** The sums that measures of firms are told from. */
import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { creators, listings, STATE, sellers } from '../populations/index.ts'
import { venues } from '../tables/index.ts'
import { namesIn, type Sweep, viewsOf } from './measure.ts'
import { assetsOf, MICRO, SMALL, sizeOf } from './size.ts'
import { topSales } from './top-share.ts'

const columnsOf = (world: World) =>
  viewsOf(world, {
    exited: sellers.exited,
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
    gaveUp: sellers.gaveUp,
    audience: creators.audience,
  })
type Columns = ReturnType<typeof columnsOf>

/** Numbers of firms, unless said otherwise. */
function emptySums(input: MarketInput) {
  const names = {
    kind: namesIn(input, 'kinds'),
    venue: namesIn(input, 'venues'),
    programme: namesIn(input, 'programmes'),
    cluster: namesIn(input, 'clusters'),
  }
  const kindCount = names.kind.length
  return {
    names,
    /** In each state, and by kind in each state. */
    states: [STATE.active, STATE.idle, STATE.exited].map(() => ({
      all: 0,
      kind: new Float64Array(kindCount),
    })),
    /** Of the firms that were there as the week began, by kind; those that left in it. */
    present: new Float64Array(kindCount),
    left: new Float64Array(kindCount),
    active: 0,
    inCluster: new Float64Array(names.cluster.length),
    joined: new Float64Array(names.programme.length),
    streaming: 0,
    quit: 0,
    online: 0,
    onMarketplaces: 0,
    channel: new Float64Array(names.venue.length),
    /** Of those online, by yearly sales: below the limit of micro firms, of small firms, above. */
    onlineSizes: new Float64Array(3),
    /** By size: micro, small, larger; and the people who work in them. */
    sizes: new Float64Array(3),
    workers: new Float64Array(3),
    /** Followers of the largest creator and of all. */
    topAudience: 0,
    audience: 0,
    /** Turnover of the largest 1 % and of all. */
    topSales: 0,
    sales: 0,
  }
}
type Sums = ReturnType<typeof emptySums>

export const firmSums: Sweep<Sums> = {
  every: 'week',
  over(world, input) {
    const c = columnsOf(world)
    const s = emptySums(input)
    return {
      sums: s,
      take() {
        clear(s)
        takeFirms(c, s, input.size.sellers)
        takeChannels(c, s, input.size.sellers)
        takeSizes(c, s, input.size.sellers)
        takeAudiences(c, s, input.size.creators)
        const { top, sales } = topSales(c.turnover, c.weight, input.size.sellers)
        Object.assign(s, { topSales: top, sales })
      },
    }
  },
}

function clear(s: Sums): void {
  for (const { kind } of s.states) kind.fill(0)
  for (const sums of [s.present, s.left, s.inCluster, s.joined, s.channel, s.onlineSizes])
    sums.fill(0)
  for (const sums of [s.sizes, s.workers]) sums.fill(0)
}

/** Numbers of firms by state, place and programme. */
function takeFirms(c: Columns, s: Sums, count: number): void {
  const { states, left, present, inCluster, joined } = s
  const programmeCount = joined.length
  let [active, streaming, quit] = [0, 0, 0]
  const all = new Float64Array(states.length)
  const byKind = states.map(({ kind }) => kind)
  for (let seller = 0; seller < count; seller++) {
    const w = c.weight[seller]
    const state = c.state[seller]
    const kind = c.kind[seller]
    if (state < all.length) {
      all[state] += w
      byKind[state][kind] += w
    }
    if (c.exited[seller]) left[kind] += w
    if (state !== STATE.exited || c.exited[seller]) present[kind] += w
    if (state !== STATE.active) continue
    active += w
    if (c.cluster[seller] > 0) inCluster[c.cluster[seller] - 1] += w
    if (c.liveVenue[seller] > 0) streaming += w
    else if (c.gaveUp[seller]) quit += w
    for (let programme = 0; programme < programmeCount; programme++)
      if (c.joined[seller * programmeCount + programme]) joined[programme] += w
  }
  for (const [state, sums] of states.entries()) sums.all = all[state]
  Object.assign(s, { active, streaming, quit })
}

/** Active firms that sell online, by venue and by yearly sales. */
function takeChannels(c: Columns, s: Sums, count: number): void {
  const { channel, onlineSizes } = s
  const venueCount = channel.length
  const venues = Array.from({ length: venueCount }, (_, venue) => venue).filter(
    (venue) => c.online[venue],
  )
  const marketplaces = venues.map((venue) => c.marketplace[venue] === 1)
  let [online, onMarketplaces] = [0, 0]
  for (let seller = 0; seller < count; seller++) {
    if (c.state[seller] !== STATE.active) continue
    const w = c.weight[seller]
    let sells = false
    let atMarketplace = false
    for (let nth = 0; nth < venues.length; nth++) {
      if (!c.open[seller * venueCount + venues[nth]]) continue
      sells = true
      if (marketplaces[nth]) atMarketplace = true
      channel[venues[nth]] += w
    }
    if (atMarketplace) onMarketplaces += w
    if (!sells) continue
    online += w
    const turnover = c.turnover[seller]
    onlineSizes[turnover < MICRO.sales ? 0 : turnover < SMALL.sales ? 1 : 2] += w
  }
  Object.assign(s, { online, onMarketplaces })
}

/** Active firms and their workers by size. */
function takeSizes(c: Columns, { sizes, workers }: Sums, count: number): void {
  for (let seller = 0; seller < count; seller++) {
    if (c.state[seller] !== STATE.active) continue
    const w = c.weight[seller]
    const size = Math.min(sizes.length - 1, sizeOf(c.turnover[seller], assetsOf(c, seller)))
    sizes[size] += w
    workers[size] += w * (c.family[seller] + c.paid[seller])
  }
}

function takeAudiences(c: Columns, s: Sums, count: number): void {
  s.audience = 0
  s.topAudience = 0
  for (let creator = 0; creator < count; creator++) {
    s.audience += c.audience[creator]
    s.topAudience = Math.max(s.topAudience, c.audience[creator])
  }
}
