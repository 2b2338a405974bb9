/** Sliders of every question of the gallery: they are made of declarations, and moving one moves the scenario. */
import { describe, expect, it } from 'vitest'
import { gallery, texts } from '../../build/lab-scenarios.ts'
import type { Dial, Work } from '../../src/lab/desk/messages.ts'
import { readPair } from '../../src/lab/desk/read-pair.ts'
import { textWith } from '../../src/lab/desk/text.ts'
import { written } from '../../src/lab/desk/written.ts'
import { readScenario } from '../../src/scenario/index.ts'

const known = texts()

const workOf = (path: string, baseline: string): Work => ({ path, baseline, set: [], both: [] })

function read(work: Work) {
  const found = readPair(work, known)
  if (!found.ok) throw new Error(found.findings.en.join('\n'))
  return found
}

/** A step up, or down where there is no room. */
const step = ({ value, step: by, range, kind, options }: Dial): number => {
  if (kind === 'flag') return 1 - value
  if (kind === 'choice') return (value + 1) % options.length
  return value + by <= range[1] ? value + by : value - by
}

const moved = (work: Work, dial: Dial, start: string): Work => {
  const set = dial.paths.map((path) => `${path}=${written(dial, step(dial), start)}`)
  return dial.of === 'policy' ? { ...work, set } : { ...work, both: set }
}

describe('the sliders of', () => {
  it.each(gallery().map(({ path, baseline }) => [path, baseline]))('%s', (path, baseline) => {
    const work = workOf(path, baseline)
    const { dials, policy } = read(work)
    expect(dials.filter(({ of }) => of === 'both').length).toBe(5)
    expect(new Set(dials.map(({ name }) => name)).size).toBe(dials.length)
    for (const dial of dials) {
      expect(dial.value, dial.name).toBeGreaterThanOrEqual(
        dial.kind === 'number' ? dial.range[0] : 0,
      )
      expect(dial.label.id, dial.name).toMatch(/\p{L}/u)
    }
    // A few of them, so that the test is quick: the first and the last of the policy.
    const own = dials.filter(({ of, kind }) => of === 'policy' && kind === 'number')
    for (const dial of [own.at(0), own.at(-1)]) {
      if (dial === undefined) continue
      const after = read(moved(work, dial, policy.input.start))
      expect(after.policy.fingerprint, dial.name).not.toBe(policy.fingerprint)
      const again = after.dials.find(({ name }) => name === dial.name)
      expect(again?.value, dial.name).toBeCloseTo(step(dial), 6)
    }
  })

  it('the closure move its date, its links, its venue, and both worlds', () => {
    const work = workOf('scenarios/tiktok-shop-ban.yaml', 'scenarios/indonesia-2023.yaml')
    const { dials, policy, baseline } = read(work)
    for (const dial of dials) {
      const after = read(moved(work, dial, policy.input.start))
      expect(after.policy.fingerprint, dial.name).not.toBe(policy.fingerprint)
      expect(after.baseline.fingerprint === baseline.fingerprint).toBe(dial.of === 'policy')
    }
  })

  it('fees that are capped move as one, with the label of what they cap', () => {
    const { dials } = read(
      workOf('scenarios/policies/fee-cap.yaml', 'scenarios/indonesia-2023.yaml'),
    )
    const [cap] = dials
    expect(cap.label.en).toContain('Commission rate')
    expect(cap.paths.length).toBe(7)
    expect(cap.value).toBeCloseTo(0.015, 9)
  })
})

it('a fault is told in both languages', () => {
  const work = workOf('scenarios/tiktok-shop-ban.yaml', 'scenarios/indonesia-2023.yaml')
  const text = `${known[work.path]}\nvenues: { shopee: { commision: 12 } }\n`
  const found = readPair({ ...work, text }, known)
  expect(found.ok ? '' : found.findings.en.join()).toContain('unknown key commision')
  expect(found.ok ? '' : found.findings.id.join()).toContain('kunci commision tidak dikenal')
})

describe('the text of a changed scenario', () => {
  it('reads as what was run, and keeps the comments of the file', () => {
    const work = workOf('scenarios/tiktok-shop-ban.yaml', 'scenarios/indonesia-2023.yaml')
    const set = [
      'policies.1.closure.effective=2023-10-11T17:00+07:00',
      'policies.1.closure.promotion=forbidden',
      'policies.1.closure.for-good=true',
    ]
    const both = ['households.impulse-displacement=0.5']
    const text = textWith({ ...work, set, both }, known[work.path])
    expect(text).toContain('# The rule as it was')
    expect(text.split('\n')[0]).toContain('--set households.impulse-displacement=0.5')
    const load = (path: string) => {
      const found = path === work.path ? text : known[path]
      return found === undefined ? undefined : { text: found }
    }
    const again = readScenario(work.path, load)
    const expected = read({ ...work, set })
    expect(again.ok && again.scenario.fingerprint).toBe(expected.policy.fingerprint)
  })

  it('puts what its base says into a command', () => {
    const path = 'scenarios/clusters/tanah-abang.yaml'
    const set = ['policies.1.closure.promotion=forbidden']
    const text = textWith({ ...workOf(path, 'scenarios/indonesia-2023.yaml'), set }, known[path])
    expect(text.split('\n')[0]).toContain('--set policies.1.closure.promotion=forbidden')
  })
})
