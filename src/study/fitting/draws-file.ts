/** Draws of a fit as a file that other commands read, and as a baseline. */
import { type HeldValue, valuesAt } from '../../scenario/index.ts'
import type { Experiment, Varied } from '../experiment/index.ts'
import type { FitFound } from './fit-found.ts'

/** Columns of a file of draws before those of the parameters. */
export const DRAW_COLUMNS = ['draw', 'weight', 'distance', 'seed'] as const

/** One draw of a file: what it lays over a scenario. */
export interface FiledDraw {
  readonly weight: number
  /** Values by the paths of the file. */
  readonly values: Readonly<Record<string, string>>
}

/** The paths under which a parameter is filed: one of all its rows where they move alike, else one a row. */
export const filedPaths = ({ path, rows, form }: Varied): string[] => {
  const [{ distribution }] = rows
  const alike = rows.every(
    (row) => JSON.stringify(row.distribution) === JSON.stringify(distribution),
  )
  return alike && form !== 'multiple' ? [path] : rows.map((row) => row.path)
}

/** The values of a draw by the paths under which they are filed. */
export function filedValues(
  { varied }: Experiment,
  sets: readonly string[],
): Readonly<Record<string, string>> {
  const values = new Map(
    sets.map((set) => [set.slice(0, set.indexOf('=')), set.slice(set.indexOf('=') + 1)]),
  )
  return Object.fromEntries(
    varied.flatMap((factor) => {
      const paths = filedPaths(factor)
      const rows = paths.length === 1 ? [factor.rows[0].path] : paths
      return paths.map((path, at) => [path, values.get(rows[at]) ?? ''])
    }),
  )
}

export type ReadDraws =
  | { readonly ok: true; readonly paths: readonly string[]; readonly draws: readonly FiledDraw[] }
  | { readonly ok: false; readonly fault: string }

/** @param held what the baseline holds, in which every path must be */
export function readDraws(text: string, held: readonly HeldValue[]): ReadDraws {
  const [head = [], ...rows] = text.split('\n').filter(Boolean).map(cellsOf)
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
      values: Object.fromEntries(paths.map((path) => [path, cells[head.indexOf(path)] ?? ''])),
    }),
  )
  const bad = draws.findIndex(
    ({ weight: of, values }) => !(of > 0) || Object.values(values).some((value) => value === ''),
  )
  if (bad >= 0)
    return { ok: false, fault: `row ${bad + 2} has a weight that is not above 0, or lacks a value` }
  return { ok: true, paths, draws }
}

/** Cells of a line; what has a comma or a quote stands in quotes. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

/**
 * The baseline with the values of the draw in the middle, as a scenario file over it.
 * @param base the path of the baseline as the new file names it
 */
export function fittedText(
  { fit, central, marginals }: FitFound,
  base: string,
): string | undefined {
  if (central === undefined) return undefined
  const { experiment, targets } = fit
  const kept = experiment.varied.filter((_, factor) => !marginals[factor].moved)
  const source = `assumption: the draw in the middle of ${experiment.name}, a fit on ${targets.length} targets; its range is what the fit was given`
  const tree: Tree = {}
  for (const set of central.point.sets[0]) {
    const [path, value] = [set.slice(0, set.indexOf('=')), set.slice(set.indexOf('=') + 1)]
    const keys = path.split('.')
    const last = keys.pop()!
    const inner = keys.reduce<Tree>((at, key) => {
      at[key] ??= {}
      return at[key] as Tree
    }, tree)
    inner[last] = value
  }
  return [
    `# ${experiment.title}: the draw in the middle of all. It goes with what was seen as a whole; one value of it alone may not.`,
    ...(kept.length === 0
      ? []
      : [
          '# The data do not move these, so that their values here are as good as any in their ranges:',
          ...kept.map(({ path }) => `#   ${path}`),
        ]),
    `extends: ${JSON.stringify(base)}`,
    `title: ${JSON.stringify(`${experiment.scenarios[0].title}, fitted`)}`,
    `indonesian: { title: ${JSON.stringify(`${experiment.scenarios[0].indonesian.title}, disesuaikan dengan data`)} }`,
    `ground: { source: ${JSON.stringify(source)}, grade: assumption }`,
    ...linesOf(tree, ''),
    '',
  ].join('\n')
}

interface Tree {
  [key: string]: Tree | string
}

const linesOf = (tree: Tree, indent: string): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? `${indent}${key}: ${value}`
      : [`${indent}${key}:`, ...linesOf(value, `${indent}  `)],
  )
