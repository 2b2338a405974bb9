import { describe, expect, it } from 'vitest'
import type { MarketInput } from '../../src/market/index.ts'
import { checkInput, fingerprint, inputFindings, readScenario } from '../../src/scenario/index.ts'
import { fromDisk, shipped } from './files.ts'

function inputOf(path: string): MarketInput {
  const read = readScenario(path, fromDisk)
  if (!read.ok) throw new Error(path)
  return read.input
}

describe('an input written out and read again', () => {
  it.each(shipped)('of %s is the same', (path) => {
    const input = inputOf(path)
    const checked = checkInput(JSON.parse(JSON.stringify(input)))
    expect(checked.faults).toEqual([])
    expect(checked.filled).toEqual([])
    expect(checked.input).toEqual(input)
    expect(fingerprint(checked.input)).toBe(fingerprint(input))
  })
})

describe('an input of another time', () => {
  type Values = Record<string, unknown>
  interface Given {
    days: number
    start: string
    size: Values
    rules: Values
    tables: Record<string, { name?: string; values: Values }[]>
    courses: Values[]
    policies: { settings: Values }[]
  }
  const changed = (change: (input: Given) => void) => {
    const input = JSON.parse(JSON.stringify(inputOf('scenarios/tiktok-shop-ban.yaml')))
    change(input)
    return checkInput(input)
  }

  it('takes defaults of fields, rules and settings declared since', () => {
    const { input, faults, filled } = changed((given) => {
      for (const { values } of given.tables.venues) delete values.closing
      delete given.rules.pricing
      delete given.policies[0].settings.promotion
    })
    expect(faults).toEqual([])
    expect(filled).toContain('venues.*.closing')
    expect(filled).toContain('rules.pricing.reviews')
    expect(filled).toContain('policies.closure.promotion')
    expect(fingerprint(input)).toBe(fingerprint(inputOf('scenarios/tiktok-shop-ban.yaml')))
  })

  it('has a policy last where its end is declared since, and operations of courses as they were', () => {
    const input = JSON.parse(JSON.stringify(inputOf('scenarios/policies/duty.yaml')))
    delete input.policies[0].settings.until
    const checked = checkInput(input)
    expect(checked.faults).toEqual([])
    expect(fingerprint(checked.input)).toBe(fingerprint(inputOf('scenarios/policies/duty.yaml')))
    const capped = JSON.parse(JSON.stringify(inputOf('scenarios/policies/fee-cap.yaml')))
    const cap = capped.courses.find((course: { does?: string }) => course.does === 'at-most')
    cap.does = 'at-mots'
    cap.until = 'soon'
    expect(checkInput(capped).faults.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['no-option', 'does'],
      ['wrong-type', 'until'],
    ])
  })

  it('has no more rows than a market can hold', () => {
    const more = (count: number) =>
      changed(({ tables: { routes } }) => {
        const [first] = routes
        while (routes.length < count) routes.push({ ...first, name: `way-${routes.length}` })
      }).faults.map(({ path, code, facts }) => [path.join('.'), code, facts.expected])
    expect(more(255)).toEqual([])
    expect(more(256)).toEqual([['tables.routes', 'too-many', '255']])
  })

  it('has no rows of a table declared since, and one of a table that has one', () => {
    const { input, faults, filled } = changed(({ tables }) => {
      delete tables.programmes
      delete tables.border
    })
    expect(faults).toEqual([])
    expect(filled).toEqual(expect.arrayContaining(['programmes', 'border', 'border.vat']))
    expect(input.tables.programmes).toEqual([])
    expect(input.tables.border[0].values.vat).toBe(0.11)
  })

  it.each<[string, (given: Given) => void, string]>([
    ['a rule that is gone', ({ rules }) => Object.assign(rules, { tulips: {} }), 'unknown-key'],
    ['a table that is gone', ({ tables }) => Object.assign(tables, { guilds: [] }), 'unknown-key'],
    ['no rows', ({ tables }) => Object.assign(tables, { venues: 3 }), 'wrong-type'],
    ['no days', (given) => Object.assign(given, { days: 0 }), 'wrong-type'],
    ['no start', (given) => Object.assign(given, { start: 'soon' }), 'no-date'],
    ['days without end', (given) => Object.assign(given, { days: 1e9 }), 'wrong-type'],
    ['buyers without end', ({ size }) => Object.assign(size, { buyers: 1e15 }), 'wrong-type'],
    [
      'an escape in a label',
      ({ tables }) => Object.assign(tables.venues[0], { label: 'a\x1b[31m' }),
      'control-character',
    ],
    ['no label', ({ tables }) => Object.assign(tables.venues[0], { label: {} }), 'wrong-type'],
    ['a nameless row', ({ tables }) => Object.assign(tables.venues[0], { name: '' }), 'empty-text'],
    ['half a buyer', ({ size }) => Object.assign(size, { buyers: 0.5 }), 'wrong-type'],
    ['no size', (given) => Object.assign(given, { size: null }), 'wrong-type'],
    [
      'no number',
      ({ tables }) => Object.assign(tables.border[0].values, { vat: null }),
      'wrong-type',
    ],
    ['a date left out', ({ policies }) => delete policies[0].settings.effective, 'missing'],
    [
      'a course of nothing',
      ({ courses }) => Object.assign(courses[0], { field: 'x' }),
      'unknown-key',
    ],
    ['a course of no row', ({ courses }) => Object.assign(courses[0], { row: 99 }), 'wrong-type'],
  ])('is at fault with %s', (_, change, code) => {
    const { faults } = changed(change)
    expect(faults.map((fault) => fault.code)).toContain(code)
  })

  it.each([null, 3, 'text', [], {}, { tables: { venues: [null] } }, { policies: [{}] }])(
    'never throws: %j',
    (given) => {
      expect(checkInput(given).faults.length).toBeGreaterThan(0)
    },
  )

  it('says where in the text a fault stands', () => {
    const text = '{\n "input": {\n  "days": "many"\n }\n}\n'
    const { faults } = checkInput(JSON.parse(text).input)
    const days = faults.filter(({ path }) => path[0] === 'days')
    expect(inputFindings('manifest.json', text, ['input'], days)).toMatchObject([
      { file: 'manifest.json', line: 3, column: 11, excerpt: '  "days": "many"' },
    ])
  })
})
