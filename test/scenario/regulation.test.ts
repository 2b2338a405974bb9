import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleId, CATALOGUE, REGISTER } from '../../src/market/index.ts'
import {
  fitSchemaText,
  reference,
  studySchemaText,
  targetsSchemaText,
} from '../../src/report/index.ts'
import {
  danglingMoves,
  jsonSchema,
  policyIndex,
  registerOf,
  regulationPage,
} from '../../src/scenario/index.ts'

const read = (path: string) => readFileSync(path, 'utf8')

describe('the register of the regulation', () => {
  it('moves only what exists: parameters and policies', () => {
    expect(danglingMoves()).toEqual([])
    const astray = { ...REGISTER[0], moves: ['policies.closure', 'policies.tulips', 'border.van'] }
    expect(danglingMoves([astray])).toEqual(['policies.tulips', 'border.van'])
  })

  it('has every policy that stands for an article', () => {
    const missing = CATALOGUE.filter(({ article }) => article !== undefined).filter(
      ({ name }) => registerOf(name).length === 0,
    )
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  it('says everything in both languages', () => {
    for (const entry of REGISTER) {
      const { says, saysId, assumption, assumptionId, article } = entry
      for (const text of [says, saysId, assumption, assumptionId])
        expect(text).toMatch(/^[A-Z].{20,}\.$/)
      expect(saysId).not.toBe(says)
      expect(assumptionId).not.toBe(assumption)
      expect(articleId(article)).not.toMatch(/article|verified|paragraph|force|sanction/i)
    }
    expect(articleId('Article 19 (1), (2)')).toBe('Pasal 19 ayat (1), (2)')
    expect(articleId('Article 1 (17)')).toBe('Pasal 1 angka 17')
  })

  it('has a source that is listed for each entry, and a page for each number of an article', () => {
    const sources = read('docs/sources.md')
    const pages = sources.split('## Pages on the regulation')[1]
    for (const { article, source, confidence } of REGISTER) {
      const rows = [...source.matchAll(/\bF\d+\b/g)].map(([row]) => row)
      const named = source.split('; ').filter((part) => pages.includes(part))
      expect(rows.length + named.length + (source.includes('facts') ? 1 : 0)).toBeGreaterThan(0)
      for (const row of rows) expect(sources).toContain(`| ${row} |`)
      // The model is no source of its own ties: what no page says is called an assumption.
      expect(source).not.toMatch(/model\.md|model page/)
      expect([article, source.includes('the link to the model is an assumption')]).toEqual([
        article,
        confidence === 'assumption',
      ])
      if (/\d/.test(article)) expect(source).toMatch(/DDTCNews|Bloomberg Technoz|pasal\.id/)
      else expect(article).toMatch(/not verified/)
    }
  })
})

describe('the lists', () => {
  it('have every policy with its settings', () => {
    expect(policyIndex().map(({ name }) => name)).toEqual(CATALOGUE.map(({ name }) => name))
    for (const [at, { settings }] of policyIndex().entries())
      expect(settings).toHaveLength(Object.keys(CATALOGUE[at].settings).length)
  })
})

describe('pages made from declarations', () => {
  it.each([
    ['docs/regulation.md', regulationPage],
    ['scenarios/REFERENCE.md', reference],
    ['scenarios/studies/schema.json', studySchemaText],
    ['scenarios/studies/targets.schema.json', targetsSchemaText],
    ['scenarios/studies/fit.schema.json', fitSchemaText],
    ['scenarios/schema.json', () => `${JSON.stringify(jsonSchema(), null, 2)}\n`],
  ])('%s is up to date', (path, made) => {
    expect(read(path) === made(), `${path} is out of date: npm run schema`).toBe(true)
  })
})
