import { f64, number, share, table, yesNo } from '../../engine/index.ts'

/** Regions: where buyers and sellers live and what a parcel costs. */
export const regions = table(
  'regions',
  'Regions',
  {
    buyerShare: share({
      label:
        'Share of buyers, and so of the population they represent, whatever the region is called',
      default: 1,
      source: 'given: one region has all unless written',
      grade: 'given',
    }),
    sellerShare: share({
      label: 'Share of sellers',
      default: 1,
      source: 'given: one region has all unless written',
      grade: 'given',
    }),
    income: number({
      label: 'Mean income relative to the country',
      unit: 'ratio',
      default: 1,
      range: [0.1, 10],
      source: 'given: as in the country unless written',
      grade: 'given',
    }),
    wage: number({
      label: 'Wage relative to the country',
      unit: 'ratio',
      default: 1,
      range: [0.1, 10],
      source: 'given: as in the country unless written',
      grade: 'given',
    }),
    delivery: number({
      label: 'Delivery cost per online parcel',
      unit: 'kRp',
      default: 0,
      range: [0, 500],
      source:
        'assumption: none unless written; parcels of a kilogram cost 8 to 12 kRp within Java and 18 to 35 beyond it (tariffs of couriers, from memory)',
      grade: 'assumption',
    }),
    trip: number({
      label: 'Travel cost to stalls and bazaars',
      unit: 'kRp',
      default: 0,
      range: [0, 500],
      source:
        'assumption: none unless written; 10 (a motorcycle to the market) to 30 kRp (across a large city), a trip shared by what is bought on it',
      grade: 'assumption',
    }),
    offlineTrend: number({
      label: 'Annual decline in the taste for offline venues',
      unit: 'log odds/year',
      default: 0,
      range: [-1, 2],
      source:
        'turnover of stalls more than half below earlier years in September 2023 (F95); at 0.3 a year the odds of a stall halve in 28 months',
      grade: 'B',
    }),
  },
  { state: { stallRoom: f64('Carried-over stall quota for small firms', 'stalls') } },
)

/** Nests of the choice: alternatives that are closer to each other than to the rest. */
export const nests = table(
  'nests',
  'Nests of venues',
  {
    dissimilarity: number({
      label: 'Dissimilarity parameter (lambda): 1 is the plain logit',
      unit: 'share',
      default: 1,
      range: [0.05, 1],
      source:
        'assumption: the plain logit unless written. Users of TikTok Shop cut most at other platforms (Shopee 51, Lazada 45 %, offline 38 %; F112), and taxed sales went to other shops online (F145): below 1 for platforms, from 0.3 (close substitutes) to 0.9 (hardly closer than others)',
      grade: 'assumption',
    }),
    considered: number({
      label: 'Consideration-set size (K)',
      unit: 'items',
      default: 20,
      range: [1, 512],
      source:
        'assumption: a page or two of a feed; 8 (the first screen) to 60 (a long search). What a venue is worth comes from its whole list and not from this',
      grade: 'assumption',
    }),
    tasteScale: number({
      label: 'Scale of taste heterogeneity relative to platforms',
      unit: 'ratio',
      default: 1,
      range: [0.1, 20],
      source:
        'assumption: tastes count in utils, so that a nest of dissimilarity 0.8 divides by it what platforms divide by 0.5: 0.625; from that to 1 (the same in log odds)',
      grade: 'assumption',
    }),
    habit: number({
      label: 'State dependence: utility of the venue used last',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
      source:
        'Dubé, Hitsch and Rossi 2010, who find state dependence in packaged goods: a proxy; 0.4 (the last venue is 1.5 times as likely) to 2 (7 times)',
      grade: 'C',
    }),
    venueTasteSpread: number({
      label: 'Standard deviation of venue tastes across buyers',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
      source:
        'assumption: none unless written. At 0.6 one buyer in six finds a venue 1.8 times as likely as the mean buyer does; 0 (all alike) to 1.5 (most use one venue only)',
      grade: 'assumption',
    }),
    onlineOnly: yesNo({
      label: 'Accessible to online shoppers only',
      default: false,
      source: 'given: what the nest is, as its scenario describes it',
      grade: 'given',
    }),
    offline: yesNo({
      label: 'Subject to the offline trend',
      default: false,
      source: 'given: what the nest is, as its scenario describes it',
      grade: 'given',
    }),
  },
  {
    state: {
      trend: f64('Cumulative decline in the taste for offline venues', 'log odds', 'regions'),
    },
  },
)
