/** Findings in both languages: the same facts, in sentences of each. English is what it was. */
import { describe, expect, it } from 'vitest'
import { formatFinding, formatIn, messageIn } from '../../src/scenario/index.ts'
import { english } from '../../src/scenario/messages-en.ts'
import { indonesian } from '../../src/scenario/messages-id.ts'
import { PHRASE_CODES, phrase, worded } from '../../src/scenario/phrases.ts'
import { findingsOf } from './files.ts'

const over = (text: string) => `title: X\nextends: base\n${text}`

/** Words that no Indonesian sentence has; keys of scenarios are told apart by the facts. */
const ENGLISH =
  /\b(the|of|and|or|to|from|is|are|has|have|not|no|one|expected|found|unknown|outside|write|missing|date|number|name|file|list|which|that|with|before|above|it|its)\b/i

/** Keys and what is written in a file, which no language changes. */
const WRITTEN =
  /extends: indonesia-2023|textbook: true|2023-10-05 to 2023-11-03|closure \+ 1 day to closure \+ 30 days|UTF-\d+|calendar\.solve-until|\bextends\b|\bpoints\b/g

const NAMES = ['Xname', 'Xgot', 'Xexpected']
const facts = { name: NAMES[0], got: NAMES[1], expected: NAMES[2] }
const told = (text: string) => NAMES.filter((name) => text.includes(name))

describe('the words of findings', () => {
  it('are there in both languages for each code', () => {
    expect(Object.keys(indonesian.codes)).toEqual(Object.keys(english.codes))
  })

  it.each(Object.keys(english.codes))('say the same facts of %s', (code) => {
    const finding = { ...facts, code } as never
    const [original, other] = [english, indonesian].map(({ codes }) =>
      codes[code as keyof typeof codes](finding),
    )
    expect(told(other)).toEqual(expect.arrayContaining(told(original)))
    expect(told(original)).toEqual(expect.arrayContaining(told(other)))
    // What a design lacks is all facts.
    if (code !== 'no-design') expect(other).not.toBe(original)
    expect(other.replace(WRITTEN, '')).not.toMatch(ENGLISH)
  })

  it.each(PHRASE_CODES)('and of the phrase %s', (code) => {
    const made = phrase(code, ...NAMES)
    const [original, other] = [worded(made, 'en'), worded(made, 'id')]
    expect(told(other)).toEqual(told(original))
    expect(other.replace(WRITTEN, '')).not.toMatch(ENGLISH)
  })
})

describe('a finding in Indonesian', () => {
  it.each([
    ['venues: { shop: { comission: 5 % } }', 'kunci comission tidak dikenal'],
    ['venues: { shop: { commission: 500 % } }', 'commission adalah 500 %, di luar 0 sampai'],
    [
      'venues: { shop: { commission: [1] } }',
      'commission: seharusnya angka (share of price), bukan daftar',
    ],
    ['policies: [{ nonsense: {} }]', 'kebijakan nonsense tidak dikenal; yang dikenal: '],
    ['policies: [{ closure: {} }]', 'closure: belum ada effective: sebuah tanggal'],
    ['calendar: { start: 2023-13-01 }', 'tidak ada bulan 13'],
    ['venues: 5', 'venues: seharusnya kunci dan nilai, bukan 5'],
    ['policies: { a: 1, b: 2 }', 'seharusnya daftar: - closure: { venue: ... }'],
  ])('%s', (text, part) => {
    const found = findingsOf(over(text))
    expect(found.map(messageIn('id')).join('\n')).toContain(part)
    // Places and quoted lines are the same; what is quoted of the file may be English.
    for (const finding of found) {
      const [one, other] = [formatFinding(finding), formatIn('id')(finding)]
      expect(other.split('\n')).toHaveLength(one.split('\n').length)
      expect(other.split('  ')[0]).toBe(one.split('  ')[0])
    }
  })

  it('asks for the nearest name, and tells the other place', () => {
    const [found] = findingsOf(over('venues: { shop: { comission: 5 % } }'))
    expect(formatIn('id')(found)).toContain('mungkin maksudnya commission?')
  })
})
