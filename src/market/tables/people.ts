import { f64, number, share, table } from '../../engine/index.ts'

/** Households: reach, income, taste. One row. */
export const households = table(
  'households',
  'Households',
  {
    weight: number({
      label: 'People represented by one simulated buyer',
      unit: 'people',
      default: 1,
      range: [0.001, 1e6],
    }),
    purchases: number({
      label: 'Purchases represented by one simulated purchase',
      unit: 'purchases',
      default: 1,
      range: [0.01, 1000],
      source: 'each purchase is simulated',
    }),
    onlineShoppers: share({
      label: 'Share of buyers who shop online',
      default: 1,
      source: 'F141 (0.25 to 0.55)',
      grade: 'B',
    }),
    activitySpread: number({
      label: 'Coefficient of variation of shopping activity',
      unit: 'ratio',
      default: 0,
      range: [0, 1],
    }),
    income: number({
      label: 'Mean income',
      unit: 'kRp/week',
      default: 620,
      range: [1, 1e6],
      source: 'F153, F162',
      grade: 'B',
    }),
    incomeSpread: number({
      label: 'Standard deviation of log income',
      unit: 'log',
      default: 0,
      range: [0, 2],
      source: 'Gini 0.388 (F155)',
      grade: 'A',
    }),
    incomeSensitivity: number({
      label: 'Income elasticity of price sensitivity, negative (k_y)',
      unit: 'elasticity',
      default: 0,
      range: [0, 2],
      source: 'model.md 2.2',
      grade: 'assumption',
    }),
    priceSensitivity: number({
      label:
        'Price sensitivity (alpha, classical form; 0: from the elasticities of the categories)',
      unit: '1/kRp',
      default: 0,
      range: [0, 100],
    }),
    referenceDissimilarity: number({
      label: 'Dissimilarity parameter at which elasticities are stated (lambda_ref)',
      unit: 'share',
      default: 1,
      range: [0.05, 1],
    }),
    affinity: number({
      label: 'Mean affinity for live shopping',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
      source: 'F63; rough trial',
      grade: 'assumption',
    }),
    affinitySpread: number({
      label: 'Standard deviation of affinity for live shopping',
      unit: 'log odds',
      default: 0,
      range: [0, 5],
    }),
    affinityCap: number({
      label: 'Maximum affinity for live shopping',
      unit: 'log odds',
      default: 3,
      range: [0, 10],
    }),
    streamTaste: number({
      label: 'Taste for streaming venues per unit of affinity for live shopping',
      unit: 'ratio',
      default: 0.5,
      range: [0, 2],
    }),
    impulseAcceptance: share({
      label: 'Share of impulse exposures that end in an order, before any policy (a)',
      default: 0.2,
      range: [0.1, 0.7],
      source:
        'live conversion of 21.8 to 23.2 % at TikTok Indonesia, 3 to 10 times a base of 1 to 3 % (F149), a weak study: half to more than three times it',
      grade: 'C',
    }),
    impulseDisplacement: share({
      label: 'Share of impulse purchases that displace planned purchases (d)',
      default: 0.7,
      range: [0, 1],
      source:
        'assumption: 70 % of online sales displaced others, 30 % were new (F113, of 2018, online sales of all kinds); 85 % of users of TikTok Shop had cut spending elsewhere (F112, people and not money). If all planned orders displace, F113 leaves 1 - 0.3 / omega to impulses: 0.33 at 0.45. Nothing pins it down: 0 to 1',
      grade: 'assumption',
    }),
    propensity: share({
      label: 'Marginal propensity to consume out of income (c_y)',
      default: 0.85,
      source: 'model.md 2.18 (0.7 to 0.95)',
      grade: 'assumption',
    }),
    wealthPropensity: number({
      label: 'Marginal propensity to consume out of deposits above their norm (c_m)',
      unit: '1/week',
      default: 0.005,
      range: [0, 0.2],
    }),
    normalDeposits: number({
      label: 'Target deposits',
      unit: 'weeks of income',
      default: 8,
      range: [0, 200],
    }),
    separation: number({
      label: 'Separation rate from jobs outside the market',
      unit: '1/week',
      default: 0.0017,
      range: [0, 0.2],
      source: 'model.md 2.14: gives 5.4 % unemployment (F158)',
      grade: 'B',
    }),
    finding: number({
      label: 'Job-finding rate',
      unit: '1/week',
      default: 0.03,
      range: [0, 1],
      source: 'model.md 2.14 (0.015 to 0.06)',
      grade: 'assumption',
    }),
    scar: share({
      label: 'Re-employment wage relative to the wage of the lost job',
      default: 0.75,
    }),
    benefit: share({
      label: 'Replacement rate: income without a job relative to the lost wage',
      default: 0.3,
    }),
    goodsShare: share({
      label: 'Budget share of modelled goods',
      default: 0.08,
      source: 'rough trial',
      grade: 'assumption',
    }),
    expectedIncome: share({
      label: 'Weight of the latest week in expected income',
      default: 0.2,
      range: [0.01, 1],
      source: 'model.md 2.18: mean over 8 weeks',
      grade: 'assumption',
    }),
  },
  {
    single: true,
    state: { orders: f64('Orders represented by one simulated order', 'orders') },
  },
)

