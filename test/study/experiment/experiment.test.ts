/** Experiments of a market with a known answer: every point is where it should be, and nothing runs twice. */
import { describe, expect, it } from 'vitest'
import { dateOfDay, dayOfDate, seedKey, uniform } from '../../../src/engine/index.ts'
import { monopolyPrice } from '../../../src/market/textbook/index.ts'
import { experimentLines } from '../../../src/report/experiment/lines.ts'
import { experimentSentences } from '../../../src/report/experiment/sentences.ts'
import { sensitivityOf } from '../../../src/report/experiment/tables.ts'
import { taskAt } from '../../../src/study/experiment/world.ts'
import {
  carryOutExperiment,
  type Entry,
  experimentFound,
  memoryJournal,
  planOf,
  saltelli,
  saltelliLayout,
  sobolIndices,
  Unequal,
} from '../../../src/study/index.ts'
import { counting, experimentOf } from './small.ts'

/** Price sensitivity of the buyers, per kRp. */
const ALPHA = 2

const priceAt = ([cost, quality]: readonly number[]) => monopolyPrice(ALPHA, { cost, quality })

const GRID = `
baseline: one
vary:
  sellers.Ani.cost: 0.5 to 1.5
  sellers.Ani.quality: [3, 5]
design: { grid: { levels: 3 } }
market: full
outcomes:
  price: { measure: seller price, venue: Ani, of: level }
`

async function carriedOut(text: string, journal = memoryJournal()) {
  const { experiment, load } = experimentOf(text)
  const plan = planOf(experiment)
  const { runner, given } = counting()
  const done = await carryOutExperiment(experiment, plan, journal, runner, { load })
  const found = experimentFound(experiment, plan, journal.entries())
  return { experiment, plan, journal, given, done, found }
}

describe('an experiment', () => {
  it('finds the closed form at every point of a grid', async () => {
    const { found } = await carriedOut(`${GRID}seeds: 1\n`)
    const [{ points, missing }] = found.outcomes
    expect(missing).toBe(0)
    expect(points.map(({ values }) => values)).toEqual(
      [0.5, 1, 1.5].flatMap((cost) => [3, 5].map((quality) => [cost, quality])),
    )
    for (const { values, mean } of points) {
      const [cost, quality] = values.map(Number)
      expect(mean / monopolyPrice(ALPHA, { cost, quality })).toBeCloseTo(1, 2)
    }
  })

  it('asks over days of its own choice', async () => {
    const { experiment, load } = experimentOf(`${GRID}seeds: 1\n`)
    const [outcome] = experiment.outcomes
    const start = experiment.scenarios[0].input.start
    const probes = (window: string) => {
      const plan = planOf(experiment)
      const asked = { ...experiment, outcomes: [{ ...outcome, window }] }
      return taskAt(asked, plan.points[0], plan.runs[0], 1, 'code', load).probes
    }
    const day = (number: number) => dateOfDay(dayOfDate(start) + number)
    expect(probes(`${day(3)} to ${day(9)}`)?.[0].days).toMatchObject({ from: 3, to: 10 })
  })

  it('goes on where it stopped, with more seeds too, and runs nothing twice', async () => {
    const { journal, given, done } = await carriedOut(`${GRID}seeds: 1\n`)
    expect(given).toEqual([6])
    expect(done).toEqual({ asked: 6, done: 6, broken: 0 })
    const more = await carriedOut(`${GRID}seeds: 2\n`, journal)
    expect(more.given).toEqual([6])
    expect(more.done).toEqual({ asked: 12, done: 12, broken: 0 })
    const again = await carriedOut(`${GRID}seeds: 2\n`, journal)
    expect(again.given).toEqual([])
    expect(again.found).toEqual(more.found)
  })

  it('gives every point its first seed before any its second', () => {
    const { experiment } = experimentOf(`${GRID}seeds: 2\n`)
    const { runs } = planOf(experiment)
    expect(runs.map(({ replicate }) => replicate)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2])
    expect(new Set(runs.map(({ key }) => key)).size).toBe(12)
  })

  it('ends where one run gave two results', async () => {
    const { journal, plan } = await carriedOut(`${GRID}seeds: 1\n`)
    const entry = journal.entries().get(plan.runs[0].key)!
    const other: Entry = { ...entry, states: ['0000000000000000'] }
    expect(() => journal.add(other)).toThrow(Unequal)
    expect(() => journal.add({ ...entry, seconds: 99 })).not.toThrow()
  })

  it('tells paired differences: dearer clay raises the price as the closed form does', async () => {
    const { found } = await carriedOut(`
baseline: one
policies: [dear]
vary: { sellers.Ani.quality: 3 to 5 }
design: { grid: { levels: 2 } }
market: full
seeds: 1
outcomes:
  rise: { measure: seller price, venue: Ani }
  in percent: { measure: seller price, venue: Ani, of: percent }
`)
    const [rise, percent] = found.outcomes
    for (const [nth, { values, mean }] of rise.points.entries()) {
      const [before, after] = [1, 1.5].map((cost) =>
        monopolyPrice(ALPHA, { cost, quality: Number(values[0]) }),
      )
      expect(mean).toBeCloseTo(after - before, 2)
      expect(percent.points[nth].mean).toBeCloseTo((100 * (after - before)) / before, 0)
    }
  })
})

