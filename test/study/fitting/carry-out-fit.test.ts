/** Fits of a model whose outcome is a formula of a cost: known posteriors, runs without a value, and runs that break. */
import { describe, expect, it } from 'vitest'
import { keyOf, normalQuantile, seedKey, uniform } from '../../../src/engine/index.ts'
import { fitTables } from '../../../src/report/index.ts'
import type { Load } from '../../../src/scenario/index.ts'
import {
  carryOutFit,
  type FitCourse,
  type FullRecord,
  fitFound,
  memoryJournal,
  type Runner,
  readDraws,
  readFitFile,
} from '../../../src/study/index.ts'

const MARKET = `title: Pots
textbook: true
buyers: { count: 10, price-sensitivity: 2 per kRp }
calendar: { weeks: 2 }
sellers:
  - { name: Ani, cost: 1 kRp, quality: 4 }
`
const target = (name: string, rest: string) => `  ${name}:
    origin: predicted
    statistic: { measure: seller price, venue: Ani, in: 2024-01-01 to 2024-01-07 }
    unit: kRp
    source: made up
    grade: given
    ${rest}
`

function fitOf(targets: string, more: string) {
  const files: Readonly<Record<string, string>> = {
    'pots.yaml': MARKET,
    'seen.yaml': `targets:\n${targets}`,
    'fit.yaml': `baseline: pots\ntargets: seen\nmarket: full\n${more}\n`,
  }
  const load: Load = (path) => (path in files ? { text: files[path] } : undefined)
  const read = readFitFile('fit.yaml', load)
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return { fit: read.fit, load }
}

/** A model: the outcomes of a run from the cost of Ani and the seed; a run whose outcome is undefined breaks. */
function modelled(outcome: (cost: number, seed: string) => number | undefined): Runner {
  return {
    async run({ tasks }, listener) {
      for (const { run, seed, baseline, probes = [] } of tasks) {
        const [{ values }] = baseline.input.tables.sellers
        const value = outcome(Number(values.cost), seed)
        if (value === undefined) listener.broken({ run, seed, message: 'it broke' })
        else {
          const means = probes.map(() => value)
          const result = {
            scenario: baseline.scenario,
            run,
            means,
            stateHash: seed,
            milliseconds: 1,
          }
          listener.record({ result } as unknown as FullRecord)
        }
      }
    },
    async close() {},
  }
}

async function fitted(
  targets: string,
  more: string,
  outcome: Parameters<typeof modelled>[0],
  ahead = 7,
) {
  const { fit, load } = fitOf(targets, more)
  const journal = memoryJournal()
  const course: FitCourse = await carryOutFit(fit, journal, modelled(outcome), { load, ahead })
  return { fit, course, found: fitFound(fit, course, journal.entries()) }
}

const VARY = 'vary: { sellers.Ani.cost: 0 to 2 }'
const noise = (seed: string, size: number) =>
  size * normalQuantile(uniform(keyOf(seedKey(seed), 'noise of a model'), 0, 0))

