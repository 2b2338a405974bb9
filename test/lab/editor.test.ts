/** What the editor offers and says: from the declarations, at the right place of a half-written text. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cursorAt } from '../../src/lab/editor/cursor.ts'
import { knownOf, meaningAt, optionsAt } from '../../src/lab/editor/declared.ts'
import { faultsIn } from '../../src/lab/editor/faults.ts'
import { CATALOGUE, DAY, TABLES } from '../../src/market/index.ts'
import {
  formatFinding,
  parameterAt,
  parameterIndex,
  type ReadScenario,
  readScenario,
} from '../../src/scenario/index.ts'

const load = (path: string) => (existsSync(path) ? { text: readFileSync(path, 'utf8') } : undefined)
const baseline = readScenario('scenarios/indonesia-2023.yaml', load) as ReadScenario
const known = knownOf(baseline.scenario, ['indonesia-2023', 'tiktok-shop-ban'])

/** A text with a bar where the cursor stands. */
function at(marked: string) {
  const place = marked.indexOf('|')
  return cursorAt(marked.replace('|', ''), place)
}
const pathAt = (marked: string) => {
  const { path, at: kind } = at(marked)
  return `${path.join('.')} ${kind}`
}
const offered = (marked: string) => optionsAt(at(marked), known).map(({ label }) => label)

describe('the cursor', () => {
  it.each([
    ['|', ' key'],
    ['tit|', ' key'],
    ['title: |', 'title value'],
    ['title: A closure|', 'title value'],
    ['venues:\n  |', 'venues key'],
    ['venues:\n  sho|pee:\n    commission: 5 %', 'venues key'],
    ['venues:\n  shopee:\n    |', 'venues.shopee key'],
    ['venues:\n  shopee:\n    commission: |', 'venues.shopee.commission value'],
    ['venues:\n  shopee:\n    commission: 5 %\n    fl|', 'venues.shopee key'],
    ['venues:\n  shopee:\n    commission: 5 %\n\n  # a comment: here\n  to|', 'venues key'],
    ['venues:\n  shopee: { |', 'venues.shopee key'],
    ['venues:\n  shopee: { commission: |', 'venues.shopee.commission value'],
    ['venues:\n  shopee: { commission: 5 %, flat|', 'venues.shopee key'],
    ['venues: { shopee: { commission: { food: 5 %, |', 'venues.shopee.commission key'],
    ['venues: { shopee: { commission: 5 % }, |', 'venues key'],
    ['venues: { shopee: { commission: 5 % } }\n|', ' key'],
    ['policies:\n  - |', 'policies.[] key'],
    ['policies:\n  - closure: { |', 'policies.[].closure key'],
    ['policies:\n  - closure:\n      venue: |', 'policies.[].closure.venue value'],
    [
      'policies:\n- closure:\n    effective: 2023-10-04T17:0|',
      'policies.[].closure.effective value',
    ],
    ['policies:\n  - closure: { venue: tiktok-shop }\n  - |', 'policies.[] key'],
    ['policies: [{ duty: { |', 'policies.[].duty key'],
    ['policies:\n  - closure: {\n      venue: tiktok-shop,\n      an|', 'policies.[].closure key'],
    ['courses:\n  venues.shopee.commission:\n    |', 'courses.venues.shopee.commission key'],
    ['title: "a: {b"\nrules:\n  |', 'rules key'],
    ["question: Whose: it's {\nrules:\n  |", 'rules key'],
    ['rules: {\n  pricing: {},\n|', 'rules key'],
  ])('stands in %j', (marked, where) => {
    expect(pathAt(marked)).toBe(where)
  })

  it('covers the whole word, and nothing but it', () => {
    const text = 'venues:\n  tiktok-shop: {}'
    const { from, to } = cursorAt(text, text.indexOf('shop'))
    expect(text.slice(from, to)).toBe('tiktok-shop')
    const time = 'effective: 2023-10-04T17:00+07:00'
    const moment = cursorAt(time, time.length)
    expect(time.slice(moment.from, moment.to)).toBe('2023-10-04T17:00+07:00')
  })

  it('never throws, wherever it stands in a shipped file', () => {
    const text = readFileSync('scenarios/tiktok-shop-ban-strict.yaml', 'utf8')
    for (let place = 0; place <= text.length; place++) {
      const cursor = cursorAt(text, place)
      expect(cursor.from).toBeLessThanOrEqual(place)
      expect(cursor.to).toBeGreaterThanOrEqual(place)
      optionsAt(cursor, known)
      meaningAt(cursor.path)
    }
  })
})

