import { describe, expect, it } from 'vitest'
import { type Column, columnOf } from '../../src/engine/index.ts'
import { CATALOGUE, DAY } from '../../src/market/index.ts'
import { POPULATIONS } from '../../src/market/populations/index.ts'
import { sources } from './sources.ts'

/** Files beside the rules that hold no rule. */
const NO_RULES = [
  'index',
  'border-cost',
  'choice-set',
  'pressed',
  'review-day',
  'allocate',
  'commissions',
  'consideration',
  'fixed-cost',
  'least-stock',
  'net-revenue',
  'own-label-profit',
  'noise',
  'occasion-words',
  'searching',
  'slots',
  'smallest',
  'numerics',
  'starting-shops',
  'stretch',
  'target-stock',
  'twins',
]
const CONTRACT = ['catalogue', 'checks', 'reopening-check', 'policy', 'register']

const namesIn = (folder: string) =>
  sources
    .filter(({ path }) => path.startsWith(`src/market/${folder}/`))
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1, -3))

const label = ({ population, name }: Column) => `${population}.${name}`

describe('the market', () => {
  it('has every rule file in the day, and every rule of the day in a file of its name', () => {
    const files = namesIn('rules').filter((name) => !NO_RULES.includes(name))
    expect(DAY.map(({ name }) => name).sort()).toEqual(files.sort())
  })

  it('has every policy file in the catalogue', () => {
    const files = namesIn('policies').filter((name) => !CONTRACT.includes(name))
    expect(CATALOGUE.map(({ name }) => name).sort()).toEqual(files.sort())
  })

  it('says of every rule in a sentence what it does', () => {
    for (const { name, does } of DAY) expect(does, name).toMatch(/^\S.*\S$/)
  })

  it('shows beside each line of the day what its rule does', () => {
    const page = sources.find(({ path }) => path === 'src/market/day.ts')!.text
    const lines = [...page.matchAll(/^ {2}(\w+), \/\/ (.*)$/gm)].map(([, rule, does]) => ({
      rule,
      does,
    }))
    const nameOf = (rule: string) => rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    expect(lines.map(({ rule, does }) => ({ name: nameOf(rule), does }))).toEqual(
      DAY.map(({ name, does }) => ({ name, does })),
    )
  })

  it('has the rules of each banner of the day in one folder, which the banner names', () => {
    const page = sources.find(({ path }) => path === 'src/market/day.ts')!.text
    const body = page.slice(page.indexOf('const page'))
    const banners = [...body.matchAll(/^ {2}\/\/ ([A-Z][A-Z:, ]+)$((?:\n {2}\w+, .*)+)/gm)]
    expect(banners).toHaveLength(8)
    for (const [, banner, lines] of banners) {
      const rules = [...lines.matchAll(/^ {2}(\w+),/gm)].map(([, rule]) => rule)
      const folders = rules.map((rule) => folderOf(page, rule))
      expect(new Set(folders).size, banner).toBe(1)
      expect(banner.toLowerCase()).toMatch(new RegExp(`\\b${folders[0]}\\b`))
    }
  })

  it('has no column that nobody reads', () => {
    const read = new Set(DAY.flatMap(({ reads }) => Object.values(reads).map(columnOf).map(label)))
    const elsewhere = sources
      .filter(({ path }) => /^src\/market\/(measures|initial|policies)\//.test(path))
      .map(({ text }) => text)
      .join('\n')
    // Before the first day fields are read from the scenario by their names: given(input, firms, 0, 'people').
    const named = (name: string, column: string) =>
      new RegExp(`\\b${name}\\.${column}\\b|'${column}'`).test(elsewhere)
    // A rule that keeps a value for itself from one day to the next reads what it writes.
    const kept = DAY.flatMap((rule) =>
      Object.entries(rule.writes)
        .filter(([name, column]) => !column.tally && readsOwn(rule.name, name))
        .map(([, column]) => label(column)),
    )
    const unread = POPULATIONS.flatMap(({ name, columns }) =>
      Object.values(columns).filter(
        (column) =>
          !read.has(label(column)) && !kept.includes(label(column)) && !named(name, column.name),
      ),
    )
    expect(unread.map(label)).toEqual([])
  })

  it('has a name of its own for every column of a population', () => {
    const all = POPULATIONS.flatMap(({ columns }) => Object.values(columns).map(label))
    expect(new Set(all).size).toBe(all.length)
  })
})

/** The folder from which the page imports a rule. */
const folderOf = (page: string, rule: string): string | undefined =>
  new RegExp(`\\b${rule}(Of)?\\b[^\\n]*from './rules/(\\w+)/`).exec(page)?.[2]

/** Whether the file of a rule, or one of its parts that it imports, takes the value of a column that the rule writes. */
function readsOwn(rule: string, column: string): boolean {
  const sourceOf = (file: string) =>
    sources.find(({ path }) => new RegExp(`^src/market/rules/(\\w+/)?${file}\\.ts$`).test(path))
  const own = sourceOf(rule)
  const imports = [...(own?.text ?? '').matchAll(/from '\.[./\w-]*?([\w-]+)\.ts'/g)]
  const parts = imports
    .map(([, part]) => sourceOf(part)?.code ?? '')
    .filter((part) => !/= rule\(/.test(part))
  const code = [own?.code ?? '', ...parts].join('\n')
  const uses = [...code.matchAll(new RegExp(`\\.${column}\\b(\\[[^\\n]*?\\])?\\s*(=(?!=))?`, 'g'))]
  return uses.some(([, , assigned]) => assigned === undefined)
}
