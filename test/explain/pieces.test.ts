/** What a piece is worth to a buyer and what an order would have had to cost stand in units that can be held together. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Decision, questioned } from '../../src/market/index.ts'
import { type CardDecision, cardOf } from '../../src/report/index.ts'
import { marketAt, SEED, scenarioOf } from './market.ts'

const scenario = scenarioOf('scenarios/indonesia-2023.yaml', [
  ...['size.buyers=600', 'size.sellers=200', 'size.creators=20', 'firms.slots=64'],
])

interface Told {
  readonly decision: Decision
  readonly card: CardDecision
  readonly en: readonly string[]
  readonly id: readonly string[]
}

let told: readonly Told[] = []

beforeAll(() => {
  const agents = Array.from({ length: 600 }, (_, row) => ({ kind: 'buyer' as const, row }))
  const { ask } = questioned(marketAt(scenario, 126), scenario.input, SEED)
  told = [...ask(...agents), ...ask(...agents)].flatMap((explained) => {
    const [en, id] = (['en', 'id'] as const).map((language) =>
      cardOf({ ...explained, scenario, run: 1, seed: SEED }, language),
    )
    return explained.decisions.map((decision, at) => ({
      decision,
      card: en.decisions[at],
      en: en.decisions[at].sentences,
      id: id.decisions[at].sentences,
    }))
  })
})

/** Numbers of pieces that the rows of venues have. */
const pieces = (venue: number): number => Number(scenario.input.tables.venues[venue].values.pieces)

describe('what would have flipped a choice of a buyer', () => {
  it('says of how many pieces the order is, in both languages', () => {
    let [one, several] = [0, 0]
    for (const { decision, en, id } of told)
      for (const flip of decision.flips.filter(({ unit }) => unit === 'kRp/order')) {
        if (flip.of.is !== 'venue') throw new Error('of a venue')
        const count = pieces(flip.of.row)
        expect(flip.pieces).toBe(count)
        const said = count === 1 ? '1 piece' : `${count} pieces`
        expect(en.join('\n')).toMatch(new RegExp(`\\b(of|for) ${said}\\b`))
        expect(id.join('\n')).toMatch(
          new RegExp(`(berisi|untuk) ${String(count).replace('.', ',')} barang`),
        )
        if (count === 1) one++
        else several++
      }
    expect(one).toBeGreaterThan(5)
    expect(several).toBeGreaterThan(5)
  })

  it('is for a piece what the next best lacks, where goods in a feed are bought or not', () => {
    const exposures = told.filter(
      ({ decision: { kind, flips } }) => kind === 'exposure' && flips.length > 0,
    )
    expect(exposures.length).toBeGreaterThan(5)
    for (const { decision } of exposures) {
      const { options, chosen, runnerUp, worth = 0, flips } = decision
      const gap = (options[chosen].total - options[runnerUp].total) * worth
      const [{ change, pieces: count = 0 }] = flips
      expect(Math.abs(change) / count / gap).toBeCloseTo(1, 6)
    }
  })
})

describe('a kind of place among the options of a buyer', () => {
  it('is named with its best venue, as sentences name venues', () => {
    const places = told.filter(({ decision }) => decision.kind === 'place')
    let several = 0
    for (const { decision, card } of places) {
      const { options, chosen, runnerUp } = decision
      const nests = options.filter(({ what }) => what.is === 'nest')
      for (const { facts } of nests)
        expect(facts).toMatchObject([{ fact: 'bestVenue', value: { is: 'checkout' } }])
      expect(card.note).toContain(
        'its best venue for this buyer, before the random part, in brackets',
      )
      const names = card.options.map(({ name }) => name)
      const next = options[runnerUp]
      if (chosen < 0 || next === undefined) continue
      // What is said to be next best stands in a column of that name.
      expect(names.join('\n')).toContain(card.sentences[0].match(/^Next best: (.*), Rp/)?.[1])
      if (names.some((name) => /^Events \(.*(Bazaars|Made to order)\)$/.test(name))) several++
      // A kind of place with one venue of its own name has it once.
      expect(names.join()).not.toMatch(/Stalls and shops \(Stalls and shops\)/)
    }
    expect(several).toBeGreaterThan(5)
  })
})
