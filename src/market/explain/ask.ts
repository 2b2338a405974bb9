/** Runs a market to a day and asks one of its agents why it did there what it did. */
import { DAYS_OF_WHOLE_WEEKS, mondayOf } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { createMarket, type Market, type MarketSnapshot } from '../market.ts'
import { buyerFacts, explainBuyer } from './buyer.ts'
import { creatorFacts, explainCreator } from './creator.ts'
import type { Agent, AgentKind, Decision, Explained, Fact } from './decision.ts'
import { explainLeaving } from './leaving.ts'
import { explainPrices } from './price.ts'
import { sellerFacts } from './seller.ts'
import { explainShops } from './shops.ts'
import { shutIn } from './shut.ts'
import { copyOf, type Looks, type Sight, stepDay } from './sight.ts'
import { explainSource } from './source.ts'
import { explainSubsidy, platformFacts } from './subsidy.ts'
import { explainWork } from './work.ts'

export interface Asked {
  readonly agent: Agent
  /** Days since the start. */
  readonly day: number
  readonly seed: string
  /** A state on a Monday, or before it, from which the run goes on. */
  readonly from?: MarketSnapshot
  /** Days on which it is looked for the next decision of an agent that has none: a year where nothing stands. */
  readonly ahead?: number
}

/** What is found while a day is stepped. */
interface Found {
  who: readonly Fact[]
  readonly decisions: Decision[]
}

/** Where in the day an agent of each kind decides, and what is seen there. */
type Looking = (row: number, monday: () => Sight, found: Found) => Looks

/** Looks at a rule as it stood before it and as it left the market. */
function around(rule: string, tell: (before: Sight, after: Sight) => void): Looks {
  let before: Sight | undefined
  return {
    [rule]: (sight) => {
      before = copyOf(sight)
    },
    [`after ${rule}`]: (sight) => {
      if (before !== undefined) tell(before, sight)
    },
  }
}

const buyer: Looking = (row, monday, found) => ({
  'venue-choice': (sight) => {
    found.who = buyerFacts(sight, row)
    found.decisions.push(
      ...explainBuyer(sight, monday(), row).flatMap(({ decisions }) => decisions),
    )
  },
})

const seller: Looking = (row, _, found) => ({
  ...around('entry-exit', (before, after) => {
    found.who = sellerFacts(before, row)
    found.decisions.push(...explainLeaving(before, after, row))
  }),
  ...around('adoption', (before, after) => {
    found.decisions.push(...explainShops(before, after, row).decisions)
  }),
  ...around('sourcing', (before, after) => {
    found.decisions.push(...explainSource(before, after, row))
  }),
  pricing: (sight) => {
    // Goods that nobody can buy keep a price by the rule, which says nothing.
    const shut = shutIn(sight.world)
    const told = explainPrices(sight, row).filter(({ venue }) => !shut[venue])
    found.decisions.push(...told.map(({ decision }) => decision))
  },
  hiring: (sight) => {
    found.decisions.push(...explainWork(sight, row).map(({ decision }) => decision))
  },
})

const creator: Looking = (row, _, found) =>
  around('streaming', (before, after) => {
    found.who = creatorFacts(before, row)
    found.decisions.push(...explainCreator(before, after, row).decisions)
  })

const platform: Looking = (row, _, found) =>
  around('subsidies', (before, after) => {
    found.who = platformFacts(before, row)
    found.decisions.push(...explainSubsidy(before, after, row).map(({ decision }) => decision))
  })

const LOOKING: Readonly<Record<AgentKind, Looking>> = { buyer, seller, creator, platform }

/** A market whose days can be asked about one after the other, from a Monday on. */
export interface Questioned {
  readonly market: Market
  /** Steps the next day, and tells what each of some agents does on it. */
  ask(...agents: readonly Agent[]): Explained[]
}

/** @param market on a Monday, before it is stepped */
export function questioned(market: Market, input: MarketInput, seed: string): Questioned {
  let monday: Sight | undefined
  // The lists of the week are made from what stands then.
  const lists: Looks = {
    feed: (sight) => {
      monday = copyOf(sight)
    },
  }
  return {
    market,
    ask(...agents) {
      const { day } = market
      const asked = agents.map(({ kind, row }) => {
        const found: Found = { who: [], decisions: [] }
        return { found, looks: LOOKING[kind](row, () => monday as Sight, found) }
      })
      const buyers = agents.some(({ kind }) => kind === 'buyer')
      const all = [...(buyers ? [lists] : []), ...asked.map(({ looks }) => looks)]
      stepDay(market, input, seed, together(all))
      return agents.map((agent, nth) => told(agent, day, asked[nth].found))
    },
  }
}

/** Who looks at the same moment looks one after the other. */
function together(looks: readonly Looks[]): Looks {
  const moments = [...new Set(looks.flatMap((one) => Object.keys(one)))]
  return Object.fromEntries(
    moments.map((moment) => [
      moment,
      (sight: Sight) => {
        for (const one of looks) one[moment]?.(sight)
      },
    ]),
  )
}

/** What a buyer does at one occasion belongs together; all else is one thing after the other. */
const told = (agent: Agent, day: number, { who, decisions }: Found): Explained => ({
  ...{ agent, day, who },
  decisions:
    agent.kind === 'buyer'
      ? decisions
      : decisions.map((decision, nth) => ({ ...decision, step: nth + 1 })),
})

/**
 * Why an agent did on a day what it did. Where it decides nothing on that day, `next` says when it does.
 * @param progress is told each day
 */
export function explainAgent(
  input: MarketInput,
  { agent, day, seed, from, ahead = DAYS_OF_WHOLE_WEEKS }: Asked,
  progress?: (day: number) => void,
): Explained {
  const market = createMarket(input, seed, { record: false, ...(from ? { from } : {}) })
  market.run(mondayOf(day), progress)
  const { ask } = questioned(market, input, seed)
  while (market.day < day) ask(agent)
  const [explained] = ask(agent)
  if (explained.decisions.length > 0) return explained
  const end = Math.min(input.days, day + ahead)
  while (market.day < end) {
    const next = market.day
    if (ask(agent)[0].decisions.length > 0) return { ...explained, next }
  }
  return explained
}
