/** Where and how long a creator streams (streaming). */
import { chance, DAYS_A_WEEK, drawn, log, viewsOf } from '../../engine/index.ts'
import { creators } from '../populations/index.ts'
import {
  choosePlatform,
  earningVenues,
  hoursAt,
  prospectsOf,
  streaming,
} from '../rules/attention/streaming.ts'
import { type Bare, bestOf, type Decision, type Fact, type Flip, optionOf } from './decision.ts'
import { nearest } from './nearest.ts'
import { type Sight, sceneOf } from './sight.ts'

const MOST = 1e5
const FIRST = 0.001
const TOLD = 3
/** Fewer live hours than these show a creator nothing of his own earnings. */
const TELLING = 0.5
/** A change below a hundredth of an hour is none. */
const LEAST = 0.01

function scenesOf(before: Sight, after: Sight) {
  const { c, p, draws, count, day } = sceneOf(before, streaming)
  const settled = sceneOf(after, streaming).c.taste[0]
  const earns = earningVenues(c, count)
  return { c, p, draws, count, day, settled, earns, prospects: prospectsOf(c, count, earns) }
}

type Scenes = ReturnType<typeof scenesOf>

export interface CreatorExplained {
  /** Platform, -1 none, and hours a week. */
  readonly venue: number
  readonly hours: number
  readonly decisions: readonly Decision[]
}

/** What he makes of last week: his own earnings an hour, smoothed. */
function earnedBy({ c, prospects, day }: Scenes, creator: number): number {
  const own = c.venue[creator] - 1
  if (own < 0) return c.earned[creator]
  const telling = day > DAYS_A_WEEK && c.hours[creator] >= TELLING
  const latest = telling
    ? c.income[creator] / c.hours[creator]
    : prospects.at(own, c.followers[creator], c.skill[creator])
  return c.earned[creator] + (day > DAYS_A_WEEK ? c.memory[0] : 1) * (latest - c.earned[creator])
}

/**
 * @param before the rule
 * @param after it, of which only the taste for streaming is taken, which it settles
 */
export function explainCreator(before: Sight, after: Sight, creator: number): CreatorExplained {
  const scenes = scenesOf(before, after)
  const { c, p, draws, count, day } = scenes
  const own = c.venue[creator] - 1
  if (day === 0) return { venue: own, hours: c.hours[creator], decisions: [] }
  const earned = earnedBy(scenes, creator)
  const reviews = own < 0 || drawn(draws.reviews, creator) < chance(p.reviews, DAYS_A_WEEK)
  const worth = Array.from({ length: count.venues }, (_, venue) =>
    worthOf(scenes, creator, venue, own, earned),
  )
  const moved = reviews ? platformOf(scenes, creator, own, worth) : undefined
  const venue = moved?.venue ?? own
  const onwards = venue === own ? earned : worth[venue]
  const { hours, decision } = hoursOf(scenes, creator, venue, onwards)
  return { venue, hours, decisions: [...(moved?.decisions ?? []), decision] }
}

/** What an hour at a venue is worth to him, kRp. */
function worthOf(
  { c, p, prospects }: Scenes,
  creator: number,
  venue: number,
  own: number,
  earned: number,
): number {
  if (venue === own) return earned * (c.closing[venue] ? 1 - p.caution : 1)
  if (c.closing[venue]) return 0
  return prospects.at(venue, c.kept[0] * c.followers[creator], c.skill[creator])
}

interface Moved {
  readonly venue: number
  readonly decisions: readonly Decision[]
}

