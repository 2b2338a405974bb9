/** What is open to choice on a day: routes, by alternative and nest, with room for what they are worth at an occasion. */
import { exp, type Named, type Values } from '../../../engine/index.ts'
import { openToPlans } from '../../tables/index.ts'
import { passBit } from '../attention/reach.ts'
import { lognormal } from './noise.ts'

/** An open route: the shopfront that it leads to, where the goods are paid for, and the accounts that it takes. */
export interface RouteOption {
  readonly route: number
  readonly nest: number
  readonly shopfront: number
  readonly checkout: number
  /** Mask of the accounts that a buyer needs. */
  readonly needed: number
  /** Mask of the shared login that stands for them. */
  readonly login: number
  /** Odds at this occasion; 0 where it is shut to the buyer. */
  odds: number
}

/** A shopfront with its checkout, and the routes that lead there. */
export interface Alternative {
  readonly shopfront: number
  readonly checkout: number
  readonly streams: boolean
  /** Mask of the accounts of which a buyer needs one at least, to pay here. */
  readonly accounts: number
  readonly routes: readonly RouteOption[]
  odds: number
}

/** A nest with an open route. */
export interface NestOption {
  readonly row: number
  readonly alternatives: readonly Alternative[]
  /** lambda; 1 where the nest is one route. */
  readonly exponent: number
  /** Factor on the odds of the venue of the last purchase. */
  readonly habit: number
  /** Factors of tastes that stand still, by 1024th of their distribution. */
  readonly taste: Float32Array
  /** Factor of streams on odds, by level of live affinity. */
  readonly streamPull: Float64Array
  readonly shoppersOnly: boolean
  odds: number
}

export interface ChoiceSet {
  readonly nests: readonly NestOption[]
  /** Open routes by the venue where they begin. */
  readonly routesFrom: readonly (readonly RouteOption[])[]
  /** Part of the day for which a route is open to plans. */
  readonly openToPlans: Float64Array
  /** Whether a route shuts or opens within the day. */
  readonly partOfDay: boolean
  readonly venueCount: number
  readonly nestCount: number
  readonly routeCount: number
  /** Key of tastes, whatever the day. */
  readonly tasteKey: number
}

type RouteColumns = Parameters<typeof openToPlans>[0] &
  Named<'routeFrom' | 'routeTo' | 'nestOf' | 'shared' | 'login' | 'open'>

type NestColumns = Named<
  | 'streams'
  | 'dissimilarity'
  | 'habit'
  | 'tasteSpread'
  | 'onlineOnly'
  | 'streamTaste'
  | 'meanAffinity'
  | 'relativeAffinity'
>

export function choiceSet(
  c: RouteColumns & NestColumns,
  count: Readonly<Record<string, number>>,
  tasteKey: number,
): ChoiceSet {
  const plans = Float64Array.from({ length: count.routes }, (_, route) => openToPlans(c, route))
  const routes = routeOptions(c, count.routes).filter(
    ({ route }) => c.open[route] > 0 || plans[route] > 0,
  )
  return {
    nests: Array.from({ length: count.nests }, (_, row) =>
      nestOption(
        c,
        row,
        routes.filter(({ nest }) => nest === row),
      ),
    ).filter(({ alternatives }) => alternatives.length > 0),
    routesFrom: Array.from({ length: count.venues }, (_, venue) =>
      routes.filter(({ route }) => c.routeFrom[route] === venue),
    ),
    openToPlans: plans,
    partOfDay: routes.some(({ route }) => c.open[route] < 1 || plans[route] < 1),
    venueCount: count.venues,
    nestCount: count.nests,
    routeCount: count.routes,
    tasteKey,
  }
}

function routeOptions(c: RouteColumns, length: number): RouteOption[] {
  let joined = 0
  return Array.from({ length }, (_, route): RouteOption => {
    const [from, to] = [c.routeFrom[route], c.routeTo[route]]
    return {
      route,
      nest: c.nestOf[to],
      shopfront: c.shared[route] ? from : to,
      checkout: to,
      needed: (1 << from) | (1 << to),
      login: c.login[route] > 0 ? 1 << passBit(joined++) : 0,
      odds: Number.NaN,
    }
  })
}

/** Where a nest is one route there is nothing to add up: its lambda goes into the factors instead. */
function nestOption(c: NestColumns, row: number, routes: readonly RouteOption[]): NestOption {
  const single = routes.length === 1
  const scale = single ? c.dissimilarity[row] : 1
  const streamTaste = scale * c.streamTaste[0] * c.meanAffinity[0]
  return {
    row,
    alternatives: alternativesOf(routes, c.streams),
    exponent: single ? 1 : c.dissimilarity[row],
    habit: exp(scale * c.habit[row]),
    taste: lognormal(scale * c.tasteSpread[row]),
    streamPull: streamPull(streamTaste, c.relativeAffinity),
    shoppersOnly: c.onlineOnly[row] === 1,
    odds: Number.NaN,
  }
}

function alternativesOf(routes: readonly RouteOption[], streams: Values): Alternative[] {
  const byName = new Map<string, RouteOption[]>()
  for (const route of routes) {
    const name = `${route.shopfront} ${route.checkout}`
    byName.set(name, [...(byName.get(name) ?? []), route])
  }
  return [...byName.values()].map((routes) => ({
    shopfront: routes[0].shopfront,
    checkout: routes[0].checkout,
    streams: streams[routes[0].shopfront] > 0,
    accounts: routes.reduce((mask, { login }) => mask | login, 1 << routes[0].checkout),
    routes,
    odds: Number.NaN,
  }))
}

/** What streams add to the odds of a venue, by level of live affinity. */
function streamPull(taste: number, affinity: Values): Float64Array {
  const pull = new Float64Array(affinity.length)
  for (let level = 0; level < pull.length; level++) pull[level] = exp(taste * affinity[level])
  return pull
}
