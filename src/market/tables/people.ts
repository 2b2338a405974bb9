import { f64, number, share, table, yesNo } from '../../engine/index.ts'

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
      source: 'given: every buyer is one person unless written',
      grade: 'given',
    }),
    purchases: number({
      label: 'Purchases represented by one simulated purchase',
      unit: 'purchases',
      default: 1,
      range: [0.01, 1000],
      source: 'given: every purchase is simulated unless written',
      grade: 'given',
    }),
    onlineShoppers: share({
      label: 'Share of buyers who shop online',
      default: 1,
      source: '20 to 59 % of internet users (F141), 0.25 to 0.55 of buyers; all unless written',
      grade: 'B',
    }),
    activitySpread: number({
      label: 'Coefficient of variation of shopping activity',
      unit: 'ratio',
      default: 0,
      range: [0, 1],
      source:
        'assumption: all alike unless written. At 1 activity is exponential, and a fifth of buyers makes half of the purchases; 0 to 1',
      grade: 'assumption',
    }),
    income: number({
      label: 'Mean income',
      unit: 'kRp/week',
      default: 620,
      range: [1, 1e6],
      source:
        'between spending a head, Rp 1.45 million a month or 333 kRp a week (F153), and the mean wage, 3.18 million or 731 (F162)',
      grade: 'B',
    }),
    incomeSpread: number({
      label: 'Standard deviation of log income',
      unit: 'log',
      default: 0,
      range: [0, 2],
      source:
        'Gini of spending a head 0.388 (F155), which is 0.72 if incomes are lognormal, regions included; none unless written',
      grade: 'A',
    }),
    incomeSensitivity: number({
      label: 'Income elasticity of price sensitivity, negative (k_y)',
      unit: 'elasticity',
      default: 0,
      range: [0, 2],
      source:
        'assumption: none unless written. Poorer buyers are 1.3 to 2 times as sensitive as richer ones (F148): 0.2 to 0.5 where incomes are four times apart; 1 is sensitivity in inverse proportion to income',
      grade: 'assumption',
    }),
    priceSensitivity: number({
      label:
        'Price sensitivity (alpha, classical form; 0: from the elasticities of the categories)',
      unit: '1/kRp',
      default: 0,
      range: [0, 100],
      source: 'given: of a textbook market; in the country it comes from the elasticities',
      grade: 'given',
    }),
    referenceDissimilarity: number({
      label: 'Dissimilarity parameter at which elasticities are stated (lambda_ref)',
      unit: 'share',
      default: 1,
      range: [0.05, 1],
      source:
        'given: the plain logit unless written; the country states elasticities as they are on platforms',
      grade: 'given',
    }),
    affinity: number({
      label: 'Mean affinity for live shopping',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
      source:
        'assumption: none unless written. 71 % have tried live shopping and 56 % bought (F63), which gives no size: 0 to 1.2, at which an item that is shown is 1.4 times as likely, by a star twice',
      grade: 'assumption',
    }),
    affinitySpread: number({
      label: 'Standard deviation of affinity for live shopping',
      unit: 'log odds',
      default: 0,
      range: [0, 5],
      source:
        'assumption: none unless written. As some never watch and others buy (F63) it is not the same for all; 0 to twice the mean, at which a few carry most of it',
      grade: 'assumption',
    }),
    affinityCap: number({
      label: 'Maximum affinity for live shopping',
      unit: 'log odds',
      default: 3,
      range: [0, 10],
      source:
        'assumption: cuts the tail, so that nobody chooses by live alone: at 3 an item shown by a star is 7 times as likely; 2 (4 times) to none (10)',
      grade: 'assumption',
    }),
    streamTaste: number({
      label: 'Taste for streaming venues per unit of affinity for live shopping',
      unit: 'ratio',
      default: 0.5,
      range: [0, 2],
      source:
        'assumption: half as much for the venue as for an item shown; 0 (people go for the goods) to 2 (for the feed). Mean tastes are solved, so that it says who goes there and not how many',
      grade: 'assumption',
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
      source:
        'assumption: 73 to 75 % of income is consumed on average (F156), 0.81 of more income by the poor to 0.25 by the rich in Malaysia (F157); more of what lasts: 0.7 to 0.95',
      grade: 'assumption',
    }),
    wealthPropensity: number({
      label: 'Marginal propensity to consume out of deposits above their norm (c_m)',
      unit: '1/week',
      default: 0.005,
      range: [0, 0.2],
      source:
        'assumption: a quarter of deposits above their norm in a year; 0 (kept for bad times) to 0.02 (most of it within the year)',
      grade: 'assumption',
    }),
    normalDeposits: number({
      label: 'Target deposits',
      unit: 'weeks of income',
      default: 8,
      range: [0, 200],
      source: 'assumption: two months of income as a reserve; 2 weeks (from hand to mouth) to 26',
      grade: 'assumption',
    }),
    separation: number({
      label: 'Separation rate from jobs outside the market',
      unit: '1/week',
      default: 0.0017,
      range: [0, 0.2],
      source:
        'with job finding at 0.03 unemployment is 0.0017 / 0.0317 = 5.4 % (F158: 5.86 and 5.32)',
      grade: 'B',
    }),
    finding: number({
      label: 'Job-finding rate',
      unit: '1/week',
      default: 0.03,
      range: [0, 1],
      source:
        'assumption: 33 weeks to a job. No count was found; judgement says 1 to 3 months into informal and 3 to 6 into formal work (F164), the young wait longer: 0.015 (15 months) to 0.06 (4 months)',
      grade: 'assumption',
    }),
    scar: share({
      label: 'Re-employment wage relative to the wage of the lost job',
      default: 0.75,
      source:
        'assumption: a quarter less, as of workers laid off after long tenure in the United States (Jacobson, LaLonde and Sullivan 1993); 0.6 to 1 (no loss)',
      grade: 'assumption',
    }),
    benefit: share({
      label: 'Replacement rate: income without a job relative to the lost wage',
      default: 0.3,
      source:
        'assumption: kin and odd jobs, as few are insured; 0 (nothing) to 0.45 (the first months of job-loss insurance, PP 37/2021, from memory)',
      grade: 'assumption',
    }),
    goodsShare: share({
      label: 'Budget share of modelled goods',
      default: 0.08,
      source:
        'assumption: where households start; usual purchases are settled before the calibration date, so that it moves the run-in alone: 0.05 to 0.4',
      grade: 'assumption',
    }),
    expectedIncome: share({
      label: 'Weight of the latest week in expected income',
      default: 0.2,
      range: [0.01, 1],
      source:
        'assumption: a half-life of three weeks, so that a month’s pay shows within a month; 0.04 (four months) to 1 (this week’s pay)',
      grade: 'assumption',
    }),
  },
  {
    single: true,
    state: { orders: f64('Pieces that a simulated purchase stands for', 'pieces') },
  },
)