describe('completion', () => {
  it('offers all keys of the top, with every table', () => {
    const keys = offered('|')
    for (const key of ['title', 'extends', 'policies', 'windows', 'rules', 'courses'])
      expect(keys).toContain(key)
    for (const { name } of TABLES) expect(keys).toContain(name)
  })

  it('offers the rows of the scenario and the fields of a row', () => {
    expect(offered('venues:\n  |')).toEqual(
      expect.arrayContaining(['tiktok-shop', 'shopee', 'ground']),
    )
    const fields = offered('venues:\n  shopee: { |')
    const declared = parameterIndex().filter(({ path }) => path.startsWith('venues.*.'))
    for (const { path } of declared) expect(fields).toContain(path.split('.')[2])
    expect(offered('households: { |')).toContain('price-sensitivity')
    expect(offered('households: { |')).not.toContain('all')
  })

  it('offers policies, and their settings', () => {
    expect(offered('policies:\n  - |').sort()).toEqual(CATALOGUE.map(({ name }) => name).sort())
    expect(offered('policies:\n  - closure: { |')).toEqual([
      'venue',
      'announced',
      'effective',
      'promotion',
      'anticipated',
      'for-good',
      'ground',
    ])
  })

  it('offers rules and their parameters', () => {
    expect(offered('rules:\n  |')).toEqual(expect.arrayContaining(DAY.map(({ name }) => name)))
    expect(offered('rules: { pricing: { |')).toEqual(
      expect.arrayContaining(['cost-plus', 'reviews']),
    )
  })

  it('offers what a value may be', () => {
    expect(offered('extends: |')).toEqual(['indonesia-2023', 'tiktok-shop-ban'])
    expect(offered('policies:\n  - closure: { venue: |')).toEqual(
      baseline.input.tables.venues.map(({ name }) => name),
    )
    expect(offered('policies:\n  - closure: { promotion: |')).toEqual(['allowed', 'forbidden'])
    expect(offered('policies:\n  - closure: { anticipated: |')).toEqual(['true', 'false'])
    expect(offered('rules: { pricing: { reviews: |')).toEqual([
      `${(parameterAt('rules.pricing.reviews') as { default: number }).default}`,
    ])
    expect(offered('textbook: |')).toEqual(['true', 'false'])
    expect(offered('ground: { grade: |')).toContain('assumption')
  })

  it('offers the categories of a number that has one for each, and the parts of a number with its source', () => {
    const keys = offered('venues:\n  shopee:\n    commission: { |')
    expect(keys).toEqual(
      expect.arrayContaining(baseline.input.tables.categories.map((row) => row.name)),
    )
    expect(keys).toEqual(expect.arrayContaining(['value', 'source', 'grade', 'range']))
  })

  it('offers paths of tables for courses, and what a course may say', () => {
    const paths = offered('courses:\n  |')
    expect(paths).toContain('venues.*.commission.*')
    expect(paths.some((path) => /^(rules|policies)/.test(path))).toBe(false)
    expect(offered('courses:\n  venues.shopee.commission: { |')).toEqual(
      expect.arrayContaining(['points', 'at-most', 'linear']),
    )
  })

  it('offers nothing where nothing is declared', () => {
    expect(offered('nonsense:\n  |')).toEqual([])
    expect(offered('title: |')).toEqual([])
  })
})

