/** The words of the lab, in both languages, and its colours, which are those of the report. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerWords } from '../../src/lab/answer/words.ts'
import { MATTERING } from '../../src/lab/desk/mattering.ts'
import { updateWords } from '../../src/lab/offline/words.ts'
import { shareWords } from '../../src/lab/share/words.ts'
import { clashWords } from '../../src/lab/views/clash-words.ts'
import { dialWords } from '../../src/lab/views/dials-words.ts'
import { galleryWords } from '../../src/lab/views/gallery-words.ts'
import { whyWords } from '../../src/lab/views/why-words.ts'
import { labWords } from '../../src/lab/words.ts'
import { CATALOGUE } from '../../src/market/index.ts'
import { colour, optionSaid, said, sourceSaid } from '../../src/report/index.ts'
import { parameterAt } from '../../src/scenario/index.ts'

const ENGLISH =
  /\b(the|of|and|or|to|from|in|by|at|on|with|which|is|are|not|its|for|share|sales|week|change|firms?|goods|baseline)\b/i

/** What a word says, given names in the place of arguments. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'function'
    ? [String(value('Xx', 'Yy', 'Zz'))]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [String(value)]

const english: Readonly<Record<string, unknown>> = {
  ...labWords.en,
  ...answerWords.en,
  ...dialWords.en,
  ...shareWords.en,
  ...clashWords.en,
  ...galleryWords.en,
  ...updateWords.en,
  ...whyWords.en,
}
const indonesian: Readonly<Record<string, unknown>> = {
  ...labWords.id,
  ...answerWords.id,
  ...dialWords.id,
  ...shareWords.id,
  ...clashWords.id,
  ...galleryWords.id,
  ...updateWords.id,
  ...whyWords.id,
}

describe('the words of the lab', () => {
  it.each(Object.keys(english))('have %s in both', (key) => {
    const [original, other] = [textsIn(english[key]), textsIn(indonesian[key])]
    expect(other.length).toBe(original.length)
    for (const [at, text] of other.entries()) {
      expect(text.trim(), original[at]).not.toBe('')
      expect(text).not.toMatch(ENGLISH)
      expect(text).not.toMatch(/\d %|baseline|marketplace/i)
    }
  })

  it('are joined by Indonesian names of options, assumptions and their sources', () => {
    const options = CATALOGUE.flatMap(({ settings }) =>
      Object.values(settings).flatMap((one) => (one.kind === 'choice' ? one.options : [])),
    )
    expect(options.length).toBeGreaterThan(5)
    for (const option of options)
      expect(optionSaid(option, 'id')).not.toBe(optionSaid(option, 'en'))
    for (const { path } of MATTERING) {
      const { label, source } = parameterAt(path)!
      expect(said(label, 'id'), path).not.toMatch(ENGLISH)
      expect(sourceSaid(source, 'id'), path).not.toMatch(ENGLISH)
    }
  })
})

describe('the look of the lab', () => {
  it('has the colours of the report', () => {
    const style = readFileSync('src/lab/style.css', 'utf8')
    const of = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(style)?.[1]
    expect(of('baseline')).toBe(colour.baseline.toLowerCase())
    expect(of('policy')).toBe(colour.policies[0].toLowerCase())
    expect(of('change')).toBe(colour.policies[1].toLowerCase())
    expect([of('ink'), of('faint'), of('grid')]).toEqual([colour.ink, colour.faint, colour.grid])
  })
})
