/** What of an ODD description no declaration says. */

export const ODD_PURPOSE =
  'To compare policies on social commerce with the same market without them: jobs, sales, prices, imports, incomes, public revenue and consumer surplus, for each group side by side. It explains and compares; it does not forecast.'

/** Design concepts in the order of the protocol. Observation follows from the measures. */
export const ODD_CONCEPTS: readonly (readonly [concept: string, text: string])[] = [
  [
    'Basic principles',
    'Random utility (nested logit) for buyers, Bertrand mark-ups for sellers, labour supply by earnings for creators, first-order conditions of net revenue for platforms, adaptive expectations, and stock-flow accounting for money and goods.',
  ],
  [
    'Emergence',
    'Market shares of venues after a policy, prices, who sells out and who leaves, incomes, jobs and imports follow from decisions. Shares before the calibration date are imposed: constants are solved until they hold.',
  ],
  [
    'Adaptation',
    'Buyers choose venue and item anew at each occasion. Sellers revise prices, stocks, work, sources and shops; creators platform and hours; platforms subsidies; owners whether to stay.',
  ],
  [
    'Objectives',
    'Buyers take the largest utility, sellers go towards the mark-up that is best against the shares they see, creators towards what an hour earns them, platforms towards the subsidy that is best for their owner. None looks ahead by more than an expectation.',
  ],
  ['Learning', 'None beyond expectations that are smoothed means of what was seen.'],
  [
    'Prediction',
    'Sellers expect the demand of late to go on. Where a closure is announced, sellers and creators expect less of the venue.',
  ],
  [
    'Sensing',
    'A seller sees its own sales, costs and fees and the median profit of its peers at a venue, never the costs of rivals. A creator sees what an hour earned. A platform sees the orders of its market. Buyers see a consideration set drawn from a ranked feed.',
  ],
  [
    'Interaction',
    'Through lists and stocks, wholesale, attention in feeds, pools of labour, and incomes that come back as demand.',
  ],
  [
    'Stochasticity',
    'Every draw is a function of seed, rule, day, agent and its number, so that two worlds with one seed differ by their causes alone. Noise stands for tastes that are not modelled and for the timing of reviews.',
  ],
  [
    'Collectives',
    'Companies that own venues, clusters of firms in one place, pools of labour in a region, income classes of buyers.',
  ],
]