/** The four kinds of seller, in the order of `KIND`. */
export const kinds = table('kinds', 'Kinds of seller', {
  sellerShare: share({
    label: 'Share of sellers',
    default: 0.25,
    source:
      'assumption: equal parts unless written, of rows. By F10 firms in trade are 2.8 times those in manufacturing, so that of producers there are 0.25 to 0.4',
    grade: 'assumption',
  }),
  marketplace: share({
    label: 'Share of sampled sellers on marketplaces',
    default: 1,
    source: 'given: all rows unless written; how many firms a row stands for is set for its class',
    grade: 'given',
  }),
  chat: share({
    label: 'Share of sampled sellers online by chat only',
    default: 0,
    source: 'given: none unless written; how many firms a row stands for is set for its class',
    grade: 'given',
  }),
  family: number({
    label: 'Family labour per firm',
    unit: 'FTE',
    default: 1.4,
    range: [0, 10],
    source:
      '1.7 workers in a micro firm (F5); assumption: 0.3 of them are paid. 1 (the owner alone) to 1.7 (nobody is paid)',
    grade: 'B',
  }),
  rent: share({
    label: 'Rent of an average location, as a share of average revenue',
    default: 0,
    source:
      'assumption: none unless written. Kiosks at Rp 100 to 300 million a year (from memory) over takings of 2 to 3 million a day (F94) are a tenth to two fifths in the best halls, less elsewhere: 0.02 to 0.25',
    grade: 'assumption',
  }),
  overhead: number({
    label: 'Fixed cost besides rent: tools, power and data, licences, levies',
    unit: 'kRp/week',
    default: 0,
    range: [0, 100000],
    source: 'given: none unless written: what a firm needs goes with the market',
    grade: 'given',
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
      source:
        '17 to 20 million firms in trade and small industry (F10, F11) are 8.5 to 10.8 people a firm; 1 in a textbook market',
      grade: 'B',
    }),
    onMarketplaces: share({
      label: 'Share of firms on a marketplace',
      default: 0.074,
      source:
        'a fifth (F40) of the 37 % of firms that are online (F41: 34 % in 2022, 42 % in 2023)',
      grade: 'A',
    }),
    byChat: share({
      label: 'Share of firms online by chat only',
      default: 0.296,
      source:
        'four fifths (F40) of the 37 % of firms that are online (F41: 34 % in 2022, 42 % in 2023)',
      grade: 'A',
    }),
    wage: number({
      label: 'Wage of employees of small firms',
      unit: 'kRp/FTE-week',
      default: 475,
      range: [0, 1e5],
      source:
        '0.65 of the mean wage, Rp 3.18 million a month (F162); assumption: micro firms pay 0.55 to 0.8 of it (400 to 585)',
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
    earningsWeeks: number({
      label: 'Weeks of earnings that count in an owner’s decisions',
      unit: 'weeks',
      default: 13,
      range: [4, 52],
      source:
        'assumption: three months, over which good and bad weeks even out; 4 (a bad month is enough) to 52 (a whole year with its seasons)',
      grade: 'assumption',
    }),
    fullTime: number({
      label: 'Hours of a full-time week, which are one FTE',
      unit: 'hours/week',
      default: 40,
      range: [20, 60],
      source: 'UU 13/2003, article 77: forty hours, in five days or in six',
      grade: 'A',
    }),
    leadTime: number({
      label: 'Lead time of local wholesale',
      unit: 'weeks',
      default: 1,
      range: [0, 10],
      source:
        'assumption: a week, as local wholesale and couriers deliver within days; 0.5 to 2 (by ship to another island)',
      grade: 'assumption',
    }),
    importLeadTime: number({
      label: 'Lead time of imports by sea',
      unit: 'weeks',
      default: 5,
      range: [0.5, 20],
      source:
        'assumption: two to three weeks at sea from China, the rest to fill a container, clear it and carry it on; 3 (no queue) to 10',
      grade: 'assumption',
    }),
    safetyStock: number({
      label: 'Safety stock',
      unit: 'weeks',
      default: 2,
      range: [0, 20],
      source:
        'assumption: two weeks of sales; 1 (space and money are short) to 3 (a shop that must not run out)',
      grade: 'assumption',
    }),
    slots: number({
      label: 'Positions of a ranked feed (a power of two)',
      unit: 'slots',
      default: 512,
      range: [64, 8192],
      source:
        'assumption: a number of the computation: a feed shows a sample of its list, and what a venue is worth comes from the whole list. 64 (more sampling error) to 8192 (less, and slower)',
      grade: 'assumption',
    }),
    innovators: share({
      label: 'Share of sellers who choose marketing effort',
      default: 0,
      source: 'given: a policy dial, off by default',
      grade: 'given',
    }),
    unlimited: yesNo({
      label: 'Unlimited stock: textbook markets',
      default: false,
      source: 'given: a switch for textbook markets',
      grade: 'given',
    }),
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
      source:
        'Bank Indonesia reference rates, from memory: the rate at which border values are written, so that changes of the exchange rate count alone',
      grade: 'C',
    }),
    vat: share({
      label: 'Value added tax on imports',
      default: 0.11,
      source: '11 % since April 2022 (F89)',
      grade: 'A',
    }),
    incomeTax: share({
      label: 'Income tax on imports',
      default: 0.025,
      source: '2.5 % with an importer licence, 7.5 % without, from memory',
      grade: 'C',
    }),
    compliance: share({
      label: 'Share of imports that pay duty and taxes',
      default: 0.6,
      source:
        'assumption: about half of textile imports from China were recorded (F84: Rp 31.8 tn of 61.3), more of other goods; 0.3 to 1 (all pay)',
      grade: 'assumption',
    }),
    evasion: share({
      label: 'Evasion cost relative to the border value',
      default: 0.1,
      source:
        'assumption: what agents take for goods outside the books must stay below what is saved, duty of 7.5 to 25 % and taxes of 13.5 %; 0 to 0.25',
      grade: 'assumption',
    }),
    handling: number({
      label: 'Handling cost per unit',
      unit: 'kRp',
      default: 1,
      range: [0, 1000],
      source:
        'assumption: port, customs agent and warehouse: Rp 1,000 a piece; 0.3 (by the container) to 3 (small lots)',
      grade: 'assumption',
    }),
    extraDuty: share({
      label: 'Additional duty on top of the tariff of the category',
      default: 0,
      range: [-1, 2],
      source: 'given: a policy dial, off by default',
      grade: 'given',
    }),
  },
  { single: true },
)

