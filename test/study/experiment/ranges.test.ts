/** Ranges that somebody gave reasons for: what `{}` stands for, and a word where a study goes beyond. */
import { describe, expect, it } from 'vitest'
import { share } from '../../../src/engine/index.ts'
import { loadScenario } from '../../../src/node/index.ts'
import { formatFinding, type Load, parameterAt } from '../../../src/scenario/index.ts'
import { reasonedRange, usualRange } from '../../../src/study/experiment/reasoned.ts'
import { readFitFile, readStudyFile } from '../../../src/study/index.ts'

const NAME = 'scenarios/studies/of-a-test.yaml'

const readWith = (vary: string) => {
  const text = `baseline: indonesia-2023
policies: [tiktok-shop-ban]
vary:
  ${vary}
design: { latin-hypercube: { points: 4 } }
outcomes: { all: { measure: sales } }
`
  const load: Load = (path) => (path === NAME ? { text } : loadScenario(path))
  const read = readStudyFile(NAME, load)
  if (!read.ok) throw new Error(read.findings.map(formatFinding).join('\n'))
  const { experiment, warnings } = read
  return { varied: experiment.varied, warnings: warnings.map(formatFinding).join('\n') }
}

const declared = (path: string) => {
  const found = parameterAt(path)
  if (found?.kind !== 'number') throw new Error(path)
  return found
}

describe('a range with reasons', () => {
  it.each([
    ['rules.hiring.firing-speed', [0.03, 0.5]],
    ['rules.sourcing.response', [0.5, 3]],
    ['rules.subsidies.land-grab', [0, 2]],
    ['rules.copycat.lag', [3, 12]],
    ['categories.*.import-discount', undefined],
    ['size.buyers', undefined],
  ])('of %s is told by its source', (path, expected) => {
    expect(reasonedRange(declared(path))).toEqual(expected)
  })

  it('is none where the default lies outside it, and of several the last', () => {
    const of = (source: string) =>
      reasonedRange(share({ label: 'x', default: 0.5, source, grade: 'assumption' }))
    expect(of('assumption: seen 0.1 to 0.2')).toBeUndefined()
    expect(of('assumption: half; 0.1 to 0.2')).toBeUndefined()
    expect(of('assumption: half; 0.4 to 0.6, or more: 0.2 (few) to 0.9 (many)')).toEqual([0.2, 0.9])
  })

  it('may be the limits themselves where they lie near each other', () => {
    expect(usualRange(declared('creator.hours'))).toEqual([4, 24])
    expect(usualRange(declared('size.buyers'))).toBeUndefined()
  })
})

describe('{} in a study', () => {
  it('is the range of the scenario, then the one with reasons', () => {
    const { varied, warnings } = readWith(
      'rules.hiring.firing-speed: {}\n  households.purchases: {}\n  creator.weight: {}',
    )
    expect(varied.map(({ distribution }) => distribution)).toEqual([
      { kind: 'uniform', from: 0.03, to: 0.5 },
      { kind: 'uniform', from: 4.6, to: 8 },
      { kind: 'integers', from: 500, to: 2000 },
    ])
    expect(warnings).toBe('')
  })

  it('is refused where there are limits of code alone', () => {
    expect(() => readWith('size.buyers: {}')).toThrow(/from and to.*no source gives a range/)
  })
})

describe('beyond the range with reasons', () => {
  it('there is a warning with both ranges', () => {
    const { warnings } = readWith('rules.hiring.firing-speed: 0.001 to 0.9')
    expect(warnings).toContain(
      'rules.hiring.firing-speed is 0.001 to 0.9, outside 0.03 to 0.5 (share), the range for which reasons are given',
    )
  })

  it('there is one for multiples of what is written, too', () => {
    expect(readWith('rules.copycat.lag: { multiply: true, from: 0.5, to: 4 }').warnings).toContain(
      '3 to 24, outside 3 to 12',
    )
    expect(readWith('rules.copycat.lag: { multiply: true, from: 0.5, to: 2 }').warnings).toBe('')
  })

  it.each(['closure-dials', 'closure-sensitivity', 'policies-sensitivity', 'closure-corners'])(
    'the shipped study %s goes with one parameter at most, to where nobody looks at prices',
    (name) => {
      const read = readStudyFile(`scenarios/studies/${name}.yaml`, loadScenario)
      const beyond = read.ok ? read.warnings.map((warning) => warning.name) : ['a fault']
      expect(beyond.filter((path) => path !== 'rules.pricing.reviews')).toEqual([])
    },
  )

  it('the shipped fit does not go', () => {
    const read = readFitFile('scenarios/studies/fit-2023.yaml', loadScenario)
    expect(read.ok && read.warnings.map(formatFinding)).toEqual([])
  })
})
