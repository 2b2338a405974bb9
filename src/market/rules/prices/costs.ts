import { before, rule } from '../../../engine/index.ts'
import { isMerchant, KIND, labour, sellers } from '../../populations/index.ts'
import { border, categories, firms, regions } from '../../tables/index.ts'
import { borderCostOf } from './border-cost.ts'

/**
 * Unit costs and wholesale prices.
 *   producer c = m + W / A, wholesale c * markup;  importer c the landed cost, wholesale c * import markup
 * A reseller's cost is that of his stock: imported share x import price + local share x his producer's price.
 */
export const costs = rule({
  name: 'costs',
  does: 'materials, wages, duties and the exchange rate make unit costs',
  every: 'week',
  over: sellers,
  whole: true,
  reads: {
    kind: sellers.kind,
    category: sellers.category,
    region: sellers.region,
    listed: sellers.listed,
    equipped: sellers.equipped,
    foreign: before(sellers.foreign),
    supplier: before(sellers.supplier),
    materialCost: categories.materialCost,
    productivity: categories.productivity,
    borderValue: categories.borderValue,
    dutyRate: categories.dutyRate,
    wholesaleMarkup: categories.wholesaleMarkup,
    importMarkup: categories.importMarkup,
    exchangeRate: border.exchangeRate,
    referenceRate: border.referenceRate,
    vat: border.vat,
    incomeTax: border.incomeTax,
    compliance: border.compliance,
    evasion: border.evasion,
    handling: border.handling,
    extraDuty: border.extraDuty,
    wage: firms.wage,
    regionalWage: regions.wage,
    wageIndex: before(labour.wage),
  },
  writes: { unitCost: sellers.unitCost, wholesalePrice: sellers.wholesalePrice },
  step(c, _, { from, to, count }) {
    const producerCost = (category: number, region: number, equipped = 0) =>
      c.materialCost[category] +
      (c.wage[0] * c.regionalWage[region] * (c.wageIndex[region] || 1)) /
        (c.productivity[category] * (1 + equipped))
    const importCost = Array.from(
      { length: count.categories },
      (_, category) => borderCostOf(c, category).landed,
    )
    for (let seller = from; seller < to; seller++) {
      if (c.listed[seller] >= 0) continue
      const category = c.category[seller]
      if (c.kind[seller] === KIND.producer) {
        c.unitCost[seller] = producerCost(category, c.region[seller], c.equipped[seller])
        c.wholesalePrice[seller] = c.unitCost[seller] * c.wholesaleMarkup[category]
      } else if (c.kind[seller] === KIND.importer) {
        c.unitCost[seller] = importCost[category]
        c.wholesalePrice[seller] = c.unitCost[seller] * c.importMarkup[category]
      }
    }
    for (let seller = from; seller < to; seller++) {
      if (c.listed[seller] >= 0) continue
      if (!isMerchant(c.kind[seller])) continue
      const category = c.category[seller]
      const supplier = c.supplier[seller]
      const local =
        supplier >= 0
          ? c.wholesalePrice[supplier]
          : producerCost(category, c.region[seller]) * c.wholesaleMarkup[category]
      const foreign = importCost[category] * c.importMarkup[category]
      c.unitCost[seller] = c.foreign[seller] * foreign + (1 - c.foreign[seller]) * local
    }
  },
})
