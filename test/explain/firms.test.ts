/** What is said of sellers, creators and platforms is what they did, and what would have flipped it flips it. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Column, NamedRule, World } from '../../src/engine/index.ts'
import { explainCreator } from '../../src/market/explain/creator.ts'
import type { Decision } from '../../src/market/explain/decision.ts'
import { explainLeaving } from '../../src/market/explain/leaving.ts'
import { explainPrices } from '../../src/market/explain/price.ts'
import { explainShops } from '../../src/market/explain/shops.ts'
import { copyOf, type Sight, sceneOf, stepDay } from '../../src/market/explain/sight.ts'
import { explainSource } from '../../src/market/explain/source.ts'
import { explainSubsidy } from '../../src/market/explain/subsidy.ts'
import { explainWork } from '../../src/market/explain/work.ts'
import { creators, listings, STATE, sellers } from '../../src/market/populations/index.ts'
import { streaming } from '../../src/market/rules/attention/streaming.ts'
import { subsidies } from '../../src/market/rules/feeds/subsidies.ts'
import { entryExit } from '../../src/market/rules/firms/entry-exit.ts'
import { hiring } from '../../src/market/rules/money/hiring.ts'
import { pricing } from '../../src/market/rules/prices/pricing.ts'
import { sourcing } from '../../src/market/rules/prices/sourcing.ts'
import { venues } from '../../src/market/tables/index.ts'
import { marketAt, rerun, SEED, scenarioOf } from './market.ts'

const RULES = [
  ...['entry-exit', 'adoption', 'sourcing', 'pricing', 'hiring', 'streaming', 'subsidies'],
] as const

/** The market before and after each rule of a Monday. */
type Week = Readonly<Record<string, { before: Sight; after: Sight }>>

let weeks: Week[] = []

beforeAll(() => {
  const closed = scenarioOf('scenarios/tiktok-shop-ban.yaml')
  const market = marketAt(closed, 448)
  // Eight Mondays around the closure, two of which begin a month; and what leads to them.
  while (weeks.length < 8) {
    const week: Record<string, { before: Sight; after: Sight }> = {}
    const before: Record<string, Sight> = {}
    const looks = RULES.flatMap((rule) => [
      [
        rule,
        (sight: Sight) => {
          before[rule] = copyOf(sight)
        },
      ],
      [
        `after ${rule}`,
        (sight: Sight) => {
          week[rule] = { before: before[rule], after: copyOf(sight) }
        },
      ],
    ])
    stepDay(market, closed.input, SEED, Object.fromEntries(looks))
    weeks = [...weeks, week]
    market.run(market.day + 6)
  }
})

/** Every decision of a rule, of every agent in every week. */
const all = <T>(
  rule: string,
  of: 'sellers' | 'creators' | 'venues',
  tell: (at: { before: Sight; after: Sight }, row: number) => T,
): T[] =>
  weeks.flatMap((week) =>
    Array.from({ length: week[rule].before.world.counts[of] }, (_, row) => tell(week[rule], row)),
  )

const outcome = ({ options, chosen }: Decision): string => options[chosen].what.is

