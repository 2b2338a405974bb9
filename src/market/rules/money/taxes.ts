import { before, number, rule, WEEKS_A_YEAR } from '../../../engine/index.ts'
import { sellers } from '../../populations/index.ts'
import { government, kinds } from '../../tables/index.ts'
import { fixedCost } from './fixed-cost.ts'

/**
 * Taxes of a firm by its yearly turnover Y, smoothed over about half a year. Income tax a year is
 *   0 up to the free amount A (Rp 500 m),   t (Y - A) up to the ceiling B of the final tax (Rp 4.8 bn),
 *   t (B - A) + i x profit x (Y - B)/Y above it
 * spread over the year in proportion to sales. The profit is that on the goods sold: sales less their unit cost,
 * fees, commissions, own-label profit, live sessions, rent and overhead. It is divided by turnover as in article 31E of
 * the income tax law; tax paid has no step at either bound. All firms are taken as taxed like individuals (PP 55/2022,
 * articles 56 to 61). Value added tax is due on the margin of firms large enough to charge it.
 */
export const taxes = rule({
  name: 'taxes',
  does: 'firms pay income tax by turnover and value added tax',
  every: 'week',
  over: sellers,
  reads: {
    state: sellers.state,
    revenue: before(sellers.revenue),
    wholesaleIncome: sellers.wholesaleIncome,
    piecesWeek: before(sellers.piecesWeek),
    shipped: sellers.shipped,
    unitCost: sellers.unitCost,
    fees: before(sellers.fees),
    commissions: before(sellers.commissions),
    labelProfit: before(sellers.labelProfit),
    liveCost: sellers.liveCost,
    kind: sellers.kind,
    listed: sellers.listed,
    rent: sellers.rent,
    overhead: kinds.overhead,
    purchases: sellers.purchases,
    borderPayments: sellers.borderPayments,
    duties: sellers.duties,
    materials: before(sellers.materials),
    entrant: sellers.entrant,
    vat: government.vat,
    vatThreshold: government.vatThreshold,
    turnoverTax: government.turnoverTax,
    turnoverTaxThreshold: government.turnoverTaxThreshold,
    turnoverTaxCeiling: government.turnoverTaxCeiling,
    incomeTax: government.incomeTax,
  },
  writes: { turnover: sellers.turnover, salesTax: sellers.salesTax },
  parameters: {
    memory: number({
      label: 'Weight of the latest week in the yearly turnover by which a firm is taxed',
      unit: 'share',
      default: 0.04,
      range: [0.01, 1],
      source:
        'assumption: a half-life of four months, between a quarter’s and a year’s accounts; 0.02 (eight months) to 0.15 (a month)',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to }) {
    const [free, ceiling] = [c.turnoverTaxThreshold[0], c.turnoverTaxCeiling[0]]
    for (let seller = from; seller < to; seller++) {
      const sales = c.revenue[seller] + c.wholesaleIncome[seller]
      const yearly = (sales * WEEKS_A_YEAR) / 1000
      if (day === 0 || c.entrant[seller]) c.turnover[seller] = 0
      else if (c.turnover[seller] === 0) c.turnover[seller] = yearly
      else c.turnover[seller] += p.memory * (yearly - c.turnover[seller])
      const turnover = c.turnover[seller]
      let due = 0
      if (turnover > free) {
        const final = Math.max(0, Math.min(turnover, ceiling) - free) / turnover
        due += c.turnoverTax[0] * final * sales
      }
      if (turnover > ceiling) {
        const cost =
          c.unitCost[seller] * (c.piecesWeek[seller] + c.shipped[seller]) +
          c.fees[seller] +
          c.commissions[seller] +
          c.labelProfit[seller] +
          c.liveCost[seller] +
          fixedCost(c, seller)
        due += (c.incomeTax[0] * Math.max(0, sales - cost) * (turnover - ceiling)) / turnover
      }
      if (turnover > c.vatThreshold[0]) {
        const inputs =
          c.purchases[seller] + c.borderPayments[seller] + c.duties[seller] + c.materials[seller]
        due += (c.vat[0] / (1 + c.vat[0])) * Math.max(0, sales - inputs)
      }
      c.salesTax[seller] = due
    }
  },
})
