/** Sliders of every question of the gallery: they are made of declarations, and moving one moves the scenario. */
import { describe, expect, it } from 'vitest'
import { gallery, texts } from '../../build/lab-scenarios.ts'
import type { Dial, Work } from '../../src/lab/desk/messages.ts'
import { readPair } from '../../src/lab/desk/read-pair.ts'
import { editedText, textWith } from '../../src/lab/desk/text.ts'
import { written } from '../../src/lab/desk/written.ts'
import { inUnit } from '../../src/lab/views/in-unit.ts'
import { LANGUAGES } from '../../src/report/index.ts'
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
    // A label stands for one dial of a dated change.
    for (const language of LANGUAGES) {
      const labels = dials
        .filter(({ name }) => name.startsWith('courses.'))
        .map(({ label }) => label[language])
      expect(new Set(labels).size, labels.join('; ')).toBe(labels.length)
    }
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

  it('each step of a course has a dial of its own, called by its date', () => {
    const path = 'scenarios/policies/reopening-own-app.yaml'
    const work = workOf(path, 'scenarios/indonesia-2023.yaml')
    const { dials, policy } = read(work)
    const steps = dials.filter(({ name }) => name.startsWith('courses.'))
    expect(steps.map(({ value }) => value)).toEqual([6, 3])
    expect(steps.map(({ label }) => label.en.split(', ').at(-1))).toEqual([
      'from 12 Dec 2023',
      'from 5 Mar 2024',
    ])
    expect(steps[1].label.id).toContain('mulai 5 Mar 2024')
    const after = read(moved(work, steps[1], policy.input.start))
    const again = after.dials.filter(({ name }) => name.startsWith('courses.'))
    expect(again[0].value).toBe(6)
    expect(again[1].value).toBeCloseTo(step(steps[1]), 9)
    expect(after.policy.fingerprint).not.toBe(policy.fingerprint)
    const { set } = moved(work, steps[1], policy.input.start)
    const text = textWith({ ...work, set }, known)
    expect(text).toContain(`2023-12-12: 6 kRp, 2024-03-05: ${step(steps[1])} }`)
  })

  it('steps in other units, beside their source, of one row among others and by an operation are told apart', () => {
    const path = 'scenarios/tiktok-shop-ban.yaml'
    const courses = `
courses:
  venues.shopee.subsidy: { points: { 2023-10-02: 4000 Rp } }
  venues.tokopedia.subsidy: { points: { 2023-10-02: { value: 2 kRp, range: [1 kRp, 3 kRp] } } }
  venues.lazada.commission: { multiply: { 2023-10-02: 1.5 } }
  venues.shopee.commission: { add: { 2023-10-02: -1 % } }
`
    const work = { ...workOf(path, 'scenarios/indonesia-2023.yaml'), text: known[path] + courses }
    const { dials, policy } = read(work)
    const [shopee, tokopedia, factor, change] = [
      'shopee.subsidy',
      'tokopedia.subsidy',
      'lazada.commission',
      'shopee.commission',
    ].map((key) => dials.find(({ name }) => name.startsWith(`courses.venues.${key}.`))!)
    expect(shopee.value).toBe(4)
    expect(shopee.label.en).toMatch(/: Shopee$/)
    expect(tokopedia).toMatchObject({ value: 2, range: [1, 3] })
    expect(tokopedia.label.en).toMatch(/: Tokopedia$/)
    expect(factor).toMatchObject({ value: 1.5, unit: 'factor', range: [0, 3] })
    expect(factor.label).toMatchObject({
      en: expect.stringContaining('multiplied by'),
      id: expect.stringContaining('dikalikan'),
    })
    expect(change.value).toBeCloseTo(-0.01, 9)
    expect(change.range[0]).toBe(-change.range[1])
    for (const dial of [shopee, tokopedia, factor, change]) {
      const { set } = moved(work, dial, policy.input.start)
      const after = read({ ...work, set })
      expect(after.policy.fingerprint, dial.name).not.toBe(policy.fingerprint)
      // The text in which it is written reads as what was run.
      const { text, left } = editedText({ ...work, set }, known[path])
      expect(left, dial.name).toEqual([])
      expect(read({ ...work, text }).policy.fingerprint, dial.name).toBe(after.policy.fingerprint)
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

it('a number of a slider stands in units that people read', () => {
  expect(inUnit(4.2, 'kRp', 'en')).toBe('Rp 4,200')
  expect(inUnit(4.2, 'kRp', 'id')).toBe('Rp4.200')
  expect(inUnit(0, 'kRp', 'en')).toBe('Rp 0')
  expect(inUnit(0.3, 'log odds', 'en')).toBe('0.3')
  expect(inUnit(7, 'days', 'en')).toBe('7 days')
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
    const text = textWith({ ...work, set, both }, known)
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
})
