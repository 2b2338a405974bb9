/** Rules on the dates of a policy, and their labels above a panel. */
import type { Flag } from './flags.ts'
import type { View } from './frame.ts'
import { colour, size } from './theme.ts'

const LINE = size.text + 3
const GAP = 4

/** Height of each row of labels, from the panel up. */
function rowHeights(flags: readonly Flag[]): number[] {
  const heights: number[] = []
  for (const { row, lines } of flags)
    heights[row] = Math.max(heights[row] ?? 0, lines.length * LINE + GAP)
  return [...heights].map((height) => height ?? 0)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, next) => total + next, 0)

/** One rule a date, over the panel and, where `labelled`, up to its label. */
export function eventLayers(
  flags: readonly Flag[],
  x: View,
  height: number,
  labelled: boolean,
): View[] {
  const heights = rowHeights(flags)
  return flags.flatMap(({ date, lines, row, side }) => {
    const top = labelled ? -sum(heights.slice(0, row + 1)) : 0
    const data = { values: [{ date }] }
    const rule = {
      data,
      mark: { type: 'rule', color: colour.rule, strokeDash: [3, 2], strokeWidth: 1, clip: false },
      encoding: { x, y: { value: top }, y2: { value: height } },
    }
    const text = {
      data,
      mark: {
        type: 'text',
        text: [...lines],
        align: side === 'right' ? 'left' : 'right',
        baseline: 'top',
        dx: side === 'right' ? 4 : -4,
        fontSize: size.text,
        lineHeight: LINE,
        color: colour.ink,
        clip: false,
      },
      encoding: { x, y: { value: top } },
    }
    return labelled ? [rule, text] : [rule]
  })
}
