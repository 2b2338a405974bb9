/** The measures of the model, in the order of cells and tables. A measure is declared in one of these lists. */
import { buyers } from './buyers.ts'
import { channels } from './channels.ts'
import { work } from './employment.ts'
import { firms } from './firms.ts'
import { listed } from './listed.ts'
import { marketing } from './marketing.ts'
import type { Measure } from './measure.ts'
import { money } from './money.ts'
import { ownLabels } from './own-labels.ts'
import { prices } from './prices.ts'
import { sales } from './sales.ts'
import { shoppers } from './shoppers.ts'
import { sizes } from './sizes.ts'

export const MEASURES: readonly Measure[] = [
  sales,
  prices,
  buyers,
  channels,
  listed,
  work,
  firms,
  money,
  marketing,
  shoppers,
  sizes,
  ownLabels,
].flatMap((group) => Object.values<Measure>(group))

export {
  buyers,
  channels,
  firms,
  listed,
  marketing,
  money,
  ownLabels,
  prices,
  sales,
  shoppers,
  sizes,
  work,
}

/** Measures in the order in which they are told: headlines by their place, then the others as they are declared. */
export const inOrder = (measures: readonly Measure[] = MEASURES): Measure[] =>
  [...measures].sort((one, other) => placeOf(one) - placeOf(other))

const placeOf = ({ headline }: Measure): number => headline?.place ?? Number.MAX_SAFE_INTEGER
