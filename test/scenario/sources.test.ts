import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ParameterEntry, parameterIndex, readScenario } from '../../src/scenario/index.ts'
import { fromDisk, inMemory, shipped } from './files.ts'

const entries = parameterIndex()

/** What says nothing, or leads back to this repository. */
const EMPTY =
  /\.md\b|rough trial|set by|by the authors|to be swept|as usual|plausible|reasonable|judgment call|typical|tbd|todo/i

/** That a reason is to be looked for in another place. */
const ELSEWHERE =
  /\bdeclaration\b|\b(reasons?|sources?) (is|are|stands?) |\bas (said|stated|explained|given) (above|below|there|elsewhere)\b|\bsee (also|above|below|there|the (declaration|source|text|reason))\b/

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
      expect(source).not.toMatch(ELSEWHERE)
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

  it('stands for one parameter, or for one that several tables and policies name alike', () => {
    const stands = new Map<string, Set<string>>()
    for (const { source, path, grade } of entries)
      if (grade !== 'given')
        stands.set(source, (stands.get(source) ?? new Set()).add(path.split('.').at(-1)!))
    expect([...stands].filter(([, names]) => names.size > 1)).toEqual([])
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

const declared = (path: string) =>
  entries.find((entry) =>
    new RegExp(`^${entry.path.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}(\\.[^.]+)?$`).test(
      path.replace(/^courses\./, '').replace(/\.\d{4}-\d\d-\d\d.*$/, ''),
    ),
  )

const NUMBER = String.raw`(-?\d[\d,]*(?:\.\d+)?)( %| kRp)?(?: \([^)]*\))?`
const ENDS = new RegExp(
  String.raw`(?:^|[:;.] )${NUMBER} to ${NUMBER}(?![\d.]| (?:times|million|thousand|m|tn|either)\b)`,
  'g',
)

/** Between which ends a text says that a number lies: where a clause, the last such one, is "a to b". */
function endsIn(text: string, unit: string): readonly [number, number] | undefined {
  const last = [...text.matchAll(ENDS)].at(-1)
  if (last === undefined) return undefined
  const scale = last[4] === ' %' && unit.startsWith('share') ? 0.01 : 1
  const [one, other] = [last[1], last[3]].map((end) => Number(end.replaceAll(',', '')) * scale)
  return [Math.min(one, other), Math.max(one, other)]
}

/** Whether a number lies between the ends that a text gives; so where it gives none. */
const isBetween = (text: string, { value, unit }: { value: number; unit: string }) => {
  const ends = endsIn(text, unit)
  return ends === undefined || (ends[0] - 1e-9 <= value && value <= ends[1] + 1e-9)
}

type Written = Extract<ReturnType<typeof readScenario>, { ok: true }>['scenario']['numbers']

/** Texts that stand for more than one parameter, each with what it stands for. */
function spread(numbers: Written): string[] {
  const stands = new Map<string, Set<string>>()
  for (const { path, source = '' } of numbers)
    stands.set(source, (stands.get(source) ?? new Set()).add(declared(path)?.path ?? path))
  return [...stands]
    .filter(([source, of]) => of.size > 1 && ![...of].every((path) => isOneThing(source, path)))
    .map(([source, of]) => `${[...of].join(', ')}: ${source}`)
}

/** How finely a market is simulated is one thing, and so is one size of a policy or shock that is made up. */
const isOneThing = (source: string, path: string) =>
  source.startsWith('given: ') && (path.startsWith('size.') || !path.startsWith('policies.'))

describe('a number of a shipped scenario of the country', () => {
  const country = shipped.filter((path) => !path.includes('textbook'))
  const numbersOf = (path: string) => {
    const read = readScenario(path, fromDisk)
    if (!read.ok) throw new Error(path)
    // What a scenario takes over is looked at where it is written.
    return read.scenario.numbers.filter(({ file }) => file === path)
  }

  it.each(country)('of %s has a source that says something', (path) => {
    const faulty = numbersOf(path).filter(
      ({ source = '', grade }) =>
        EMPTY.test(source) ||
        ELSEWHERE.test(source) ||
        (source.split(':')[0] === 'assumption') !== (grade === 'assumption') ||
        (source.split(':')[0] === 'given') !== (grade === 'given') ||
        (grade === 'assumption' && !BOUNDS.test(source)),
    )
    expect(faulty.map(({ path: at, source }) => `${at}: ${source}`)).toEqual([])
  })

  it.each(country)('of %s shares its source with no other parameter', (path) => {
    expect(spread(numbersOf(path))).toEqual([])
  })

  it.each(country)(
    'of %s says so if it lies outside what its declaration or itself names',
    (path) => {
      const estimates = numbersOf(path).filter(({ grade }) => grade !== 'given')
      const outside = estimates.filter(
        (one) => !isBetween(one.source ?? '', one) || !isBetween(declared(one.path)!.source, one),
      )
      const untold = outside.filter(({ source = '' }) => !/\boutside\b/.test(source))
      expect(untold.map(({ path: at, value, source }) => `${at} ${value}: ${source}`)).toEqual([])
    },
  )

  it('is between ends that are read in a third of all cases, and one that is not is told', () => {
    const numbers = numbersOf('scenarios/indonesia-2023.yaml')
    const read = numbers.filter(({ source = '', unit }) => endsIn(source, unit))
    expect(read.length).toBeGreaterThan(numbers.length / 3)
    const craft = numbers.find(({ path }) => path === 'categories.craft.target-share.tiktok-shop')!
    expect(isBetween(declared(craft.path)!.source, craft)).toBe(false)
  })

  const folder = 'scenarios/studies/variants'
  it.each(readdirSync(folder))(
    'of the variant %s is given: what a variant changes estimates nothing',
    (file) => {
      const text = `extends: indonesia-2023\n${readFileSync(`${folder}/${file}`, 'utf8')}`
      const beside = readFileSync('scenarios/indonesia-2023.yaml', 'utf8')
      const read = readScenario(file, inMemory({ [file]: text, 'indonesia-2023.yaml': beside }))
      if (!read.ok) throw new Error(file)
      const own = read.scenario.numbers.filter((one) => one.file === file)
      expect(own.filter(({ grade }) => grade !== 'given').map(({ path }) => path)).toEqual([])
    },
  )

  it('would be told if one text stood for all', () => {
    const numbers = numbersOf('scenarios/indonesia-2023.yaml')
    const source = 'assumption: what was found to fit: 0 to 1'
    const named = ['categories.food.waiting-cost', 'categories.craft.quality-spread']
    const one = numbers.map((number) =>
      named.includes(number.path) ? { ...number, source } : number,
    )
    expect(spread(one)).toEqual([
      `categories.*.quality-spread, categories.*.waiting-cost: ${source}`,
    ])
    expect(isBetween(source, { value: 1.2, unit: 'ratio' })).toBe(false)
    expect(isBetween('F56: 11 to 14 %', { value: 0.08, unit: 'share' })).toBe(false)
    expect(isBetween('half; 0.6 (some) to 1 (all)', { value: 0.8, unit: 'share' })).toBe(true)
    expect(isBetween('0.7 to 1.5 times', { value: 0.2, unit: 'share' })).toBe(true)
  })
})
