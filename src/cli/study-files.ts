/** The tables of a study that go beside its series, and what its names are called. */
import { TABLES } from '../market/index.ts'
import type { RunResult } from '../study/index.ts'
import type { EffectsInWindow, LevelsInWindow } from './answers.ts'
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
 * What venues, categories, regions and the like are called. Routes and nests have names of venues, and the one row
 * of a table that stands for itself has no name worth printing. Where rows of two tables have one name, as a region
 * and its programme, it is that of the earlier table.
 */
export const labelsOf = (scenarios: readonly Loaded[]): Record<string, string> =>
  Object.fromEntries(
    scenarios.flatMap(({ input: { tables } }) =>
      TABLES.filter(({ name }) => name !== 'routes' && name !== 'nests' && !SINGLE.has(name))
        .flatMap(({ name }) => tables[name] ?? [])
        .map(({ name, label }) => [name, label])
        .reverse(),
    ),
  )
