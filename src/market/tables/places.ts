import { f64, number, share, table } from '../../engine/index.ts'

/** Regions: where buyers and sellers live and what a parcel costs. */
export const regions = table(
  'regions',
  'Regions',
  {
    buyerShare: share({
      label:
        'Share of buyers, and so of the population they represent, whatever the region is called',
      default: 1,
    }),
    sellerShare: share({ label: 'Share of sellers', default: 1 }),
    income: number({
      label: 'Mean income relative to the country',
      unit: 'ratio',
      default: 1,
      range: [0.1, 10],
    }),
    wage: number({
      label: 'Wage relative to the country',
      unit: 'ratio',
      default: 1,
      range: [0.1, 10],
    }),
    delivery: number({
      label: 'Delivery cost per online parcel',
      unit: 'kRp',
      default: 0,
      range: [0, 500],
      source: 'model.md 2.2 (8-12 in Java, 18-35 outside)',
      grade: 'assumption',
    }),
    trip: number({
      label: 'Travel cost to stalls and bazaars',
      unit: 'kRp',
      default: 0,
      range: [0, 500],
    }),
    offlineTrend: number({
      label: 'Annual decline in the taste for offline venues',
      unit: 'log odds/year',
      default: 0,
      range: [-1, 2],
      source: 'F94, F95; model.md 2.13',
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
      source: 'model.md 2.2 (0.3 to 0.9)',
      grade: 'assumption',
    }),
    considered: number({
      label: 'Consideration-set size (K)',
      unit: 'items',
      default: 20,
      range: [1, 512],
    }),
    tasteScale: number({
      label: 'Scale of taste heterogeneity relative to platforms',
      unit: 'ratio',
      default: 1,
      range: [0.1, 20],
      source: 'rough trial: 0.5 over the dissimilarity',
      grade: 'assumption',
    }),
    habit: number({
      label: 'State dependence: utility of the venue used last',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
      source: 'Dubé, Hitsch and Rossi 2010',
      grade: 'C',
    }),
    venueTasteSpread: number({
      label: 'Standard deviation of venue tastes across buyers',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
    }),
    onlineOnly: share({ label: 'Accessible to online shoppers only (1 yes, 0 no)', default: 0 }),
    offline: share({ label: 'Subject to the offline trend (1 yes, 0 no)', default: 0 }),
  },
  {
    state: {
      trend: f64('Cumulative decline in the taste for offline venues', 'log odds', 'regions'),
    },
  },
)
