type Column = { readonly [row: number]: number }

/**
 * Turnover of all firms, and what the largest 1 % of firms have of it. The turnover above which they lie is
 * found by bisection, which is quicker than sorting every week; the row at the edge counts in part.
 */
export function topSales(turnover: Column, weight: Column, sellers: number) {
  let [firms, sales, largest] = [0, 0, 0]
  for (let seller = 0; seller < sellers; seller++) {
    firms += weight[seller]
    sales += weight[seller] * turnover[seller]
    largest = Math.max(largest, turnover[seller])
  }
  if (sales === 0) return { top: 0, sales }
  const top = firms * 0.01
  let [low, high] = [0, largest]
  /** Firms above `high`, and the rows that lie between. */
  let aboveHigh = 0
  let between = new Int32Array(sellers)
  for (let seller = 0; seller < sellers; seller++) between[seller] = seller
  for (let step = 0; step < 40; step++) {
    // Few lie above the mean, so that it comes first.
    const middle = step === 0 ? sales / firms : (low + high) / 2
    let above = aboveHigh
    for (const seller of between) if (turnover[seller] > middle) above += weight[seller]
    const rises = above > top
    if (rises) low = middle
    else [high, aboveHigh] = [middle, above]
    let kept = 0
    for (const seller of between) if (turnover[seller] > middle === rises) between[kept++] = seller
    between = between.subarray(0, kept)
  }
  let [counted, held] = [0, 0]
  for (let seller = 0; seller < sellers; seller++)
    if (turnover[seller] > high) {
      counted += weight[seller]
      held += weight[seller] * turnover[seller]
    }
  return { top: held + Math.max(0, top - counted) * high, sales }
}
