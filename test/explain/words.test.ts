/** Whatever can be said of an agent has words in both languages, and a card without holes. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Agent, questioned } from '../../src/market/index.ts'
import { cardOf } from '../../src/report/explain/card.ts'
import { cardLines } from '../../src/report/explain/lines.ts'
import { explainWords } from '../../src/report/explain/words.ts'
import { LANGUAGES } from '../../src/report/index.ts'
import { marketAt, SEED, scenarioOf } from './market.ts'

const FOLDER = 'src/market/explain'
const code = readdirSync(FOLDER)
  .map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'))
  .join('\n')

/** Names that stand behind a key anywhere in the code. */
const named = (key: string): string[] => [
  ...new Set([...code.matchAll(new RegExp(`\\b${key}: '(\\w+)'`, 'g'))].map(([, name]) => name)),
]

/** Facts that are told in a sentence of their own. */
const TOLD = ['seen', 'listed', 'draw']

describe.each(LANGUAGES)('words of an agent: %s', (language) => {
  const say = explainWords[language]

  it('name every part, fact, lever and kind of decision', () => {
    const kinds = named('kind').filter(
      (kind) => !['buyer', 'seller', 'creator', 'platform'].includes(kind) || kind === 'platform',
    )
    expect(kinds.length).toBeGreaterThan(15)
    for (const kind of kinds) expect(say.decisions[kind], kind).toBeDefined()
    const parts = named('part')
    expect(parts.length).toBeGreaterThan(50)
    // Tried to find what flips a choice, or taken apart before it is told.
    for (const part of [...parts, 'shown', 'standsFor'].filter(
      (one) => one !== 'cheaper' && one !== 'item',
    ))
      expect(say.parts[part], part).toBeDefined()
    for (const fact of named('fact').filter((one) => !TOLD.includes(one)))
      expect(say.facts[fact], fact).toBeDefined()
    for (const lever of [...named('lever'), 'delivery', 'trip', 'order'])
      expect(say.flips[lever], lever).toBeDefined()
  })

  it('fit their columns', () => {
    for (const text of Object.values(say.parts)) expect(text.length, text).toBeLessThanOrEqual(37)
  })
})

describe('what is printed of agents', () => {
  it('has no holes and at most 100 columns, whoever is asked', () => {
    const scenario = scenarioOf('scenarios/tiktok-shop-ban.yaml', [
      ...['size.buyers=600', 'size.sellers=200', 'size.creators=20', 'firms.slots=64'],
    ])
    const market = marketAt(scenario, 448)
    const agents: Agent[] = []
    for (let row = 0; row < 6; row++)
      agents.push(
        { kind: 'buyer', row: 100 * row },
        { kind: 'seller', row: 33 * row },
        { kind: 'creator', row: 3 * row },
        { kind: 'platform', row },
      )
    const { ask } = questioned(market, scenario.input, SEED)
    let decisions = 0
    // Four Mondays, one of which begins a month.
    for (let week = 0; week < 4; week++) {
      for (const explained of ask(...agents)) {
        decisions += explained.decisions.length
        for (const language of LANGUAGES) {
          const card = cardOf({ ...explained, scenario, run: 1, seed: 'why' }, language)
          const lines = cardLines(card, explainWords[language].chosen)
          expect(lines.join('\n')).not.toMatch(/undefined|NaN|Infinity|null/)
          for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(100)
          expect(JSON.stringify(card)).not.toMatch(/undefined|NaN|Infinity|null/)
        }
      }
      market.run(market.day + 6)
    }
    expect(decisions).toBeGreaterThan(80)
  })
})
