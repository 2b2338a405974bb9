/** Which cells are reported, and what they are called. */
import type { Cell } from '../market/index.ts'

export const DIMENSIONS = ['venue', 'kind', 'origin', 'category', 'region'] as const

export type Dimension = (typeof DIMENSIONS)[number] | 'all'

export interface Group {
  /** Place of the cell in the run's cells. */
  readonly cell: number
  readonly measure: string
  readonly unit: string
  /** The one dimension by which the cell is broken down, or `all`. */
  readonly dimension: Dimension
  /** E.g. `reseller`, `tiktok-shop`, `all`. */
  readonly group: string
}

/** Every cell that is broken down by at most one dimension. */
export function groupsOf(cells: readonly Cell[]): Group[] {
  const groups: Group[] = []
  cells.forEach((cell, at) => {
    const broken = DIMENSIONS.filter((dimension) => cell[dimension] !== 'all')
    if (broken.length > 1) return
    const dimension: Dimension = broken.at(0) ?? 'all'
    const group = dimension === 'all' ? 'all' : cell[dimension]
    groups.push({ cell: at, measure: cell.measure, unit: cell.unit, dimension, group })
  })
  return apart(groups)
}

/** Where rows of two dimensions share a name, the dimension is added to it. */
function apart(groups: Group[]): Group[] {
  const seen = new Map<string, number>()
  const name = ({ measure, group }: Group) => JSON.stringify([measure, group])
  for (const group of groups) seen.set(name(group), (seen.get(name(group)) ?? 0) + 1)
  return groups.map((group) =>
    seen.get(name(group)) === 1
      ? group
      : { ...group, group: `${group.group} (${group.dimension})` },
  )
}

export const sameGroup = (one: Group, other: Group): boolean =>
  one.measure === other.measure && one.dimension === other.dimension && one.group === other.group
