/** Which groups get a panel when there are too many: the total, the largest, and those that change most. */
import { max } from 'simple-statistics'
import { sizeOf } from './reduce.ts'
import type { Series } from './series.ts'

export interface Group {
  readonly group: string
  readonly series: readonly Series[]
}

/** Panels kept for the groups that change most, of those that are not among the largest. */
const FOR_CHANGE = 2

const sizeOfGroup = ({ series }: Group) => max(series.map(({ points }) => sizeOf(points)))

function changeOf({ series: [first, ...others] }: Group): number {
  return max([0, ...others.map(({ points }) => Math.abs(sizeOf(points) - sizeOf(first.points)))])
}

/** At most `count` groups, the total first, then from large to small. */
export function selected(groups: readonly Group[], count: number): Group[] {
  const bySize = [...groups].sort(
    (a, b) =>
      Number(b.group === 'all') - Number(a.group === 'all') || sizeOfGroup(b) - sizeOfGroup(a),
  )
  if (bySize.length <= count) return bySize
  const largest = bySize.slice(0, count - FOR_CHANGE)
  const rest = bySize.slice(count - FOR_CHANGE).sort((a, b) => changeOf(b) - changeOf(a))
  const chosen = new Set([...largest, ...rest.slice(0, FOR_CHANGE)])
  return bySize.filter((group) => chosen.has(group))
}
