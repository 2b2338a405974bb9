/** Study files: what they may say, and every fault at once with its place and a way out. */
import { describe, expect, it } from 'vitest'
import { formatFinding } from '../../../src/scenario/index.ts'
import { readStudyFile, sweepText } from '../../../src/study/index.ts'
import { experimentOf, loadWith } from './small.ts'

const faultsOf = (text: string): string => {
  const read = readStudyFile('study.yaml', loadWith({ 'study.yaml': text }))
  return read.ok ? '' : read.findings.map(formatFinding).join('\n')
}

const HEAD = 'baseline: one\nmarket: full\n'

describe('a study file', () => {
  it('takes the range that is declared with reasons, one that is written, values and multiples', () => {
    const { experiment } = experimentOf(`${HEAD}policies: [dear]
vary:
  rules.pricing.adjustment: {}
  sellers.Ani.cost: 500 Rp to 1.5 kRp
  sellers.Ani.quality: { values: [3, 4] }
  rules.pricing.reviews: { multiply: true, from: 0.5, to: 2 }
design: { latin-hypercube: { points: 8 } }
`)
    const [adjustment, cost, quality, review] = experiment.varied
    // Limits of what can be computed are 0 and 1.
    expect(adjustment.distribution).toEqual({ kind: 'uniform', from: 0.1, to: 1 })
    expect(cost.distribution).toEqual({ kind: 'uniform', from: 0.5, to: 1.5 })
    expect(cost.rows[0].written).toEqual([1, 1.5])
    expect(quality.distribution).toEqual({ kind: 'one-of', values: [3, 4] })
    expect(review).toMatchObject({ form: 'multiple', unit: 'times' })
    expect(experiment.design).toEqual({ kind: 'latin-hypercube', points: 8 })
    expect(experiment.outcomes).toEqual([
      {
        name: 'price of Ani',
        policy: 'dear',
        measure: 'seller price',
        at: { venue: 'Ani' },
        window: undefined,
        of: 'difference',
      },
    ])
  })

  it.each([
    ['beta 2 2', { kind: 'beta', a: 2, b: 2, from: 0.5, to: 2 }],
    ['log-uniform', { kind: 'log-uniform', from: 0.5, to: 2 }],
    ['normal 1 0.2', { kind: 'normal', mean: 1, sd: 0.2, from: 0.5, to: 2 }],
    ['lognormal 1 0.5', { kind: 'lognormal', median: 1, spread: 0.5, from: 0.5, to: 2 }],
  ])('takes the distribution %s', (distribution, expected) => {
    const { experiment } = experimentOf(
      `${HEAD}vary:\n  sellers.Ani.cost: { from: 0.5, to: 2, distribution: ${distribution} }\n`,
    )
    expect(experiment.varied[0].distribution).toEqual(expected)
  })

  it.each([
    ['seeds: 1.000', 'seeds', '1000'],
    ['seeds: { value: 2.000 }', 'seeds', '2000'],
    ["seeds: '1,000'", 'seeds', '1000'],
    ['seeds: 0x10', 'seeds', '16'],
    ['design: { latin-hypercube: { points: 1.000 } }', 'points', '1000'],
    ['design: { grid: { levels: 2.000 } }', 'levels', '2000'],
    ['design: { morris: { trajectories: 4, levels: 4.000 } }', 'levels', '4000'],
    ['design: { sobol: { base: 1.024 } }', 'base', '1024'],
  ])('takes no number that may have thousands set apart: %s', (text, name, write) => {
    const faults = faultsOf(`${HEAD}vary: { sellers.Ani.cost: 0.5 to 1.5 }\n${text}\n`)
    expect(faults).toMatch(new RegExp(`^study\\.yaml:4:\\d+ {2}${name} is `))
    expect(faults).toContain(`write ${write}`)
  })

  it.each([
    ['[50.000, 60.000]', 'write 50000'],
    ['1.000 to 5.000', 'write 1000'],
    ['{ from: 1.000, to: 5000 }', 'write 1000'],
  ])('takes none among what varies: %s', (values, write) => {
    expect(faultsOf(`${HEAD}vary: { size.buyers: ${values} }\n`)).toContain(write)
  })

  it('warns of an amount that may have thousands set apart among what varies', () => {
    const text = `${HEAD}vary: { sellers.Ani.cost: [1.500, 2.5] }\nseeds: 1\n`
    const read = readStudyFile('study.yaml', loadWith({ 'study.yaml': text }))
    expect(read.warnings?.map(({ code, got }) => [code, got])).toEqual([
      ['perhaps-thousands', '1.500'],
    ])
  })

  it('tells all faults at once', () => {
    const faults = faultsOf(`${HEAD}titel: x
vary:
  sellers.Ani.costs: {}
  sellers.Ani.quality: 5 to 900
  sellers.Ani.cost: { from: 1,5 }
seeds: 1.5
outcomes:
  p: { measure: seller prices }
  q: { measure: seller price, venue: Anni, of: percentage }
`)
    for (const said of [
      'did you mean title?',
      'sellers.Ani.costs is no value of the scenarios of this study',
      'did you mean sellers.Ani.cost?',
      'quality is 900, outside -100 to 100 (utils)',
      'cost is 1,5: the decimal sign is a point, not a comma; write 1.5',
      'seeds is 1.5, not a whole number',
      'did you mean seller price?',
      'seller price by venue has no Anni; it has Ani',
      'of is percentage, not one of difference, percent, level',
    ])
      expect(faults).toContain(said)
  })

  const vary = 'vary: { sellers.Ani.cost: 0.5 to 1.5 }\n'
  it.each([
    ['nothing that varies', '', 'the study: missing what varies'],
    ['a design that there is not', `${vary}design: sobel\n`, 'did you mean sobol?'],
    [
      'points that are no power of two',
      `${vary}design: { sobol: { base: 100 } }\n`,
      'base must be a power of two: write 64 or 128',
    ],
    ['a design without its number', `${vary}design: morris\n`, 'missing trajectories'],
    [
      'ten million points',
      `${vary}design: { latin-hypercube: { points: 10000000 } }\n`,
      '10,000,000 points x 2 seeds x 1 world make 20,000,000 runs, more than 1,000,000',
    ],
    [
      'a grid of ten million points',
      'vary: { sellers.Ani.cost: 0.5 to 1.5, sellers.Ani.quality: 1 to 2 }\ndesign: { grid: { levels: 4000 } }\n',
      '16,000,000 points x 2 seeds x 1 world make 32,000,000 runs, more than 1,000,000',
    ],
    [
      'ten million runs of points and seeds, with their time',
      `${vary}policies: [dear]\ndesign: { latin-hypercube: { points: 1000000 } }\nseeds: 10\n`,
      // 200 buyers a run of 1.5 s a 8,000.
      '1,000,000 points x 10 seeds x 2 worlds make 20,000,000 runs, more than 1,000,000; about 8.7 days on one core at 0.075 s a pair',
    ],
    [
      'seeds without end at few points',
      `${vary}seeds: 1000000000\n`,
      '6 points x 1,000,000,000 seeds x 1 world make 6,000,000,000 runs',
    ],
    [
      'two million trajectories',
      `${vary}design: { morris: { trajectories: 2000000 } }\n`,
      '4,000,000 points x 2 seeds x 1 world make 8,000,000 runs',
    ],
    [
      'base rows without end',
      `${vary}design: { sobol: { base: 1073741824 } }\n`,
      '4,294,967,296 points x 2 seeds x 1 world make 8,589,934,592 runs',
    ],
    ['a range of one value', 'vary: { sellers.Ani.cost: 1 to 1 }\n', 'from must lie below to'],
    [
      'a range that nobody gave, where limits are wide',
      'vary: { sellers.Ani.cost: {} }\n',
      'sellers.Ani.cost: missing from and to',
    ],
    [
      'the setting of a policy that this study does not have, without the name of another',
      'vary: { policies.duty.extra: 0 to 1 }\n',
      'policies.duty.extra is no value of the scenarios of this study\n',
    ],
    ['a range upside down', 'vary: { sellers.Ani.cost: 1.5 to 0.5 }\n', 'from must lie below to'],
    [
      'multiples outside the range',
      'vary: { sellers.Ani.quality: { multiply: true, from: 1, to: 100 } }\n',
      'quality is 1 to 100 times 4, outside -100 to 100',
    ],
    [
      'a measure that this market does not have',
      `${vary}outcomes: { x: { measure: umkm jobs, region: Bandung } }\n`,
      'umkm jobs by region has no Bandung',
    ],
    [
      'a measure without its row',
      `${vary}outcomes: { x: { measure: seller price } }\n`,
      'seller price has no total here; it has a value a row: say which venue',
    ],
    [
      'a window after the run',
      `${vary}outcomes: { x: { measure: seller price, venue: Ani, window: 2099-01-01 to 2099-02-01 } }\n`,
      'window is 2099-01-01 to 2099-02-01, outside the run (',
    ],
    [
      'a window of a day that no calendar has',
      `${vary}outcomes: { x: { measure: seller price, venue: Ani, window: 2023-02-30 to 2023-03-03 } }\n`,
      'window is 2023-02-30 to 2023-03-03, not one of',
    ],
    ['a market of no size', `${vary}market: big\n`, 'market is big, not one of quick, full'],
  ])('finds %s', (_, text, said) => {
    expect(faultsOf((text.includes('market:') ? 'baseline: one\n' : HEAD) + text)).toContain(said)
  })

  it.each([
    ['a variant that is not there', 'variants: [fine]\n', 'there is no file fine'],
    ['a variant that extends', 'variants: [lost]\n', 'a scenario that extends another'],
    [
      'variants beside what varies',
      `${vary}variants: [finer]\n`,
      'vary cannot be combined with variants',
    ],
    [
      'variants that are no list',
      'variants: finer\n',
      'variants: expected a list of files, found finer',
    ],
  ])('finds %s', (_, text, said) => {
    expect(faultsOf(HEAD + text)).toContain(said)
  })

  it('finds a baseline that is missing, with the one that was meant', () => {
    const load = Object.assign(loadWith({ 'study.yaml': `baseline: onne\n${vary}` }), {
      beside: () => ['one', 'dear'],
    })
    const read = readStudyFile('study.yaml', load)
    expect(read.ok ? '' : read.findings.map(formatFinding).join('\n')).toContain(
      'did you mean one?',
    )
  })
})

describe('a sweep', () => {
  const swept = (vary: string[]) =>
    experimentOf(
      sweepText({ files: ['one.yaml'], vary, levels: '3', seeds: '1', grid: false, full: true }),
    ).experiment

  it('is a study file', () => {
    const { varied, design, seeds, size } = swept([
      'sellers.Ani.cost=0.5 to 1.5',
      'sellers.Ani.quality=[3, 4]',
      'rules.pricing.adjustment',
    ])
    expect(varied.map(({ distribution }) => distribution.kind)).toEqual([
      'uniform',
      'one-of',
      'uniform',
    ])
    expect(design).toEqual({ kind: 'one-at-a-time', levels: 3 })
    expect(seeds).toBe(1)
    expect(size).toEqual({})
  })
})