describe('the explanation of a firm', () => {
  it('says who leaves, idles, starts again and enters', () => {
    const seen = new Map<string, number>()
    const wrong = all('entry-exit', 'sellers', ({ before, after }, seller) => {
      const [was, is] = [before, after].map(({ world }) => world.view(sellers.state)[seller])
      const told = explainLeaving(before, after, seller)
      for (const decision of told)
        seen.set(outcome(decision), (seen.get(outcome(decision)) ?? 0) + 1)
      const last = outcome(told[told.length - 1])
      const said =
        last === 'leave' || last === 'empty'
          ? STATE.exited
          : last === 'idle'
            ? STATE.idle
            : last === 'stay'
              ? was
              : STATE.active
      return said !== is
    }).filter(Boolean)
    expect(wrong).toEqual([])
    for (const one of ['leave', 'stay', 'enter', 'empty', 'restart', 'idle', 'goOn'])
      expect(seen.get(one), one).toBeGreaterThan(0)
  })

  it('says which shops open and close', () => {
    const seen = new Map<string, number>()
    const wrong = all('adoption', 'sellers', ({ before, after }, seller) => {
      const { open, decisions } = explainShops(before, after, seller)
      for (const { kind, ...decision } of decisions) {
        const name = `${kind} ${outcome({ kind, ...decision })}`
        seen.set(name, (seen.get(name) ?? 0) + 1)
      }
      const now = after.world.view(listings.open)
      return open.some((one, venue) => Number(one) !== now[seller * open.length + venue])
    }).filter(Boolean)
    expect(wrong).toEqual([])
    for (const one of [
      'openShop open',
      'openShop stayOut',
      'keepShop keep',
      'look wait',
      'search venue',
    ])
      expect(seen.get(one), one).toBeGreaterThan(0)
  })

  it('says who buys imports', () => {
    const told = all('sourcing', 'sellers', ({ before, after }, seller) => {
      const [decision] = explainSource(before, after, seller)
      const [was, is] = [before, after].map(({ world }) => world.view(sellers.source)[seller])
      const kind = after.world.view(sellers.kind)[seller]
      const said = decision === undefined ? was : outcome(decision) === 'imported' ? 1 : 0
      return { decision, right: said === is || kind === 2 }
    })
    expect(told.filter(({ right }) => !right)).toEqual([])
    expect(told.filter(({ decision }) => decision !== undefined).length).toBeGreaterThan(100)
  })

  it('says what prices are, to the bit', () => {
    let prices = 0
    const wrong = all('pricing', 'sellers', ({ before, after }, seller) => {
      const now = after.world.view(listings.price)
      const V = after.world.counts.venues
      return explainPrices(before, seller).filter(({ venue, price }) => {
        prices++
        return price !== now[seller * V + venue]
      })
    }).flat()
    expect(wrong).toEqual([])
    expect(prices).toBeGreaterThan(2000)
  })

  it('says how much work is paid', () => {
    const wrong = all('hiring', 'sellers', ({ before, after }, seller) =>
      explainWork(before, seller).filter(
        ({ paid }) => paid !== after.world.view(sellers.paid)[seller],
      ),
    ).flat()
    expect(wrong).toEqual([])
  })

  it('says where creators stream and how long', () => {
    let moves = 0
    const wrong = all('streaming', 'creators', ({ before, after }, creator) => {
      const { venue, hours, decisions } = explainCreator(before, after, creator)
      if (decisions.length > 1) moves++
      const [streams, long] = [creators.venue, creators.hours].map(
        (column) => after.world.view(column)[creator],
      )
      return venue !== streams - 1 || hours !== long
    }).filter(Boolean)
    expect(wrong).toEqual([])
    expect(moves).toBeGreaterThan(10)
  })

  it('says what platforms pay their buyers', () => {
    const told = all('subsidies', 'venues', ({ before, after }, venue) => {
      const now = after.world.view(venues.answer)[venue]
      const [said] = explainSubsidy(before, after, venue)
      const answer = said?.answer ?? before.world.view(venues.answer)[venue]
      return { said, right: Math.abs(answer - now) <= 1e-12 * Math.abs(now) }
    })
    expect(told.filter(({ right }) => !right)).toEqual([])
    expect(told.filter(({ said }) => said !== undefined).length).toBeGreaterThan(5)
  })

  it('has parts that add up', () => {
    const decisions = [
      ...all('pricing', 'sellers', ({ before }, seller) =>
        explainPrices(before, seller).map(({ decision }) => decision),
      ),
      ...all('hiring', 'sellers', ({ before }, seller) =>
        explainWork(before, seller).map(({ decision }) => decision),
      ),
      ...all('subsidies', 'venues', ({ before, after }, venue) =>
        explainSubsidy(before, after, venue).map(({ decision }) => decision),
      ),
    ].flat()
    for (const { options } of decisions)
      for (const { parts, total } of options) {
        expect(Number.isFinite(total)).toBe(true)
        expect(Math.abs(parts.reduce((sum, { value }) => sum + value, 0) - total)).toBeLessThan(
          1e-9,
        )
      }
  })
})

/** A column of a world before a rule is moved at one row, and the rule is run again. */
function afterMove(
  { before }: { before: Sight },
  rule: NamedRule,
  column: Column,
  row: number,
  by: number,
): World {
  const sight = copyOf(before)
  sight.world.view(column)[row] += by
  rerun(sight, rule)
  return sight.world
}

/** Decisions of a kind with a flip, with where they stand. */
const flips = (
  rule: string,
  of: 'sellers' | 'creators' | 'venues',
  tell: (at: { before: Sight; after: Sight }, row: number) => readonly Decision[],
) =>
  all(rule, of, (at, row) =>
    tell(at, row).flatMap((decision) =>
      decision.flips.map((flip) => ({ at, row, decision, flip })),
    ),
  ).flat()

const direction = (now: number, before: number, least: number): number =>
  now > before + least ? 1 : now < before - least ? -1 : 0

