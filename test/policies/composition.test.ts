/**
 * Policies on one value, and policies on courses: the value in force day by day, worked out by hand, in both orders.
 * Each case says what two policies do to one field; that no pair of the catalogue is left out, nor, where both can end,
 * an arrangement in time, is a test of its own.
 */
import { describe, expect, it } from 'vitest'
import { NEVER } from '../../src/engine/index.ts'
import {
  CATALOGUE,
  type MarketInput,
  movedValues,
  type Operation,
  operationsOfPolicy,
  valueOn,
} from '../../src/market/index.ts'
import { good } from '../scenario/files.ts'

/** Three platforms: of 0.5, 0.25 and 0.25 of sales. Their owners have 100, 40 and 60 staff. A kiosk is closed. */
const MARKET = `title: X
extends: base
companies: { owner: { staff: 100 }, rival: { staff: 40 }, other: { staff: 60 } }
venues:
  shop: { platform: true, platform-share: 0.5, commission: 6 %, impulse-hours: 1, reach: 0.2 }
  mall: { nest: online, owner: rival, platform: true, platform-share: 0.25, reach: 0.2 }
  bazaar: { nest: online, owner: other, platform: true, platform-share: 0.25 }
  kiosk: { nest: online, owner: other }
routes:
  kiosk: { open: 0 }
  shop-to-kiosk: { from: shop, to: kiosk, friction: 1 }
  shop-to-mall: { from: shop, to: mall, friction: 1, open: 0 }
  shop-to-bazaar: { from: shop, to: bazaar, friction: 1 }
  bazaar-to-mall: { from: bazaar, to: mall, friction: 1, open: 0 }
programmes: { course: {} }
events: { fair: {} }
border: { compliance: 0.6 }
`

const market = (policies: readonly string[], courses = ''): MarketInput => {
  const list = policies.map((one) => `  - ${one}\n`).join('')
  const text = `${MARKET}${courses === '' ? '' : `courses: { ${courses} }\n`}policies:\n${list}`
  return good(policies.length === 0 ? text.replace('policies:\n', '') : text).input
}

/** Reads the policies one by one, so that an order that `check` would refuse can be composed too. */
function inOrder(policies: readonly string[], courses = ''): MarketInput {
  const all = policies.map((one) => market([one], courses))
  return { ...all[0], policies: all.flatMap((input) => input.policies) }
}

const day = (at: number) => `2024-01-${String(at + 1).padStart(2, '0')}`
/** In force on the days `from <= day < until`, the first of which is day 0. */
const span = (from: number, until?: number) =>
  `effective: ${day(from)}${until === undefined ? '' : `, until: ${day(until)}`}`

/** A field by its path, `venues.shop.commission`, and of several values the first. */
function over(input: MarketInput, path: string, days = 10): number[] {
  const [table, name, field] = path.split('.')
  const row = input.tables[table].findIndex((one) => one.name === name)
  const value = movedValues(input).find(
    (one) => one.table === table && one.row === row && one.field === field && one.at === 0,
  )
  if (value === undefined) throw new Error(`${path} is not moved`)
  return Array.from({ length: days }, (_, at) => Number(valueOn(value, at).toFixed(9)))
}

interface Case {
  readonly what: string
  readonly course?: string
  readonly path: string
  readonly a: string
  readonly b: string
  /** Day by day from day 0 on, with the first listed first. */
  readonly ab: readonly number[]
  /** With the second listed first; the same where nothing stands. */
  readonly ba?: readonly number[]
}

const duty = (from: number, until: number | undefined, more: string) =>
  `duty: { ${span(from, until)}, ${more} }`
const floor = (from: number, until: number | undefined, more: string, delay = 0) =>
  `minimum-price: { ${span(from, until)}, floor: 100 US$, delay: ${delay}, ${more} }`
const mandate = (from: number, until: number | undefined, stalls: number) =>
  `event-mandate: { ${span(from, until)}, stalls: ${stalls} }`
const programme = (from: number, until: number | undefined, slots: number) =>
  `programme: { programme: course, ${span(from, until)}, slots: ${slots} }`
const copycat = (from: number, copies: number, preference: number) =>
  `copycat: { venue: shop, copies: ${copies}, preference: ${preference}, ${span(from)} }`
const separation = (from: number, preference = 'forbidden') =>
  `data-separation: { venue: shop, preference: ${preference}, ${span(from)} }`
const closure = (venue: string, from: number, more = '') =>
  `closure: { venue: ${venue}, announced: ${day(from - 1)}, ${span(from)}${more} }`
const merger = (venue: string, partner: string, from: number, more: string) =>
  `reopening: { venue: ${venue}, partner: ${partner}, ${span(from)}, ${more} }`
/** Nothing but what the settings name. */
const step = (partner: string, from: number, more: string, venue = 'shop') =>
  merger(venue, partner, from, `route: false, ${more}`)

