/** Whether a reseller or trader buys local or imported goods from now on (sourcing). */
import { drawn, log } from '../../engine/index.ts'
import { isMerchant, KIND, STATE } from '../populations/index.ts'
import { sourcing, taken } from '../rules/prices/sourcing.ts'
import { certain, chanceOptions } from './chance.ts'
import type { Decision, Flip, Part } from './decision.ts'
import { nearest } from './nearest.ts'
import { type Sight, sceneOf } from './sight.ts'

const MOST = 1e5
const FIRST = 0.01

function scenesOf(before: Sight, after: Sight) {
  const { c, p, draws, count, day } = sceneOf(after, sourcing)
  return { c, p, draws, count, day, was: sceneOf(before, sourcing).c }
}

type Scenes = ReturnType<typeof scenesOf>

/** Log odds of imports, by parts; the price of imports may be tried lower than it is. */
function oddsParts({ c, p, count, was }: Scenes, seller: number, lower = 0): Part[] {
  const category = c.category[seller]
  const middle = Math.floor(count.classes / 2)
  const a = c.sensitivity[middle * count.categories + category] / c.referenceDissimilarity[0]
  const [local, foreign] = [c.supplier[seller], c.importSupplier[seller]]
  const reseller = c.kind[seller] === KIND.reseller
  return [
    { part: 'localPrice', value: p.response * a * c.wholesalePrice[local] },
    { part: 'importPrice', value: -p.response * a * (c.wholesalePrice[foreign] - lower) },
    {
      part: 'importLiking',
      value: p.response * (c.importDiscount[category] - c.localPreference[category]),
    },
    { part: 'removed', value: p.response * log(1 - taken(c, count, seller)) },
    { part: 'loyalty', value: p.loyalty * (was.source[seller] === 1 ? 1 : -1) },
    { part: 'usualSource', value: c.taste[category * 2 + (reseller ? 0 : 1)] },
  ]
}

/**
 * Nothing in a week in which he does not think his goods over.
 * @param before the rule, of which only the source used last is taken
 */
export function explainSource(before: Sight, after: Sight, seller: number): Decision[] {
  const scenes = scenesOf(before, after)
  const { c, p, draws, day } = scenes
  const merchant = isMerchant(c.kind[seller])
  if (day === 0 || !merchant || c.listed[seller] >= 0 || c.state[seller] === STATE.exited) return []
  if (drawn(draws.reviews, seller) >= p.reviews) return []
  const common = { kind: 'source', step: 1, about: [], seen: [] }
  if (c.importSupplier[seller] < 0) return [{ ...common, ...certain('local') }]
  if (c.supplier[seller] < 0) return [{ ...common, ...certain('imported') }]
  const options = (lower = 0) =>
    chanceOptions({
      link: 'odds',
      parts: oddsParts(scenes, seller, lower),
      draw: drawn(draws.imports, seller),
      does: 'imported',
      else: 'local',
    })
  const now = options()
  const imports = now.chosen === 0
  const first = imports ? -FIRST : FIRST
  const lower = nearest((x) => options(x).chosen !== now.chosen, first, MOST)
  const flips: Flip[] =
    lower === undefined
      ? []
      : [
          {
            lever: 'importPrice',
            of: { is: 'seller', row: c.importSupplier[seller] },
            change: -lower,
            unit: 'kRp',
            leadsTo: { is: imports ? 'local' : 'imported' },
          },
        ]
  return [{ ...common, ...now, flips }]
}