/** A platform by logit of what an hour earns there; one keyed number says which of them it is. */
function platformOf(
  { p, draws }: Scenes,
  creator: number,
  own: number,
  worth: readonly number[],
): Moved {
  const draw = drawn(draws.moves, creator)
  const choose = (values: readonly number[]) =>
    choosePlatform(values, own, p.choiceScale, p.stay, draw)
  const venue = choose(worth)
  const most = worth.reduce((best, value) => Math.max(best, value), 0)
  const venues = worth.flatMap((value, at) => (value > 0 ? [at] : []))
  // Where nothing is worth anything he stays.
  if (most === 0) return { venue, decisions: [] }
  const options = venues.map((at) => ({
    ...optionOf({ is: 'venue', row: at }, [
      { part: 'hourly', value: log(worth[at] / most) / p.choiceScale },
      { part: 'stay', value: at === own ? p.stay : 0 },
    ]),
    facts: [{ fact: 'hourly', value: worth[at], unit: 'kRp/hour' }],
  }))
  const flips = venues.flatMap((at): Flip[] => {
    const moved = (by: number) =>
      choose(worth.map((value, row) => (row === at ? Math.max(0, value + by) : value)))
    return [FIRST, -FIRST].flatMap((first): Flip[] => {
      const by = nearest((x) => moved(x) !== venue, first, MOST)
      if (by === undefined || worth[at] + by < 0) return []
      const of = { is: 'venue', row: at } as const
      const leadsTo = { is: 'venue', row: moved(by) } as const
      return [{ lever: 'hourly', of, change: by, unit: 'kRp/hour', leadsTo }]
    })
  })
  flips.sort((one, other) => Math.abs(one.change) - Math.abs(other.change))
  const chosen = venues.indexOf(venue)
  const decision: Decision = {
    kind: 'platform',
    step: 1,
    about: own < 0 ? [] : [{ is: 'venue', row: own }],
    seen: [{ fact: 'draw', value: draw, unit: 'share' }],
    unit: 'log weight',
    options,
    chosen,
    runnerUp: bestOf(options, chosen),
    flips: flips.slice(0, TOLD),
  }
  return { venue, decisions: [decision] }
}

/** Hours at which streaming is worth as much as other work, and the part of the way there that he goes. */
function hoursOf(
  { c, p, settled, earns }: Scenes,
  creator: number,
  venue: number,
  earned: number,
): { readonly hours: number; readonly decision: Decision } {
  const worth = venue < 0 ? 0 : earned * (c.closing[venue] ? 1 - p.caution : 1)
  const outside = settled * c.outside[creator]
  const desiredAt = (anHour: number) =>
    settled === 0
      ? c.target[0]
      : !p.hoursFollow
        ? earns[venue]
          ? c.target[0]
          : 0
        : hoursAt(anHour, outside, p.longest, p.elasticity)
  const had = c.hours[creator]
  const hours = (anHour: number) => had + p.adjustment * (desiredAt(anHour) - had)
  const moveOf = (anHour: number): Bare => {
    const change = hours(anHour) - had
    return change > LEAST ? 'longer' : change < -LEAST ? 'shorter' : 'sameHours'
  }
  const is = moveOf(worth)
  const flips = [FIRST, -FIRST].flatMap((first): Flip[] => {
    const by = nearest((x) => moveOf(Math.max(0, worth + x)) !== is, first, MOST)
    if (by === undefined || worth + by < 0) return []
    const leadsTo = { is: moveOf(worth + by) }
    return [{ lever: 'anHour', of: { is: 'itself' }, change: by, unit: 'kRp/hour', leadsTo }]
  })
  flips.sort((one, other) => Math.abs(one.change) - Math.abs(other.change))
  const decision: Decision = {
    kind: 'hours',
    step: 1,
    about: venue < 0 ? [] : [{ is: 'venue', row: venue }],
    seen: [
      { fact: 'anHour', value: worth, unit: 'kRp' },
      { fact: 'otherWork', value: outside, unit: 'kRp' },
    ],
    unit: 'hours/week',
    options: [
      optionOf({ is }, [
        { part: 'lastHours', value: had },
        { part: 'change', value: hours(worth) - had },
      ]),
      optionOf({ is: 'wanted' }, [{ part: 'wantedHours', value: desiredAt(worth) }]),
    ],
    chosen: 0,
    runnerUp: 1,
    flips: flips.slice(0, 1),
  }
  return { hours: Math.fround(hours(worth)), decision }
}

const KNOWN = {
  region: creators.region,
  category: creators.category,
  venue: creators.venue,
  followers: creators.followers,
  skill: creators.skill,
  income: creators.income,
} as const

/** Who a creator is. */
export function creatorFacts({ world }: Sight, creator: number): Fact[] {
  const c = viewsOf(world, KNOWN)
  const venue = c.venue[creator] - 1
  return [
    { fact: 'region', value: { is: 'region', row: c.region[creator] } },
    { fact: 'shows', value: { is: 'category', row: c.category[creator] } },
    { fact: 'streamsAt', value: venue < 0 ? { is: 'none' } : { is: 'venue', row: venue } },
    { fact: 'followers', value: c.followers[creator], unit: 'people' },
    { fact: 'skill', value: c.skill[creator], unit: 'ratio of skill' },
    { fact: 'income', value: c.income[creator], unit: 'kRp/week' },
  ]
}
