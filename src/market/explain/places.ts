/** Where a planned purchase is made: a nest or saving, a venue of the nest, and a way to it (venue-choice). */
import { agentWord, exp, FRECHET, log } from '../../engine/index.ts'
import type { Alternative, NestOption } from '../rules/shopping/choice-set.ts'
import {
  alternativeNoise,
  nestNoise,
  routeNoise,
  savingNoise,
} from '../rules/shopping/venue-choice.ts'
import {
  bestOf,
  type Decision,
  type Flip,
  type Option,
  optionOf,
  type Part,
  type What,
} from './decision.ts'
import { nearest } from './nearest.ts'
import {
  admits,
  type Cheaper,
  checkoutOf,
  leverOf,
  type Occasion,
  type Shopping,
  scaled,
  sum,
  wayOf,
} from './occasion.ts'

/** A way to a checkout that is open to the buyer at the moment; its option says what it is worth in the draw. */
interface Way {
  readonly route: number
  readonly parts: readonly Part[]
  readonly option: Option
}

/** A shopfront with its checkout. */
interface Front {
  readonly ways: readonly Way[]
  readonly parts: readonly Part[]
  readonly option: Option
}

interface Nest {
  readonly row: number
  readonly fronts: readonly Front[]
  readonly option: Option
}

/** All that is open to a plan. */
interface Open {
  readonly nests: readonly Nest[]
  /** A plan in the place of an impulse order is never saved. */
  readonly saving: Option | undefined
}

/** The most that a way to goods is tried to be cheaper or dearer by, kRp an order. */
const MOST = 1e5
/** Where trying begins: Rp 10. */
const FIRST = 0.01
/** Changes that are told of a choice. */
const TOLD = 3

/**
 * ln sum e^x as the best of them and what the others add to it.
 * @returns row of the best, and the added part
 */
function together(values: readonly number[]): { readonly best: number; readonly added: number } {
  const best = values.indexOf(values.reduce((most, value) => Math.max(most, value), -Infinity))
  const odds = values.reduce((total, value) => total + exp(value - values[best]), 0)
  return { best, added: log(odds) }
}

const luck = (place: number): Part => ({ part: 'luck', value: log(FRECHET[place]) })

function waysOf(
  shopping: Shopping,
  occasion: Occasion,
  alternative: Alternative,
  cheaper?: Cheaper,
): Way[] {
  return (
    alternative.routes
      .filter((option) => admits(shopping, occasion, option))
      .map(({ route }) => {
        const parts = wayOf(shopping, occasion, route, cheaper)
        const noise = luck(routeNoise(occasion.noise, route))
        return { route, parts, option: optionOf(checkoutOf(shopping, route), [...parts, noise]) }
      })
      // A list without goods leads nowhere.
      .filter(({ option }) => Number.isFinite(option.total))
  )
}

function frontOf(
  shopping: Shopping,
  occasion: Occasion,
  nest: NestOption,
  alternative: Alternative,
  cheaper?: Cheaper,
): Front[] {
  const { choice: c, count, set } = shopping
  if ((occasion.accounts & alternative.accounts) === 0) return []
  const ways = waysOf(shopping, occasion, alternative, cheaper)
  if (ways.length === 0) return []
  // Factors of a nest of one route are its lambda-th power.
  const scale = nest.exponent === 1 ? 1 / c.dissimilarity[nest.row] : 1
  const word = agentWord(set.tasteKey, occasion.buyer * count.venues + alternative.shopfront)
  const { best, added } = together(ways.map(({ parts }) => sum(parts)))
  const last = c.lastVenue[occasion.buyer] - 1
  const pull = nest.streamPull[c.affinityLevel[occasion.buyer]]
  const parts = [
    ...ways[best].parts,
    { part: 'ways', value: added },
    { part: 'taste', value: scale * log(nest.taste[word >>> 22]) },
    { part: 'habit', value: last === alternative.checkout ? scale * log(nest.habit) : 0 },
    { part: 'live', value: alternative.streams ? scale * log(pull) : 0 },
  ]
  const noise = luck(alternativeNoise(occasion.noise, alternative, count.venues))
  const { route } = ways[best]
  const what: What = { ...checkoutOf(shopping, route), front: alternative.shopfront }
  return [{ ways, parts, option: optionOf(what, [...parts, noise]) }]
}

function openTo(shopping: Shopping, occasion: Occasion, cheaper?: Cheaper): Open {
  const { appeal: c, count, set } = shopping
  const { category, region, noise } = occasion
  const nests = set.nests.flatMap((nest): Nest[] => {
    if (nest.shoppersOnly && !occasion.shopper) return []
    const fronts = nest.alternatives.flatMap((one) =>
      frontOf(shopping, occasion, nest, one, cheaper),
    )
    if (fronts.length === 0) return []
    const lambda = c.dissimilarity[nest.row]
    const { best, added } = together(fronts.map(({ parts }) => sum(parts)))
    const parts = [
      ...scaled(fronts[best].parts, lambda),
      { part: 'others', value: lambda * added },
      { part: 'usual', value: c.nestConstant[category * count.nests + nest.row] },
      { part: 'trend', value: -c.trend[nest.row * count.regions + region] },
      luck(nestNoise(noise, nest.row)),
    ]
    const facts = [{ fact: 'bestVenue', value: fronts[best].option.what }]
    const option = { ...optionOf({ is: 'nest', row: nest.row }, parts), facts }
    return [{ row: nest.row, fronts, option }]
  })
  const saving = optionOf({ is: 'save' }, [
    { part: 'usual', value: c.saveConstant[category] },
    luck(savingNoise(noise)),
  ])
  return { nests, saving: occasion.returned ? undefined : saving }
}

