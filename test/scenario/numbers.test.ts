import { describe, expect, it } from 'vitest'
import { formatFinding } from '../../src/scenario/index.ts'
import { findingsOf, good } from './files.ts'

const over = (text: string) => `title: X\nextends: base\n${text}`
const set = (text: string) => findingsOf(over(''), { set: [text] })
const told = (text: string) => set(text).map(({ code, expected }) => [code, expected])

describe('a number that can be read in two ways is none', () => {
  it.each([
    ['size.buyers=50.000', 'decimal-or-thousands', '50000'],
    ['size.buyers=1.234', 'decimal-or-thousands', '1234'],
    ['size.sellers=50,000', 'thousands', '50000'],
    ['size.buyers=50_000', 'thousands', '50000'],
    ["size.buyers=50'000", 'thousands', '50000'],
    ['size.buyers=1.500.000', 'thousands', '1500000'],
    ['size.buyers=1,500.50', 'thousands', '1500.50'],
    ['runs=1.000', 'decimal-or-thousands', '1000'],
    ['households.weight=2.000', 'decimal-or-thousands', '2000'],
    ['households.income=1.500,50', 'thousands', '1500.50'],
    ['firms.wage=1 250 kRp/FTE-week', 'thousands', '1250 kRp/FTE-week'],
    ['firms.wage=1\u00a0250 kRp/FTE-week', 'thousands', '1250 kRp/FTE-week'],
    ['firms.wage=1\u202f250\u202f000 Rp/FTE-week', 'thousands', '1250000 Rp/FTE-week'],
    ['categories.cloth.mean-price=1 500 kRp', 'thousands', '1500 kRp'],
    ['categories.cloth.mean-price=75.000 Rp', 'decimal-or-thousands', '75000 Rp'],
    ['categories.cloth.mean-price=Rp 75.000', 'decimal-or-thousands', '75000 Rp'],
    ['categories.cloth.mean-price=50 2 kRp', 'two-numbers', ''],
    ['venues.shop.commission=1,5 %', 'decimal-comma', '1.5 %'],
    ['venues.shop.commission=0,500', 'decimal-comma', '0.500'],
    ['venues.shop.commission=",05"', 'decimal-comma', '0.05'],
    ['size.buyers=0x10', 'no-digits', '16'],
    ['size.buyers=0X1F', 'no-digits', '31'],
    ['size.buyers=0o17', 'no-digits', '15'],
    ['size.buyers=0b101', 'no-digits', '5'],
    ['size.buyers="0x10"', 'no-digits', '16'],
    ['runs=0x2', 'no-digits', '2'],
    ['households.affinity=-0x1', 'no-digits', '-1'],
    ['firms.wage=0x1DB kRp/FTE-week', 'no-digits', '475 kRp/FTE-week'],
    ['firms.people={ value: 0x5, source: me }', 'no-digits', '5'],
  ])('%s', (text, code, write) => {
    expect(told(text)).toEqual([[code, write]])
  })

  it.each([
    ['venues: { shop: { commission: 1,5 % } }', '1.5 %', 31, 5],
    ['venues: { shop: { commission: 1,5%, reach: 0.5 } }', '1.5 %', 31, 4],
    ['venues: { shop: { commission: { cloth: 1,5 %, pots: 2 % } } }', '1.5 %', 40, 5],
    ['categories: { cloth: { mean-price: Rp 1,5 } }', '1.5 Rp', 36, 6],
    ['categories: { cloth: { mean-price: 1,500 kRp } }', '1500 kRp', 36, 9],
  ])('in a flow map it gives one finding: %s', (text, write, column, length) => {
    const found = findingsOf(over(text))
    expect(found).toMatchObject([{ line: 3, column, length, expected: write }])
  })

  it('but a list of two numbers is one', () => {
    const range = 'firms: { people: { value: 3, range: [1,5] } }'
    const { numbers } = good(over(range)).scenario
    expect(numbers.find(({ path }) => path === 'firms.people')?.range).toEqual([1, 5])
  })

  it('and the message says how to write it', () => {
    const [first] = set('size.buyers=50.000').map(formatFinding)
    expect(first).toContain('decimal point')
    expect(first).toContain('thousands')
    expect(first).toContain('write 50000 ')
    expect(formatFinding(set('venues.shop.commission=1,5 %')[0])).toContain('write 1.5 %')
  })
})

describe('a unit never multiplies its number', () => {
  it.each([
    ['categories.cloth.mean-price=5 % kRp', 'wrong-unit'],
    ['venues.shop.commission=5 % %', 'wrong-unit'],
    ['venues.shop.commission=5 percent of 2', 'wrong-unit'],
    ['categories.cloth.mean-price=5 kRp2', 'wrong-unit'],
    ['households.price-sensitivity=5 per 10 kRp', 'wrong-unit'],
    ['categories.cloth.mean-price=5 kRp 000', 'wrong-unit'],
  ])('%s', (text, code) => {
    expect(told(text).map(([one]) => one)).toEqual([code])
  })
})

