/** The studies that come with the program stand beside the headlines of five policies, as these and the baseline are today. */
import { describe, expect, it } from 'vitest'
import { knownStudies, loadScenario } from '../../src/node/index.ts'
import { readScenario, substanceKey } from '../../src/scenario/index.ts'
import { budgetOf } from '../../src/study/index.ts'

const known = knownStudies(['scenarios/studies/results'])

function keyOf(name: string): string {
  const read = readScenario(`scenarios/${name}.yaml`, loadScenario)
  if (!read.ok) throw new Error(`unreadable: ${name}`)
  return substanceKey(read.scenario.input)
}

/** Each with the window that leads its answer. */
const POLICIES = [
  ['tiktok-shop-ban', 'first month'],
  ['policies/reopening-tokopedia', 'first quarter of 2024'],
  ['policies/minimum-price', 'three months'],
  ['policies/duty', 'three months'],
  ['policies/onboarding', 'first quarter'],
] as const

const OUTCOMES = [
  ['umkm jobs', 'all', 'all'],
  ['umkm jobs', 'kind', 'producer'],
  ['umkm work', 'all', 'all'],
  ['sales', 'all', 'all'],
  ['sales', 'venue', 'shopee'],
  ['sales', 'venue', 'tokopedia'],
] as const

describe('shipped studies', () => {
  const baseline = keyOf('indonesia-2023')
  it.each(POLICIES)(
    'say of %s, %s, how far parameters and structure leave it open',
    (name, window) => {
      const policy = keyOf(name)
      for (const [measure, dimension, row] of OUTCOMES) {
        const effect = {
          ...{ scenario: name, measure, group: row, unit: '', baseline: 100, policy: 101 },
          ...{ difference: 1, low: 0, high: 2, runs: 8 },
        }
        const subject = { effect, dimension, row, window, keys: [baseline, policy] as const }
        const budget = budgetOf(subject, known)
        expect(budget?.parameters, `${measure} ${row}`).toMatchObject({
          ...{ study: 'posterior-2023', isFitted: true, seeds: 2, points: 80 },
          fit: { targets: expect.any(Number) },
        })
        // Fewer parameters are fitted than assumptions are held open.
        const { moved = Number.NaN } = budget?.parameters ?? {}
        expect(moved).toBeGreaterThan(1)
        expect(budget?.possible).toMatchObject({ study: 'policies-sensitivity', isFitted: false })
        expect(budget?.possible?.moved).toBeGreaterThan(moved)
        expect(budget?.structure?.asItIs).toBeTypeOf('number')
        expect(budget?.structure).toMatchObject({ study: 'closure-structure', points: 12 })
        expect(budget?.hangsOn).toBeDefined()
      }
    },
  )

  it('say what the effect of a duty hangs on: how many imports pay it', () => {
    const effect = {
      ...{ scenario: 'duty', measure: 'sales', group: 'all', unit: '', baseline: 100, policy: 101 },
      ...{ difference: 1, low: 0, high: 2, runs: 8 },
    }
    const keys = [baseline, keyOf('policies/duty')] as const
    const subject = { effect, dimension: 'all', row: 'all', window: 'three months', keys } as const
    const { hangsOn, hangsOnBy } = budgetOf(subject, known)!
    expect(hangsOnBy).toBe('policies-sensitivity')
    expect(hangsOn?.map(({ factor }) => factor)).toEqual(['border.compliance'])
  })
})
