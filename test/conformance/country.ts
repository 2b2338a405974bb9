/** The shipped country, made small: every rule has work, and a day takes some ten milliseconds. */
import {
  createMarket,
  type Market,
  type MarketInput,
  type MarketOptions,
} from '../../src/market/index.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'
import { fromDisk } from '../scenario/files.ts'

/** Two blocks of buyers, the second of them not full. */
const SMALL = ['size.buyers=5000', 'size.sellers=600', 'size.creators=60']

export function country(
  days: number,
  { set = [], file = 'scenarios/indonesia-2023.yaml' }: { set?: string[]; file?: string } = {},
): MarketInput {
  const result = readScenario(file, fromDisk, { set: [...SMALL, ...set] })
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'))
  return { ...result.input, days }
}

export const SEED = 'pasar/1'

/** Runs to the end, or to a day. */
export function ran(
  input: MarketInput,
  options: MarketOptions = {},
  seed = SEED,
  day?: number,
): Market {
  const market = createMarket(input, seed, options)
  market.run(day)
  return market
}

/** A closure within the horizon, so that the rules that answer to one have work as well. */
export function closing(input: MarketInput, announced: number, effective: number): MarketInput {
  const venue = input.tables.venues.findIndex(({ name }) => name === 'tiktok-shop')
  const settings = { venue, announced, effective, promotion: 'allowed', anticipated: true }
  return { ...input, policies: [{ policy: 'closure', settings }] }
}
