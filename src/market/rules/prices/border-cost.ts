/** What an imported piece costs at the border, and who is paid for it. */
import type { Named } from '../../../engine/index.ts'

export interface Border {
  /** Duty by law, a share of the border value. */
  readonly duty: number
  readonly vat: number
  readonly incomeTax: number
  /** Share of pieces on which duty and taxes are paid. */
  readonly compliance: number
  /** What it costs to bring a piece past the border, a share of its border value. */
  readonly evasion: number
  /** kRp a piece. */
  readonly handling: number
}

/**
 * Cost of a mean piece with border value `cif`, by whom it goes to, all in kRp a piece:
 *   duties = comp CIF ( (1 + t)(1 + vat + pph) - 1 ),   fees = handling + (1 - comp) evade CIF
 *   landed = CIF + duties + fees = comp ( CIF (1 + t)(1 + vat + pph) + handling ) + (1 - comp)( CIF (1 + evade) + handling )
 * The landed cost is summed in its second form, and its taxes first: another order moves the last bit of results.
 */
export function borderCost(cif: number, b: Border) {
  const legal = cif * (1 + b.duty) * (1 + (b.vat + b.incomeTax)) + b.handling
  const evaded = cif * (1 + b.evasion) + b.handling
  return {
    /** To the seller abroad. */
    cif,
    /** To the government: duty and import taxes. */
    duties: b.compliance * cif * ((1 + b.duty) * (1 + b.vat + b.incomeTax) - 1),
    /** To those who handle it, and who bring it past the border. */
    fees: b.handling + (1 - b.compliance) * b.evasion * cif,
    landed: b.compliance * legal + (1 - b.compliance) * evaded,
  }
}

/** That of a category today, at the exchange rate and with the duties in force. */
export const borderCostOf = (
  c: Named<
    | 'borderValue'
    | 'dutyRate'
    | 'exchangeRate'
    | 'referenceRate'
    | 'vat'
    | 'incomeTax'
    | 'compliance'
    | 'evasion'
    | 'handling'
    | 'extraDuty'
  >,
  category: number,
) =>
  borderCost(c.borderValue[category] * (c.exchangeRate[0] / c.referenceRate[0]), {
    duty: c.dutyRate[category] + c.extraDuty[0],
    vat: c.vat[0],
    incomeTax: c.incomeTax[0],
    compliance: c.compliance[0],
    evasion: c.evasion[0],
    handling: c.handling[0],
  })
