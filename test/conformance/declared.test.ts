import { describe, expect, it } from 'vitest'
import { type Column, hashWorld, type Rule } from '../../src/engine/index.ts'
import { populationsOf } from '../../src/market/index.ts'
import { withOutside } from '../policies/modules.ts'
import { closing, country, ran, SEED } from './country.ts'
import { bytesOf, oneByOne } from './one-by-one.ts'

/** To the first double date, with firms that come and go sooner than they do. */
const DAYS = 72
const set = [
  'rules.entry-exit.exit-hazard=0.04',
  'rules.entry-exit.entry=0.3',
  'rules.entry-exit.broke-weeks=1',
  'rules.cash.support=0',
  'kinds.reseller.overhead=5000',
  'rules.entry-exit.restart=0.5',
  'programmes.onboarding.slots=5000',
  'venues.shopee.copies=1',
  'firms.innovators=0.5',
  'venues.social.upkeep=5000',
  'rules.adoption.reviews=1',
  'rules.adoption.closing=1',
  'events.festivals.visitors=2000',
  'events.festivals.reserved=1000',
  'rules.copycat.lag=2',
  // Many make to order, so that firms leave with orders on their books.
  'categories.*.custom-share=0.5',
  'venues.*.at-delivery=0.5',
  'programmes.banyuwangi.slots=5000',
  'households.impulse-displacement=1',
  'rules.calendar.attention-kept=0',
  'categories.*.impulse-share=0.75',
  // Solved for six weeks, so that platforms have a month in which to answer, and impulses are known when the shop closes.
  'calendar.solve-until=2022-08-15',
]
const input = withOutside(closing(country(DAYS, { set }), 39, 46.5), 14)
/** The first days, Mondays and Tuesdays, the closure and the double date. */
const looked = (day: number) => day < 9 || day % 7 < 2 || [46, 47, 48, 67].includes(day)
const COLUMNS = populationsOf(input).flatMap(({ columns }) => Object.values(columns))
const label = ({ population, name }: Column) => `${population}.${name}`

describe('a rule', () => {
  const stepper = oneByOne(input, SEED)
  const { world, rules } = stepper
  const undeclared = new Set<string>()
  const touched = new Set<string>()
  const beyond = new Set<string>()

  for (let day = 0; day < DAYS; day++)
    for (const rule of rules) {
      if (!stepper.due(rule, day)) continue
      if (!looked(day)) {
        stepper.step(rule, day)
        continue
      }
      const before = Buffer.from(new Uint8Array(world.buffer as ArrayBuffer).slice())
      const start = (column: Column) => world.view(column).byteOffset
      if (!rule.whole && (day < 8 || day % 7 === 0)) {
        lookBeyond(rule, day, before)
        Buffer.from(world.buffer as ArrayBuffer).set(before)
      }
      stepper.step(rule, day)
      const written = new Set(Object.values(rule.writes))
      for (const column of COLUMNS) {
        const after = bytesOf(world, column)
        const at = start(column)
        if (before.subarray(at, at + after.length).equals(after)) continue
        if (written.has(column)) touched.add(`${rule.name} ${label(column)}`)
        else undeclared.add(`${rule.name} wrote ${label(column)} on day ${day}`)
      }
    }

  /** Runs the first half of the rows alone: the others must stay as they were. */
  function lookBeyond(rule: Rule, day: number, before: Buffer): void {
    const half = Math.floor(world.counts[rule.over.name] / 2)
    stepper.step(halved(rule, half), day)
    for (const column of Object.values(rule.writes)) {
      if (column.tally || column.population !== rule.over.name) continue
      const view = world.view(column)
      const width = view.length / world.counts[rule.over.name]
      const from = view.byteOffset + half * width * view.BYTES_PER_ELEMENT
      const to = view.byteOffset + view.byteLength
      const now = Buffer.from(world.buffer as ArrayBuffer, from, to - from)
      if (!before.subarray(from, to).equals(now))
        beyond.add(`${rule.name} wrote ${label(column)} beyond its rows on day ${day}`)
    }
  }

  it('writes no column but those it declares', () => {
    expect([...undeclared]).toEqual([])
  })

  it('writes no row beyond its own', () => {
    expect([...beyond]).toEqual([])
  })

  it('writes every column it declares, some day', () => {
    const idle = rules.flatMap((rule) =>
      rule.name === 'dated-parameters'
        ? []
        : Object.values(rule.writes)
            .map((column) => `${rule.name} ${label(column)}`)
            .filter((one) => !touched.has(one)),
    )
    expect(idle).toEqual([])
  })

  it('does the same alone as in the day', () => {
    const market = ran(input, { record: false })
    expect(hashWorld(world)).toBe(market.stateHash())
  })
})

const halves = new Map<Rule, Rule>()

function halved(rule: Rule, half: number): Rule {
  const kept = halves.get(rule)
  if (kept) return kept
  const made: Rule = {
    ...rule,
    whole: true,
    step: (columns, parameters, context) =>
      rule.step(columns, parameters, { ...context, from: 0, to: half }),
  }
  halves.set(rule, made)
  return made
}
