/** Whether goods seen in a feed are bought on impulse, and by which way (venue-choice). */
import { log } from '../../engine/index.ts'
import { impulseMark } from '../rules/shopping/purchase-occasions.ts'
import { easiestRoute } from '../rules/shopping/venue-choice.ts'
import { type Decision, type Flip, type Option, optionOf } from './decision.ts'
import { nearest } from './nearest.ts'
import {
  type Cheaper,
  checkoutOf,
  goodsOf,
  leverOf,
  type Occasion,
  type Shopping,
} from './occasion.ts'
import type { PlanExplained } from './places.ts'

const MOST = 1e5
const FIRST = 0.01

/** Goods less the way to them, against what it is worth to pass by; the mark of the exposure is the luck of passing by. */
function optionsOf(
  shopping: Shopping,
  occasion: Occasion,
  route: number,
  cheaper?: Cheaper,
): readonly [pass: Option, order: Option] {
  const { appeal: c, count } = shopping
  const mark = impulseMark(occasion.noise)
  return [
    optionOf({ is: 'pass' }, [
      { part: 'usual', value: c.impulseOutside[occasion.cell * count.venues + occasion.feed] },
      { part: 'luck', value: log(mark / (1 - mark)) },
    ]),
    optionOf(checkoutOf(shopping, route), goodsOf(shopping, occasion, route, cheaper)),
  ]
}

export function explainExposure(
  shopping: Shopping,
  occasion: Occasion,
  step: number,
  flips: boolean,
): PlanExplained {
  const { appeal: c, choice, count, set } = shopping
  const { cell, feed, category } = occasion
  const firstRoute = cell * count.routes
  const route = easiestRoute(choice, set.routesFrom[feed], firstRoute, occasion)
  const common = {
    kind: 'exposure',
    step,
    about: [
      { is: 'category', row: category },
      { is: 'venue', row: feed },
    ],
    seen: [],
    unit: 'log odds',
  } as const
  // Nowhere to pay, or nothing on show.
  if (route < 0 || c.impulseOdds[firstRoute + route] === 0) {
    const pass = optionOf({ is: 'pass' }, [])
    const decision = { ...common, options: [pass], chosen: 0, runnerUp: -1, flips: [] }
    return { decisions: [decision], route: -1 }
  }
  const venue = c.routeTo[route]
  const options = optionsOf(shopping, occasion, route)
  const takes = (cheaper?: Cheaper) => {
    const [pass, order] = cheaper ? optionsOf(shopping, occasion, route, cheaper) : options
    return order.total > pass.total
  }
  const taken = takes()
  const first = taken ? -FIRST : FIRST
  const by = flips ? nearest((x) => takes({ venue, by: x }) !== taken, first, MOST) : undefined
  const then = taken ? ({ is: 'pass' } as const) : checkoutOf(shopping, route)
  const of = { is: 'venue', row: venue } as const
  const found: Flip[] = [by].flatMap((x) =>
    x === undefined
      ? []
      : {
          lever: leverOf(shopping, occasion, venue, -x),
          ...{ of, change: -x, unit: 'kRp/order', pieces: c.pieces[venue], leadsTo: then },
        },
  )
  const decision: Decision = {
    ...common,
    worth: c.dissimilarity[c.nestOf[venue]] / occasion.alpha,
    options,
    chosen: taken ? 1 : 0,
    runnerUp: taken ? 0 : 1,
    flips: found,
  }
  return { decisions: [decision], route: taken ? route : -1 }
}
