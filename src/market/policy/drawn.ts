/** Drawing for rules from outside: which number of a draw is meant is looked at, since another would be that of another draw. */
import {
  type Draw,
  drawn as drawnHere,
  drawnInLife as drawnOfLife,
  type LifeDraw,
} from '../../engine/index.ts'

/**
 * A number strictly between 0 and 1 for a row.
 * @param at which of its numbers, from 0, where the draw has several
 * @throws Error where there is no such draw, row or number
 */
export function drawn(draw: Draw, row: number, at = 0): number {
  if (typeof draw?.width !== 'number')
    throw new Error('drawn takes a draw of the rule, as in drawn(draws.inspects, row)')
  looked(row, 'row')
  looked(at, 'number')
  if (at >= draw.width)
    throw new Error(
      `number ${at} of a draw that has ${draw.width}, counted from 0: declare more, as in daily('Inspects the firm', ${at + 1})`,
    )
  return drawnHere(draw, row, at)
}

/** A number strictly between 0 and 1 for whoever holds a row as the `life`th. @throws Error as `drawn` does */
export function drawnInLife(draw: LifeDraw, row: number, life: number): number {
  if (typeof draw?.lives?.width !== 'number')
    throw new Error('drawnInLife takes a draw that is declared by atBirth')
  looked(row, 'row')
  looked(life, 'life')
  return drawnOfLife(draw, row, life)
}

function looked(at: number, what: string): void {
  if (!Number.isInteger(at) || at < 0)
    throw new Error(`${what} ${at} of a draw: it is a whole number from 0`)
}
