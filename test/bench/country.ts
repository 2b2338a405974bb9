/** Markets that are measured. */
import type { MarketInput } from '../../src/market/index.ts'
import { loadScenario } from '../../src/node/index.ts'
import { readScenario, resized } from '../../src/scenario/index.ts'
import type { Asked } from './part.ts'

const BASELINE = 'scenarios/indonesia-2023.yaml'
export const POLICY = 'scenarios/tiktok-shop-ban.yaml'
export const FILES = [BASELINE, POLICY]

const NESTS = ['platforms', 'chat', 'stalls', 'events', 'made-to-order']
/** How many agents there are at scale 1. */
const SIZE = { buyers: 90_000, sellers: 10_000, creators: 1_200 }
/** Of a market in which a part only shows that it runs. */
const TINY = { buyers: 1_200, sellers: 150, creators: 10 }

function read(path: string, set: readonly string[]): MarketInput {
  const found = readScenario(path, loadScenario, { set })
  if (!found.ok) throw new Error(`${path} does not read`)
  return found.input
}

/** The country at a size, whose buyers look at K = 20 items everywhere. */
export function country({ scale, tiny }: Pick<Asked, 'scale' | 'tiny'>): MarketInput {
  const times = tiny ? 1 : scale
  const size = Object.entries(tiny ? TINY : SIZE)
  return read(BASELINE, [
    ...NESTS.map((nest) => `nests.${nest}.considered=20`),
    ...size.map(([whom, count]) => `size.${whom}=${Math.round(count * times)}`),
  ])
}

/** The quick market, in which first looks are taken. */
export const quick = (): MarketInput => resized(read(BASELINE, []), { quick: true })

export const agentsOf = ({ size }: MarketInput): number =>
  size.buyers + size.sellers + size.creators
