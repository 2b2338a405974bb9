/** Tables of who wins and who loses, on the page and printed: what they say of groups of few agents. */
import { describe, expect, it } from 'vitest'
import { winnersTable } from '../../src/report/outcome-tables.ts'
import { pageWords } from '../../src/report/page-words.ts'
import { peopleTables } from '../../src/report/text/people-tables.ts'
import type { GroupOutcome, Paired } from '../../src/study/index.ts'
import { village } from '../rules/bench.ts'

const paired = (baseline: number, difference: number): Paired => ({
  ...{ baseline, policy: baseline + difference, difference },
  ...{ low: difference - 1, high: difference + 1 },
})

/** Traders of whom two in three lose and one in eight gains, by how many agents stand for them. */
const traders = (agents: number, members = 5000): GroupOutcome => ({
  ...{ scenario: 'closure', window: 'year', by: 'kind', kind: 'trader', group: 'all' },
  ...{ members, agents, income: paired(500, -50), jobs: paired(4000, -100) },
  survival: paired(0.9, -0.1),
  losing: { mean: 0.67, low: 0.6, high: 0.7 },
  gaining: { mean: 0.125, low: 0.1, high: 0.15 },
  ...{ positive: 0, runs: 2 },
})

const input = village()
function printed(row: GroupOutcome): string[] {
  const policy = { scenario: 'closure', input, fork: 0 }
  const found = { winners: [row], switching: [], elsewhere: [], recovery: [] }
  const labels = { trader: 'Traders' }
  return peopleTables(found, policy, { scenario: 'base', input }, 'year', labels, 'en')
}
const printedLine = (row: GroupOutcome) => printed(row).find((line) => line.startsWith('Traders'))!
const cellsOf = (row: GroupOutcome, language: 'en' | 'id') =>
  [...winnersTable([row], language, {}).matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text)

describe('shares of members who lose and gain', () => {
  it('are told of ten agents', () => {
    expect(cellsOf(traders(10), 'en').slice(-3, -1)).toEqual(['67.0 %', '12.5 %'])
    expect(printedLine(traders(10))).toMatch(/ 67 % {2,}12 %$| 67 % {2,}13 %$/)
  })

  it.each([9, 3])(
    'are not told of %d agents who stand for more, in print or on the page',
    (few) => {
      for (const language of ['en', 'id'] as const) {
        const cells = cellsOf(traders(few), language)
        expect(cells.slice(-3, -1)).toEqual(['–', '–'])
        expect(cells.join(' ')).not.toMatch(/67|12[.,]5/)
      }
      expect(printedLine(traders(few))).toMatch(/few agents .* – +–$/)
      expect(printedLine(traders(few))).not.toContain('67 %')
    },
  )

  it('are told of few who stand for themselves', () => {
    expect(cellsOf(traders(4, 4), 'en').slice(-3, -1)).toEqual(['67.0 %', '12.5 %'])
    expect(printedLine(traders(4, 4))).toContain('67 %')
  })
})

describe('the income of platforms', () => {
  const said = (row: GroupOutcome) => printed(row).join(' ').replace(/\s+/g, ' ')

  it('is told with what it leaves out', () => {
    expect(said({ ...traders(4, 4), kind: 'platform' })).toContain(pageWords.en.platformNote)
    expect(said(traders(4, 4))).not.toContain(pageWords.en.platformNote)
  })
})
