/** Yes or no among numbers: written true, false, 1 or 0, and told as true or false. */
import { describe, expect, it } from 'vitest'
import { given, venues } from '../../src/market/index.ts'
import { differenceWords } from '../../src/report/index.ts'
import { describeDifferences, heldBy, readScenario } from '../../src/scenario/index.ts'
import { findingsOf, fromDisk, good } from './files.ts'

const over = (text: string) => `title: X\nextends: base\n${text}`
const closing = (written: string) =>
  given(good(over(`venues: { shop: { closing: ${written} } }`)).input, venues, 0, 'closing')

describe('yes or no among numbers', () => {
  it('is written true or false, or 1 or 0', () => {
    expect(['true', '1', 'false', '0'].map(closing)).toEqual([1, 1, 0, 0])
    expect(closing('{ value: true, source: "assumption: a test", grade: assumption }')).toBe(1)
  })

  it('is no other text, and other numbers are not written true', () => {
    const found = (text: string) =>
      findingsOf(over(`venues: { shop: { ${text} } }`)).map(({ code, path }) => [code, path])
    expect(found('closing: perhaps')).toEqual([['wrong-type', 'venues.shop.closing']])
    expect(found('reach: true')).toEqual([['wrong-type', 'venues.shop.reach']])
  })

  it('may stand in a course, where it is told as it is written', () => {
    const { input } = good(
      over('courses: { venues.shop.closing: { points: { 2024-02-01: true } } }'),
    )
    const told = describeDifferences(good(over('')).input, input).join('\n')
    expect(told).toContain('venues.shop.closing')
    expect(told).toMatch(/\btrue\b/)
    expect(told).not.toMatch(/-> 1\b|: 1\b/)
  })

  it('is told as true or false between two scenarios', () => {
    const [one, other] = ['false', 'true'].map(
      (written) => good(over(`venues: { shop: { closing: ${written} } }`)).input,
    )
    expect(describeDifferences(one, other)).toEqual(['venues.shop.closing: false -> true'])
    expect(describeDifferences(one, other, differenceWords)).toEqual([
      'venues.shop.closing: tidak -> ya',
    ])
  })

  it('is told so of flags too', () => {
    const [one, other] = ['false', 'true'].map(
      (written) => good(over(`venues: { shop: { trip: ${written} } }`)).input,
    )
    expect(describeDifferences(one, other)).toEqual(['venues.shop.trip: false -> true'])
  })

  it('is held as it can be set', () => {
    const path = 'scenarios/policies/onboarding.yaml'
    const read = readScenario(path, fromDisk)
    if (!read.ok) throw new Error(path)
    const held = heldBy(read).filter(({ path }) => /^programmes\..*\.kinds\./.test(path))
    expect(new Set(held.map(({ value }) => value))).toEqual(new Set([true, false]))
    const [{ path: one }] = held.filter(({ value }) => value === true)
    const set = readScenario(path, fromDisk, { set: [`${one}=false`] })
    if (!set.ok) throw new Error(one)
    expect(heldBy(set).find(({ path }) => path === one)?.value).toBe(false)
  })
})
