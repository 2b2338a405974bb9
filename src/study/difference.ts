/** Two sums of equals differ by their rounding, which is no change. */
const ROUNDING = 1e-12

/** `policy - baseline`; 0 where that is what rounding leaves. */
export function differenceOf(baseline: number, policy: number): number {
  const difference = policy - baseline
  const size = Math.max(Math.abs(baseline), Math.abs(policy))
  return Math.abs(difference) <= ROUNDING * size ? 0 : difference
}
