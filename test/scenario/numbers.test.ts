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