/** Taxes. One row. */
export const government = table(
  'government',
  'Government',
  {
    vat: share({
      label: 'Value added tax',
      default: 0.11,
      source: '11 % since April 2022 (F89)',
      grade: 'A',
    }),
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
        'assumption: 22 % of company profit (UU 7/2021, article 17), profit divided by turnover as in article 31E; from no tax to 35 %, the highest rate of individuals',
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
      source:
        'given: creators of the country over those simulated, written with the country (F59, F60)',
      grade: 'given',
    }),
    followersTail: number({
      label: 'Pareto tail exponent of followers',
      unit: 'exponent',
      default: 1.1,
      range: [0.5, 5],
      source:
        'assumption: near Zipf’s law (1), which sizes of cities and firms follow (Gabaix 2009); 1.05 (a star has much of everything) to 2 (a broad middle)',
      grade: 'assumption',
    }),
    meanFollowers: number({
      label: 'Mean followers per creator',
      unit: 'people',
      default: 10000,
      range: [1, 1e7],
      source:
        'assumption: sets the unit: attention goes by ratios of followers, so that it counts beside a trader’s first followers alone; 1,000 to 100,000',
      grade: 'assumption',
    }),
    convexity: number({
      label: 'Elasticity of attention to followers',
      unit: 'exponent',
      default: 0.9,
      range: [0, 1.2],
      source:
        'assumption: a little less than in proportion, as the many followers of a star see the star less often; 0.7 to 1, and above 1 attention runs to the largest',
      grade: 'assumption',
    }),
    followersExponent: number({
      label: 'Elasticity of followers won to the audience (eps_a)',
      unit: 'exponent',
      default: 0.7,
      range: [0, 1],
      source:
        'assumption: less than in proportion, as more of a large audience follow already: twice the viewers win 1.6 times the followers; 0 (as many whoever watches) to 1 (in proportion)',
      grade: 'assumption',
    }),
    followersKept: share({
      label: 'Share of followers kept on moving to another platform',
      default: 0.3,
      range: [0.05, 0.8],
      source:
        'assumption: three in ten, as who follows has to have an account there too and to look for the creator; 0.05 (next to none) to 0.8 (nearly all who have one)',
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
      source:
        'assumption: one viewer in a hundred, the lower end of the 1 to 3 % of ordinary shops online (F149), as most viewers pass through; 0.002 to 0.05',
      grade: 'assumption',
    }),
    slots: number({
      label: 'Items shown per week',
      unit: 'items',
      default: 8,
      range: [1, 8],
      source:
        'assumption: eight goods a week, a quarter of an hour for each in an evening of two hours; 1 (one product all evening) to 8. More may be usual: 8 is a limit of the program, which keeps no more places',
      grade: 'assumption',
    }),
  },
  { single: true },
)
