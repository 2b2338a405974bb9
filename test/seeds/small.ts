/** Small markets of the shipped scenarios, in which a row of the articles is looked at. */
import { type At, createMarket, type Market, type MarketInput } from '../../src/market/index.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { fromDisk } from '../scenario/files.ts'

/** Fewer agents that stand for the same country. */
const SMALL = [
  'size.buyers=4000',
  'size.sellers=600',
  'size.creators=40',
  'households.weight=45000',
  'creator.weight=30000',
]
/** Constants are solved for eight weeks, so that a policy can begin in the ninth. */
const EARLY = ['calendar.solve-until=2022-08-29']
export const TURN = '2022-08-29'
/** More sellers of a region, so that its clusters have rows of their own; taken from the rest of Java. */
export const crowded = (region: string, all = 1200): string[] => [
  `regions.${region}.seller-share=0.36`,
  `regions.other-java.seller-share=${(0.45 + SELLERS[region] - 0.36).toFixed(2)}`,
  `size.sellers=${all}`,
]
const SELLERS: Readonly<Record<string, number>> = { bekasi: 0.06, banyuwangi: 0.05 }

/** A shipped scenario at a small size; `set` moves its dates to where the run is short. */
export function small(file: string, days: number, ...set: string[]): MarketInput {
  const result = readScenario(`scenarios/${file}.yaml`, fromDisk, {
    set: [...SMALL, ...EARLY, ...set],
  })
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'))
  return { ...result.input, days }
}

/** The market after its run; `watch` sees every day. */
export function ran(
  input: MarketInput,
  seed = 'seeds',
  watch?: (day: number, market: Market) => void,
): Market {
  const market = createMarket(input, seed)
  market.run(input.days, (day) => watch?.(day, market))
  return market
}

/** The mean of a recorded number over days. */
export function mean(
  { cells, values }: Pick<Market, 'cells' | 'values'>,
  measure: string,
  where: At,
  from: number,
  to: number,
): number {
  const run = { cells, values }
  const at = placeOf(run, { name: measure }, where)
  if (at < 0) throw new Error(`no ${measure} of ${JSON.stringify(where)}`)
  return meanOf(run, at, { from, to })
}
