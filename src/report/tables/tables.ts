/** The tables of a study, each as the text of a file. */
import { measureCalled } from '../../market/index.ts'
import { overWindow } from '../../scenario/index.ts'
import {
  type Answer,
  csv,
  type EffectsInWindow,
  type LevelsInWindow,
  type RunResult,
  type Table,
} from '../../study/index.ts'
import { combinationsTable } from './combinations.ts'
import { decompositionTable } from './decomposition.ts'
import { peopleTables } from './people.ts'

/** Every table that an answer has: the same answer gives the same bytes. */
export function tablesOf(answer: Answer): Table[] {
  const { question, results, effects, levels, people, why, combined } = answer
  return [
    ...proofTable(results),
    question.policies.length === 0 ? levelsTable(levels) : effectsTable(effects),
    ...peopleTables(people, effects),
    ...decompositionTable(why),
    ...combinationsTable(combined),
  ]
}

const WINDOW = ['window', 'from', 'to'] as const
const ROW = ['measure', 'group', 'unit', 'members', 'agents'] as const
const INTERVAL = ['low', 'high', 'runs'] as const

/** What the means of a row are means of, as its measure declares. */
function meanOf({ measure }: { readonly measure: string }): string {
  const declared = measureCalled(measure)
  return declared === undefined ? '' : overWindow(declared)
}

function effectsTable(windows: readonly EffectsInWindow[]): Table {
  const rows = windows.flatMap(({ effects, window, from, to }) =>
    effects.map((effect) => ({ ...effect, window, from, to, mean_of: meanOf(effect) })),
  )
  const numbers = ['baseline', 'policy', 'difference'] as const
  const about = ['scenario', ...WINDOW, ...ROW] as const
  const columns = [...about, ...numbers, ...INTERVAL, 'pairing', 'positive', 'mean_of'] as const
  return { name: 'effects.csv', text: csv(rows, columns) }
}

function levelsTable(windows: readonly LevelsInWindow[]): Table {
  const rows = windows.flatMap(({ levels, window, from, to }) =>
    levels.map((level) => ({ ...level, window, from, to, mean_of: meanOf(level) })),
  )
  const text = csv(rows, ['scenario', ...WINDOW, ...ROW, 'mean', ...INTERVAL, 'mean_of'])
  return { name: 'levels.csv', text }
}

/** The proofs of all policies, with the hash of every day that they looked at. */
function proofTable(results: readonly RunResult[]): Table[] {
  const proofs = results.flatMap(({ proof }) => (proof === undefined ? [] : [proof]))
  if (proofs.length === 0) return []
  return [{ name: 'proof.json', text: `${JSON.stringify(proofs, null, 1)}\n` }]
}