describe('what would have flipped a choice of a firm', () => {
  it('leaves a price as it was: unit cost', () => {
    const found = flips('pricing', 'sellers', ({ before }, seller) =>
      explainPrices(before, seller).map(({ decision }) => decision),
    )
    expect(found.length).toBeGreaterThan(100)
    for (const { at, row, decision, flip } of found.filter((_, nth) => nth % 37 === 0)) {
      const [venue] = decision.about
      if (venue.is !== 'venue') throw new Error('of a venue')
      const listing = row * at.before.world.counts.venues + venue.row
      const last = at.before.world.view(listings.price)[listing]
      const world = afterMove(at, pricing, sellers.unitCost, row, flip.change)
      expect(Math.abs(world.view(listings.price)[listing] / last - 1)).toBeLessThan(1e-6)
    }
  })

  it('changes the source: the wholesale price of imports', () => {
    const found = flips('sourcing', 'sellers', ({ before, after }, seller) =>
      explainSource(before, after, seller),
    )
    expect(found.length).toBeGreaterThan(50)
    for (const { at, row, flip } of found.filter((_, nth) => nth % 7 === 0)) {
      if (flip.of.is !== 'seller') throw new Error('of a supplier')
      const supplier = flip.of.row
      const sourceAt = (part: number) =>
        afterMove(at, sourcing, sellers.wholesalePrice, supplier, flip.change * part).view(
          sellers.source,
        )[row]
      const now = at.after.world.view(sellers.source)[row]
      expect(sourceAt(1 + 1e-6)).toBe(1 - now)
      expect(sourceAt(1 - 1e-3)).toBe(now)
    }
  })

  it('changes who hires and lays off: pieces to sell', () => {
    const found = flips('hiring', 'sellers', ({ before }, seller) =>
      explainWork(before, seller).map(({ decision }) => decision),
    )
    expect(found.length).toBeGreaterThan(100)
    for (const { at, row, flip } of found.filter((_, nth) => nth % 37 === 0)) {
      const { world } = at.before
      const produces = world.view(sellers.kind)[row] === 0
      const column = produces ? sellers.expected : sellers.piecesWeek
      const had = world.view(sellers.paid)[row]
      const moveAt = (part: number) =>
        direction(
          afterMove(at, hiring, column, row, flip.change * part).view(sellers.paid)[row],
          had,
          1e-3,
        )
      const now = direction(at.after.world.view(sellers.paid)[row], had, 1e-3)
      expect(moveAt(1 + 1e-6)).not.toBe(now)
      expect(moveAt(1 - 1e-3)).toBe(now)
    }
  })

  it('changes who stops for a while: earnings', () => {
    const found = flips('entry-exit', 'sellers', ({ before, after }, seller) =>
      explainLeaving(before, after, seller).filter(({ kind }) => kind === 'idle'),
    )
    const idle = found.filter(({ decision }) => outcome(decision) === 'idle')
    expect(idle.length).toBeGreaterThan(0)
    for (const { at, row, flip } of [...idle, ...found.filter((_, nth) => nth % 97 === 0)]) {
      const stateAt = (part: number) =>
        afterMove(at, entryExit, sellers.earnings, row, flip.change * part).view(sellers.state)[row]
      const now = at.after.world.view(sellers.state)[row]
      expect(stateAt(1 + 1e-6)).not.toBe(now)
      expect(stateAt(1 - 1e-3)).toBe(now)
    }
  })

  it('changes how long creators stream, and where: what an hour earns', () => {
    const found = flips(
      'streaming',
      'creators',
      ({ before, after }, creator) => explainCreator(before, after, creator).decisions,
    )
    let [hours, moves] = [0, 0]
    for (const { at, row, decision, flip } of found) {
      const { world } = at.before
      const own = world.view(creators.venue)[row]
      const onwards = at.after.world.view(creators.venue)[row]
      const elsewhere = flip.of.is === 'venue' && flip.of.row !== own - 1
      // Of who has just moved nothing is smoothed; what another platform would bring is no column.
      if (own !== onwards || elsewhere) continue
      const closing = world.view(venues.closing)[own - 1] ? 0.7 : 1
      const { memory } = sceneOf(at.before, streaming).c
      // What was smoothed before counts by its part.
      const worldAt = (part: number) =>
        afterMove(
          at,
          streaming,
          creators.earned,
          row,
          (flip.change * part) / closing / (1 - memory[0]),
        )
      if (decision.kind === 'platform') {
        moves++
        expect(worldAt(1 + 1e-6).view(creators.venue)[row]).not.toBe(onwards)
        expect(worldAt(1 - 1e-3).view(creators.venue)[row]).toBe(onwards)
        continue
      }
      hours++
      const had = world.view(creators.hours)[row]
      const moveAt = (part: number) => direction(worldAt(part).view(creators.hours)[row], had, 0.01)
      const now = direction(at.after.world.view(creators.hours)[row], had, 0.01)
      expect(moveAt(1 + 1e-3)).not.toBe(now)
      expect(moveAt(1 - 1e-2)).toBe(now)
    }
    expect(hours).toBeGreaterThan(50)
    expect(moves).toBeGreaterThan(3)
  })

  it('changes which way a subsidy goes: the worth of an order', () => {
    const found = flips('subsidies', 'venues', ({ before, after }, venue) =>
      explainSubsidy(before, after, venue).map(({ decision }) => decision),
    )
    expect(found.length).toBeGreaterThan(3)
    for (const { at, row, flip } of found) {
      const had = at.before.world.view(venues.answer)[row]
      const moveAt = (part: number) =>
        direction(
          afterMove(at, subsidies, venues.solvedOrderWorth, row, flip.change * part).view(
            venues.answer,
          )[row],
          had,
          1e-4,
        )
      const now = direction(at.after.world.view(venues.answer)[row], had, 1e-4)
      expect(moveAt(1 + 1e-3)).not.toBe(now)
      expect(moveAt(1 - 1e-2)).toBe(now)
    }
  })
})