const DUTIES: readonly Case[] = [
  {
    what: 'overlapping add up while both are in force',
    path: 'categories.cloth.dutyRate',
    a: duty(2, 6, 'extra: 20 %'),
    b: duty(4, 8, 'extra: 10 %'),
    ab: [0.2, 0.2, 0.4, 0.4, 0.5, 0.5, 0.3, 0.3, 0.2, 0.2],
  },
  {
    what: 'the second, nested in the first, ends and leaves the first',
    path: 'categories.cloth.dutyRate',
    a: duty(2, undefined, 'extra: 20 %'),
    b: duty(4, 6, 'extra: 10 %'),
    ab: [0.2, 0.2, 0.4, 0.4, 0.5, 0.5, 0.4, 0.4, 0.4, 0.4],
  },
  {
    what: 'apart do not know of each other',
    path: 'categories.cloth.dutyRate',
    a: duty(2, 4, 'extra: 20 %'),
    b: duty(6, 8, 'extra: 10 %'),
    ab: [0.2, 0.2, 0.4, 0.4, 0.2, 0.2, 0.3, 0.3, 0.2, 0.2],
  },
  {
    what: 'a cut takes the tariff to nought at most, before or after a rise',
    path: 'categories.cloth.dutyRate',
    a: duty(2, 8, 'extra: -30 %'),
    b: duty(4, 6, 'extra: 20 %'),
    ab: [0.2, 0.2, 0, 0, 0.2, 0.2, 0, 0, 0.2, 0.2],
    ba: [0.2, 0.2, 0, 0, 0.1, 0.1, 0, 0, 0.2, 0.2],
  },
  {
    what: 'a threshold for parcels, a tenth of imports, counts on the tariff so far',
    path: 'categories.cloth.dutyRate',
    a: duty(2, 8, 'extra: 20 %'),
    b: duty(4, 6, 'de-minimis: 0 US$, cross-border: 0.1'),
    // 1.1 (0.2 + 0.2), or 1.1 times 0.2, plus 0.2.
    ab: [0.2, 0.2, 0.4, 0.4, 0.44, 0.44, 0.4, 0.4, 0.2, 0.2],
    ba: [0.2, 0.2, 0.4, 0.4, 0.42, 0.42, 0.4, 0.4, 0.2, 0.2],
  },
  {
    what: 'a threshold and a rise, overlapping',
    path: 'categories.cloth.dutyRate',
    a: duty(2, 6, 'extra: 20 %'),
    b: duty(4, 8, 'de-minimis: 0 US$, cross-border: 0.1'),
    ab: [0.2, 0.2, 0.4, 0.4, 0.44, 0.44, 0.22, 0.22, 0.2, 0.2],
    ba: [0.2, 0.2, 0.4, 0.4, 0.42, 0.42, 0.22, 0.22, 0.2, 0.2],
  },
  {
    what: 'a threshold and a rise, apart',
    path: 'categories.cloth.dutyRate',
    a: duty(2, 4, 'extra: 20 %'),
    b: duty(6, 8, 'de-minimis: 0 US$, cross-border: 0.1'),
    ab: [0.2, 0.2, 0.4, 0.4, 0.2, 0.2, 0.22, 0.22, 0.2, 0.2],
  },
  {
    what: 'an exemption that two lift, overlapping, is lifted once',
    path: 'categories.cloth.dutyRate',
    a: duty(2, 6, 'de-minimis: 0 US$, cross-border: 0.1'),
    b: duty(4, 8, 'de-minimis: 0 US$, cross-border: 0.1'),
    ab: [0.2, 0.2, 0.22, 0.22, 0.22, 0.22, 0.22, 0.22, 0.2, 0.2],
  },
  {
    what: 'an exemption that two lift, nested: of one threshold the larger share of parcels counts',
    path: 'categories.cloth.dutyRate',
    a: duty(1, 9, 'de-minimis: 0 US$, cross-border: 0.1'),
    b: duty(4, 6, 'de-minimis: 0 US$, cross-border: 0.3'),
    ab: [0.2, 0.22, 0.22, 0.22, 0.26, 0.26, 0.22, 0.22, 0.22, 0.2],
  },
  {
    what: 'an exemption that two lift, apart',
    path: 'categories.cloth.dutyRate',
    a: duty(2, 4, 'de-minimis: 0 US$, cross-border: 0.1'),
    b: duty(6, 8, 'de-minimis: 0 US$, cross-border: 0.1'),
    ab: [0.2, 0.2, 0.22, 0.22, 0.2, 0.2, 0.22, 0.22, 0.2, 0.2],
  },
  {
    what: 'of two thresholds the lower holds: what the higher frees pays again',
    course: `categories.cloth.border-value: { points: { ${day(0)}: 150 } }`,
    path: 'categories.cloth.dutyRate',
    // 150 kRp are some US$10: not free today, free below US$75.
    a: duty(2, 8, 'de-minimis: 75 US$, cross-border: 0.1'),
    b: duty(4, 6, 'de-minimis: 0 US$, cross-border: 0.1'),
    ab: [0.2, 0.2, 0.18, 0.18, 0.2, 0.2, 0.18, 0.18, 0.2, 0.2],
  },
  {
    what: 'enforcement twice: each makes a part of those who still evade pay',
    path: 'border.border.compliance',
    a: duty(2, 6, 'enforcement: 0.5'),
    b: duty(4, 8, 'enforcement: 0.2'),
    ab: [0.6, 0.6, 0.8, 0.8, 0.84, 0.84, 0.68, 0.68, 0.6, 0.6],
  },
  {
    what: 'enforcement nested',
    path: 'border.border.compliance',
    a: duty(1, 9, 'enforcement: 0.2'),
    b: duty(4, 6, 'enforcement: 0.5'),
    ab: [0.6, 0.68, 0.68, 0.68, 0.84, 0.84, 0.68, 0.68, 0.68, 0.6],
  },
  {
    what: 'enforcement apart',
    path: 'border.border.compliance',
    a: duty(2, 4, 'enforcement: 0.5'),
    b: duty(6, 8, 'enforcement: 0.2'),
    ab: [0.6, 0.6, 0.8, 0.8, 0.6, 0.6, 0.68, 0.68, 0.6, 0.6],
  },
]

