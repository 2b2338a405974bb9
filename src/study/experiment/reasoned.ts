/** The range of a number that somebody gave reasons for, which is seldom the one in which it can be computed. */
import type { NumberParameter } from '../../engine/index.ts'

export type Ends = readonly [number, number]

/** Limits that lie no farther apart than this are a range that one may take as it is. */
const NARROW = 10

const NUMBER = '(-?\\d+(?:\\.\\d+)?)'
const WHY = '(?: \\([^()]*\\))?'

/**
 * The ends as the source of a declaration tells them, the form that declarations have: `0.03 (five months) to 0.5 (a week)`, as
 * a clause of its own. Of several the last that holds the default and lies within the limits; undefined where there is none.
 */
export function reasonedRange({ source, range, default: usual, unit }: NumberParameter) {
  const named = unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const clause = new RegExp(
    `(?:^|[;:,.]) ?${NUMBER}${WHY} to ${NUMBER}(?: ${named})?(?= \\(|$|[;,.](?: |$))`,
    'g',
  )
  return [...source.matchAll(clause)]
    .map(([, low, high]): Ends => [Number(low), Number(high)])
    .filter(
      ([low, high]) =>
        low < high && low >= range[0] && high <= range[1] && low <= usual && usual <= high,
    )
    .at(-1)
}

/** What `{}` stands for where the scenario gives no range: that with reasons, else limits that are narrow themselves. */
export function usualRange(parameter: NumberParameter): Ends | undefined {
  const [low, high] = parameter.range
  return reasonedRange(parameter) ?? (low > 0 && high <= NARROW * low ? [low, high] : undefined)
}
