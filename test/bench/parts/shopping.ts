import { median } from 'simple-statistics'
import { createMarket } from '../../../src/market/index.ts'
import { country } from '../country.ts'
import type { Figure, Part } from '../part.ts'
import { RULES } from '../twin/state.ts'
import { compiler, twins } from '../twin/twin.ts'

/** Days before the one whose shopping is measured, and turns of it before those that count. */
const DAYS = 100
const COLD = 20

/** The shopping loop in TypeScript and in C, over the same bytes. */
export const shopping: Part = {
  name: 'shopping',
  about: 'Purchase occasions, venue choice and item choice of one day, K = 20, and their twin in C',
  async measure(asked) {
    const cc = compiler()
    if (cc === undefined) return []
    const input = country(asked)
    const market = createMarket(input, 'bench', { record: false })
    const day = asked.tiny ? 3 : DAYS
    market.run(day)
    const counted = asked.tiny ? 2 : 10 * asked.turns
    const { typescript, c, occasions, different } = twins(
      ...([market.world, 'bench', day, counted + COLD, cc] as const),
    )
    const [warm, native] = [typescript.slice(COLD), c.slice(COLD)]
    const each = (turns: readonly (readonly number[])[], rule: number) =>
      median(turns.map((one) => one[rule])) / occasions
    const unit = 'ns an occasion'
    const figures = RULES.flatMap(({ name }, rule): Figure[] => [
      { name: `${name}, TypeScript`, value: each(warm, rule), unit },
      { name: `${name}, C`, value: each(native, rule), unit },
    ])
    const whole = (turns: readonly (readonly number[])[]) =>
      RULES.reduce((sum, _, rule) => sum + each(turns, rule), 0)
    return [
      ...figures,
      { name: 'occasions', value: occasions, unit: '' },
      { name: 'TypeScript to C', value: whole(warm) / whole(native), unit: 'times', most: 1.6 },
      { name: 'columns that differ', value: different.length, unit: '', most: 0 },
    ]
  },
}