const FLOORS: readonly Case[] = [
  {
    what: 'overlapping: the one that takes more off holds',
    path: 'venues.shop.importsRemoved',
    a: floor(2, 6, 'cross-border: 0.1, substitution: 0'),
    b: floor(4, 8, 'cross-border: 0.3, substitution: 0'),
    ab: [0, 0, 0.1, 0.1, 0.3, 0.3, 0.3, 0.3, 0, 0],
  },
  {
    what: 'a lesser one nested in a larger changes nothing',
    path: 'venues.shop.importsRemoved',
    a: floor(2, 8, 'scope: online, enforced: 0.9'),
    b: floor(4, 6, 'cross-border: 0.3, substitution: 0'),
    ab: [0, 0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0, 0],
  },
  {
    what: 'apart',
    path: 'venues.shop.importsRemoved',
    a: floor(2, 4, 'cross-border: 0.1, substitution: 0'),
    b: floor(6, 8, 'cross-border: 0.3, substitution: 0'),
    ab: [0, 0, 0.1, 0.1, 0, 0, 0.3, 0.3, 0, 0],
  },
  {
    what: 'what comes back through bulk import, overlapping, is as dear as under the one that takes more off',
    path: 'categories.cloth.borderValue',
    // 15 kRp times 1 + 0.1 0.5 0.2, or times 1 + 0.5 0.5 0.2.
    a: floor(2, 6, 'cross-border: 0.1, substitution: 0.5, premium: 0.2'),
    b: floor(4, 8, 'cross-border: 0.5, substitution: 0.5, premium: 0.2'),
    ab: [15, 15, 15.15, 15.15, 15.75, 15.75, 15.75, 15.75, 15, 15],
  },
  {
    what: 'the same floor nested in itself makes nothing dearer twice',
    path: 'categories.cloth.borderValue',
    a: floor(2, 8, 'cross-border: 0.5, substitution: 0.5, premium: 0.2'),
    b: floor(4, 6, 'cross-border: 0.5, substitution: 0.5, premium: 0.2'),
    ab: [15, 15, 15.75, 15.75, 15.75, 15.75, 15.75, 15.75, 15, 15],
  },
  {
    what: 'what comes back, apart',
    path: 'categories.cloth.borderValue',
    a: floor(2, 4, 'cross-border: 0.1, substitution: 0.5, premium: 0.2'),
    b: floor(6, 8, 'cross-border: 0.5, substitution: 0.5, premium: 0.2'),
    ab: [15, 15, 15.15, 15.15, 15, 15, 15.75, 15.75, 15, 15],
  },
  {
    what: 'where all imports are taken off nothing comes back',
    path: 'categories.cloth.borderValue',
    a: floor(2, 8, 'cross-border: 0.5, substitution: 0.5, premium: 0.2'),
    b: floor(4, 6, 'scope: online'),
    ab: [15, 15, 15.75, 15.75, 15, 15, 15.75, 15.75, 15, 15],
  },
  {
    what: 'while a later one lets nothing back yet, nothing comes back under the other',
    path: 'categories.cloth.borderValue',
    a: floor(1, 12, 'cross-border: 0.5, substitution: 0.5, premium: 0.2'),
    // A week until it comes back: day 9.
    b: floor(2, 11, 'cross-border: 0.5, substitution: 0.5, premium: 0.2', 1),
    ab: [15, 15.75, ...new Array(7).fill(15), 15.75, 15.75, 15.75, 15],
  },
]

const EVENTS_AND_PROGRAMMES: readonly Case[] = [
  {
    what: 'mandates overlapping: the larger holds',
    path: 'events.fair.reserved',
    a: mandate(2, 6, 130),
    b: mandate(4, 8, 50),
    ab: [0, 0, 130, 130, 130, 130, 50, 50, 0, 0],
  },
  {
    what: 'mandates nested',
    path: 'events.fair.reserved',
    a: mandate(2, 8, 50),
    b: mandate(4, 6, 130),
    ab: [0, 0, 50, 50, 130, 130, 50, 50, 0, 0],
  },
  {
    what: 'mandates apart',
    path: 'events.fair.reserved',
    a: mandate(2, 4, 130),
    b: mandate(6, undefined, 50),
    ab: [0, 0, 130, 130, 0, 0, 50, 50, 50, 50],
  },
  {
    what: 'places of two budgets add up',
    path: 'programmes.course.slots',
    a: programme(2, 6, 100),
    b: programme(4, 8, 50),
    ab: [0, 0, 100, 100, 150, 150, 50, 50, 0, 0],
  },
  {
    what: 'places nested, and for good',
    path: 'programmes.course.slots',
    a: programme(2, undefined, 100),
    b: programme(4, 6, 50),
    ab: [0, 0, 100, 100, 150, 150, 100, 100, 100, 100],
  },
  {
    what: 'places apart',
    path: 'programmes.course.slots',
    a: programme(2, 4, 100),
    b: programme(6, 8, 50),
    ab: [0, 0, 100, 100, 0, 0, 50, 50, 0, 0],
  },
]

