/**
 * The measures of the model, a number a day for each cell. Sales are counted every day; stocks of firms, work
 * and money are counted on Monday and hold for the week. Recording reads the state and never writes it.
 */
import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { createEmployment } from './employment.ts'
import { createFirms } from './firms.ts'
import { createListed } from './listed.ts'
import { createMoney } from './money.ts'
import { createSales } from './sales.ts'

/** Recorders for values of every day and of Mondays; each part fills cells of its own. */
export function createRecorder(world: World, input: MarketInput) {
  const daily = [createSales(world, input), createListed(world, input)]
  const weekly = [
    createEmployment(world, input),
    createFirms(world, input),
    createMoney(world, input),
  ]
  const all = [...daily, ...weekly]
  const cells = all.flatMap((part) => part.cells)
  const width = cells.length
  let next = 0
  const parts = all.map((part) => {
    const first = next
    next += part.cells.length
    const everyDay = daily.includes(part)
    return (day: number, values: Float64Array): void => {
      const at = day * width + first
      if (everyDay || day % 7 === 0) part.fill(values, at)
      else values.copyWithin(at, at - width, at - width + part.cells.length)
    }
  })
  return { cells, parts }
}