/** The four kinds of seller, in the order of `KIND`. */
export const kinds = table('kinds', 'Kinds of seller', {
  sellerShare: share({
    label: 'Share of sellers',
    default: 0.25,
    source: 'rough trial',
    grade: 'assumption',
  }),
  marketplace: share({ label: 'Share of sampled sellers on marketplaces', default: 1 }),
  chat: share({ label: 'Share of sampled sellers online by chat only', default: 0 }),
  family: number({
    label: 'Family labour per firm',
    unit: 'FTE',
    default: 1.4,
    range: [0, 10],
    source: 'F5, model.md 1',
    grade: 'B',
  }),
  rent: share({
    label: 'Rent of an average location, as a share of average revenue',
    default: 0,
    source: 'F94, model.md 2.13',
    grade: 'assumption',
  }),
  overhead: number({
    label: 'Fixed cost besides rent: tools, power and data, licences, levies',
    unit: 'kRp/week',
    default: 0,
    range: [0, 100000],
    source: 'none unless written: what a firm is goes with the market',
    grade: 'assumption',
  }),
})

/** What the firms of the country look like as a whole. One row. */
export const firms = table(
  'firms',
  'Firms',
  {
    people: number({
      label: 'Population per firm',
      unit: 'people/firm',
      default: 1,
      range: [0.0001, 1e6],
      source: 'firms of 76 mRp a year (F7)',
      grade: 'B',
    }),
    onMarketplaces: share({
      label: 'Share of firms on a marketplace',
      default: 0.074,
      source: 'F40, F41',
      grade: 'A',
    }),
    byChat: share({
      label: 'Share of firms online by chat only',
      default: 0.296,
      source: 'F40, F41',
      grade: 'A',
    }),
    wage: number({
      label: 'Wage of employees of small firms',
      unit: 'kRp/FTE-week',
      default: 475,
      range: [0, 1e5],
      source: 'F162, model.md 2.14',
      grade: 'B',
    }),
    informal: number({
      label: 'Earnings of informal work, which an owner could do instead',
      unit: 'kRp/FTE-week',
      default: 430,
      range: [0, 1e5],
      source:
        'Rp 1.863 million a month net (F163); 1.4 million for casual work to 4.2 million in Jakarta',
      grade: 'A',
    }),
    informalSpread: number({
      label: 'Spread between owners of what they could earn elsewhere and of what they ask of it',
      unit: 'log',
      default: 0.6,
      range: [0, 2],
      source:
        'assumption: 0.6 is a Gini of 0.33, somewhat below that of income (0.388, F155); 0.3 to 1, from workers of one trade to all earners and tastes for being one’s own master',
      grade: 'assumption',
    }),
    leadTime: number({
      label: 'Lead time of local wholesale',
      unit: 'weeks',
      default: 1,
      range: [0, 10],
    }),
    importLeadTime: number({
      label: 'Lead time of imports by sea',
      unit: 'weeks',
      default: 5,
      range: [0.5, 20],
      source: 'model.md 2.9',
      grade: 'assumption',
    }),
    safetyStock: number({
      label: 'Safety stock',
      unit: 'weeks',
      default: 2,
      range: [0, 20],
      source: 'model.md 2.8 (1 to 3)',
      grade: 'assumption',
    }),
    slots: number({
      label: 'Positions of a ranked feed (a power of two)',
      unit: 'slots',
      default: 512,
      range: [64, 8192],
      source: 'model.md 2.3',
      grade: 'assumption',
    }),
    innovators: share({
      label: 'Share of sellers who choose marketing effort',
      default: 0,
      source: 'a policy dial, off by default',
      grade: 'assumption',
    }),
    unlimited: share({ label: 'Unlimited stock (1 yes, 0 no): textbook markets', default: 0 }),
  },
  { single: true },
)

/** The border: what an imported piece costs. One row. */
export const border = table(
  'border',
  'The border',
  {
    exchangeRate: number({
      label: 'Exchange rate',
      unit: 'kRp/US$',
      default: 15.3,
      range: [5, 50],
      source: 'Bank Indonesia reference rates, from memory (14.9 to 16.4)',
      grade: 'C',
    }),
    referenceRate: number({
      label: 'Reference exchange rate of border values',
      unit: 'kRp/US$',
      default: 15.3,
      range: [5, 50],
    }),
    vat: share({ label: 'Value added tax on imports', default: 0.11, source: 'F89', grade: 'A' }),
    incomeTax: share({
      label: 'Income tax on imports',
      default: 0.025,
      source: 'with an importer licence, from memory',
      grade: 'C',
    }),
    compliance: share({
      label: 'Share of imports that pay duty and taxes',
      default: 0.6,
      source: 'model.md 2.9 (0.3 to 1)',
      grade: 'assumption',
    }),
    evasion: share({ label: 'Evasion cost relative to the border value', default: 0.1 }),
    handling: number({
      label: 'Handling cost per unit',
      unit: 'kRp',
      default: 1,
      range: [0, 1000],
    }),
    extraDuty: share({
      label: 'Additional duty on top of the tariff of the category',
      default: 0,
      range: [-1, 2],
      source: 'a policy dial, off by default',
      grade: 'assumption',
    }),
  },
  { single: true },
)

