import { describe, expect, it } from 'vitest'
import { type Column, rowsHeldBy } from '../../src/engine/index.ts'
import { POPULATIONS, TABLES } from '../../src/market/index.ts'
import { SELLERS_BY_ROUTES } from '../../src/market/populations/index.ts'

const columns: readonly Column[] = POPULATIONS.flatMap((one) => Object.values(one.columns))
const label = ({ population, name }: Column) => `${population}.${name}`

describe('a column of the market', () => {
  it('of whole numbers says what they are: a unit, or what they stand for', () => {
    const whole = columns.filter(({ storage }) => !['f32', 'f64'].includes(storage))
    expect(whole.length).toBeGreaterThan(80)
    expect(
      whole.filter(({ unit, holds }) => unit === '' && holds === undefined).map(label),
    ).toEqual([])
  })

  it('has not both a unit and what it stands for', () => {
    expect(
      columns.filter(({ unit, holds }) => unit !== '' && holds !== undefined).map(label),
    ).toEqual([])
  })

  it('refers to rows of a population that there is', () => {
    const names = [...POPULATIONS, ...TABLES].map(({ name }) => name)
    const unknown = columns.filter(
      ({ holds }) =>
        (holds?.is === 'row' || holds?.is === 'bits') &&
        ![...names, SELLERS_BY_ROUTES].includes(holds.of),
    )
    expect(unknown.map(label)).toEqual([])
  })

  it('explains no codes in its label', () => {
    const codes = /\b[01] (?:yes|no|none|local)\b|-1 none|from 1\b|\bone bit each\b|: 0 /
    const told = columns.filter((column) => codes.test(column.label))
    expect(told.map((column) => `${label(column)}: ${column.label}`)).toEqual([])
  })

  it('has words of their own for each code', () => {
    for (const { holds, name } of columns)
      if (holds?.is === 'oneOf') expect(new Set(holds.words).size, name).toBe(holds.words.length)
  })

  it('can tell as many rows apart as its bits can count, less one where none is a row as well', () => {
    const of = (population: string, name: string) =>
      rowsHeldBy(columns.find((one) => label(one) === `${population}.${name}`) as Column)
    expect(of('sellers', 'category')).toBe(256)
    expect(of('sellers', 'cluster')).toBe(255)
    expect(of('sellers', 'liveVenue')).toBe(65535)
    expect(of('buyers', 'accounts')).toBe(32)
    expect(of('buyers', 'pool')).toBe(65536)
    expect(of('buyers', 'income')).toBeUndefined()
  })
})
