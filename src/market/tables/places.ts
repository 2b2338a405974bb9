import { f64, number, share, table } from '../../engine/index.ts'

/** Regions: where buyers and sellers live and what a parcel costs. */
export const regions = table(
  'regions',
  'Regions',
  {
    buyerShare: share({
      label:
        'Share of buyers, and so of the people that they stand for, whatever the region is called',
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
      label: 'Delivery of an online parcel',
      unit: 'kRp',
      default: 0,
      range: [0, 500],
      source: 'model.md 2.2 (8-12 in Java, 18-35 outside)',
      grade: 'assumption',
    }),
    trip: number({
      label: 'Cost of a trip to stalls and bazaars',
      unit: 'kRp',
      default: 0,
      range: [0, 500],
    }),
    offlineTrend: number({
      label: 'Yearly fall of the offline taste',
      unit: 'log odds/year',
      default: 0,
      range: [-1, 2],
      source: 'F94, F95; model.md 2.13',
      grade: 'B',
    }),
  },
  { state: { stallRoom: f64('Stalls for small firms saved up', 'stalls') } },
)

/** Nests of the choice: alternatives that are closer to each other than to the rest. */
export const nests = table(
  'nests',
  'Nests of venues',
  {
    dissimilarity: number({
      label: 'Dissimilarity (lambda): 1 is plain logit',
      unit: 'share',
      default: 1,
      range: [0.05, 1],
      source: 'model.md 2.2 (0.3 to 0.9)',
      grade: 'assumption',
    }),
    considered: number({
      label: 'Items considered (K)',
      unit: 'items',
      default: 20,
      range: [1, 512],
    }),
    tasteScale: number({
      label: 'Scale of tastes in log odds, relative to the platforms',
      unit: 'ratio',
      default: 1,
      range: [0.1, 20],
      source: 'rough trial: 0.5 over the dissimilarity',
      grade: 'assumption',
    }),
    habit: number({
      label: 'Habit: pull of the venue used last',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
      source: 'Dubé, Hitsch and Rossi 2010',
      grade: 'C',
    }),
    venueTasteSpread: number({
      label: 'Spread of the taste for a venue between buyers',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
    }),
    onlineOnly: share({ label: 'Open to online shoppers only (1 yes, 0 no)', default: 0 }),
    offline: share({ label: 'Follows the offline trend (1 yes, 0 no)', default: 0 }),
  },
  { state: { trend: f64('Fall of the offline taste so far', 'log odds', 'regions') } },
)
