/** The referee's checklist of the model page names what exists, with the grades that it has. */
import { describe, expect, it } from 'vitest'
import { DAY, MEASURES } from '../../src/market/index.ts'
import { parameterIndex, readScenario } from '../../src/scenario/index.ts'
import { WATCHED } from '../full/watched.ts'
import { fromDisk } from '../scenario/files.ts'
import { read } from './blocks.ts'

const section = read('docs/model.md').split(/^## 7\. /m)[1]
const rows = [...section.matchAll(/^\| (.+) \|$/gm)]
  .map(([, row]) => row.split(' | '))
  .slice(1)
  .map(([number, measures, rules, parameters]) => ({
    number,
    measures: [...measures.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    rules: rules.split(', '),
    parameters: [...parameters.matchAll(/`([^`]+)` \(([^)]+)\)/g)].map(([, path, grade]) => ({
      path,
      grades: grade.split(', ').sort(),
    })),
  }))

const baseline = readScenario('scenarios/indonesia-2023.yaml', fromDisk)

/** Grades of the numbers that the baseline writes at a path, or of the declaration. */
function gradesOf(path: string): string[] {
  if (!baseline.ok) throw new Error('unreadable')
  const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`)
  const written = baseline.scenario.numbers.filter(({ path: at }) => pattern.test(at))
  const declared = parameterIndex().filter((entry) => entry.path === path)
  const from = written.length > 0 ? written : declared
  return [...new Set(from.map(({ grade = '' }) => grade))].sort()
}

describe('the checklist', () => {
  it('has the numbers that lead an answer', () => {
    expect(rows.map(({ number }) => number)).toEqual([
      'UMKM jobs',
      'Sales',
      'Where TikTok Shop’s sales went',
      'Gain of Shopee and Tokopedia',
      'Creators’ work and income',
      'Stalls',
      'Couriers’ working time',
      'Platforms’ working time',
      'Hourly earnings',
      'Price index',
      'Active firms',
      'Share of imports',
      'Household income',
      'Consumer surplus',
      'Government revenue',
      'Owners’ earnings',
    ])
  })

  it('has a row for every headline of an answer, and for each kind of work by itself', () => {
    const headlines = MEASURES.filter(({ headline }) => headline && !headline.alone)
    expect(headlines.length).toBeGreaterThan(10)
    const told = rows.flatMap(({ measures }) => measures)
    expect(headlines.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([])
    const kinds = headlines.find(({ name }) => name === 'employment')!.headline!.rows!
    const ofWork = rows.filter(({ measures }) => measures.includes('employment'))
    for (const kind of kinds)
      expect(ofWork.filter(({ number }) => number.toLowerCase().startsWith(kind))).toHaveLength(1)
  })

  it.each(rows.map((row) => [row.number, row] as const))('of %s names what exists', (_, row) => {
    const measured = MEASURES.map(({ name }) => name)
    const ruled = DAY.map(({ name }) => name)
    const declared = parameterIndex().map(({ path }) => path)
    expect(row.measures.filter((name) => !measured.includes(name))).toEqual([])
    expect(row.rules.filter((name) => !ruled.includes(name))).toEqual([])
    expect(row.parameters).toHaveLength(5)
    expect(row.parameters.filter(({ path }) => !declared.includes(path))).toEqual([])
    expect(row.parameters).toEqual(
      row.parameters.map(({ path }) => ({ path, grades: gradesOf(path) })),
    )
  })

  it('counts its assumptions right', () => {
    const weak = rows
      .flatMap(({ parameters }) => parameters)
      .filter(({ grades }) => grades.some((grade) => grade === 'assumption' || grade === 'C'))
    const entries = rows.length * 5
    expect(section.replace(/\s+/g, ' ')).toContain(
      `Of ${entries} entries in this table ${weak.length} are assumptions or of grade C`,
    )
  })
})

describe('the test of rest', () => {
  it.each([
    ['docs/model.md', `each of the ${WATCHED.length} series of [stationarity.test.ts]`],
    ['test/textbook/README.md', `the country left alone stands still: ${WATCHED.length} series`],
  ])('in %s has as many series as it has', (page, words) => {
    expect(read(page).replace(/\s+/g, ' ')).toContain(words)
  })
})

describe('the symbols', () => {
  const table = read('docs/model.md').split('### Symbols')[1].split('### 2.1 ')[0]
  const rows = [...table.matchAll(/^\| (`.+) \| (.+) \| (.+) \| (`.+`) \|$/gm)].map(
    ([, symbol, , , paths]) => ({
      symbol,
      paths: [...paths.matchAll(/`([^`]+)`/g)].map(([, path]) => path),
    }),
  )

  it('are of what is declared', () => {
    const declared = parameterIndex().map(({ path }) => path)
    expect(rows.length).toBeGreaterThan(25)
    expect(rows.flatMap(({ paths }) => paths).filter((path) => !declared.includes(path))).toEqual(
      [],
    )
  })

  const lettersOf = (symbol: string) =>
    [...symbol.matchAll(/`([^`]+)`/g)].map(([, letter]) => letter.replaceAll('\\|', '|'))

  it('have one meaning each', () => {
    const letters = rows.flatMap(({ symbol }) => lettersOf(symbol))
    expect(letters.filter((letter, at) => letters.indexOf(letter) < at)).toEqual([])
    expect(rows.filter(({ symbol }) => /\(of /.test(symbol))).toEqual([])
  })

  it('are what equations say that they are, wherever they do', () => {
    const equations = read('docs/model.md').split('### 2.1 ')[1]
    const said = new Map<string, Set<string>>()
    for (const [, letter, is] of equations.matchAll(/(?<=[`,;] ?)(\p{L}[\w*|]{0,2}) = ([^`]+)`/gu))
      said.set(letter, (said.get(letter) ?? new Set()).add(is.split('`')[0]))
    expect(said.size).toBeGreaterThan(10)
    expect([...said].filter(([, meanings]) => meanings.size > 1)).toEqual([])
  })

  it('of labels are of one parameter, and those of the table where it has them', () => {
    const inLabel = (label: string) => / \(([a-z]\w*|[A-Z])\)/.exec(label)?.[1]
    const lettered = parameterIndex().flatMap(({ path, label }) => {
      const letter = inLabel(label)
      return letter !== undefined && letter.length < 6 ? [{ letter, path }] : []
    })
    expect(lettered.length).toBeGreaterThan(10)
    const twice = lettered.filter(
      ({ letter, path }) =>
        path.split('.').at(-1) !==
        lettered
          .find((one) => one.letter === letter)
          ?.path.split('.')
          .at(-1),
    )
    expect(twice).toEqual([])
    const others = lettered.filter(({ letter, path }) => {
      const row = rows.find(({ symbol }) => lettersOf(symbol).includes(letter))
      return row !== undefined && !row.paths.includes(path)
    })
    expect(others).toEqual([])
  })

  it('stand by themselves in an equation', () => {
    const equations = read('docs/model.md').split('### 2.1 ')[1]
    const stands = (letter: string) =>
      new RegExp(`(?<![\\p{L}_])${letter.replace(/[\\|*+]/g, '\\$&')}(?![\\p{L}|])`, 'u').test(
        equations,
      )
    const letters = rows.flatMap(({ symbol }) =>
      [...symbol.matchAll(/`([^`]+)`/g)].map(([, letter]) => letter.replaceAll('\\|', '|')),
    )
    expect(stands('omega')).toBe(false)
    expect(letters.filter((letter) => !stands(letter))).toEqual([])
  })
})