/** Taxes. One row. */
export const government = table(
  'government',
  'Government',
  {
    vat: share({ label: 'Value added tax', default: 0.11, source: 'F89', grade: 'A' }),
    vatThreshold: number({
      label: 'Turnover threshold for value added tax',
      unit: 'mRp/year',
      default: 4800,
      range: [0, 1e6],
      source: 'PMK 197/2013, from memory',
      grade: 'C',
    }),
    turnoverTax: share({
      label: 'Final income tax on turnover',
      default: 0.005,
      source: 'PP 55/2022, articles 56 and 60',
      grade: 'A',
    }),
    turnoverTaxThreshold: number({
      label: 'Yearly turnover free of the final income tax',
      unit: 'mRp/year',
      default: 500,
      range: [0, 1e6],
      source:
        'PP 55/2022, article 60, for individuals; assumption: all firms are taxed like individuals',
      grade: 'A',
    }),
    turnoverTaxCeiling: number({
      label: 'Yearly turnover above which income tax falls on profit',
      unit: 'mRp/year',
      default: 4800,
      range: [0, 1e6],
      source: 'PP 55/2022, articles 57 and 61',
      grade: 'A',
    }),
    incomeTax: share({
      label: 'Income tax on the part of profit earned above that turnover',
      default: 0.22,
      range: [0, 0.35],
      source:
        'income tax law (UU 7/2021), article 17; assumption: profit is divided by turnover as in article 31E, ' +
        'from no tax to 35 %, the highest rate of individuals',
      grade: 'assumption',
    }),
  },
  { single: true },
)

/** Creators and affiliates. One row. */
export const creator = table(
  'creator',
  'Creators',
  {
    weight: number({
      label: 'Creators represented by one simulated creator',
      unit: 'creators',
      default: 100,
      range: [0.01, 1e6],
    }),
    followersTail: number({
      label: 'Pareto tail exponent of followers',
      unit: 'exponent',
      default: 1.1,
      range: [0.5, 5],
      source: 'model.md 2.4',
      grade: 'C',
    }),
    meanFollowers: number({
      label: 'Mean followers per creator',
      unit: 'people',
      default: 10000,
      range: [1, 1e7],
    }),
    convexity: number({
      label: 'Elasticity of attention to followers',
      unit: 'exponent',
      default: 0.9,
      range: [0, 1.2],
      source: 'model.md 2.4',
      grade: 'assumption',
    }),
    followersKept: share({
      label: 'Share of followers kept on moving to another platform',
      default: 0.3,
      range: [0.05, 0.8],
      source:
        'assumption: who follows has to have an account there too; from few to nearly all of those',
      grade: 'assumption',
    }),
    hours: number({
      label: 'Target of mean live-streaming hours per creator before any policy',
      unit: 'hours/week',
      default: 12,
      range: [4, 24],
      source:
        'assumption: F74 gives Rp2 to 7 million a month at Rp33 to 50 thousand an hour for hosts, 10 to 40 hours a week, and most creators are not hosts; a third to twice',
      grade: 'assumption',
    }),
    outsideEarnings: number({
      label: 'Informal earnings per hour, national mean',
      unit: 'kRp/hour',
      default: 10.7,
      range: [8, 16],
      source:
        'Rp1.863 million a month net of 174 hours (F163); casual work 1.4, mean minimum wage 2.73',
      grade: 'B',
    }),
    outsideSpread: number({
      label: 'Standard deviation of log informal earnings per hour',
      unit: 'log',
      default: 0.5,
      range: [0, 1],
      source: 'assumption: somewhat less than household incomes (0.6, F155); none to twice',
      grade: 'assumption',
    }),
    memory: share({
      label: 'Weight of the latest week in what creators expect to earn',
      default: 0.25,
      range: [0.05, 1],
      source: 'assumption: a month; from a week to half a year',
      grade: 'assumption',
    }),
    conversion: share({
      label: 'Purchases per viewer of a live session',
      default: 0.01,
      range: [0.002, 0.05],
      source: 'model.md 2.4 (0.5 to 3 %)',
      grade: 'assumption',
    }),
    slots: number({ label: 'Items shown per week', unit: 'items', default: 8, range: [1, 8] }),
  },
  { single: true },
)
