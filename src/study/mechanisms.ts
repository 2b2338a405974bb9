/**
 * The mechanisms over which an effect is divided, as data. A part of a policy is named by the table values that
 * it sets; an answer of the market by the parameters with which the market goes on as it stood at the fork.
 */
import type { RuleParameters } from '../engine/index.ts'

/** What a policy sets. Without it the values keep the baseline's path. */
export interface PolicyPart {
  readonly name: string
  readonly label: string
  /** Fields of tables, or whole tables: all fields that no other part names. */
  readonly sets: readonly string[]
}

/** How the market answers. Without it the answer is frozen in both worlds from the fork on. */
export interface MarketAnswer {
  readonly name: string
  readonly label: string
  readonly frozen: RuleParameters
}

/** The checkout of a route has two ways in, which are told apart: plans and impulses. */
export const CHECKOUT = { plans: 'route', impulses: 'impulse', field: 'routes.open' } as const

export const POLICY_PARTS: readonly PolicyPart[] = [
  {
    name: CHECKOUT.plans,
    label: 'Routes for planned purchases, and their announcement',
    sets: ['routes', 'venues.closing', 'venues.reach'],
  },
  { name: CHECKOUT.impulses, label: 'Routes for impulses, live included', sets: [] },
  {
    name: 'feed',
    label: 'Shared feed, login and tools',
    sets: ['routes.shared', 'routes.login', 'routes.tools'],
  },
  { name: 'data', label: 'Data that the feed may use', sets: ['venues.impulseHours'] },
  { name: 'users', label: 'Users that a venue has', sets: ['venues.accounts'] },
  { name: 'ownership', label: 'Who owns a venue', sets: ['venues.owner'] },
  {
    name: 'fees',
    label: 'Fees and subsidies',
    sets: ['venues.commission', 'venues.flatFee', 'venues.subsidy'],
  },
  {
    name: 'ranking',
    label: 'The rank of goods in feeds',
    sets: ['venues.rankPopularity', 'venues.rankPrice', 'venues.rankLocal'],
  },
  { name: 'staff', label: 'Staff of platforms', sets: ['companies.staff'] },
  { name: 'border', label: 'Duties and compliance at the border', sets: ['border'] },
]

/** Whatever else a policy sets. */
export const REST: PolicyPart = { name: 'rest', label: 'All else that is set', sets: [] }

export const MARKET_ANSWERS: readonly MarketAnswer[] = [
  {
    name: 'sourcing',
    label: 'Merchants change between local and imported goods',
    frozen: { sourcing: { reviews: 0, switching: 0 } },
  },
  {
    name: 'income',
    label: 'Incomes come back as demand',
    frozen: { 'household-income': { responds: false } },
  },
]