describe('a number that can be read in one way stays what it was', () => {
  const value = (text: string, table: string, field: string) =>
    [good(over(''), { set: [text] }).input.tables[table][0].values[field]].flat()[0]

  it.each([
    ['venues.shop.reach=0.500', 'venues', 'reach', 0.5],
    ['households.income=1.500', 'households', 'income', 1.5],
    ['households.income=1.500 mRp per week', 'households', 'income', 1500],
    ['households.weight=2000', 'households', 'weight', 2000],
    ['households.weight=2.5', 'households', 'weight', 2.5],
    ['households.weight=2e3', 'households', 'weight', 2000],
    ['venues.shop.commission=1.500 %', 'venues', 'commission', 0.015],
    ['categories.cloth.mean-price=75000 Rp', 'categories', 'meanPrice', 75],
    ['categories.cloth.mean-price=75000 IDR', 'categories', 'meanPrice', 75],
    ['households.price-sensitivity=2 1/kRp', 'households', 'priceSensitivity', 2],
    ['households.price-sensitivity=2 per kRp', 'households', 'priceSensitivity', 2],
    ['border.exchange-rate=15.300 kRp/US$', 'border', 'exchangeRate', 15.3],
    ['border.exchange-rate=15.3 kRp/USD', 'border', 'exchangeRate', 15.3],
  ])('%s', (text, table, field, expected) => {
    expect(value(text, table, field)).toBe(expected)
  })
})

describe('a point before three digits is asked about where thousands are usual', () => {
  const more = {
    'z.yaml': over(
      'firms: { wage: { value: 0.475, unit: mRp/FTE-week } }\ncategories: { cloth: { mean-price: 150 }, pots: { mean-price: { value: 150, source: F1 } } }',
    ),
  }
  const warned = (text: string, set: string[] = []) =>
    good(`title: Y\nextends: z\n${text}`, { set }, more).warnings.map(
      ({ code, file, line, column }) => `${code} ${file}:${line}:${column}`,
    )

  it.each([
    ['firms: { wage: 1.250 kRp/FTE-week }', 16],
    ['firms: { wage: { value: 1.250, unit: kRp/FTE-week } }', 25],
    ['categories: { cloth: { mean-price: 1.250 } }', 36],
    ['categories: { cloth: { mean-price: { value: 1.250, source: F2 } } }', 45],
    ['categories: { pots: { mean-price: 1.250 } }', 35],
    ['categories: { pots: { mean-price: { value: 1.250 } } }', 44],
    ['households: { income: 1.500 }', 23],
  ])('%s', (text, column) => {
    expect(warned(text)).toEqual([`perhaps-thousands x.yaml:3:${column}`])
  })

  it('as it is in --set', () => {
    const [first] = good(over(''), { set: ['firms.wage=1.250 kRp/FTE-week'] }).warnings
    expect(formatFinding(first)).toContain('wage is 1.250 kRp/FTE-week')
    expect(formatFinding(first)).toContain('under a hundredth of the usual 475 (kRp/FTE-week)')
  })

  it.each([
    'firms: { wage: 1.25 kRp/FTE-week }',
    'firms: { wage: 1.2500 kRp/FTE-week }',
    'firms: { wage: { value: 1.250, unit: mRp/FTE-week } }',
    'firms: { wage: 1.250 mRp/FTE-week }',
    'categories: { cloth: { mean-price: 1.750 } }',
    'venues: { shop: { commission: 1.500 % } }',
    'border: { exchange-rate: 15.300 kRp/US$ }',
    'courses: [{ of: firms.wage, add: { 2024-02-01: 1.250 } }]',
    'courses: [{ of: firms.wage, multiply: { 2024-02-01: 1.250 } }]',
  ])('but not %s', (text) => {
    expect(warned(text)).toEqual([])
  })
})

describe('a point before three digits is asked about where nothing is usual of an amount', () => {
  const market = (seller: string) =>
    good(`title: X\ntextbook: true\nsellers: [{ name: Ani, ${seller} }]\n`, {}).warnings

  it.each([
    'cost: 1.500 kRp',
    'cost: 1.500',
    'cost: { value: 1.500, source: me }',
    'cost: 1, price: 2.750 kRp',
    'cost: 1, start-price: 2.750',
  ])('%s', (seller) => {
    const [warning, ...others] = market(seller)
    expect(others).toEqual([])
    expect(warning.code).toBe('perhaps-thousands')
    expect(formatFinding(warning)).toContain('where the point is a decimal point. Thousands')
  })

  it.each([
    'cost: 1.5 kRp',
    'cost: 1.50',
    'cost: 1.5000 kRp',
    'cost: 0.500 kRp',
    'cost: 1500',
    'cost: 1, quality: 1.500',
  ])('but not %s', (seller) => {
    expect(market(seller)).toEqual([])
  })

  it('nor where it is laid over an amount of its size', () => {
    const more = { 'z.yaml': 'title: Z\ntextbook: true\nsellers: [{ name: Ani, cost: 1.2 }]' }
    const over = 'title: X\nextends: z\nsellers: { Ani: { cost: 1.500 } }'
    expect(good(over, {}, more).warnings).toEqual([])
  })
})
