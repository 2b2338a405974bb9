/** Numbers of a seller's card that belong together say how, in both languages. */
import { beforeAll, describe, expect, it } from 'vitest'
import { exp } from '../../src/engine/index.ts'
import { type Decision, questioned } from '../../src/market/index.ts'
import { sellers as sellerColumns } from '../../src/market/populations/index.ts'
import { type CardDecision, cardOf, type Language } from '../../src/report/index.ts'
import { marketAt, SEED, scenarioOf } from './market.ts'

const scenario = scenarioOf('scenarios/tiktok-shop-ban.yaml', [
  ...['size.buyers=600', 'size.sellers=400', 'size.creators=20', 'firms.slots=64'],
  ...['announced', 'effective'].map((one) => `policies.closure.${one}=2022-08-03`),
])

interface Told {
  readonly decision: Decision
  readonly card: Readonly<Record<Language, CardDecision>>
  /** Of the seller, as the card has it. */
  readonly cost: string | undefined
  readonly seller: number
}

let told: readonly Told[] = []
/** Unit costs by seller, before the week begins and in it, kRp. */
let [costBefore, costNow]: number[][] = [[], []]

beforeAll(() => {
  const sellers = Array.from({ length: 400 }, (_, row) => ({ kind: 'seller' as const, row }))
  // 10 October 2022: owners ask from a quarter of earnings on, and sales where it is shut are not forgotten.
  const market = marketAt(scenario, 98)
  const costs = () => Array.from(market.world.view(sellerColumns.unitCost))
  costBefore = costs()
  told = questioned(market, scenario.input, SEED)
    .ask(...sellers)
    .flatMap((explained) => {
      const [en, id] = (['en', 'id'] as const).map((language) =>
        cardOf({ ...explained, scenario, run: 1, seed: SEED }, language),
      )
      return explained.decisions.map((decision, at) => ({
        decision,
        card: { en: en.decisions[at], id: id.decisions[at] },
        cost: en.facts.find(([name]) => name === 'Cost of a piece last week')?.[1],
        seller: explained.agent.row,
      }))
    })
  costNow = costs()
})

const of = (kind: string): readonly Told[] => told.filter(({ decision }) => decision.kind === kind)

const factOf = ({ seen }: Decision, name: string): number => {
  const value = seen.find(({ fact }) => fact === name)?.value
  if (typeof value !== 'number') throw new Error(`no ${name}`)
  return value
}

describe('whether a seller looks for another outlet', () => {
  it('has a chance of what it would be were all shut, times the share that is', () => {
    expect(of('look').length).toBeGreaterThan(5)
    for (const { decision, card } of of('look')) {
      const [{ parts, total }] = decision.options
      const [all, share] = parts.map(({ value }) => exp(value))
      expect(share).toBeCloseTo(factOf(decision, 'lost'), 12)
      expect(exp(total)).toBeCloseTo(all * share, 12)
      expect(card.en.rows).toEqual([
        'Chance if all its outlets were shut',
        ...(share === 1 ? [] : ['Share of its sales at shut ones']),
        'Chance this week',
      ])
      expect(card.en.sentences[0]).toMatch(
        /^Share of its sales, recent ones counting most, at outlets that are shut now: [\d.]+ %\.$/,
      )
      expect(card.id.sentences[0]).toMatch(
        /^Bagian penjualannya, yang terbaru paling diperhitungkan, di kanal yang kini tutup: [\d,]+%\.$/,
      )
    }
  })
})

describe('whether a producer stops for a while', () => {
  it('says what its owner asks, of what he could earn elsewhere', () => {
    expect(of('idle').length).toBeGreaterThan(5)
    for (const { decision, card } of of('idle')) {
      const idle = decision.options.find(({ what }) => what.is === 'idle')
      const outside = idle?.parts.find(({ part }) => part === 'outside')?.value ?? 0
      expect((factOf(decision, 'askedShare') * outside) / (idle?.total ?? 0)).toBeCloseTo(1, 12)
      expect(card.en.note).toContain('at least what owners of such firms ask for')
      expect(card.id.note).toContain('Usaha jalan terus jika')
      expect(card.en.rows).toContain('Difference to what owners like it ask')
      expect(card.en.sentences.join('\n')).toMatch(
        /Owners of such firms ask, of what they could earn elsewhere: [\d.]+ %\./,
      )
      expect(card.id.sentences.join('\n')).toMatch(
        /Yang diminta pemilik sejenis, dari yang bisa didapat di luar: [\d,]+%\./,
      )
    }
  })
})

describe('what a piece costs a seller', () => {
  it('is of last week where it is said who the seller is, and of this week in a price', () => {
    const whole = (kRp: number) => Math.round(kRp * 1000).toLocaleString('en')
    const priced = of('price').filter(
      ({ seller }) => whole(costBefore[seller]) !== whole(costNow[seller]),
    )
    expect(priced.length).toBeGreaterThan(5)
    for (const { card, cost, seller } of priced) {
      expect(cost).toBe(`Rp ${whole(costBefore[seller])}`)
      const row = card.en.rows.indexOf('Cost of a piece this week')
      expect(card.en.options[0].cells[row]).toBe(whole(costNow[seller]))
    }
  })
})
