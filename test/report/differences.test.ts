/** What differs between two scenarios is told by labels, in both languages. */
import { describe, expect, it } from 'vitest'
import { readWritten } from '../../src/cli/scenarios.ts'
import { differencesTold } from '../../src/report/index.ts'
import type { Scenario } from '../../src/scenario/index.ts'

const read = (file: string): Scenario => readWritten([`scenarios/${file}.yaml`], [])[0].scenario
const base = read('indonesia-2023')
const told = (file: string) => differencesTold(base, read(file))

describe('what differs', () => {
  it('has the labels of settings, fields and rows, and no keys', () => {
    const { en, id } = told('tiktok-shop-ban')
    expect(en).toEqual([
      'with policy closure (Venue to close: TikTok Shop; Announcement date: 2023-09-26; Effective date: 2023-10-04 17:00; Links from its feed to other venues: allowed; Sellers and creators prepare during the grace period: true; Permanent: false)',
      'Open share of the day (TikTok Shop): 1 -> 0 share from 2023-10-04 17:00',
      'Announced to close (TikTok Shop): false -> true from 2023-09-26',
    ])
    expect(id[0]).toContain(
      'dengan kebijakan penutupan (Kanal penjualan yang ditutup: TikTok Shop;',
    )
    expect(id[2]).toBe('Diumumkan akan ditutup (TikTok Shop): tidak -> ya sejak 2023-09-26')
  })

  it('names rows that have no label by their names', () => {
    const { en } = told('tiktok-shop-ban-strict')
    expect(en.filter((line) => /^Open share of the day:/.test(line))).toEqual([])
    expect(
      en.some((line) => /^Open share of the day \(Tiktok shop to \w+\): 1 -> 0/.test(line)),
    ).toBe(true)
  })

  it('names both rows of a value that has two', () => {
    const set = ['venues.shopee.commission.food=20%']
    const [after] = readWritten(['scenarios/indonesia-2023.yaml'], set)
    const { en, id } = differencesTold(base, after.scenario)
    expect(en).toHaveLength(1)
    expect(en[0]).toMatch(/^Commission rate .*\(Shopee, Food\): [\d.]+ -> 0.2 share of price$/)
    expect(id[0]).toMatch(/^Tarif komisi .*\(Shopee, Makanan\): [\d.]+ -> 0.2 bagian harga$/)
  })

  it('has the program of a policy from outside as a mark, and not as a setting', () => {
    const { en, id } = told('own-policies/live-levy')
    expect(en[0]).toMatch(/^with policy live levy \[program [0-9a-f]{8}\] \(Venue: TikTok Shop; /)
    expect(id[0]).toMatch(/^dengan kebijakan .+ \[program [0-9a-f]{8}\] \(Kanal penjualan: TikTok/)
  })
})
