import { describe, expect, it } from 'vitest'
import { type MarketInput, rowOf } from '../../src/market/index.ts'
import { beforePolicy, exposedVenues } from '../../src/study/index.ts'
import { tiny } from './tiny.ts'

const { baseline, policies } = tiny()
const [open, closed] = [baseline.input, policies[0].input]
const venue = (name: string) => rowOf(open, 'venues', name)

const course = (table: string, name: string, field: string, day: number, value: number) => ({
  table,
  row: rowOf(open, table, name),
  field,
  at: 0,
  points: [[day, value]] as const,
  linear: false,
})
const withCourse = (input: MarketInput, ...courses: MarketInput['courses'][number][]) => ({
  ...input,
  courses: [...input.courses, ...courses],
})

describe('a policy is about', () => {
  it('the venue that it closes', () => {
    expect(exposedVenues(open, closed)).toEqual([venue('tiktok-shop')])
  })

  it('the venue that opens again, where both close it', () => {
    const reopened = withCourse(closed, course('routes', 'tiktok-shop', 'open', 40, 1))
    expect(exposedVenues(closed, reopened)).toEqual([venue('tiktok-shop')])
  })

  it('the venue whose fee it raises', () => {
    const dearer = withCourse(open, course('venues', 'shopee', 'flatFee', 20, 2))
    expect(exposedVenues(open, dearer)).toEqual([venue('shopee')])
  })

  it('no venue, where it changes a duty', () => {
    const duty = withCourse(open, course('border', 'border', 'extraDuty', 20, 0.1))
    expect(exposedVenues(open, duty)).toEqual([])
  })
})

describe('exposure is measured', () => {
  it('over twelve weeks before anybody knows, or what there is of them', () => {
    expect(beforePolicy(open, closed, 30)).toMatchObject({ from: 0, to: 30 })
    const late = withCourse(open, course('venues', 'shopee', 'flatFee', 200, 2))
    expect(beforePolicy(open, late, 200)).toMatchObject({ from: 200 - 84, to: 200 })
  })

  it('before the closure, where a reopening is compared with it', () => {
    const reopened = withCourse(closed, course('routes', 'tiktok-shop', 'open', 40, 1))
    expect(beforePolicy(closed, reopened, 40)).toMatchObject({ from: 0, to: 30 })
  })

  it('not at all, where the worlds differ from the first day', () => {
    expect(beforePolicy(open, closed, 0)).toBeUndefined()
  })
})
