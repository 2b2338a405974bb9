import { f64, number, share, table } from '../../engine/index.ts'

const trial = { source: 'rough trial of the model, baseline values', grade: 'assumption' } as const

/** Kinds of goods: demand, cost, season and targets of each. */
export const categories = table(
  'categories',
  'Categories of goods',
  {
    sellerShare: share({ label: 'Share of sellers', default: 0.2, ...trial }),
    occasionRate: number({ label: 'Planned purchase occasions', unit: '1/week', default: 1, range: [0, 20], ...trial }),
    meanPrice: number({ label: 'Mean price paid', unit: 'kRp', default: 75, range: [0.1, 100000], source: 'trader quotes of September 2023 (F86); the rest assumed', grade: 'B' }),
    priceElasticity: number({ label: 'Own-price elasticity of a small listing online', unit: 'elasticity', default: 3.5, range: [0.1, 25], source: 'judgement from F144 to F148', grade: 'C' }),
    incomeElasticity: number({ label: 'Income elasticity of purchase occasions', unit: 'elasticity', default: 1, range: [0, 2] }),
    nestShare: share({ label: 'Target share of planned occasions by nest (the rest saves)', default: 0, per: 'nests', ...trial }),
    targetShare: share({ label: 'Target share of platform sales at full reach (0: share the rest)', default: 0, per: 'venues', source: 'F56, F57', grade: 'B' }),
    platformTilt: number({ label: 'Platform share in this category relative to its average', unit: 'ratio', default: 1, range: [0, 20], per: 'venues' }),
    impulseShare: share({ label: 'Impulse share of orders at a venue with an impulse feed', default: 0.45, range: [0, 0.95], source: 'model.md 2.1 (0.20 to 0.75)', grade: 'assumption' }),
    localPreference: number({ label: 'Preference for local goods', unit: 'log odds', default: 0, range: [-2, 2], ...trial }),
    importDiscount: number({ label: 'Quality of imported relative to local goods', unit: 'log odds', default: 0, range: [-3, 3], ...trial }),
    popularityTaste: number({ label: 'Social influence of popularity on choice', unit: 'log odds', default: 0, range: [0, 2], source: 'Salganik, Dodds and Watts 2006, qualitative', grade: 'C' }),
    waitingCost: number({ label: 'Disutility of waiting', unit: 'log odds/week', default: 0.3, range: [0, 2], ...trial }),
    qualitySpread: number({ label: 'Standard deviation of quality between sellers', unit: 'log odds', default: 0, range: [0, 3], ...trial }),
    materialCost: number({ label: 'Materials a piece', unit: 'kRp', default: 24, range: [0, 50000], ...trial }),
    productivity: number({ label: 'Output of a full-time worker', unit: 'pieces/FTE-week', default: 22, range: [0.01, 10000], ...trial }),
    borderValue: number({ label: 'Cost, insurance and freight of an imported piece', unit: 'kRp', default: 15, range: [0.01, 50000], ...trial }),
    dutyRate: share({ label: 'Import duty', default: 0.2, range: [0, 2], source: 'PMK 96/2023 (F89)', grade: 'A' }),
    wholesaleMarkup: number({ label: 'Wholesale price over unit cost of producers', unit: 'ratio', default: 1.18, range: [1, 3], ...trial }),
    importMarkup: number({ label: 'Wholesale price over landed cost of importers', unit: 'ratio', default: 1.12, range: [1, 3], ...trial }),
    resellerImports: share({ label: 'Share of resellers who sell imports', default: 0.3, ...trial }),
    traderImports: share({ label: 'Share of offline traders who sell imports', default: 0.3, ...trial }),
    customShare: share({ label: 'Share of producers who make to order', default: 0, ...trial }),
    lebaranBump: number({ label: 'Rise of occasions at the Lebaran peak', unit: 'ratio', default: 0, range: [0, 5], source: 'fitted to F152', grade: 'B' }),
    outside: number({ label: 'Constant of saving where it is not solved', unit: 'utils', default: 0, range: [-50, 50] }),
    constants: number({ label: 'Constant of a nest where it is not solved', unit: 'utils', default: 0, range: [-50, 50], per: 'nests' }),
    packing: number({ label: 'Orders handled by a full-time seller', unit: 'orders/FTE-week', default: 45, range: [0.1, 10000] }),
  },
  {
    state: {
      season: f64('Season index of planned and impulse occasions', 'ratio'),
      saveConstant: f64('Constant of saving', 'log odds'),
      impulseRate: f64('Impulse occasions of a mean buyer', '1/week', 'venues'),
      venueTaste: f64('Mean taste for a venue', 'log odds', 'venues'),
      nestConstant: f64('Constant of a nest', 'log odds', 'nests'),
      sourcingTaste: f64('Constant of importing in the sourcing choice of resellers and traders', 'log odds', 2),
    },
  },
)
