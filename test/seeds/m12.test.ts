/** M12: reopening four ways, by an app of its own or inside one of three partners. */
import { beforeAll, describe, expect, it } from 'vitest'
import { dayOf, mean, recorded } from '../policies/small.ts'
import { type World, worlds } from './worlds.ts'

const PARTNERS = ['own-app', 'tokopedia', 'bukalapak', 'ct-shop']
const FILES = [
  'tiktok-shop-ban',
  ...PARTNERS.map((partner) => `policies/reopening-${partner}`),
  'policies/reopening-tokopedia-route',
  'policies/reopening-tokopedia-remedies',
]

describe('reopening', { timeout: 240_000 }, () => {
  let all: World[]
  let day: (date: string) => number
  const nth = (file: string) => FILES.indexOf(file)
  beforeAll(() => {
    all = worlds('m12', '2024-04-01', ...FILES)
    day = (date) => dayOf(all[0].input, date)
  }, 240_000)

  const late = (at: number, measure: string, by: Record<string, string>) =>
    mean(all[at].market, measure, by, day('2024-02-01'), day('2024-04-01'))
  const sales = (at: number, venue: string) => late(at, 'sales', { venue })

  it('is the closure until its day', () => {
    const until = day('2023-12-12')
    for (const { market } of all)
      expect(recorded(market, until).equals(recorded(all[0].market, until))).toBe(true)
  })

  it.each(PARTNERS)(
    'at %s sells there more than the closure, and nothing in the old shop',
    (venue) => {
      const at = nth(`policies/reopening-${venue}`)
      expect(sales(at, venue)).toBeGreaterThan(1.1 * sales(0, venue))
      expect(sales(at, 'tiktok-shop')).toBe(0)
    },
  )

  it('moves sales only to its own partner', () => {
    for (const venue of PARTNERS) {
      const own = sales(nth(`policies/reopening-${venue}`), venue) - sales(0, venue)
      for (const other of PARTNERS.filter((one) => one !== venue))
        expect(sales(nth(`policies/reopening-${other}`), venue) - sales(0, venue)).toBeLessThan(own)
    }
  })

  it('is more than its route', () => {
    const [whole, route] = ['', '-route'].map((part) =>
      sales(nth(`policies/reopening-tokopedia${part}`), 'tokopedia'),
    )
    expect(whole).toBeGreaterThan(route)
    expect(route).toBeGreaterThan(sales(0, 'tokopedia'))
  })

  it('under remedies charges no more than the cap, and leaves more to rivals', () => {
    const remedied = nth('policies/reopening-tokopedia-remedies')
    const whole = nth('policies/reopening-tokopedia')
    const fee = (at: number) => late(at, 'take rate', { venue: 'tokopedia' })
    expect(fee(remedied)).toBeLessThanOrEqual(0.02 + 1e-9)
    expect(fee(whole)).toBeGreaterThan(fee(0))
    const rivals = (at: number) =>
      ['shopee', 'lazada', 'bukalapak', 'blibli'].reduce((sum, one) => sum + sales(at, one), 0)
    expect(rivals(remedied)).toBeGreaterThan(rivals(whole))
  })
})
