/** Draws of a fit as points of a study: each lays over all scenarios what goes with what was seen. */
import {
  changesOf,
  type HeldValue,
  parameterAt,
  type Scenario,
  valuesAt,
} from '../../scenario/index.ts'
import { type ReadTable, readCsv } from '../csv.ts'
import type { FactorValue } from '../design/index.ts'
import type { FiledDraw, Kept, Posterior, Varied } from './experiment.ts'
import { formOf, unitOf } from './read-varied.ts'

/** Columns of a file of draws before those of the parameters. */
export const DRAW_COLUMNS = ['draw', 'weight', 'distance', 'seed'] as const

export type ReadDraws =
  | { readonly ok: true; readonly paths: readonly string[]; readonly draws: readonly FiledDraw[] }
  | { readonly ok: false; readonly fault: string }

/** @param held what the baseline holds, in which every path must be */
export function readDraws(text: string, held: readonly HeldValue[]): ReadDraws {
  const table = tableOf(text)
  if (typeof table === 'string') return { ok: false, fault: `it is no file of draws: ${table}` }
  const { columns: head, rows } = table
  const paths = head.filter((name) => !(DRAW_COLUMNS as readonly string[]).includes(name))
  const weight = head.indexOf('weight')
  if (weight < 0 || paths.length === 0 || rows.length === 0)
    return {
      ok: false,
      fault: `it is no file of draws: expected columns ${DRAW_COLUMNS.join(', ')} and paths, and a row a draw`,
    }
  const unknown = paths.filter((path) => valuesAt(path, held).length === 0)
  if (unknown.length > 0)
    return { ok: false, fault: `the baseline holds no ${unknown.join(', ')}: it is another model` }
  const draws = rows.map(
    (cells): FiledDraw => ({
      weight: Number(cells[weight]),
      values: Object.fromEntries(paths.map((path) => [path, cells[head.indexOf(path)]])),
    }),
  )
  const bad = draws.findIndex(
    ({ weight: of, values }) => !(of > 0) || Object.values(values).some((value) => value === ''),
  )
  if (bad >= 0)
    return { ok: false, fault: `row ${bad + 2} has a weight that is not above 0, or lacks a value` }
  return { ok: true, paths, draws }
}

/** The table of a text, or why it is none. */
function tableOf(text: string): ReadTable | string {
  try {
    return readCsv(text)
  } catch (problem) {
    return (problem as Error).message
  }
}

/** Draws for these scenarios, without what a policy of theirs changes itself. */
export function posteriorOf(
  { file, of, draws, paths }: Omit<Posterior, 'laid' | 'kept'> & { paths: readonly string[] },
  scenarios: readonly Pick<Scenario, 'name'>[],
  held: readonly (readonly HeldValue[])[],
): Posterior {
  const [base, ...policies] = held
  const kept = policies.flatMap((policy, at) =>
    paths.flatMap((path): Kept[] => {
      const [change] = changesOf(valuesAt(path, base), valuesAt(path, policy))
      return change === undefined ? [] : [{ path, scenario: scenarios[at + 1].name, change }]
    }),
  )
  const laid = paths.filter((path) => !kept.some((one) => one.path === path))
  return { file, of, draws, laid, kept }
}

/** What a draw lays over a scenario. */
export const setsOf = ({ values }: FiledDraw, { laid }: Posterior): string[] =>
  laid.map((path) => `${path}=${values[path]}`)

/**
 * What the draws move, each as a factor: rows of one parameter that are in every draw one multiple of what the baseline
 * holds are one factor, as they were when they were fitted.
 */
export function drawnFactors(
  { laid, draws }: Posterior,
  held: readonly (readonly HeldValue[])[],
): Varied[] {
  const parameters = [...new Set(laid.map(parameterAt))]
  return parameters.flatMap((parameter): Varied[] => {
    const paths = laid.filter((path) => parameterAt(path) === parameter)
    const all = paths.map((path) => factorAt([path], path, draws, held, false))
    if (paths.length === 1) return all
    const together = factorAt(paths, starred(paths), draws, held, true)
    const isOne = draws.every((draw) => isMultiple(draw, together))
    return isOne ? [together] : all
  })
}

/** `routes.*.friction` of the paths of its rows. */
function starred(paths: readonly string[]): string {
  const [first, ...others] = paths.map((path) => path.split('.'))
  return first
    .map((part, at) => (others.every((other) => other[at] === part) ? part : '*'))
    .join('.')
}

function factorAt(
  paths: readonly string[],
  path: string,
  draws: readonly FiledDraw[],
  held: readonly (readonly HeldValue[])[],
  multiply: boolean,
): Varied {
  const parameter = parameterAt(path)!
  const form = formOf(parameter, multiply, parameter.kind === 'date')
  const rows = paths.map((one) => ({
    path: one,
    written: held.map((of) => valuesAt(one, of)[0]?.value),
    distribution: { kind: 'one-of' as const, values: [] },
  }))
  const bare = { path, label: parameter.label, unit: unitOf(parameter, multiply), form, rows }
  const values = draws.map((draw) => drawnValue(draw, bare))
  const numbers = values.filter((value) => typeof value === 'number').filter(Number.isFinite)
  return {
    ...bare,
    distribution:
      form === 'word'
        ? { kind: 'one-of', values: [...new Set(values)] }
        : { kind: 'uniform', from: Math.min(...numbers), to: Math.max(...numbers) },
  }
}

/** The value of a factor in a draw: of multiples the one by which what is written is multiplied. */
export function drawnValue(
  { values }: FiledDraw,
  { form, rows }: Pick<Varied, 'form' | 'rows'>,
): FactorValue {
  const text = ({ path }: Varied['rows'][number]) => values[path]
  if (form === 'word') return text(rows[0])
  if (form !== 'multiple') return Number(text(rows[0]))
  const row = rows.find(({ written }) => Number(written[0]) !== 0)
  return row === undefined ? Number.NaN : Number(text(row)) / Number(row.written[0])
}

/** Draws are filed with twelve digits. */
const NEAR = 1e-9

function isMultiple(draw: FiledDraw, together: Varied): boolean {
  const times = Number(drawnValue(draw, together))
  return together.rows.every(({ path, written: [written] }) => {
    const expected = times * Number(written)
    return Math.abs(Number(draw.values[path]) - expected) <= NEAR * Math.max(1, Math.abs(expected))
  })
}
