/** The files of a study that go beside its series: tables and charts. */
import { dateOfDay, dayOfDate } from '../engine/index.ts'
import { TABLES } from '../market/index.ts'
import { charts, type Event, type ReportInput } from '../report/index.ts'
import type { Question, RunResult } from '../study/index.ts'
import { type EffectsInWindow, type LevelsInWindow, mainWindow, runsOf } from './answers.ts'
import { writeCharts } from './charts.ts'
import { csv } from './csv.ts'
import type { Folder } from './folder.ts'
import type { Loaded } from './scenarios.ts'

const WINDOW = ['window', 'from', 'to'] as const
const ROW = ['measure', 'group', 'unit'] as const
const INTERVAL = ['low', 'high', 'runs'] as const

export function writeEffects(windows: readonly EffectsInWindow[], folder: Folder): string {
  const rows = windows.flatMap(({ effects, window, from, to }) =>
    effects.map((effect) => ({ ...effect, window, from, to })),
  )
  const numbers = ['baseline', 'policy', 'difference'] as const
  folder.write(
    'effects.csv',
    csv(rows, ['scenario', ...WINDOW, ...ROW, ...numbers, ...INTERVAL, 'pairing', 'positive']),
  )
  return 'effects.csv'
}

export function writeLevels(windows: readonly LevelsInWindow[], folder: Folder): string {
  const rows = windows.flatMap(({ levels, window, from, to }) =>
    levels.map((level) => ({ ...level, window, from, to })),
  )
  folder.write('levels.csv', csv(rows, ['scenario', ...WINDOW, ...ROW, 'mean', ...INTERVAL]))
  return 'levels.csv'
}

/** The proofs of all policies, with the hash of every day that they looked at. */
export function writeProofs(results: readonly RunResult[], folder: Folder): string[] {
  const proofs = results.flatMap(({ proof }) => (proof === undefined ? [] : [proof]))
  if (proofs.length === 0) return []
  folder.write('proof.json', `${JSON.stringify(proofs, null, 1)}\n`)
  return ['proof.json']
}

const SINGLE = new Set(TABLES.filter(({ single }) => single).map(({ name }) => name))

/**
 * What venues, categories, regions and the like are called. A route has the name of its venue, and the one
 * row of a table that stands for itself has no name worth printing.
 */
export const labelsOf = (scenarios: readonly Loaded[]): Record<string, string> =>
  Object.fromEntries(
    scenarios.flatMap(({ input: { tables } }) =>
      Object.entries(tables)
        .filter(([table]) => table !== 'routes' && !SINGLE.has(table))
        .flatMap(([, rows]) => rows)
        .map(({ name, label }) => [name, label]),
    ),
  )

/** Draws every chart that the results allow. */
export async function writeStudyCharts(
  {
    question,
    scenarios,
    results,
    fingerprint,
  }: {
    readonly question: Question
    readonly scenarios: readonly Loaded[]
    readonly results: readonly RunResult[]
    readonly fingerprint: string
  },
  windows: readonly EffectsInWindow[],
  folder: Folder,
): Promise<string[]> {
  const policies = scenarios.slice(1)
  const first = policies.flatMap(
    (policy) =>
      mainWindow(
        windows.filter(({ scenario }) => scenario === policy.name),
        policy,
      )?.effects ?? [],
  )
  const report: ReportInput = {
    language: 'en',
    baseline: runsOf(results, question.baseline.scenario),
    policies: policies.map(({ name, title }) => ({
      name,
      label: title,
      runs: runsOf(results, name),
    })),
    effects: first,
    events: policies.flatMap(eventsOf),
    labels: labelsOf(scenarios),
    fingerprint,
  }
  return writeCharts(charts(report), folder)
}

/** The dates that policies name. */
function eventsOf({ input }: Loaded): Event[] {
  const zero = dayOfDate(input.start)
  const said = { announced: 'announced', effective: 'in effect' } as const
  return input.policies.flatMap(({ policy, settings }) =>
    Object.entries(said).flatMap(([setting, words]) => {
      const day = settings[setting]
      if (typeof day !== 'number') return []
      return [{ date: dateOfDay(zero + Math.floor(day)), label: `${policy} ${words}` }]
    }),
  )
}