const OWN_LABELS: readonly Case[] = [
  {
    what: 'what is copied adds up',
    path: 'venues.shop.copies',
    a: copycat(2, 0.02, 0.2),
    b: copycat(5, 0.03, 0.5),
    ab: [0, 0, 0.02, 0.02, 0.02, 0.05, 0.05, 0.05, 0.05, 0.05],
  },
  {
    what: 'the greater weight of the own label holds',
    path: 'venues.shop.rankOwn',
    a: copycat(2, 0.02, 0.5),
    b: copycat(5, 0.03, 0.2),
    ab: [0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  },
  {
    what: 'a remedy after the copying ends the weight; listed first it is overridden',
    path: 'venues.shop.rankOwn',
    a: copycat(2, 0.05, 0.2),
    b: separation(5),
    ab: [0, 0, 0.2, 0.2, 0.2, 0, 0, 0, 0, 0],
    ba: [0, 0, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2],
  },
  {
    what: 'copying begun under the remedy has weight only where it is listed after it',
    path: 'venues.shop.rankOwn',
    a: separation(2),
    b: copycat(5, 0.05, 0.2),
    ab: [0, 0, 0, 0, 0, 0.2, 0.2, 0.2, 0.2, 0.2],
    ba: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    what: 'remedies twice bar from the earlier on',
    path: 'venues.shop.sellerData',
    a: separation(5),
    b: separation(2, 'allowed'),
    ab: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    what: 'remedies twice leave no weight',
    path: 'venues.shop.rankOwn',
    a: separation(2),
    b: separation(5),
    ab: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  },
]

const CHECKOUTS: readonly Case[] = [
  {
    what: 'closures twice shut from the earlier on',
    path: 'routes.shop.open',
    a: closure('shop', 5),
    b: closure('shop', 2),
    ab: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    what: 'closures twice are announced by the earlier',
    path: 'venues.shop.closing',
    a: closure('shop', 5),
    b: closure('shop', 2),
    ab: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  },
  {
    what: 'a reopening after the closure; listed first it opens nothing',
    path: 'routes.shop.open',
    a: closure('shop', 2),
    b: merger('shop', 'shop', 5, 'friction: 0'),
    ab: [1, 1, 0, 0, 0, 1, 1, 1, 1, 1],
    ba: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    what: 'a reopening ends what was announced',
    path: 'venues.shop.closing',
    a: closure('shop', 2),
    b: merger('shop', 'mall', 5, 'friction: 0'),
    ab: [0, 1, 1, 1, 1, 0, 0, 0, 0, 0],
    ba: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  },
  {
    what: 'a partner that closes later, and is listed after it',
    path: 'routes.shop-to-mall.open',
    a: merger('shop', 'mall', 2, 'friction: 0'),
    b: closure('mall', 5),
    ab: [0, 0, 1, 1, 1, 0, 0, 0, 0, 0],
    ba: [0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
  },
]

const LN2 = Math.LN2
/** Half of the sales are lost for a week: ln 2. */
const MOVING = 'tools: true, migration-loss: 50 %, migration: 1'
/** Viewing with the data of a partner: mu(0.5) = 5/6, mu(0.75) = 15/17: 1 + 0.3 (18/17 - 1). */
const VIEWED = 1 + 0.3 / 17
const days = (count: number, value: number): number[] => new Array(count).fill(value)
const MERGERS: readonly Case[] = [
  {
    what: 'caps on fees: the lower holds from its day on',
    path: 'venues.shop.commission',
    a: step('mall', 2, 'fee-cap: 5 %'),
    b: step('bazaar', 5, 'fee-cap: 3 %'),
    ab: [0.06, 0.06, 0.05, 0.05, 0.05, 0.03, 0.03, 0.03, 0.03, 0.03],
  },
  {
    what: 'a cap after a rise binds; before it the capped fee rises',
    path: 'venues.shop.commission',
    // Common ownership: (1 - 0.5) / (1 - 0.75) = 2 of the fee, until the owners part on day 8.
    a: step('mall', 2, `ownership: true, joint-fees: 1, divest: ${day(8)}`),
    b: step('bazaar', 5, 'fee-cap: 5 %'),
    ab: [0.06, 0.06, 0.12, 0.12, 0.12, 0.05, 0.05, 0.05, 0.05, 0.05],
    ba: [0.06, 0.06, 0.12, 0.12, 0.12, 0.1, 0.1, 0.1, 0.05, 0.05],
  },
  {
    what: 'rises of two mergers multiply',
    path: 'venues.shop.commission',
    a: step('mall', 2, `ownership: true, joint-fees: 1, divest: ${day(8)}`),
    b: step('bazaar', 5, 'ownership: true, joint-fees: 0.5'),
    ab: [0.06, 0.06, 0.12, 0.12, 0.12, 0.18, 0.18, 0.18, 0.09, 0.09],
  },
  {
    what: 'rises nested',
    path: 'venues.shop.commission',
    a: step('mall', 1, `ownership: true, joint-fees: 1, divest: ${day(9)}`),
    b: step('bazaar', 4, `ownership: true, joint-fees: 0.5, divest: ${day(6)}`),
    ab: [0.06, 0.12, 0.12, 0.12, 0.18, 0.18, 0.12, 0.12, 0.12, 0.06],
  },
  {
    what: 'rises apart',
    path: 'venues.shop.commission',
    a: step('mall', 2, `ownership: true, joint-fees: 1, divest: ${day(4)}`),
    b: step('bazaar', 6, `ownership: true, joint-fees: 0.5, divest: ${day(8)}`),
    ab: [0.06, 0.06, 0.12, 0.12, 0.06, 0.06, 0.09, 0.09, 0.06, 0.06],
  },
  {
    what: 'tools moved to one checkout from two venues, overlapping, add up',
    path: 'routes.mall.friction',
    a: step('mall', 1, MOVING),
    b: step('mall', 5, MOVING, 'bazaar'),
    ab: [0, ...days(4, LN2), ...days(3, 2 * LN2), ...days(4, LN2), 0],
  },
  {
    what: 'tools moved to one checkout from two venues, nested',
    path: 'routes.mall.friction',
    a: step('mall', 1, MOVING.replace('migration: 1', 'migration: 2')),
    b: step('mall', 4, MOVING, 'bazaar'),
    ab: [0, ...days(3, LN2), ...days(7, 2 * LN2), ...days(4, LN2), 0],
  },
  {
    what: 'tools moved to one checkout from two venues, apart',
    path: 'routes.mall.friction',
    a: step('mall', 1, MOVING),
    b: step('mall', 9, MOVING, 'bazaar'),
    ab: [0, ...days(7, LN2), 0, ...days(7, LN2), 0],
  },
  {
    what: 'moving tools adds friction to what a route has; to a route opened since, or bounded by it',
    path: 'routes.shop-to-mall.friction',
    a: step('mall', 2, MOVING),
    b: merger('shop', 'mall', 5, 'friction: 0.4'),
    ab: [1, 1, 1 + LN2, 1 + LN2, 1 + LN2, 0.4, 0.4, 0.4, 0.4, 0.4],
    ba: [1, 1, 1 + LN2, 1 + LN2, 1 + LN2, 0.4 + LN2, 0.4 + LN2, 0.4 + LN2, 0.4 + LN2, 0.4],
  },
  {
    what: 'self-preferencing stays on a link that the next merger eases, if it is listed after it',
    path: 'routes.shop-to-bazaar.friction',
    a: step('mall', 2, 'self-preference: 1'),
    b: merger('shop', 'bazaar', 5, 'friction: 0.5'),
    ab: [1, 1, 2, 2, 2, 0.5, 0.5, 0.5, 0.5, 0.5],
    ba: [1, 1, 2, 2, 2, 1.5, 1.5, 1.5, 1.5, 1.5],
  },
  {
    what: 'who buys later owns, and owns again when the later sale is undone',
    path: 'venues.mall.owner',
    // Companies: owner 0, nobody 1, rival 2, other 3.
    a: step('mall', 2, 'ownership: true'),
    b: step('mall', 5, `ownership: true, divest: ${day(8)}`, 'bazaar'),
    ab: [2, 2, 0, 0, 0, 3, 3, 3, 0, 0],
    ba: [2, 2, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    what: 'bought by two, overlapping: the one listed later owns while both hold',
    path: 'venues.mall.owner',
    a: step('mall', 2, `ownership: true, divest: ${day(6)}`),
    b: step('mall', 4, `ownership: true, divest: ${day(8)}`, 'bazaar'),
    ab: [2, 2, 0, 0, 3, 3, 3, 3, 2, 2],
    ba: [2, 2, 0, 0, 0, 0, 3, 3, 2, 2],
  },
  {
    what: 'bought by two, apart: in between it is whose it was',
    path: 'venues.mall.owner',
    a: step('mall', 2, `ownership: true, divest: ${day(4)}`),
    b: step('mall', 6, `ownership: true, divest: ${day(8)}`, 'bazaar'),
    ab: [2, 2, 0, 0, 2, 2, 3, 3, 2, 2],
  },
  {
    what: 'overlapping staff is cut twice',
    path: 'companies.rival.staff',
    // Half of 40, which is the smaller of 100 and 40; a quarter of 40, the smaller of 60 and 40.
    a: step('mall', 2, 'duplicated-jobs: 0.5'),
    b: step('mall', 5, 'duplicated-jobs: 0.25', 'bazaar'),
    ab: [40, 40, 20, 20, 20, 10, 10, 10, 10, 10],
  },
  {
    what: 'users leave twice, along lines',
    path: 'venues.mall.accounts',
    a: step('mall', 1, 'attrition: 0.2, migration: 1'),
    b: step('mall', 1, 'attrition: 0.5, migration: 1', 'bazaar'),
    ab: [1, ...[0, 1, 2, 3, 4, 5, 6, 7].map((k) => (1 - (0.2 * k) / 7) * (1 - (0.5 * k) / 7)), 0.4],
  },
  {
    what: 'data of two partners multiply viewing',
    path: 'venues.shop.impulseHours',
    a: step('mall', 2, `data: 1, divest: ${day(8)}`),
    b: step('bazaar', 5, 'data: 1'),
    ab: [1, 1, ...days(3, VIEWED), ...days(3, VIEWED ** 2), ...days(2, VIEWED)],
  },
  {
    what: 'data of two partners, nested',
    path: 'venues.shop.impulseHours',
    a: step('mall', 1, `data: 1, divest: ${day(9)}`),
    b: step('bazaar', 4, `data: 1, divest: ${day(6)}`),
    ab: [1, ...days(3, VIEWED), ...days(2, VIEWED ** 2), ...days(3, VIEWED), 1],
  },
  {
    what: 'data of two partners, apart',
    path: 'venues.shop.impulseHours',
    a: step('mall', 2, `data: 1, divest: ${day(4)}`),
    b: step('bazaar', 6, `data: 1, divest: ${day(8)}`),
    ab: [1, 1, ...days(2, VIEWED), 1, 1, ...days(2, VIEWED), 1, 1],
  },
  {
    what: 'users of a new checkout: each finds a part of those who are missing',
    path: 'venues.mall.reach',
    // The first has none of them before day 9, the second has all at once.
    a: merger('shop', 'mall', 2, 'uptake: 4'),
    b: merger('bazaar', 'mall', 5, 'uptake: 0'),
    ab: [0.2, 0.2, 0.2, 0.2, 0.2, 1, 1, 1, 1, 1],
  },
  {
    what: 'a common login: the greater share serves',
    path: 'routes.shop-to-mall.login',
    a: step('mall', 2, 'login: 0.6'),
    b: step('mall', 5, 'login: 0.3'),
    ab: [0, 0, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6],
  },
  {
    what: 'a shared feed is shared once',
    path: 'routes.shop-to-mall.shared',
    a: step('mall', 2, 'feed: true'),
    b: step('mall', 5, 'feed: true'),
    ab: [0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
  },
  {
    what: 'common tools are common once',
    path: 'routes.shop-to-mall.tools',
    a: step('mall', 2, 'tools: true'),
    b: step('mall', 5, 'tools: true'),
    ab: [0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
  },
  {
    what: 'a route is opened by the earlier',
    path: 'routes.shop-to-mall.open',
    a: merger('shop', 'mall', 5, 'friction: 0'),
    b: merger('shop', 'mall', 2, 'friction: 1'),
    ab: [0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
  },
  {
    what: 'no closure is announced from the earlier on',
    path: 'venues.shop.closing',
    a: merger('shop', 'mall', 5, 'friction: 0'),
    b: merger('shop', 'bazaar', 2, 'friction: 0'),
    ab: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  },
]

const CASES = [
  ...DUTIES,
  ...FLOORS,
  ...EVENTS_AND_PROGRAMMES,
  ...OWN_LABELS,
  ...CHECKOUTS,
  ...MERGERS,
]

const nameOf = (policy: string) => policy.slice(0, policy.indexOf(':'))

/** What a policy does to a value of a table, from its first moment to its last. */
interface Done {
  readonly table: string
  readonly row: string
  readonly field: string
  readonly does: string
  readonly from: number
  readonly until: number
}

function doneBy(policy: string, course?: string): Done[] {
  const input = market([policy], course)
  const found = new Map<string, Done>()
  for (const one of operationsOfPolicy(input.policies[0], input)) {
    const key = `${one.table} ${one.row} ${one.field} ${one.at} ${one.does}`
    found.set(key, joined(found.get(key), one, input))
  }
  return [...found.values()]
}

const joined = (before: Done | undefined, one: Operation, input: MarketInput): Done => ({
  table: one.table,
  row: input.tables[one.table][one.row].name,
  field: one.field,
  does: one.does ?? 'set',
  from: Math.min(before?.from ?? NEVER, one.points[0][0]),
  until: Math.max(before?.until ?? 0, one.until ?? NEVER),
})

const isAt = ({ table, row, field }: Done, path: string) => `${table}.${row}.${field}` === path

const ARRANGEMENTS = ['overlapping', 'nested', 'apart'] as const

/** How two spans lie to each other, one of which has an end. */
function arrangement(one: Done, other: Done): (typeof ARRANGEMENTS)[number][] {
  if (one.until >= NEVER && other.until >= NEVER) return []
  if (one.until <= other.from || other.until <= one.from) return ['apart']
  const inside = (a: Done, b: Done) => a.from >= b.from && a.until <= b.until
  return inside(one, other) || inside(other, one) ? ['nested'] : ['overlapping']
}

/** Where both can end every arrangement is asked for. */
const everyArrangement = (one: Done, other: Done) =>
  one.until < NEVER && other.until < NEVER ? ARRANGEMENTS : []

/** Names every field that two policies move, and how in which arrangements. */
function pairsOf(
  [one, ofOne]: readonly [string, readonly Done[]],
  [other, ofOther]: readonly [string, readonly Done[]],
  arranged: (a: Done, b: Done) => readonly string[],
): string[] {
  const pair = [nameOf(one), nameOf(other)].sort().join(' ')
  const all = ofOne.flatMap((a) =>
    ofOther
      .filter((b) => a.table === b.table && a.field === b.field)
      .flatMap((b) => {
        const name = `${pair} ${a.table}.${a.field}`
        const does = [a.does, b.does].sort().join(' and ')
        return [name, ...arranged(a, b).map((how) => `${name} ${does} ${how}`)]
      }),
  )
  return [...new Set(all)]
}

/** Numbers to nine digits, as they are told by hand. */
const rounded = (values: readonly number[]) => values.map((one) => Number(one.toFixed(9)))

describe('two policies on one value', () => {
  it.each(
    CASES.map(
      (one) => [`${nameOf(one.a)} and ${nameOf(one.b)}, ${one.path}: ${one.what}`, one] as const,
    ),
  )('%s', (_, { course, path, a, b, ab, ba = ab }) => {
    expect(over(inOrder([a, b], course), path, ab.length)).toEqual(rounded(ab))
    expect(over(inOrder([b, a], course), path, ab.length)).toEqual(rounded(ba))
  })

  it('of the catalogue are all here: every pair, every field that both move, every arrangement', () => {
    const everything = [
      closure('shop', 2, ', promotion: forbidden'),
      merger(
        'shop',
        'mall',
        3,
        `divest: ${day(8)}, ownership: true, joint-fees: 1, data: 1, feed: true, login: 1, tools: true, migration-loss: 10 %, duplicated-jobs: 0.5, attrition: 0.1, self-preference: 1`,
      ),
      floor(2, 8, 'substitution: 0.5'),
      duty(2, 8, 'extra: 1 %, enforcement: 1, de-minimis: 0 US$'),
      copycat(2, 0.1, 0.1),
      separation(2),
      mandate(2, 8, 1),
      programme(2, 8, 1),
    ]
    expect(everything.map(nameOf).sort()).toEqual(CATALOGUE.map(({ name }) => name).sort())
    const done = everything.map((one) => doneBy(one))
    const needed = everything.flatMap((one, at) =>
      everything
        .slice(at)
        .flatMap((other, step) =>
          pairsOf([one, done[at]], [other, done[at + step]], everyArrangement),
        ),
    )
    const here = new Set(
      CASES.flatMap(({ course, path, a, b }) => {
        const [ofA, ofB] = [a, b].map((one) =>
          doneBy(one, course).filter((done) => isAt(done, path)),
        )
        return pairsOf([a, ofA], [b, ofB], arrangement)
      }),
    )
    expect(needed.length).toBeGreaterThan(60)
    expect(needed.filter((pair) => !here.has(pair))).toEqual([])
  })
})

describe('a policy on a course', () => {
  it.each<[what: string, course: string, policy: string, path: string, values: readonly number[]]>([
    [
      'a duty on top of a tariff that rises',
      `categories.cloth.duty-rate: { points: { ${day(4)}: 30 % } }`,
      duty(2, 6, 'extra: 20 %'),
      'categories.cloth.dutyRate',
      [0.2, 0.2, 0.4, 0.4, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3],
    ],
    [
      'a duty on a tariff that falls along a line',
      `categories.cloth.duty-rate: { linear: true, points: { ${day(0)}: 30 %, ${day(10)}: 20 % } }`,
      duty(2, 6, 'extra: 10 %'),
      'categories.cloth.dutyRate',
      [0.3, 0.29, 0.38, 0.37, 0.36, 0.35, 0.24, 0.23, 0.22, 0.21],
    ],
    [
      'enforcement never lowers a compliance that has risen',
      `border.compliance: { points: { ${day(4)}: 0.9 } }`,
      duty(2, 6, 'enforcement: 0.5'),
      'border.border.compliance',
      [0.6, 0.6, 0.8, 0.8, 0.95, 0.95, 0.9, 0.9, 0.9, 0.9],
    ],
    [
      'a cap of 5 % leaves a fee of 1 %',
      `venues.shop.commission: { points: { ${day(5)}: 1 % } }`,
      step('mall', 2, 'fee-cap: 5 %'),
      'venues.shop.commission',
      [0.06, 0.06, 0.05, 0.05, 0.05, 0.01, 0.01, 0.01, 0.01, 0.01],
    ],
    [
      'a common owner raises the fee that a course has capped',
      `venues.shop.commission: { at-most: { ${day(5)}: 4 % } }`,
      step('mall', 2, 'ownership: true, joint-fees: 1'),
      'venues.shop.commission',
      [0.06, 0.06, 0.12, 0.12, 0.12, 0.08, 0.08, 0.08, 0.08, 0.08],
    ],
    [
      'a merger of what a course has given the same owner raises no fee, which a high cap leaves too',
      `venues.mall.owner: { points: { ${day(1)}: owner } }`,
      step('mall', 2, 'ownership: true, joint-fees: 1, fee-cap: 40 %'),
      'venues.shop.commission',
      days(10, 0.06),
    ],
    [
      'a merger of what was the same owner’s until a course gave it away raises the fee',
      `venues.bazaar.owner: { points: { ${day(0)}: owner, ${day(1)}: other } }`,
      step('bazaar', 2, 'ownership: true, joint-fees: 1'),
      'venues.shop.commission',
      [0.06, 0.06, ...days(8, 0.12)],
    ],
    [
      'overlapping staff is half of what a course has left: of 10',
      `companies.rival.staff: { points: { ${day(1)}: 10 } }`,
      step('mall', 2, 'duplicated-jobs: 0.5'),
      'companies.rival.staff',
      [40, 10, ...days(8, 5)],
    ],
    [
      'self-preferencing against a rival that a course has opened',
      `routes.kiosk.open: { points: { ${day(1)}: 1 } }`,
      step('mall', 5, 'self-preference: 1'),
      'routes.shop-to-kiosk.friction',
      [...days(5, 1), ...days(5, 2)],
    ],
    [
      'self-preferencing leaves alone a rival that a course has shut',
      `routes.bazaar.open: { points: { ${day(1)}: 0 } }, routes.shop-to-bazaar.friction: { points: { ${day(3)}: 2 } }`,
      step('mall', 5, 'self-preference: 1'),
      'routes.shop-to-bazaar.friction',
      [...days(3, 1), ...days(7, 2)],
    ],
    [
      'a floor where more has been taken off',
      `venues.shop.imports-removed: { points: { ${day(4)}: 0.2 } }`,
      floor(2, 6, 'cross-border: 0.1, substitution: 0'),
      'venues.shop.importsRemoved',
      [0, 0, 0.1, 0.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2],
    ],
    [
      'what comes back dearer where imports become cheaper',
      `categories.cloth.border-value: { multiply: { ${day(4)}: 0.8 } }`,
      floor(2, 6, 'cross-border: 0.5, substitution: 0.5, premium: 0.2'),
      'categories.cloth.borderValue',
      [15, 15, 15.75, 15.75, 12.6, 12.6, 12, 12, 12, 12],
    ],
    [
      'places beside those that a course gives',
      `programmes.course.slots: { points: { ${day(4)}: 30 } }`,
      programme(2, 6, 100),
      'programmes.course.slots',
      [0, 0, 100, 100, 130, 130, 30, 30, 30, 30],
    ],
    [
      'a mandate below what events keep anyway',
      `events.fair.reserved: { points: { ${day(4)}: 200 } }`,
      mandate(2, 6, 130),
      'events.fair.reserved',
      [0, 0, 130, 130, 200, 200, 200, 200, 200, 200],
    ],
    [
      'copies beside those of a course',
      `venues.shop.copies: { points: { ${day(4)}: 0.1 } }`,
      copycat(2, 0.05, 0.2),
      'venues.shop.copies',
      [0, 0, 0.05, 0.05, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15],
    ],
    [
      'a remedy on a weight that a course gives',
      `venues.shop.rank-own: { points: { ${day(2)}: 0.3 } }`,
      separation(5),
      'venues.shop.rankOwn',
      [0, 0, 0.3, 0.3, 0.3, 0, 0, 0, 0, 0],
    ],
    [
      'a closure on a checkout that is half open',
      `routes.shop.open: { points: { ${day(2)}: 0.5, ${day(7)}: 1 } }`,
      closure('shop', 5),
      'routes.shop.open',
      [1, 1, 0.5, 0.5, 0.5, 0, 0, 0, 0, 0],
    ],
    [
      'an owner by course, bought for a time',
      `venues.mall.owner: { points: { ${day(4)}: other } }`,
      step('mall', 2, `ownership: true, divest: ${day(8)}`),
      'venues.mall.owner',
      [2, 2, 0, 0, 0, 0, 0, 0, 3, 3],
    ],
    [
      'moving tools on a friction that falls',
      `routes.shop-to-mall.friction: { points: { ${day(4)}: 0.5 } }`,
      step('mall', 2, 'tools: true, migration-loss: 50 %, migration: 1'),
      'routes.shop-to-mall.friction',
      [1, 1, 1 + LN2, 1 + LN2, ...new Array(5).fill(0.5 + LN2), 0.5],
    ],
    [
      'users who leave where accounts grow',
      `venues.mall.accounts: { points: { ${day(0)}: 0.5, ${day(9)}: 1 } }`,
      step('mall', 1, 'attrition: 0.2, migration: 1'),
      'venues.mall.accounts',
      [0.5, ...[0, 1, 2, 3, 4, 5, 6, 7].map((k) => 0.5 * (1 - (0.2 * k) / 7)), 0.8],
    ],
  ])('%s', (_, course, policy, path, values) => {
    expect(over(market([policy], course), path)).toEqual(rounded(values))
  })
})

describe('a policy at nought is none, listed first or last', () => {
  it.each<[active: string, nought: string]>([
    [duty(2, 6, 'extra: 40 %, enforcement: 0.5'), duty(4, undefined, 'extra: 0, enforcement: 0')],
    [floor(2, 6, 'cross-border: 0.5'), floor(4, undefined, 'enforced: 0')],
    [mandate(2, 6, 130), mandate(4, undefined, 0)],
    [programme(2, 6, 130), programme(4, undefined, 0)],
    [copycat(2, 0.05, 0.3), copycat(4, 0, 1)],
    [
      merger(
        'shop',
        'mall',
        2,
        'ownership: true, joint-fees: 1, data: 1, login: 0.5, attrition: 0.2',
      ),
      step('mall', 4, 'joint-fees: 1'),
    ],
  ])('%s', (active, nought) => {
    const values = (...policies: string[]) =>
      movedValues(inOrder(policies)).map((value) =>
        Array.from({ length: 12 }, (_, at) => valueOn(value, at)),
      )
    expect(values(active, nought)).toEqual(values(active))
    expect(values(nought, active)).toEqual(values(active))
  })

  it('and nearly none where it is nearly nought', () => {
    const path = 'categories.cloth.dutyRate'
    const policies = [duty(2, undefined, 'extra: 40 %'), duty(4, undefined, 'extra: 0.001 %')]
    expect(over(inOrder(policies), path)[4]).toBeCloseTo(0.60001, 9)
  })
})

it('policies that begin within one day count by their hours together', () => {
  const at = (time: string) => `effective: ${day(2)}T${time}+07:00`
  const input = market([
    `duty: { ${at('12:00')}, extra: 20 % }`,
    `duty: { ${at('18:00')}, until: ${day(3)}T06:00+07:00, extra: 10 % }`,
  ])
  const values = over(input, 'categories.cloth.dutyRate', 5)
  expect(values[2]).toBeCloseTo(0.5 * 0.2 + 0.25 * 0.4 + 0.25 * 0.5, 9)
  expect(values[3]).toBeCloseTo(0.25 * 0.5 + 0.75 * 0.4, 9)
  expect(values[4]).toBe(0.4)
})
