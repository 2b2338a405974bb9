/** Studies over the draws of a fit: a point is a draw, its weight counts, and what does not go together is refused. */
import { describe, expect, it } from 'vitest'
import { monopolyPrice } from '../../../src/market/textbook/index.ts'
import { experimentLines, experimentObject } from '../../../src/report/index.ts'
import { formatFinding, type Load, substanceKey } from '../../../src/scenario/index.ts'
import {
  budgetOf,
  carryOutExperiment,
  experimentFound,
  knownStudy,
  memoryJournal,
  planOf,
  readStudyFile,
  studySchema,
} from '../../../src/study/index.ts'
import { counting, experimentOf, loadWith } from './small.ts'

const HEAD = 'draw,weight,distance,seed'
const DRAWS = `${HEAD},sellers.Ani.cost,sellers.Ani.quality
1,0.6,0,a,0.6,4
2,0.3,0,b,1.4,5
3,0.1,0,c,1,6
`
/** As many as percentiles are told of. */
const TEN = `${HEAD},sellers.Ani.cost,sellers.Ani.quality\n${Array.from({ length: 10 }, (_, at) => `${at + 1},0.1,0,s${at},${0.6 + at / 10},${4 + (at % 3)}\n`).join('')}`
const OUTCOMES = 'outcomes: { price: { measure: seller price, venue: Ani, of: level } }\n'
const studyOf = (design: string, more = OUTCOMES) =>
  `baseline: one\nmarket: full\nseeds: 1\ndesign: { posterior: ${design} }\n${more}`
const ALL = studyOf('{ from: fits/one }')

/** The study with files of a fit beside it. */
const filesWith = (study: string, files: Readonly<Record<string, string>>): Load =>
  loadWith({ 'study.yaml': study, 'fits/one/draws.csv': DRAWS, ...files })

function read(study: string, files: Readonly<Record<string, string>> = {}) {
  const load = filesWith(study, files)
  const found = readStudyFile('study.yaml', load)
  return { found, load }
}

function experimentIn(study: string, files: Readonly<Record<string, string>> = {}) {
  const { found, load } = read(study, files)
  if (!found.ok) throw new Error(found.findings.map(formatFinding).join('\n'))
  return { experiment: found.experiment, load }
}

const faultsOf = (study: string, files: Readonly<Record<string, string>> = {}): string => {
  const { found } = read(study, files)
  return found.ok ? '' : found.findings.map(formatFinding).join('\n')
}

