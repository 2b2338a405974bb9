import { describe, expect, it } from 'vitest'
import { type ParameterEntry, parameterIndex, readScenario } from '../../src/scenario/index.ts'
import { fromDisk, shipped } from './files.ts'

const entries = parameterIndex()

/** What says nothing, or leads back to this repository. */
const EMPTY =
  /\.md\b|rough trial|set by|by the authors|to be swept|as usual|plausible|reasonable|judgment call|typical|tbd|todo/i

/** What an assumption lies between: a number or a case, "to" another. */
const BOUNDS =
  /(\d|\b(from|none|nothing|half|third|fifth|tenth|day|weeks?|once|most of the way))\b[^;]*\bto\b/

/** A row of the fact sheet, a law, a paper with its year, or a body that publishes. */
const RESTS = /\bF\d+\b|\b(PP|PMK|UU) \d+\/\d{4}|[A-Z][a-zé]+ (and [A-Z][a-zé]+ )?\d{4}|from memory/

const body = ({ source }: ParameterEntry) => source.replace(/^\w+: /, '')
const words = (text: string) => text.split(/\s+/).length

describe('a source', () => {
  it.each(entries.map((entry) => [entry.path, entry] as const))(
    'of %s says something',
    (_, entry) => {
      const { source, grade } = entry
      expect(source.split(':')[0] === 'assumption').toBe(grade === 'assumption')
      expect(source.split(':')[0] === 'given').toBe(grade === 'given')
      expect(source).not.toMatch(EMPTY)
      if (grade === 'given') return
      if (grade !== 'assumption') expect(source).toMatch(RESTS)
      else if (entry.range) {
        expect(words(body(entry)), source).toBeGreaterThanOrEqual(8)
        expect(body(entry)).toMatch(BOUNDS)
      }
    },
  )

  it('is of its own number: two that are not the same do not rest on one text', () => {
    const estimates = entries.filter(({ grade }) => grade !== 'given')
    const values = new Map<string, Set<unknown>>()
    for (const { source, default: value } of estimates)
      values.set(source, (values.get(source) ?? new Set()).add(value))
    expect([...values].filter(([, set]) => set.size > 1).map(([source]) => source)).toEqual([])
  })

  it('that is what the model does says that it is no observation', () => {
    const own = /\b(runs|simulations) of\b|the model(’s| does)|the market keeps|the program\b/
    const honest = /no observation|nothing observed|limit of the program/
    const circles = entries.filter(
      ({ source, grade }) => grade !== 'given' && own.test(source) && !honest.test(source),
    )
    expect(circles.map(({ path, source }) => `${path}: ${source}`)).toEqual([])
  })

  /** Sizes of the simulation, which have a value and no neutral one. */
  const SIZES = /^(size|buyers)\.|^runs$|^creator\.weight$|^sellers\.\*\.cost$/

  it('of a number is given only where the number changes nothing until it is written', () => {
    const neutral = ({ default: value, range }: ParameterEntry) =>
      value === 0 || value === 1 || (range?.includes(value as number) ?? false)
    const given = entries.filter(({ grade, range }) => grade === 'given' && range !== undefined)
    expect(given.length).toBeGreaterThan(40)
    expect(
      given.filter((entry) => !neutral(entry) && !SIZES.test(entry.path)).map(({ path }) => path),
    ).toEqual([])
  })

  it('of a name, a date or a switch is no estimate', () => {
    const named = entries.filter(({ range }) => range === undefined)
    const estimated = named.filter(({ grade }) => grade !== 'given').map(({ path }) => path)
    expect(estimated).toEqual(['rules.subsidies.answers'])
  })
})

/** A number that leaves the reason to its declaration, which has to give one. */
const LEFT = /^assumption: within the range that its declaration gives reasons for/
const declared = (path: string) =>
  entries.find((entry) =>
    new RegExp(`^${entry.path.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`).test(path),
  )

describe('a number of a shipped scenario of the country', () => {
  const country = shipped.filter((path) => !path.includes('textbook'))
  it.each(country)('of %s has a source that says something', (path) => {
    const read = readScenario(path, fromDisk)
    if (!read.ok) throw new Error(path)
    const faulty = read.scenario.numbers.filter(
      ({ path: at, source = '', grade }) =>
        EMPTY.test(source) ||
        (source.split(':')[0] === 'assumption') !== (grade === 'assumption') ||
        (LEFT.test(source)
          ? (declared(at)?.grade ?? 'given') === 'given'
          : grade === 'assumption' && !BOUNDS.test(source)),
    )
    expect(faulty.map(({ path: at, source }) => `${at}: ${source}`)).toEqual([])
  })
})
