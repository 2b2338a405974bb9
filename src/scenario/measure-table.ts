/** The measures as a table of the reference page, made from their declarations. */
import { MEASURES, type Measure } from '../market/index.ts'

const HEAD = [
  'Measure',
  'English',
  'Indonesian',
  'Unit',
  'Broken down by',
  'Taken',
  'Over a window',
  'More is',
]

const INTRODUCTION = `What a run records and the files hold. The mean of a ratio over a window is a total divided by a total, not
the mean of daily ratios; a day on which there is nothing below has no value. Other means are of days with a value.`

/** What the mean of a measure over a window is a mean of. */
export function overWindow({ below, none }: Pick<Measure, 'below' | 'none'>): string {
  if (below !== undefined) return `ratio of sums, over ${below}`
  return none === undefined ? 'mean of days' : `mean of days, but for days ${none}`
}

/** A section of the reference page. */
export function measureTable(measures: readonly Measure[] = MEASURES): string {
  const rows = measures.map((measure) => {
    const { name, label, unit, by, more, from } = measure
    return [
      `\`${name}\``,
      label.en,
      label.id,
      unit,
      by.join(', '),
      from.every === 'day' ? 'daily' : 'on Mondays',
      overWindow(measure),
      more === 'neither' ? '' : more,
    ]
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [line(HEAD), line(HEAD.map(() => '---')), ...rows.map(line)].join('\n')
  return `## Measures\n\n${INTRODUCTION}\n\n${table}`
}