describe('a study over draws', () => {
  it('lays each draw over all worlds, the first of them where fewer are asked for', () => {
    const both = studyOf('{ draws: 2, from: fits/one/draws.csv }', 'policies: [more]\n')
    const { experiment } = experimentIn(both, {
      'more.yaml': 'extends: one\ntitle: More buyers\nbuyers: { count: 201 }\n',
    })
    const { points } = planOf(experiment)
    expect(points.map(({ key, sets }) => [key, sets])).toEqual([
      ['draw 1', Array(2).fill(['sellers.Ani.cost=0.6', 'sellers.Ani.quality=4'])],
      ['draw 2', Array(2).fill(['sellers.Ani.cost=1.4', 'sellers.Ani.quality=5'])],
    ])
    expect(points.map(({ values }) => values)).toEqual([
      [0.6, 4],
      [1.4, 5],
    ])
    expect(planOf(experimentIn(ALL).experiment).points).toHaveLength(3)
  })

  it('gives the quantiles and the agreement of signs by weight, and what each draw gives', async () => {
    const { experiment, load } = experimentIn(ALL)
    const journal = memoryJournal()
    const plan = planOf(experiment)
    await carryOutExperiment(experiment, plan, journal, counting().runner, { load })
    const found = experimentFound(experiment, plan, journal.entries())
    const [{ cloud, points }] = found.outcomes
    const exact = [
      [0.6, 4],
      [1.4, 5],
      [1, 6],
    ].map(([cost, quality]) => monopolyPrice(2, { cost, quality }))
    for (const [at, price] of exact.entries()) expect(points[at].mean).toBeCloseTo(price, 1)
    // Three fifths of the weight lie on the first draw, whose price is the lowest.
    expect(Math.min(...exact)).toBe(exact[0])
    expect(cloud!.median).toBe(points[0].mean)
    expect(cloud!.high).toBe(Math.max(...points.map(({ mean }) => mean)))
    expect(cloud!.chance).toBeNaN()
    expect(cloud!.correlations).toHaveLength(2)
    const told = experimentLines(found).join(' ').replaceAll(/\s+/g, ' ')
    expect(told).toContain('Each point is a draw of a fit: 3 of the 3 in fits/one/draws.csv')
    expect(told).toContain('Too few draws for percentiles; price is')
    expect(told).not.toContain('90 % of draws')
    expect(experimentObject(found)).toMatchObject({
      design: { kind: 'posterior', draws: 3, from: 'fits/one/draws.csv' },
      varied: [{ path: 'sellers.Ani.cost' }, { path: 'sellers.Ani.quality' }],
      points: [
        { place: 'draw 1', values: [0.6, 4] },
        { place: 'draw 2', values: [1.4, 5] },
        { place: 'draw 3', values: [1, 6] },
      ],
      outcomes: [
        { points: points.map(({ mean }) => ({ mean: Number(mean.toPrecision(7)), runs: 1 })) },
      ],
    })
  })

  it('says beside an answer of the same market and policy how far parameters leave it open', async () => {
    const rise = studyOf(
      '{ from: fits/one }',
      'policies: [finer-pots]\noutcomes: { rise: { measure: seller price, venue: Ani, window: end } }\n',
    )
    const windows = 'windows: { end: { days: 2025-12-01 to 2025-12-28, main: true } }\n'
    const { experiment, load } = experimentIn(rise.replace('seeds: 1', 'seeds: 2'), {
      'finer-pots.yaml': `extends: one\ntitle: Finer\nbuyers: { count: 220 }\n${windows}`,
      'fits/one/draws.csv': TEN,
    })
    const plan = planOf(experiment)
    const journal = memoryJournal()
    await carryOutExperiment(experiment, plan, journal, counting().runner, { load })
    const found = experimentFound(experiment, plan, journal.entries())
    const known = knownStudy(JSON.stringify(experimentObject(found)))!
    const [baseline, policy] = experiment.scenarios.map(({ input }) => substanceKey(input))
    const effect = {
      ...{ scenario: 'finer-pots', measure: 'seller price', group: 'Ani', unit: 'kRp' },
      ...{ baseline: 2, policy: 2, difference: 0, low: 0, high: 0, runs: 2 },
    }
    const budget = budgetOf(
      { effect, dimension: 'venue', row: 'Ani', window: 'end', keys: [baseline, policy] },
      [known],
    )
    const [{ cloud }] = found.outcomes
    expect(budget?.parameters).toMatchObject({
      ...{ isFitted: true, points: 10, seeds: 2, moved: 2 },
    })
    // Results hold seven digits.
    for (const end of ['low', 'high', 'chance'] as const)
      expect(budget!.parameters![end] / cloud![end]).toBeCloseTo(1, 6)
    expect(cloud!.chance).toBeGreaterThanOrEqual(0)
  })

  it('gathers rows that move as one multiple of what is written, and leaves others apart', () => {
    const market = `
title: Two sellers
textbook: true
buyers: { count: 200, price-sensitivity: 2 per kRp }
calendar: { weeks: 110 }
sellers:
  - { name: Ani, cost: 1 kRp, quality: 4 }
  - { name: Budi, cost: 2 kRp, quality: 4 }
`
    const head = `${HEAD},sellers.Ani.cost,sellers.Budi.cost,sellers.Ani.quality,sellers.Budi.quality`
    const draws = `${head}\n1,0.5,0,a,0.5,1,4,3\n2,0.5,0,b,1.5,3,3,3\n`
    const { experiment } = experimentIn(
      studyOf('{ from: two }', '').replace('baseline: one', 'baseline: pair'),
      { 'pair.yaml': market, 'two/draws.csv': draws },
    )
    expect(experiment.varied.map(({ path, form }) => [path, form])).toEqual([
      ['sellers.*.cost', 'multiple'],
      ['sellers.Ani.quality', 'number'],
      ['sellers.Budi.quality', 'number'],
    ])
    expect(planOf(experiment).points.map(({ values }) => values)).toEqual([
      [0.5, 4, 3],
      [1.5, 3, 3],
    ])
  })

  it('leaves in place what a policy changes itself, and says so', () => {
    const { experiment } = experimentIn(`${studyOf('{ from: fits/one }', '')}policies: [dear]\n`)
    expect(experiment.posterior!.laid).toEqual(['sellers.Ani.quality'])
    expect(experiment.posterior!.kept).toMatchObject([
      { path: 'sellers.Ani.cost', scenario: 'dear', change: { before: 1, after: 1.5 } },
    ])
    expect(planOf(experiment).points[0].sets[1]).toEqual(['sellers.Ani.quality=4'])
    const plan = planOf(experiment)
    const lines = experimentLines(experimentFound(experiment, plan, new Map())).join(' ')
    expect(lines.replaceAll(/\s+/g, ' ')).toContain('dear sets sellers.Ani.cost itself')
  })

  it('goes with the baseline that was fitted', () => {
    const { experiment } = experimentOf(
      'baseline: one\nvary: { sellers.Ani.cost: 0.5 to 1.5 }\nmarket: full\n',
    )
    const fitted = (key: string) => ({
      'fits/one/fit.json': JSON.stringify({ baseline: { key } }),
    })
    expect(faultsOf(ALL, fitted(substanceKey(experiment.scenarios[0].input)))).toBe('')
    expect(faultsOf(ALL, fitted('of another'))).toContain(
      'they go with another baseline than one.yaml as it is; fit it anew with pasar fit',
    )
  })

  it.each<[string, string, string, Readonly<Record<string, string>>?]>([
    ['no folder of that name', studyOf('{ from: fits/two }'), 'fits/two'],
    ['nowhere to take them from', studyOf('{ draws: 2 }'), 'missing from: { posterior:'],
    [
      'more than there are',
      studyOf('{ draws: 4, from: fits/one }'),
      'fits/one/draws.csv has 3 draws',
    ],
    [
      'no whole number',
      studyOf('{ draws: 1.5, from: fits/one }'),
      'draws is 1.5, not a whole number',
    ],
    ['another key', studyOf('{ form: fits/one }'), 'did you mean from?'],
    [
      'what varies beside',
      `${ALL}vary: { sellers.Ani.cost: 0.5 to 1.5 }\n`,
      'draws of a fit, which say it themselves',
    ],
    [
      'another model',
      ALL,
      'the baseline holds no sellers.Eni.cost',
      { 'fits/one/draws.csv': DRAWS.replace('Ani.cost', 'Eni.cost') },
    ],
    [
      'a row that is cut short',
      ALL,
      'it is no file of draws: line 3 has',
      { 'fits/one/draws.csv': DRAWS.split('\n').slice(0, 2).join('\n').concat('\n2,1,0\n') },
    ],
    ['no draws', ALL, 'it is no file of draws', { 'fits/one/draws.csv': 'a,b\n1,2\n' }],
    [
      'policies that change all of it',
      `${ALL}policies: [dear]\n`,
      'the policies change every parameter of it',
      { 'fits/one/draws.csv': `${HEAD},sellers.Ani.cost\n1,1,0,a,1\n` },
    ],
  ])('refuses %s', (_, study, message, files = {}) => {
    expect(faultsOf(study, files)).toContain(message)
  })

  it('is a design that editors know', () => {
    expect(JSON.stringify(studySchema())).toContain('"posterior"')
    const misspelt = 'baseline: one\nvary: { sellers.Ani.cost: 0.5 to 1.5 }\ndesign: posterier\n'
    expect(faultsOf(misspelt)).toContain('did you mean posterior?')
  })
})

