/** Draws of a fit as a file writes them, and as a baseline. */
import type { Experiment, Varied } from '../experiment/index.ts'
import type { FitFound } from './fit-found.ts'

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
