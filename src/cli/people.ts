/** Agents one by one: who wins, who loses and where sales went, collected over runs and written as tables. */
import {
  type Flow,
  flows,
  type GroupOutcome,
  outcomes,
  type Question,
  type RunPeople,
} from '../study/index.ts'
import type { EffectsInWindow } from './answers.ts'
import { csv } from './csv.ts'
import type { Folder } from './folder.ts'

export interface PeopleFound {
  readonly winners: readonly GroupOutcome[]
  readonly switching: readonly Flow[]
}

/** Runs in order of policy and number, whenever they ended: sums and rows follow it, whatever the threads. */
export const inOrder = (told: readonly RunPeople[], { policies }: Question): RunPeople[] =>
  policies.flatMap(({ scenario }) =>
    told.filter((one) => one.scenario === scenario).sort((one, other) => one.run - other.run),
  )

/** @param told in order */
export function peopleOf(told: readonly RunPeople[], { policies }: Question): PeopleFound {
  const ofPolicies = policies
    .map(({ scenario }) => ({ scenario, runs: told.filter((one) => one.scenario === scenario) }))
    .filter(({ runs }) => runs.length > 0)
  return {
    winners: ofPolicies.flatMap(({ scenario, runs }) =>
      outcomes(
        scenario,
        runs.map((run) => run.outcomes),
      ),
    ),
    switching: ofPolicies.flatMap(({ scenario, runs }) =>
      flows(
        scenario,
        runs.map((run) => run.flows),
      ),
    ),
  }
}

const WINDOW = ['scenario', 'window', 'from', 'to'] as const

/** @param windows tell the dates of each window */
export function writePeople(
  { winners, switching }: PeopleFound,
  windows: readonly EffectsInWindow[],
  folder: Folder,
): string[] {
  const dates = ({ scenario, window }: { scenario: string; window: string }) => {
    const known = windows.find((one) => one.scenario === scenario && one.window === window)
    return { scenario, window, from: known?.from ?? '', to: known?.to ?? '' }
  }
  const files: string[] = []
  if (winners.length > 0) {
    folder.write('winners.csv', winnersCsv(winners.map((one) => ({ ...one, ...dates(one) }))))
    files.push('winners.csv')
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
    folder.write('switching.csv', csv(rows, columns))
    files.push('switching.csv')
  }
  return files
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
    ...[...WINDOW, 'by', 'kind', 'group', 'members'],
    ...paired.flatMap((name) => parts.map((part) => `${name}_${part}`)),
    ...spread.flatMap((name) => [name, `${name}_low`, `${name}_high`]),
    ...['positive', 'runs'],
  ]
  return csv(rows as Record<string, unknown>[], columns)
}