describe('points that fill the space', () => {
  it('tell through their emulator what share of the variance each parameter explains: that of the closed form', async () => {
    const { found, experiment } = await carriedOut(`
baseline: one
vary:
  sellers.Ani.cost: 0.5 to 1.5
  sellers.Ani.quality: 3 to 5
design: { sobol-points: { points: 32 } }
market: full
seeds: 1
outcomes:
  price: { measure: seller price, venue: Ani, of: level }
`)
    const [{ sobol, emulator, cloud }] = found.outcomes
    const exact = sobolIndices(
      saltelliLayout(experiment.varied, false),
      saltelli(4096, experiment.varied, 'exact', false).map(({ unit }) =>
        priceAt([0.5 + unit[0], 3 + 2 * unit[1]]),
      ),
    )
    for (const [at, { first, total }] of exact.indices.entries()) {
      expect(Math.abs(sobol!.indices[at].first.estimate - first.estimate)).toBeLessThan(0.05)
      expect(Math.abs(sobol!.indices[at].total.estimate - total.estimate)).toBeLessThan(0.05)
    }
    expect(sobol!.chance!.total.estimate).toBeLessThan(0.02)
    expect(emulator!.explained).toBeGreaterThan(0.95)
    expect(cloud!.correlations[0]).toBeGreaterThan(0.5)
    const told = experimentSentences(found, 'en').flatMap(({ sentences }) => sentences)
    expect(told.some((one) => one.includes('come from an emulator'))).toBe(true)
  })

  it('tell no shares where one point says nothing of another: outcomes of chance alone', () => {
    const { experiment } = experimentOf(`
baseline: one
vary:
  sellers.Ani.cost: 0.5 to 1.5
  sellers.Ani.quality: 3 to 5
design: { sobol-points: { points: 64 } }
market: full
seeds: 1
outcomes:
  price: { measure: seller price, venue: Ani, of: level }
`)
    const plan = planOf(experiment)
    const foundOf = (value: (point: number) => number) => {
      const entries = plan.keys.map(([key], point): [string, Entry] => [
        key,
        { key, seed: '', baseline: [value(point)], policy: [], states: [], seconds: 0 },
      ])
      return experimentFound(experiment, plan, new Map(entries))
    }
    const told = (found: ReturnType<typeof foundOf>, language: 'en' | 'id') =>
      experimentSentences(found, language).flatMap(({ sentences }) => sentences)
    const blind = foundOf((point) => uniform(seedKey('nothing but chance'), point, 0))
    expect(blind.outcomes[0].emulator!.explained).toBeLessThan(0.5)
    expect(blind.outcomes[0].sobol).toBeUndefined()
    expect(told(blind, 'en').join(' ')).toContain('No shares of the variance are reported')
    expect(told(blind, 'id').join(' ')).toContain('Bagian ragam tidak dilaporkan')
    expect(experimentLines(blind).join(' ')).toContain('No shares of the variance are reported')
    const clear = foundOf((point) => plan.points[point].unit[0])
    expect(clear.outcomes[0].sobol!.indices[0].total.estimate).toBeGreaterThan(0.9)
  })

  it('say nothing of a setting that no world of an outcome has, whatever chance makes of it', () => {
    const { experiment } = experimentOf(
      `
baseline: one
policies: [dear, taxed]
vary:
  sellers.Ani.cost: 0.5 to 1.5
  policies.duty.extra: 0 to 0.5
design: { sobol-points: { points: 64 } }
market: full
seeds: 1
outcomes:
  dear: { measure: seller price, venue: Ani, policy: dear }
  taxed: { measure: seller price, venue: Ani, policy: taxed }
`,
    )
    const plan = planOf(experiment)
    // Both outcomes go with the duty, as if by chance.
    const entries = plan.keys.map(([key], point): [string, Entry] => {
      const value = plan.points[point].unit[1]
      return [
        key,
        { key, seed: '', baseline: [0, 0], policy: [value, value], states: [], seconds: 0 },
      ]
    })
    const found = experimentFound(experiment, plan, new Map(entries))
    const factors = (at: number) => [
      ...new Set(sensitivityOf(found.outcomes[at], found).map(({ factor }) => factor)),
    ]
    expect(factors(1)).toEqual(['sellers.Ani.cost', 'policies.duty.extra', 'chance'])
    expect(factors(0)).not.toContain('policies.duty.extra')
  })

  it('tell nothing where they are too few', async () => {
    const { found } = await carriedOut(
      `${GRID}seeds: 1\n`.replace('grid: { levels: 3 }', 'latin-hypercube: { points: 6 }'),
    )
    expect(found.outcomes[0].sobol).toBeUndefined()
  })
})

