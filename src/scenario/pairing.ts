/** Where two scenarios cannot share their chance. */
import type { MarketInput } from '../market/index.ts'

const EVERYTHING = 'who sellers, buyers and creators are, and all that they draw'

/**
 * Tables whose rows enter the numbering of draws, and what is drawn by them. `appended`: a row more at the end
 * leaves the draws of the others as they were.
 */
const DRAWN_BY: readonly { table: string; what: string; appended?: boolean }[] = [
  {
    table: 'venues',
    what: 'shops, ranked feeds, live sessions and the taste of buyers for venues',
  },
  { table: 'routes', what: 'the choice between routes', appended: true },
  { table: 'nests', what: 'the choice between nests', appended: true },
  { table: 'categories', what: EVERYTHING },
  { table: 'regions', what: EVERYTHING },
  { table: 'kinds', what: EVERYTHING },
  { table: 'clusters', what: 'who sellers are, and all that they draw' },
  { table: 'sellers', what: 'all that sellers draw' },
]

const SIZES = {
  buyers: 'all that buyers draw',
  sellers: 'who sellers are, and all that they draw',
  creators: 'who creators are, and all that they draw',
} as const

/**
 * The parts of two worlds whose draws do not belong together though their seeds are equal, in words. Effects there
 * carry the chance of two worlds; none is lost where the list is empty.
 */
export function unpaired(a: MarketInput, b: MarketInput): string[] {
  const lines: string[] = []
  for (const [name, what] of Object.entries(SIZES)) {
    const size = name as keyof typeof SIZES
    if (a.size[size] !== b.size[size])
      lines.push(`size.${name} is ${a.size[size]} and ${b.size[size]}: ${what}. Give both the same`)
  }
  for (const { table, what, appended = false } of DRAWN_BY) {
    const [before, after] = [a, b].map((input) =>
      (input.tables[table] ?? []).map(({ name }) => name),
    )
    const common = Math.min(before.length, after.length)
    const moved = before.slice(0, common).some((name, row) => name !== after[row])
    if (!moved && (appended || before.length === after.length)) continue
    const only = [
      ...before.filter((name) => !after.includes(name)),
      ...after.filter((name) => !before.includes(name)),
    ]
    const rows = only.length === 0 ? 'their order' : only.join(', ')
    lines.push(
      `${table} differ in ${rows}: ${what}. Put the rows into both, in one order, and open them in one`,
    )
  }
  return lines
}
