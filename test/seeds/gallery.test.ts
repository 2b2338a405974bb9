/** The gallery and the table of docs/seeds.md are what the answers that are kept and the kept studies say. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsed, written } from './found.ts'
import { galleryPages } from './gallery.ts'
import { PAGES, ROWS } from './questions.ts'
import { withTable } from './table.ts'

const text = readFileSync('docs/gallery/answers.json', 'utf8')
const answers = parsed(text)

describe('twelve questions', () => {
  it('ask every row of the articles once', () => {
    expect(PAGES).toHaveLength(12)
    expect(PAGES.flatMap(({ rows }) => rows).sort()).toEqual(ROWS.map(({ row }) => row).sort())
  })

  it('are answered by what is asked', () => {
    expect(answers.rows.map(({ row }) => row)).toEqual(ROWS.map(({ row }) => row))
    for (const [at, { read, levels = [] }] of ROWS.entries()) {
      const { effects, levels: found } = answers.rows[at]
      expect(effects.map(({ measure, group }) => [measure, group])).toEqual(
        read.map(([, , measure, group]) => [measure, group]),
      )
      expect(found.map(({ measure, group }) => [measure, group])).toEqual(
        levels.map(([, measure, group]) => [measure, group]),
      )
    }
    expect(written(answers)).toBe(text)
  })

  it('have the pages that follow from the answers: npm run seeds -- --pages', () => {
    for (const [path, page] of Object.entries(galleryPages(answers)))
      expect(readFileSync(path, 'utf8'), path).toBe(page)
    const seeds = readFileSync('docs/seeds.md', 'utf8')
    expect(withTable(seeds, answers)).toBe(seeds)
  })

  it('say of a difference only what its interval leaves', () => {
    const [row] = answers.rows.filter(({ effects }) => effects.length > 0)
    const with0 = { ...row.effects[0], difference: 5, low: -1, high: 11 }
    const page = (effect: object) =>
      galleryPages({ ...answers, rows: [{ ...row, effects: [{ ...row.effects[0], ...effect }] }] })[
        'docs/gallery/closure.md'
      ]
    expect(page(with0)).toContain('not distinguishable from zero |')
    expect(page({ ...with0, low: 1 })).toContain('| different from zero |')
    expect(page({ ...with0, difference: -5, low: -11, high: -1 })).toContain(
      '| different from zero |',
    )
    expect(page({ ...with0, low: Number.NaN, high: Number.NaN })).toContain('| no interval |')
  })
})