const moments = (found: Awaited<ReturnType<typeof fitted>>['found']) => {
  const rows = found.draws.map(({ point, weight }) => ({ cost: Number(point.values[0]), weight }))
  const mean = rows.reduce((sum, { cost, weight }) => sum + weight * cost, 0)
  const square = rows.reduce((sum, { cost, weight }) => sum + weight * (cost - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(square) }
}

describe('a fit', () => {
  it('has the mean and the spread of a normal mean that was seen with an error', async () => {
    const { found } = await fitted(
      target('mean', 'value: 1.2\n    error: 0.1'),
      `${VARY}\npoints: 40\ndraws: 150\ngenerations: 4`,
      (cost) => cost,
    )
    const { mean, sd } = moments(found)
    // An error of the mean of 150 draws is 0.008, of their spread 0.006.
    expect(Math.abs(mean - 1.2)).toBeLessThan(0.025)
    expect(Math.abs(sd - 0.1)).toBeLessThan(0.02)
    expect(found.marginals[0].moved).toBe(true)
  })

  it('adds what chance does in a run to the error', async () => {
    const { found } = await fitted(
      target('mean', 'value: 1.2\n    error: 0.06'),
      `${VARY}\npoints: 40\ndraws: 150\ngenerations: 4`,
      (cost, seed) => cost + noise(seed, 0.08),
    )
    expect(Math.abs(moments(found).sd - 0.1)).toBeLessThan(0.02)
  })

  it('keeps what lies in a band evenly, and nothing far from it', async () => {
    const { found } = await fitted(
      target('band', 'band: 0.8 to 1.6'),
      `${VARY}\npoints: 40\ndraws: 100\ngenerations: 3`,
      (cost) => cost,
    )
    const { mean, sd } = moments(found)
    expect(Math.abs(mean - 1.2)).toBeLessThan(0.05)
    expect(Math.abs(sd - 0.8 / Math.sqrt(12))).toBeLessThan(0.03)
  })

  it('is the same however many proposals are asked for at once', async () => {
    const [one, many] = await Promise.all(
      [1, 40].map((ahead) =>
        fitted(
          target('mean', 'value: 1.2\n    error: 0.1'),
          `${VARY}\ndraws: 40\ngenerations: 3`,
          (cost, seed) => cost + noise(seed, 0.05),
          ahead,
        ),
      ),
    )
    expect(many.found.draws.map(({ point }) => point.unit)).toEqual(
      one.found.draws.map(({ point }) => point.unit),
    )
    expect(many.found.hits).toEqual(one.found.hits)
  })

  it('counts runs without a value and runs that break, and accepts none of them', async () => {
    const { course, found } = await fitted(
      target('mean', 'value: 1\n    error: 0.2'),
      `${VARY}\ndraws: 60\ngenerations: 2\nwaves: 1\npoints: 20`,
      (cost) => (cost > 1.1 ? Number.NaN : cost < 0.8 ? undefined : cost),
    )
    expect(course.ended).toBe('complete')
    expect(course.broken).toBeGreaterThan(0)
    expect(found.leftOut).toBeGreaterThan(0)
    for (const { point } of found.draws) {
      expect(Number(point.values[0])).toBeGreaterThanOrEqual(0.8)
      expect(Number(point.values[0])).toBeLessThanOrEqual(1.1)
    }
    expect(course.generations[0].population.leftOut).toBeGreaterThan(0)
  })

  it('ends after so many runs as are allowed, with the draws that there are', async () => {
    const { course, found } = await fitted(
      target('band', 'band: 0.9 to 1.1'),
      `${VARY}\ndraws: 300\ngenerations: 1\nmost: 50\ntolerance: 0.5\nwaves: 1\npoints: 40`,
      (cost, seed) => cost + noise(seed, 0.1),
    )
    expect(course.ended).toBe('complete')
    expect(course.generations[0].population.proposals).toBe(50)
    expect(found.draws.length).toBeGreaterThan(10)
    expect(found.draws.length).toBeLessThan(50)
    // Half of half the band beyond its ends, in the run itself.
    for (const { values } of found.draws) expect(Math.abs(values[0] - 1)).toBeLessThan(0.151)
    const few = await fitted(
      target('band', 'band: 0.9 to 1.1'),
      `${VARY}\ndraws: 300\ngenerations: 1\nmost: 5\nwaves: 1\npoints: 12`,
      (cost) => cost,
    )
    expect(few.course.ended).toBe('too few accepted')
    expect(few.found.draws).toEqual([])
  })

  it('tells which targets pull against each other', async () => {
    const { found } = await fitted(
      target('low', 'band: 0.4 to 0.9') +
        target('high', 'band: 1.1 to 1.6') +
        target('wide', 'band: 0 to 2'),
      `${VARY}\ndraws: 20\ngenerations: 1\nwaves: 1\npoints: 40\nmost: 60`,
      (cost) => cost,
    )
    expect(found.against.map(({ targets }) => targets)).toEqual([['low', 'high']])
    // Of costs even from 0 to 2 the misses of the two bands have a correlation of -0.34.
    expect(found.against[0].correlation).toBeCloseTo(-0.34, 1)
    expect(found.against[0].both).toBe(0)
  })

  it('says which target rules everything out, and which has no value', async () => {
    const two =
      target('far', 'value: 9\n    error: 0.1') + target('near', 'value: 1\n    error: 0.5')
    const out = await fitted(two, `${VARY}\nwaves: 1`, (cost) => cost)
    expect(out.course.ended).toBe('all ruled out')
    expect(out.course.waves[0].rulesOut[0]).toBe(1)
    expect(out.course.waves[0].rulesOut[1]).toBeLessThan(0.5)
    const silent = await fitted(two, `${VARY}\nwaves: 1`, () => Number.NaN)
    expect(silent.course.ended).toBe('without values')
  })

  it('files its draws so that they can be read: below zero too', async () => {
    const { found } = await fitted(
      target('band', 'band: 0 to 2'),
      `vary: { sellers.Ani.cost: 0 to 2, sellers.Ani.quality: -3 to -1 }\ndraws: 12\ngenerations: 1\nwaves: 1\npoints: 12`,
      (cost) => cost,
    )
    const { text } = fitTables(found).find(({ name }) => name === 'draws.csv')!
    const { path, value } = { path: 'sellers.Ani.quality', value: 4 }
    const held = [path, 'sellers.Ani.cost'].map((one) => ({
      path: one,
      label: '',
      value,
      unit: '',
    }))
    const read = readDraws(text, held)
    expect(read.ok ? '' : read.fault).toBe('')
    if (!read.ok) return
    expect(read.draws.map(({ values }) => `${path}=${values[path]}`)).toEqual(
      found.draws.map(({ point }) => point.sets[0][1]),
    )
  })

  it('fits on what can fail alone, and checks the rest of it', async () => {
    const solved = target('solved', 'band: 0 to 1').replace('predicted', 'solved')
    const both = target('one', 'band: 0 to 1') + target('other', 'band: 0 to 2') + solved
    const { fit } = fitOf(both, `${VARY}\non: [one]`)
    expect(fit.targets.map(({ what }) => what)).toEqual(['one'])
    expect(fit.checked.map(({ what }) => what)).toEqual(['other'])
    expect(fitOf(both, VARY).fit.targets.map(({ what }) => what)).toEqual(['one', 'other'])
  })
})
