/** Who wins, who loses, where sales went and who came back, as tables. */
import {
  csv,
  type EffectsInWindow,
  type GroupOutcome,
  type PeopleFound,
  type Table,
} from '../../study/index.ts'

const WINDOW = ['scenario', 'window', 'from', 'to'] as const

/** @param windows tell the dates of each window */
export function peopleTables(
  { winners, switching, elsewhere, recovery }: PeopleFound,
  windows: readonly EffectsInWindow[],
): Table[] {
  const dates = ({ scenario, window }: { scenario: string; window: string }) => {
    const known = windows.find((one) => one.scenario === scenario && one.window === window)
    return { scenario, window, from: known?.from ?? '', to: known?.to ?? '' }
  }
  const tables: Table[] = []
  if (winners.length > 0) {
    const text = winnersCsv(winners.map((one) => ({ ...one, ...dates(one) })))
    tables.push({ name: 'winners.csv', text })
  }
  if (switching.length > 0) {
    const rows = switching.map(({ from, to, value, diversion, ...flow }) => ({
      ...flow,
      ...dates(flow),
      origin: from,
      destination: to,
      value: value.mean,
      low: value.low,
      high: value.high,
      diversion: diversion?.mean ?? Number.NaN,
      diversion_low: diversion?.low ?? Number.NaN,
      diversion_high: diversion?.high ?? Number.NaN,
    }))
    const value = ['unit', 'value', 'low', 'high'] as const
    const share = ['diversion', 'diversion_low', 'diversion_high'] as const
    const columns = [
      ...WINDOW,
      'side',
      'origin',
      'destination',
      ...value,
      ...share,
      'runs',
    ] as const
    tables.push({ name: 'switching.csv', text: csv(rows, columns) })
  }
  if (elsewhere.length > 0) tables.push({ name: 'buyers-after.csv', text: elsewhereCsv(elsewhere) })
  if (recovery.length > 0) tables.push({ name: 'sellers-after.csv', text: recoveryCsv(recovery) })
  return tables
}

/** People who had bought at the venues of the policy, by where they bought in the first days after it. */
function elsewhereCsv(rows: PeopleFound['elsewhere']): string {
  const flat = rows.map(({ to, people, ...row }) => ({ ...row, ...people, destination: to }))
  const people = ['baseline', 'policy', 'difference', 'low', 'high'] as const
  return csv(flat, [
    ...(['scenario', 'days', 'destination', 'members', 'agents'] as const),
    ...people,
    'runs',
  ])
}

/** The share of firms that sell at least 80 % of what they sell in the baseline, by exposure and weeks. */
function recoveryCsv(rows: PeopleFound['recovery']): string {
  const flat = rows.map(({ share: { mean, low, high }, ...row }) => ({
    ...row,
    ...{ recovered: mean, low, high },
  }))
  return csv(flat, [
    ...(['scenario', 'weeks', 'exposure', 'members', 'agents'] as const),
    ...(['recovered', 'low', 'high', 'runs'] as const),
  ])
}

type Dated = GroupOutcome & { readonly from: string; readonly to: string }

function winnersCsv(winners: readonly Dated[]): string {
  const paired = ['income', 'jobs', 'survival'] as const
  const spread = ['losing', 'gaining'] as const
  const parts = ['baseline', 'policy', 'difference', 'low', 'high'] as const
  const rows = winners.map((one) => ({
    ...one,
    ...Object.fromEntries([
      ...paired.flatMap((name) => parts.map((part) => [`${name}_${part}`, one[name][part]])),
      ...spread.flatMap((name) => [
        [name, one[name].mean],
        [`${name}_low`, one[name].low],
        [`${name}_high`, one[name].high],
      ]),
    ]),
  }))
  const columns = [
    ...[...WINDOW, 'by', 'kind', 'group', 'members', 'agents'],
    ...paired.flatMap((name) => parts.map((part) => `${name}_${part}`)),
    ...spread.flatMap((name) => [name, `${name}_low`, `${name}_high`]),
    ...['positive', 'runs'],
  ]
  return csv(rows as Record<string, unknown>[], columns)
}
