import { describe, expect, it } from 'vitest'
import { formatFinding, messageOf, readScenario } from '../../src/scenario/index.ts'
import { printable } from '../../src/scenario/printable.ts'
import { findingsOf, good } from './files.ts'

const over = (text: string) => `title: X\nextends: base\n${text}`
const codes = (text: string) => findingsOf(text).map(({ code, line }) => `${code} ${line}`)

/** Every place of a free text, holding what is given. */
const places = (text: string): [string, string][] => [
  ['a title', `title: ${text}\nextends: base`],
  ['a question', over(`question: ${text}`)],
  ['a translation', over(`indonesian: { title: ${text} }`)],
  ['a label', over(`venues: { shop: { label: ${text} } }`)],
  ['the name of a window', over(`windows: { ${text}: 2024-02-01 }`)],
  ['a source', over(`firms: { people: { value: 3, source: ${text} } }`)],
  ['a note', over(`ground: { note: ${text} }`)],
  ['a seed', over(`seed: ${text}`)],
]

describe('a character that must not be printed', () => {
  it.each([
    ['"a\\e[31m b"', '\\x1b', 'an escape of a terminal'],
    ['"a\\0b"', '\\x00', 'nothing'],
    ['"a\\x07b"', '\\x07', 'a bell'],
    ['"a\\u009bb"', '\\x9b', 'an escape of one byte'],
    ['"a\\u202eb"', '\\u202e', 'a direction'],
    ['"a\\u2066b"', '\\u2066', 'an isolated direction'],
    ['"a\\ufeffb"', '\\ufeff', 'a byte order mark'],
    ['"a\\uffffb"', '\\uffff', 'no character of XML'],
    ['"a\\ud800b"', '\\ud800', 'half a character'],
  ])('%s is found in every free text', (text, shown) => {
    for (const [place, written] of places(text)) {
      const found = findingsOf(written).filter(({ code }) => code === 'control-character')
      expect(found, place).toHaveLength(1)
      expect(messageOf(found[0]), place).toContain(`${shown} at place 2`)
    }
  })

  it('is a line break in a title or a label, not in a question', () => {
    expect(codes('title: "a\\nb"\nextends: base')).toEqual(['control-character 1'])
    expect(codes(over('venues: { shop: { label: "a\\tb" } }'))).toEqual(['control-character 3'])
    expect(codes(over('question: |\n  Who pays?\n  Who gains?'))).toEqual([])
    expect(good('title: >\n  folded\n  title\nextends: base').scenario.title).toBe('folded title')
  })

  it('is no sign of a language or an emoji', () => {
    const title = 'Ditutup: “عطر”, 店, é, 👩‍🌾, क्‍ष'
    expect(good(`title: "${title}"\nextends: base`).scenario.title).toBe(title)
  })
})

describe('a text that is too long', () => {
  it.each([
    ['title', 200],
    ['question', 1000],
  ])('%s', (key, longest) => {
    const text = (length: number) =>
      `${key === 'title' ? '' : 'title: X\n'}${key}: ${'a'.repeat(length)}\nextends: base`
    expect(codes(text(longest))).toEqual([])
    expect(codes(text(longest + 1))).toEqual([`too-long ${key === 'title' ? 1 : 2}`])
  })

  it('is found in every free text', () => {
    for (const [place, written] of places('b'.repeat(1001)))
      expect(
        findingsOf(written).map(({ code }) => code),
        place,
      ).toContain('too-long')
  })
})

describe('a name that results use or a spreadsheet would run', () => {
  it.each(['""', '" "', '"all days"', '"All days"', '"=1+1"', '"+1"', '"-1"', '"@SUM(A1)"'])(
    '%s is no window',
    (name) => {
      const found = codes(over(`windows: { ${name}: 2024-02-01 }`))
      expect(found).toHaveLength(1)
      expect(found[0]).toMatch(/^(empty-text|reserved-name|formula) 3$/)
    },
  )

  it.each(['=HYPERLINK("x")', '@SUM(1+1)', '-1+1|', '+1'])('%s is no label', (label) => {
    expect(codes(over(`venues: { shop: { label: '${label}' } }`))).toEqual(['formula 3'])
  })

  it('a title may begin with a sign: it stands in no cell', () => {
    expect(good('title: "-5 % of duty"\nextends: base').scenario.title).toBe('-5 % of duty')
    expect(codes('title: ""\nextends: base')).toEqual(['empty-text 1'])
  })
})

it('the name of a file is a text too', () => {
  const named = (path: string) => {
    const read = readScenario(path, () => ({
      text: 'title: X\ntextbook: true\nsellers: [{ name: A }]',
    }))
    return read.ok ? [] : read.findings.map(formatFinding)
  }
  expect(named('a/-5 %.yaml')).toEqual([])
  expect(named('a/b\x1b[31m.yaml')).toEqual([
    'a/b\\x1b[31m.yaml:1:1  the name of the file has the character \\x1b at place 2, which is not printable; remove it',
  ])
  expect(named(`${'b'.repeat(201)}.yaml`)).toHaveLength(1)
})

describe('what is quoted in a message', () => {
  it('is cut', () => {
    for (const text of [
      `runs: ${'y'.repeat(200_000)}`,
      `${'k'.repeat(500)}: 1`,
      `windows: { w: ${'9'.repeat(5000)} }`,
      `venues: { shop: { nest: ${'n'.repeat(5000)} } }`,
      `policies: [${'p'.repeat(500)}: {}]`,
    ])
      for (const finding of findingsOf(over(text)))
        for (const line of formatFinding(finding).split('\n')) expect(line.length).toBeLessThan(700)
    const [runs] = findingsOf(over(`runs: ${'y'.repeat(200_000)}`))
    expect(messageOf(runs).length).toBeLessThan(150)
    expect(messageOf(runs)).toContain('yyy... (200,000 characters)')
  })

  it('is spelt out where it cannot be printed', () => {
    expect(printable('a\x1b[31m\0\u202e\ud800')).toBe('a\\x1b[31m\\x00\\u202e\\ud800')
    expect(printable('😀'.repeat(80))).toBe('😀'.repeat(80))
    expect(printable('😀'.repeat(81))).toBe(`${'😀'.repeat(80)}... (162 characters)`)
  })
})

describe('a question', () => {
  const base =
    'title: Base\nquestion: Why?\nindonesian: { title: Dasar, question: Mengapa? }\nextends: base'
  const asked = (text: string, set: readonly string[] = []) => {
    const { title, question, indonesian } = good(text, { set }, { 'z.yaml': base }).scenario
    return [title, question, indonesian.title, indonesian.question]
  }

  it('is that of the base only under the title of the base', () => {
    expect(asked('extends: z')).toEqual(['Base', 'Why?', 'Dasar', 'Mengapa?'])
    expect(asked('title: Own\nextends: z')).toEqual(['Own', '', 'Own', ''])
    expect(asked('extends: z', ['title=Own'])).toEqual(['Own', '', 'Own', ''])
    expect(asked('title: Own\nquestion: Who?\nextends: z')).toEqual(['Own', 'Who?', 'Own', 'Who?'])
    expect(asked('question: Who?\nextends: z')).toEqual(['Base', 'Who?', 'Dasar', 'Who?'])
    expect(asked('title: Own\nindonesian: { title: Sendiri }\nextends: z')).toEqual([
      ...['Own', '', 'Sendiri', ''],
    ])
  })
})
