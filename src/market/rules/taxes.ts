import { before, rule } from '../../engine/index.ts'
import { sellers } from '../populations/index.ts'
import { government } from '../tables/index.ts'

/**
 * Taxes on sales, by yearly turnover: the final income tax above its threshold, and value added tax on the
 * margin of firms large enough to charge it. Turnover is smoothed over about half a year.
 */
export const taxes = rule({
  name: 'taxes',
  does: 'firms pay turnover and value added tax',
  every: 'week',
  over: sellers,
  reads: {
    takings: before(sellers.takings),
    wholesaleIncome: sellers.wholesaleIncome,
    purchases: sellers.purchases,
    borderPayments: sellers.borderPayments,
    duties: sellers.duties,
    materials: before(sellers.materials),
    fresh: sellers.fresh,
    vat: government.vat,
    vatThreshold: government.vatThreshold,
    turnoverTax: government.turnoverTax,
    turnoverTaxThreshold: government.turnoverTaxThreshold,
  },
  writes: { turnover: sellers.turnover, salesTax: sellers.salesTax },
  step(c, _, { day, from, to }) {
    for (let seller = from; seller < to; seller++) {
      const sales = c.takings[seller] + c.wholesaleIncome[seller]
      const yearly = (sales * 52.18) / 1000
      if (day === 0 || c.fresh[seller]) c.turnover[seller] = 0
      else if (c.turnover[seller] === 0) c.turnover[seller] = yearly
      else c.turnover[seller] += 0.04 * (yearly - c.turnover[seller])
      const turnover = c.turnover[seller]
      const inputs =
        c.purchases[seller] + c.borderPayments[seller] + c.duties[seller] + c.materials[seller]
      const vat = turnover > c.vatThreshold[0] ? c.vat[0] / (1 + c.vat[0]) : 0
      c.salesTax[seller] =
        (turnover > c.turnoverTaxThreshold[0] ? c.turnoverTax[0] * sales : 0) +
        vat * Math.max(0, sales - inputs)
    }
  },
})
