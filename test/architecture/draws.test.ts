import { describe, expect, it } from 'vitest'
import { faultsOfDraws } from '../../src/engine/index.ts'
import { FLOW } from '../../src/market/flow/sample.ts'
import { DAY, FOUNDING } from '../../src/market/index.ts'
import * as words from '../../src/market/rules/shopping/occasion-words.ts'
import { sources } from './sources.ts'

const market = sources.filter(({ path }) => path.startsWith('src/market/'))

const foundBy = (pattern: RegExp, files = market) =>
  files.flatMap(({ path, code }) => [...code.matchAll(pattern)].map(([word]) => `${path}: ${word}`))

describe('the market', () => {
  it('lets no two draws of a rule meet', () => {
    for (const { name, draws } of DAY) expect(faultsOfDraws(draws), name).toEqual([])
  })

  it('draws by declared names, and by no number of its own', () => {
    expect(foundBy(/\b(?:uniform|word)\(/g)).toEqual([])
  })

  it('takes a word of a key only with the declaration of a draw', () => {
    const unnamed = foundBy(/\b(?:agentWord|nthWord)\([^;\n]*/g).filter(
      (call) => !/\b(?:lane|[a-z]\w*\.(?:a|b)|tasteKey)\b/.test(call),
    )
    expect(unnamed).toEqual([])
    // The last of the numbers of nthWord says which: never one that nothing has declared.
    expect(foundBy(/\bnthWord\([^()\n]*,\s*[-\d][^()\n]*\)/g)).toEqual([])
  })

  it('makes keys only where a rule is looked at, agents are founded or buyers are chosen', () => {
    const makers = foundBy(/\b(?:keyOf|stillKeyOf)\(/g).map((found) => found.split(':')[0])
    expect([...new Set(makers)].sort()).toEqual([
      'src/market/explain/sight.ts',
      'src/market/flow/recorder.ts',
      'src/market/initial/initialise.ts',
    ])
  })

  it('mixes noise only with words that stand in one place', () => {
    expect(foundBy(/\bmix\([^;\n]*0x[0-9a-f]+/g)).toEqual([])
    const places = market.filter(({ code }) => /\b0x[0-9a-f]{7,8}\b/.test(code))
    expect(places.map(({ path }) => path).sort()).toEqual([
      // The stride of the places of a list, and all ones, which no noise is mixed with.
      'src/market/rules/feeds/slots.ts',
      'src/market/rules/shopping/occasion-words.ts',
      'src/market/rules/shopping/purchase-occasions.ts',
    ])
  })

  it('mixes no noise with equal words for two purposes, however many nests, routes and venues there are', () => {
    const { NESTS, ALTERNATIVES, ROUTES, ...single } = words
    const VENUES = 31
    const many = (word: number, count: number) =>
      Array.from({ length: count }, (_, nth) => Math.imul(nth + 1, word) >>> 0)
    const all = [
      ...Object.values(single),
      ...many(NESTS, VENUES),
      ...many(ALTERNATIVES, VENUES * VENUES),
      ...many(ROUTES, 255),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  it('has a purpose of its own for every key', () => {
    const purposes = [...DAY.map(({ name }) => name), ...Object.keys(FOUNDING), FLOW]
    expect(new Set(purposes).size).toBe(purposes.length)
  })

  it('declares no draw that nobody makes', () => {
    const named = market
      .filter(({ text }) => /\bdraw|\bdrawn\b/.test(text))
      .map(({ text }) =>
        text.replaceAll(/\w+: (?:daily|still|atBirth|dailyHalf|stillHalf|declare)\(/g, ''),
      )
      .join('\n')
    const declared = [...DAY.map(({ draws }) => draws), ...Object.values(FOUNDING)]
    // As draws.name, by its name as a text, or taken out of the draws.
    const isMade = (name: string) =>
      new RegExp(
        `\\.${name}\\b|'${name}'|\\{[^{}()]*\\b${name}\\b[^{}()]*\\}(?: = draws|: (?:Pick|\\{)| \\}: Looking)`,
      ).test(named)
    const all = declared.flatMap((draws) => Object.keys(draws))
    expect(all.filter((name) => !isMade(name))).toEqual([])
    expect(isMade('nobodyMakesIt')).toBe(false)
  })

  it('tells in a few words of its own what each draw settles', () => {
    for (const { name, draws } of DAY)
      for (const [draw, { label }] of Object.entries(draws))
        expect(label, `${name}.${draw}`).toMatch(/^[A-Z]\S.*[a-z0-9]$/)
  })
})