describe('the meaning of a key', () => {
  it('is its declaration, for every parameter there is', () => {
    for (const { path, label, unit, source } of parameterIndex()) {
      const keys = path.replace(/\.\*$/, '').split('.')
      const full = keys[0] === 'policies' ? ['policies', '[]', ...keys.slice(1)] : keys
      const meaning = meaningAt(full)
      expect(meaning?.title, path).toBe(label)
      expect(meaning?.source, path).toBe(source)
      if (parameterAt(path)?.kind === 'number') expect(meaning?.unit, path).toBe(unit)
    }
  })

  it('is a sentence for tables, rules and policies', () => {
    for (const path of [
      ['venues'],
      ['rules', 'pricing'],
      ['policies', '[]', 'closure'],
      ['windows'],
    ])
      expect(meaningAt(path)?.title, path.join('.')).toMatch(/\w{3}/)
    expect(meaningAt(['nonsense'])).toBeUndefined()
  })
})

describe('faults', () => {
  const FILE = 'scenarios/own.yaml'
  const check = (text: string) => {
    const read = readScenario(FILE, (path) => (path === FILE ? { text } : load(path)))
    return {
      file: FILE,
      findings: read.ok ? [] : read.findings,
      warnings: read.ok ? read.warnings : [],
    }
  }

  it.each(['\n', '\r\n'])(
    'stand where `pasar check` puts them, in its words, with line ends %j',
    (end) => {
      const text = [
        'title: Own',
        'extends: indonesia-2023',
        'venues:',
        '  shoppee: { comission: 12 }',
        'policies:',
        '  - closure: { venue: tiktok-shop, announced: 2023-09-26, effective: 2023-19-04 }',
        '',
      ].join(end)
      const checked = check(text)
      const faults = faultsIn(text, checked, 'en')
      expect(faults.length).toBeGreaterThanOrEqual(2)
      expect(faults).toHaveLength(checked.findings.length)
      for (const finding of checked.findings) {
        const [place, ...lines] = formatFinding(finding).split('\n')
        const printed = [
          place.replace(/^\S+ {2}/, ''),
          ...lines.slice(2).map((line) => line.trim()),
        ]
        const [line, carets] = lines
        const marked = line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)
        const fault = faults.find(({ message }) => message === printed.join('\n'))!
        expect(fault, printed[0]).toBeDefined()
        expect(text.slice(fault.from, fault.to)).toBe(marked)
        expect(text.slice(0, fault.from).split(end)).toHaveLength(fault.line)
      }
      expect(faults.some(({ message }) => message.includes('did you mean'))).toBe(true)
    },
  )

  it('of a base stand at the beginning, with their place', () => {
    const text = 'title: Own\nextends: base\n'
    const base = 'title: Base\nextends: indonesia-2023\nvenues: { shopee: { commission: x } }\n'
    const read = readScenario(FILE, (path) =>
      path === FILE ? { text } : path === 'scenarios/base.yaml' ? { text: base } : load(path),
    )
    const findings = read.ok ? [] : read.findings
    const [fault] = faultsIn(text, { file: FILE, findings, warnings: [] }, 'en')
    expect(fault.from).toBe(0)
    expect(fault.message).toMatch(/^scenarios\/base\.yaml:3:33 {2}commission/)
  })

  it('stay within the text, whatever it is', () => {
    for (const text of ['', '\n\n', 'title: [', 'a: &a [*a]', '- x', '{', 'title: \u0000']) {
      const faults = faultsIn(text, check(text), 'en')
      expect(faults.length).toBeGreaterThan(0)
      for (const { from, to } of faults) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(to).toBeLessThanOrEqual(text.length)
      }
    }
  })

  it('are warnings where nothing is wrong', () => {
    const text = 'title: Own\nextends: indonesia-2023\n'
    const faults = faultsIn(text, check(text), 'en')
    expect(faults.every(({ severity }) => severity === 'warning')).toBe(true)
  })
})
