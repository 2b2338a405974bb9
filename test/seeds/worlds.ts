/** Shipped scenarios at a small size, as a study runs them: the baseline once, each policy from its fork. */
import { createMarket, type Market, type MarketInput } from '../../src/market/index.ts'
import { firstDifference, formatFinding, readScenario } from '../../src/scenario/index.ts'
import { dayOf } from '../policies/small.ts'
import { fromDisk } from '../scenario/files.ts'

export const SMALL: readonly number[] = [3000, 450]

export interface World {
  readonly input: MarketInput
  readonly market: Market
}

/** The input of a scenario file, cut off after a date. */
function shippedInput(
  file: string,
  end: string,
  [buyers, sellers]: readonly number[],
  more: readonly string[],
): MarketInput {
  const set = [`size.buyers=${buyers}`, `size.sellers=${sellers}`, 'size.creators=60', ...more]
  const result = readScenario(`scenarios/${file}.yaml`, fromDisk, { set })
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'))
  return { ...result.input, days: dayOf(result.input, end) }
}

/** Runs the first scenario, and the others from the day on which they part from it. */
export const worlds = (seed: string, end: string, ...files: string[]): World[] =>
  sizedWorlds(SMALL, seed, end, ...files)

/** The same in a country of which a number is another, such as `rules.subsidies.answers=false`. */
export const worldsWith = (
  set: readonly string[],
  seed: string,
  end: string,
  ...files: string[]
): World[] => followedWorlds(SMALL, seed, end, files, () => {}, set)

/** @param size buyers and sellers, where incomes of a kind must not hang on a few large firms */
export const sizedWorlds = (
  size: readonly number[],
  seed: string,
  end: string,
  ...files: string[]
): World[] => followedWorlds(size, seed, end, files, () => {})

/** @param see is shown each world after each of its days since the first of them parted */
export function followedWorlds(
  size: readonly number[],
  seed: string,
  end: string,
  files: readonly string[],
  see: (world: World) => void,
  set: readonly string[] = [],
): World[] {
  const inputs = files.map((file) => shippedInput(file, end, size, set))
  const forks = inputs.map((input) => firstDifference(inputs[0], input) ?? input.days)
  const first = Math.min(...forks)
  const trunk = createMarket(inputs[0], seed)
  trunk.run(first)
  const from = trunk.snapshot()
  return inputs.map((input, at) => {
    const market = at === 0 ? trunk : createMarket(input, seed, { from })
    market.run(undefined, () => see({ input, market }))
    return { input, market }
  })
}