describe('the share of chance in the spread of draws', () => {
  it('is one half where runs differ as much as draws do, and takes out what a seed does everywhere', () => {
    const { experiment } = experimentIn(ALL.replace('seeds: 1', 'seeds: 2'))
    const plan = planOf(experiment)
    const entry = (value: number, key: string) => ({
      ...{ key, seed: '', seconds: 0, states: [], policy: [] },
      ...{ point: 0, replicate: 1, baseline: [value] },
    })
    const shareOf = (values: readonly (readonly number[])[]) => {
      const entries = new Map(
        plan.keys.flatMap((keys, point) =>
          keys.map((key, seed) => [key, entry(values[point][seed], key)] as const),
        ),
      )
      return experimentFound(experiment, plan, entries as never).outcomes[0].cloud!.chance
    }
    // A seed moves all draws alike: nothing of what parts them is of chance.
    const common = [
      [0, 10],
      [1, 11],
      [2, 12],
    ]
    expect(shareOf(common)).toBeCloseTo(0, 9)
    // Means 0, 1, 2 have a variance of 1. About means and seeds ±a, ∓a, 0 are left: 4 a² over 2, and half of that at 2 seeds.
    const a = Math.SQRT1_2
    const mixed = [
      [a, -a],
      [1 - a, 1 + a],
      [2, 2],
    ]
    expect(shareOf(mixed)).toBeCloseTo(0.5, 9)
  })
})
