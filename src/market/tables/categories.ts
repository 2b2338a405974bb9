import { f64, number, share, table } from '../../engine/index.ts'

/** Kinds of goods: demand, cost, season and targets of each. */
export const categories = table(
  'categories',
  'Categories of goods',
  {
    sellerShare: share({
      label: 'Share of sellers',
      default: 0.2,
      source:
        'assumption: a fifth, as if five kinds of goods were alike. No source counts firms of trade and small industry by these goods; of firms online 43 % sell food, 15 fashion, 8 household goods, 5 cosmetics (F46), and a class needs enough rows to be sampled: 0.05 to 0.4',
      grade: 'assumption',
    }),
    occasionRate: number({
      label: 'Planned shopping occasions per buyer',
      unit: '1/week',
      default: 1,
      range: [0, 20],
      source:
        'assumption: once a week unless written. The country has once in 3 (food) to 33 weeks (electronics), which says how goods compare, as what all platforms sell (F36) is fitted by what a purchase stands for; half to twice',
      grade: 'assumption',
    }),
    meanPrice: number({
      label: 'Mean price paid',
      unit: 'kRp',
      default: 75,
      range: [0.1, 100000],
      source:
        'quotes of traders in September 2023 (F86), for clothes 45 to 105 kRp; assumption where there are none, a third either way',
      grade: 'B',
    }),
    priceElasticity: number({
      label: 'Own-price elasticity of a small online listing (absolute value)',
      unit: 'elasticity',
      default: 3.5,
      range: [0.1, 25],
      source: 'judgement from F144 to F148: 1.8 (an item online) to 8',
      grade: 'C',
    }),
    incomeElasticity: number({
      label: 'Income elasticity of shopping occasions',
      unit: 'elasticity',
      default: 1,
      range: [0, 2],
      source: 'assumption: in proportion to spending; 0.5 (food, by Engel’s law) to 1.5 (durables)',
      grade: 'assumption',
    }),
    nestShare: share({
      label: 'Target share of planned occasions by nest (the rest choose the outside option)',
      default: 0,
      per: 'nests',
      source:
        'assumption: none unless written. No source divides sales of these goods by place of sale: online has 5 to 20 % of all retail (F105), more of these goods, and platforms at most the share of online shoppers (F141)',
      grade: 'assumption',
    }),
    targetShare: share({
      label: 'Target share of platform sales at full reach (0: divide the remainder)',
      default: 0,
      per: 'venues',
      source:
        'TikTok Shop had 11 to 14 % of platform sales (F56), and 18 to 23 % in fast-moving goods and beauty (F57): 0.11 to 0.23',
      grade: 'B',
    }),
    platformTilt: number({
      label: 'Market share in this category relative to the venue’s average',
      unit: 'ratio',
      default: 1,
      range: [0, 20],
      per: 'venues',
      source: 'given: as on average unless written',
      grade: 'given',
    }),
    impulseShare: share({
      label: 'Impulse share of orders at a venue with an impulse feed',
      default: 0.45,
      range: [0, 0.95],
      source:
        'assumption: 0.2 (people search, and buy what they came for) to 0.75; live and video bring 60 to 95 % of sales at TikTok Shop (F66, from memory), and not all of them are unplanned',
      grade: 'assumption',
    }),
    localPreference: number({
      label: 'Preference for local goods',
      unit: 'log odds',
      default: 0,
      range: [-2, 2],
      source:
        'assumption: none unless written. At an elasticity of 3.5 a tenth is worth 3 % of the price; -0.3 (the foreign is liked, 9 %) to 0.5 (14 %)',
      grade: 'assumption',
    }),
    importDiscount: number({
      label: 'Quality of imported relative to local goods',
      unit: 'log odds',
      default: 0,
      range: [-3, 3],
      source:
        'assumption: as good as local goods unless written. At an elasticity of 3.5 -0.65 is worth 19 % of the price; 0 to -1.4, which outweighs all of the 40 % by which imports are cheaper (F86)',
      grade: 'assumption',
    }),
    popularityTaste: number({
      label: 'Effect of popularity on utility (social influence)',
      unit: 'log odds',
      default: 0,
      range: [0, 2],
      source:
        'sign from Salganik, Dodds and Watts 2006, who find that what others chose is chosen more, in music; no size for goods: 0 (nobody looks) to 0.4',
      grade: 'C',
    }),
    waitingCost: number({
      label: 'Disutility of waiting time',
      unit: 'log odds/week',
      default: 0.3,
      range: [0, 2],
      source:
        'assumption: a week of waiting takes a quarter off the odds (e^-0.3 = 0.74); 0.1 (who orders plans ahead, 10 %) to 1 (63 %)',
      grade: 'assumption',
    }),
    qualitySpread: number({
      label: 'Standard deviation of quality across sellers',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
      source:
        'assumption: all alike unless written. At 1 a firm one deviation better sells 2.7 times as much at the same price; 0.5 (1.6 times) to 1.5 (4.5 times)',
      grade: 'assumption',
    }),
    materialCost: number({
      label: 'Material cost per unit',
      unit: 'kRp',
      default: 24,
      range: [0, 50000],
      source:
        'assumption: so that cost, mark-up and fees come to the mean price at which the elasticity is stated; half to one and a half times',
      grade: 'assumption',
    }),
    productivity: number({
      label: 'Output per full-time worker',
      unit: 'pieces/FTE-week',
      default: 22,
      range: [0.01, 10000],
      source:
        'assumption: 22 pieces a week, not quite two hours for a garment; from 4 (craft by hand, ten hours) to 150 (small food, a quarter of an hour)',
      grade: 'assumption',
    }),
    borderValue: number({
      label: 'CIF value of an imported unit',
      unit: 'kRp',
      default: 15,
      range: [0.01, 50000],
      source:
        'assumption: so that a piece landed with duty and taxes leaves the price advantage of imports that traders tell, 20 to 60 % (F86); half to twice',
      grade: 'assumption',
    }),
    dutyRate: share({
      label: 'Import duty',
      default: 0.2,
      range: [0, 2],
      source: '7.5 % flat, textiles 15 to 25, cosmetics 10 to 15 % (F89)',
      grade: 'A',
    }),
    wholesaleMarkup: number({
      label: 'Wholesale mark-up factor of producers over unit cost',
      unit: 'ratio',
      default: 1.18,
      range: [1, 3],
      source:
        'assumption: a margin of 15 %, the lower end of what producers keep (15 to 30 %, F23, from memory), as merchants keep theirs; 1.05 to 1.4 (29 %)',
      grade: 'assumption',
    }),
    importMarkup: number({
      label: 'Wholesale mark-up factor of importers over landed cost',
      unit: 'ratio',
      default: 1.12,
      range: [1, 3],
      source:
        'assumption: a margin of 11 %, the lower end of what resellers keep (10 to 30 %, F23, from memory): containers are sold on quickly; 1.05 to 1.4 (29 %)',
      grade: 'assumption',
    }),
    resellerImports: share({
      label: 'Share of resellers selling imports',
      default: 0.3,
      source:
        'assumption: of listings online 40 % of clothing, 58 of accessories and 66 of cosmetics are imported (F80), hardly any food and craft: 0.05 to 0.9 by goods',
      grade: 'assumption',
    }),
    traderImports: share({
      label: 'Share of offline traders selling imports',
      default: 0.3,
      source:
        'assumption: fewer than of resellers online (F80), as halls are supplied by workshops near by: 0.05 (food, craft) to 0.6 (electronics)',
      grade: 'assumption',
    }),
    customShare: share({
      label: 'Share of producers making to order',
      default: 0,
      source:
        'assumption: none unless written; half of the craft, as in the Bekasi cluster (article 001), a tenth or less of other goods: 0 to 0.7',
      grade: 'assumption',
    }),
    copyability: share({
      label: 'Ease of copying',
      default: 1,
      source:
        'assumption: as easy as any; 0.7 where a pattern is known by its maker (batik), 0 where nobody can copy: 0 to 1',
      grade: 'assumption',
    }),
    copyDissimilarity: number({
      label: 'Dissimilarity of a copy and its original (tau)',
      unit: 'ratio',
      default: 0.5,
      range: [0.05, 1],
      source:
        'assumption: half, from a twentieth (buyers hardly tell the two apart) to 1 (a copy is no closer to its original than to any other item of the category); no estimate for copies is known',
      grade: 'assumption',
    }),
    lebaranBump: number({
      label: 'Rise in shopping occasions at the Lebaran peak',
      unit: 'ratio',
      default: 0,
      range: [0, 5],
      source:
        'none unless written; in the country fitted to F152, clothing +35 to 40 % in the month and all retail +15 to 20 %, for which goods of which F152 says nothing rise less. The limit, five times more at the peak, is above what F152 has of Muslim fashion (2 to 4 times)',
      grade: 'B',
    }),
    outside: number({
      label: 'Utility constant of the outside option where it is not calibrated',
      unit: 'utils',
      default: 0,
      range: [-50, 50],
      source: 'given: written in a textbook market, solved in the country',
      grade: 'given',
    }),
    constants: number({
      label: 'Utility constant of a nest where it is not calibrated',
      unit: 'utils',
      default: 0,
      range: [-50, 50],
      per: 'nests',
      source: 'given: written in a textbook market, solved in the country',
      grade: 'given',
    }),
    packing: number({
      label: 'Pieces handled per full-time worker',
      unit: 'pieces/FTE-week',
      default: 52,
      range: [0.1, 10000],
      source:
        'assumption: 46 minutes a piece sold (40 hours over 52) for chat, packing and dispatch by a small firm that does all itself; 26 (an hour and a half) to 200 (twelve minutes, at a packing table)',
      grade: 'assumption',
    }),
  },
  {
    state: {
      season: f64('Seasonal index of planned and impulse occasions', 'ratio'),
      visits: f64('Relative increase in planned occasions from events', 'share', 'regions'),
      eventPull: f64('Effect of events on the utility of bazaars', 'log odds', 'regions'),
      saveConstant: f64('Utility constant of the outside option', 'log odds'),
      impulseRate: f64('Impulse exposures of an average buyer', '1/week', 'venues'),
      venueTaste: f64('Mean taste for a venue', 'log odds', 'venues'),
      venuePath: f64('Target share of platform sales last week, by venue', 'share', 'venues'),
      venueTrend: f64('Trend of the mean taste for a venue', 'log odds/week', 'venues'),
      plannedShare: f64(
        'Share of a nest in planned occasions on the calibration date',
        'share',
        'nests',
      ),
      nestConstant: f64('Utility constant of a nest', 'log odds', 'nests'),
      sourcingTaste: f64(
        'Utility constant of importing in the sourcing choice of resellers and traders',
        'log odds',
        2,
      ),
      peersProfit: f64('Median profit of firms, smoothed, by kind', 'kRp/week', 'kinds'),
      peersUsualProfit: f64(
        'Median profit of firms on the calibration date, by kind',
        'kRp/week',
        'kinds',
      ),
      asked: f64(
        'What owners ask of the firm, of what they could earn elsewhere, calibrated, by kind',
        'share',
        'kinds',
      ),
      pressure: f64(
        'Mean exit hazard of firms relative to one without a mark, calibrated',
        'ratio',
      ),
      broke: f64('Insolvencies before the calibration date', 'share of firms/week'),
    },
  },
)
