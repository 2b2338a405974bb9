import { describe, expect, it } from 'vitest'
import { unpaired } from '../../src/scenario/index.ts'
import { good } from './files.ts'

const over = (text: string) => good(`title: X\nextends: base\n${text}`).input
const plain = over('')

describe('worlds that cannot share their chance', () => {
  it('are those with other rows or sizes, with the part that draws', () => {
    const kiosk = over('venues: { kiosk: { nest: online, owner: nobody } }')
    const [venues, ...more] = unpaired(plain, kiosk)
    expect(venues).toMatch(/^venues differ in kiosk: shops, ranked feeds.*Put the rows into both/)
    // Its direct route comes last, so that the others keep their numbers.
    expect(more).toEqual([])
    expect(unpaired(kiosk, plain)).toEqual([venues])
    expect(unpaired(plain, over('size: { buyers: 50 }'))[0]).toMatch(/^size.buyers is 100 and 50/)
  })

  it('are told when rows have changed places', () => {
    const { venues } = plain.tables
    const turned = { ...plain, tables: { ...plain.tables, venues: [...venues].reverse() } }
    expect(unpaired(plain, turned)[0]).toMatch(/^venues differ in their order/)
  })

  it('are not those that differ in values, dates and policies', () => {
    const other = over(`firms: { people: 2 }
policies: [{ closure: { venue: shop, announced: 2024-03-01, effective: 2024-03-08 } }]
courses: [{ of: venues.shop.commission.pots, points: { 2024-02-01: 0.1 } }]`)
    expect(unpaired(plain, other)).toEqual([])
  })
})
