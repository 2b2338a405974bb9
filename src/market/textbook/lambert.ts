import { exp, log } from '../../engine/index.ts'

/**
 * W0(e^x), the solution w > 0 of w e^w = e^x, i.e. of w + ln w = x, by Newton's method. It takes the logarithm
 * of Lambert's argument, so that large ones do not overflow. Corless and others 1996.
 */
export function lambertW(x: number): number {
  let w = x > 1 ? x - log(x) : exp(x) / (1 + exp(x))
  for (let step = 0; step < 50; step++) {
    const next = (w * (1 + x - log(w))) / (1 + w)
    if (Math.abs(next - w) <= 1e-15 * w) return next
    w = next
  }
  return w
}