describe('one at a time', () => {
  const TURNS = `
baseline: one
vary:
  sellers.Ani.cost: 0.5 to 1.5
  sellers.Ani.quality: { multiply: true, from: 0.5, to: 1.5 }
design: { one-at-a-time: { levels: 2 } }
market: full
seeds: 1
outcomes:
  price: { measure: seller price, venue: Ani, of: level }
`

  it('moves one and leaves the others as they are written', () => {
    const { experiment } = experimentOf(TURNS)
    const { points } = planOf(experiment)
    expect(points.map(({ sets }) => sets[0])).toEqual([
      [],
      ['sellers.Ani.cost=0.5'],
      ['sellers.Ani.cost=1.5'],
      ['sellers.Ani.quality=2'],
      ['sellers.Ani.quality=6'],
    ])
    expect(points.map(({ values }) => values)).toEqual([
      [1, 1],
      [0.5, 1],
      [1.5, 1],
      [1, 0.5],
      [1, 1.5],
    ])
  })

  it('puts what moves the outcome most first', async () => {
    const { found } = await carriedOut(TURNS)
    const [{ responses }] = found.outcomes
    const swing = ([one, other]: number[][]) => priceAt(other) - priceAt(one)
    const [cost, quality] = [
      swing([
        [0.5, 4],
        [1.5, 4],
      ]),
      swing([
        [1, 2],
        [1, 6],
      ]),
    ]
    expect(quality).toBeGreaterThan(cost)
    expect(responses.map(({ factor }) => factor)).toEqual([1, 0])
    expect(responses[0].swing / quality).toBeCloseTo(1, 1)
    expect(responses[1].swing / cost).toBeCloseTo(1, 1)
  })
})

describe('what cannot be', () => {
  it('is recorded as broken where values are each possible and not together', async () => {
    const { experiment, load } = experimentOf(`${GRID}seeds: 1\n`)
    const plan = planOf(experiment)
    const [first, ...rest] = plan.points
    const impossible = { ...first, sets: [['sellers.Ani.cost=1e9']] }
    const journal = memoryJournal()
    const { runner } = counting()
    const done = await carryOutExperiment(
      experiment,
      { ...plan, points: [impossible, ...rest] },
      journal,
      runner,
      { load },
    )
    expect(done).toEqual({ asked: 6, done: 5, broken: 1 })
    expect([...journal.faults.values()][0]).toContain('cost is 1e9, outside')
  })

  it('is no number, and is counted', async () => {
    const { experiment, plan, journal } = await carriedOut(`${GRID}seeds: 1\n`)
    const entries = new Map(journal.entries())
    const { key } = plan.runs[0]
    entries.set(key, { ...entries.get(key)!, baseline: [null] })
    const [{ missing, points }] = experimentFound(experiment, plan, entries).outcomes
    expect(missing).toBe(1)
    expect(points[0]).toMatchObject({ runs: 0, mean: Number.NaN })
    expect(points[1].runs).toBe(1)
  })
})

describe('variants of the model', () => {
  const VARIANTS = `
baseline: one
policies: [dear]
variants: [finer]
market: full
seeds: 1
outcomes:
  rise: { measure: seller price, venue: Ani }
`

  it('are laid over the baseline and the policy alike, and keep what each says', async () => {
    const { found } = await carriedOut(VARIANTS)
    const [{ points }] = found.outcomes
    expect(points.map(({ point }) => point.key)).toEqual(['as it is', 'finer'])
    for (const [nth, quality] of [4, 6].entries()) {
      const rise = priceAt([1.5, quality]) - priceAt([1, quality])
      expect(points[nth].mean).toBeCloseTo(rise, 2)
    }
  })

  it('have keys of their own, which change with what the file says', () => {
    const { experiment } = experimentOf(VARIANTS)
    const { keys } = planOf(experiment)
    expect(new Set(keys.flat()).size).toBe(2)
    const [variant] = experiment.variants
    const other = { ...experiment, variants: [{ ...variant, fingerprints: ['0', '1'] }] }
    expect(planOf(other).keys[1]).not.toEqual(keys[1])
    expect(planOf(other).keys[0]).toEqual(keys[0])
  })
})
