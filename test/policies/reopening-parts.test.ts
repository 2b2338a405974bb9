/** A merger divided by its steps: each of the eight has a part of its own, and the parts add up to the effect. */
import { describe, expect, it } from 'vitest'
import { type MarketInput, operationsOf } from '../../src/market/index.ts'
import { labelOfMechanism } from '../../src/report/mechanism-labels.ts'
import { whyLines } from '../../src/report/text/why.ts'
import {
  armsOf,
  contributions,
  mechanismsOf,
  POLICY_PARTS,
  WHOLE,
  worldWith,
} from '../../src/study/index.ts'
import { cell, runOf } from '../study/synthetic.ts'
import { closed, dayOf, REOPENED, reopened } from './small.ts'

const STEPS = {
  route: ['ramp: 8', ['route', 'impulse']],
  ownership: ['ownership: true, joint-fees: 0.5', ['ownership', 'fees']],
  data: ['data: 0.5', ['data']],
  feed: ['feed: true', ['feed']],
  login: ['login: 0.8', ['login']],
  tools: ['tools: true, migration-loss: 10 %', ['tools']],
  jobs: ['duplicated-jobs: 0.25', ['staff']],
  attrition: ['attrition: 0.2', ['users']],
} as const
const steps = Object.entries(STEPS)

const ANSWERS = ['sourcing', 'income']
const base = closed()
const step = (name: string, settings: string) =>
  name === 'route' ? reopened(settings) : reopened(`route: false, ${settings}`)
const merger = reopened(steps.map(([, [settings]]) => settings).join(', '))

const sorted = (input: MarketInput) =>
  operationsOf(input)
    .map((one) => JSON.stringify(one))
    .sort()

describe('each of the eight steps', () => {
  it.each(steps)('%s has parts of its own', (name, [settings, parts]) => {
    expect(mechanismsOf(base, step(name, settings)).sort()).toEqual([...parts, ...ANSWERS].sort())
  })

  it('shares none with another step', () => {
    const parts = steps.flatMap(([, [, own]]) => [...own])
    expect(new Set(parts).size).toBe(parts.length)
    expect(mechanismsOf(base, merger).sort()).toEqual([...parts, ...ANSWERS].sort())
    for (const part of parts)
      if (part !== 'impulse') expect(POLICY_PARTS.map(({ name }) => name)).toContain(part)
  })

  it.each(steps)('%s is what its parts leave of the whole merger', (name, [settings, parts]) => {
    const world = worldWith(base, merger, [...parts, ...ANSWERS])
    expect(sorted(world)).toEqual(sorted(step(name, settings)))
    // And the merger without them is the merger without that step, but for what moves both.
    const others = mechanismsOf(base, merger).filter((one) => !parts.includes(one as never))
    const rest = steps.filter(([other]) => other !== name).map(([, [one]]) => one)
    const without = name === 'route' ? ['route: false', ...rest] : rest
    expect(sorted(worldWith(base, merger, others))).toEqual(sorted(reopened(without.join(', '))))
  })
})

describe('the whole', () => {
  it('is the policy where all parts are at work, and the baseline where none is', () => {
    const all = mechanismsOf(base, merger)
    expect(sorted(worldWith(base, merger, all))).toEqual(sorted(merger))
    expect(sorted(worldWith(base, merger, ANSWERS))).toEqual(sorted(base))
  })

  it('is what the parts add up to, each printed by its name', () => {
    const mechanisms = mechanismsOf(base, merger)
    const worth = (name: string) => 1000 * 2 ** mechanisms.indexOf(name)
    const world = (scenario: string, active: readonly string[]) =>
      [1, 2].map((run) => {
        const level = active.reduce((sum, name) => sum + run * worth(name), 5e6)
        return runOf(scenario, run, [cell('umkm jobs', { unit: 'people' })], [[level]])
      })
    const arms = [
      { scenario: 'base', input: base },
      { scenario: 'merger', input: merger, fork: dayOf(merger, REOPENED) },
    ] as const
    const aside = armsOf(...arms).flatMap(({ scenario }) =>
      world(scenario, scenario.slice('merger with '.length).split('+').filter(Boolean)),
    )
    const results = [...world('base', ANSWERS), ...world('merger', mechanisms)]
    const found = contributions(...arms, results, aside, { name: 'day', from: 0, to: 1 })
    const parts = mechanisms.filter((name) => !ANSWERS.includes(name))
    for (const { mechanism, value } of found)
      if (parts.includes(mechanism)) expect(value.mean).toBeCloseTo(1.5 * worth(mechanism), 6)
    const whole = found.find(({ mechanism }) => mechanism === WHOLE)!.value.mean
    const sum = found.reduce(
      (total, { mechanism, value }) => (mechanism === WHOLE ? total : total + value.mean),
      0,
    )
    expect(sum).toBeCloseTo(whole, 6)
    expect(whole).toBeCloseTo(1.5 * parts.reduce((total, name) => total + worth(name), 0), 6)

    const dates = { window: 'day', from: REOPENED, to: REOPENED }
    const lines = whyLines({ scenario: 'merger', ...dates, contributions: found }, {}, 'en')
    for (const name of parts)
      expect(lines.filter((line) => line.startsWith(`  ${labelOfMechanism(name)} `))).toHaveLength(
        1,
      )
  })
})
