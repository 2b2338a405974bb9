/** The footnotes of the report page say what docs/sources.md says of each mark. */
import { describe, expect, it } from 'vitest'
import { REGISTER } from '../../src/market/index.ts'
import { pageWords } from '../../src/report/page-words.ts'
import { cited, footnotes, REFERENCES } from '../../src/report/references.ts'
import { read } from '../readme/blocks.ts'

const lines = read('docs/sources.md').split('\n')
const rowOf = (mark: string) =>
  lines
    .filter((line) => line.startsWith(`| ${mark} |`))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))

describe('a reference', () => {
  it.each(REFERENCES.map((one) => [one.mark, one] as const))(
    '%s is as docs/sources.md has it',
    (mark, one) => {
      const rows = rowOf(mark)
      expect(rows.length).toBeGreaterThan(0)
      if (one.grade === undefined) expect(rows[0][1]).toContain(one.en)
      else
        expect(rows[0].slice(1)).toEqual([one.en, expect.any(String), one.publisher.en, one.grade])
      expect(one.id).toMatch(/\p{L}/u)
    },
  )

  it('is at hand for every mark of the register and of conflicting sources', () => {
    const texts = [
      ...REGISTER.map(({ source }) => source),
      ...pageWords.en.sources.flatMap((row) => Object.values(row)),
    ]
    const known = REFERENCES.map(({ mark }) => mark)
    const marks = texts.flatMap((text) => text.match(/\bF\d+\b/g) ?? [])
    expect(marks.length).toBeGreaterThan(20)
    expect(marks.filter((mark) => !known.includes(mark))).toEqual([])
  })

  it('is linked by every mark in a text, articles in a list too, and brings those that it names', () => {
    const text = cited('F87 & PMK; articles 002, 004', 'en')
    expect(text).toContain('<a href="#en-ref-F87">F87</a> &amp; PMK')
    expect(text).toContain('<a href="#en-ref-004">004</a>')
    expect(cited('artikel 002', 'id')).toContain('#id-ref-002')
    expect(cited('in 2023, 100 and F9999', 'en')).toBe('in 2023, 100 and F9999')
    expect(footnotes(cited('F56', 'en'), 'en')).toContain('id="en-ref-F55"')
    expect(footnotes('', 'en')).toBe('')
  })
})