interface Chosen {
  readonly nest: Nest
  readonly front: Front
  readonly way: Way
}

const best = <T extends { readonly option: Option }>(list: readonly T[]): T =>
  list[bestOf(list.map(({ option }) => option))]

/** Nothing where the buyer saves. */
function chosenOf({ nests, saving }: Open): Chosen | undefined {
  if (nests.length === 0) return undefined
  const nest = best(nests)
  if (saving !== undefined && saving.total >= nest.option.total) return undefined
  const front = best(nest.fronts)
  return { nest, front, way: best(front.ways) }
}

/** How much cheaper or dearer the way to one venue would have had to be, an order, the nearest first. */
function flipsOf(
  shopping: Shopping,
  occasion: Occasion,
  open: Open,
  chosen: Chosen | undefined,
): Flip[] {
  const { appeal: c } = shopping
  const now = chosen?.way.route ?? -1
  const choiceAt = (venue: number, by: number) =>
    chosenOf(openTo(shopping, occasion, { venue, by }))?.way.route ?? -1
  const ways = open.nests.flatMap(({ fronts }) => fronts.flatMap((front) => front.ways))
  const venues = [...new Set(ways.map(({ route }) => c.routeTo[route]))]
  return venues
    .flatMap((venue): Flip[] => {
      const sign = now >= 0 && c.routeTo[now] === venue ? -1 : 1
      const by = nearest((x) => choiceAt(venue, x) !== now, sign * FIRST, MOST)
      if (by === undefined) return []
      const then = choiceAt(venue, by)
      return [
        {
          lever: leverOf(shopping, occasion, venue, -by),
          of: { is: 'venue', row: venue },
          change: -by,
          unit: 'kRp/order',
          pieces: c.pieces[venue],
          leadsTo: then < 0 ? { is: 'save' } : checkoutOf(shopping, then),
        },
      ]
    })
    .sort((one, other) => Math.abs(one.change) - Math.abs(other.change))
    .slice(0, TOLD)
}

export interface PlanExplained {
  readonly decisions: readonly Decision[]
  /** The route taken; -1 where the buyer saves. */
  readonly route: number
}

const decided = (
  options: readonly Option[],
  chosen: Option,
): Pick<Decision, 'options' | 'chosen' | 'runnerUp'> => {
  const at = options.indexOf(chosen)
  return { options, chosen: at, runnerUp: bestOf(options, at) }
}

/**
 * @param step the number of the occasion
 * @param flips whether to look for what would have flipped the choice
 */
export function explainPlan(
  shopping: Shopping,
  occasion: Occasion,
  step: number,
  flips: boolean,
): PlanExplained {
  const { appeal: c } = shopping
  const open = openTo(shopping, occasion)
  const chosen = chosenOf(open)
  const options = [
    ...open.nests.map(({ option }) => option),
    ...(open.saving === undefined ? [] : [open.saving]),
  ]
  const about: What[] = [{ is: 'category', row: occasion.category }]
  const common = { step, about, seen: [], unit: 'log odds' }
  const nest: Decision = {
    ...common,
    kind: occasion.returned ? 'placeOfReturned' : 'place',
    worth: 1 / occasion.alpha,
    ...(options.length === 0
      ? { options, chosen: -1, runnerUp: -1 }
      : decided(options, chosen?.nest.option ?? (open.saving as Option))),
    flips: flips ? flipsOf(shopping, occasion, open, chosen) : [],
  }
  if (chosen === undefined) return { decisions: [nest], route: -1 }
  const worth = c.dissimilarity[chosen.nest.row] / occasion.alpha
  const further = withinNest(chosen, { ...common, worth, flips: [] })
  return { decisions: [nest, ...further], route: chosen.way.route }
}

/** Which venue of the nest, and which way to it, where there is a choice. */
function withinNest(
  { nest, front, way }: Chosen,
  common: Pick<Decision, 'step' | 'about' | 'seen' | 'unit' | 'worth' | 'flips'>,
): Decision[] {
  const venue = {
    ...common,
    kind: 'venue',
    about: [...common.about, { is: 'nest', row: nest.row } as const],
    ...decided(
      nest.fronts.map(({ option }) => option),
      front.option,
    ),
  }
  const last = {
    ...common,
    kind: 'way',
    about: [...common.about, front.option.what],
    ...decided(
      front.ways.map(({ option }) => option),
      way.option,
    ),
  }
  return [...(nest.fronts.length < 2 ? [] : [venue]), ...(front.ways.length < 2 ? [] : [last])]
}
