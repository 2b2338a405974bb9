/**
 * Exponential and logarithm of our own. Those of the language may differ between engines in the last
 * bit; these use only + - * / and integer operations, which IEEE 754 fixes, so that a run gives the same
 * bits in every Node version and browser. Both are accurate to about 2e-16 relative.
 */

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const INVERSE_LN2 = 1.4426950408889634

/** Exact powers of two from 2^-1074 (index 0) to 2^1023. */
const POWER_OF_TWO = (() => {
  const powers = new Float64Array(1074 + 1024)
  powers[1074] = 1
  for (let k = 1; k < 1024; k++) powers[1074 + k] = powers[1073 + k] * 2
  for (let k = 1; k <= 1074; k++) powers[1074 - k] = powers[1075 - k] / 2
  return powers
})()

/** e^x by its Taylor series: exact to the last bits for |x| <= 0.7, slow. */
function series(x: number): number {
  let sum = 1
  for (let k = 20; k >= 1; k--) sum = 1 + (x * sum) / k
  return sum
}

const PARTS = 64
/** 2^(k/64), from the series. */
const PART_OF_TWO = Float64Array.from({ length: PARTS }, (_, k) =>
  series((k / PARTS) * (LN2_HIGH + LN2_LOW)),
)
const PARTS_OVER_LN2 = PARTS * INVERSE_LN2
const STEP_HIGH = LN2_HIGH / PARTS
const STEP_LOW = LN2_LOW / PARTS

/**
 * e^x, without the engine-dependent last bit of Math.exp: x = (64 m + k) ln2/64 + r, |r| <= ln2/128, and
 * e^x = 2^m 2^(k/64) e^r with five terms for e^r.
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return extremeExp(x)
  const whole = Math.floor(x * PARTS_OVER_LN2 + 0.5)
  const r = x - whole * STEP_HIGH - whole * STEP_LOW
  const p =
    1 +
    r *
      (1 +
        r *
          (0.5 +
            r * (1.6666666666666666e-1 + r * (4.1666666666666664e-2 + r * 8.333333333333333e-3))))
  return PART_OF_TWO[whole & (PARTS - 1)] * p * POWER_OF_TWO[(whole >> 6) + 1074]
}

/** Where e^x or its parts leave the range of normal numbers. */
function extremeExp(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 709.782712893384) return Infinity
  if (x < -745.2) return 0
  const half = exp(x / 2)
  return half * half
}

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)
float[0] = 1
const HIGH = words[1] !== 0 ? 1 : 0

/** Natural logarithm, without the engine-dependent last bit of Math.log. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN
  if (x === Infinity) return x
  let k = 0
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984 // 2^54
    k = -54
  }
  float[0] = x
  const exponent = (words[HIGH] >>> 20) - 1023
  k += exponent
  // By a product, which is exact: writing half of a number and reading it whole makes a processor wait.
  let mantissa = x * POWER_OF_TWO[1074 - exponent]
  if (mantissa > 1.4142135623730951) {
    mantissa *= 0.5
    k += 1
  }
  const f = mantissa - 1
  const s = f / (2 + f)
  const z = s * s
  const series =
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z *
                (0.22222198432149784 +
                  z * (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))))
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + series) + k * LN2_LOW) - f)
}

/** base^power for base >= 0, by exp and log of this file. */
export const power = (base: number, exponent: number): number =>
  exponent === 1 ? base : exponent === 0 ? 1 : base === 0 ? 0 : exp(exponent * log(base))

/**
 * Whole part of a / b, for indices below 2^31. An index from a plain division is a fraction to the machine,
 * and every use of it is converted and checked: a third of the time of a hot loop.
 */
export const quotient = (a: number, b: number): number => (a / b) | 0

/** The probability that something with a hazard per week happens within days. */
export const chance = (hazardPerWeek: number, days: number): number =>
  1 - exp((-hazardPerWeek * days) / 7)

/** Quantile of the standard normal distribution (Acklam's rational approximation, |error| < 1.2e-9). */
export function normalQuantile(p: number): number {
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * log(p))
    return tail(q)
  }
  if (p > 0.97575) {
    const q = Math.sqrt(-2 * log(1 - p))
    return -tail(q)
  }
  const q = p - 0.5
  const r = q * q
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r +
      138.357751867269) *
      r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r +
      66.80131188771972) *
      r -
      13.28068155288572) *
      r +
      1)
  )
}

const tail = (q: number): number =>
  (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q -
    2.549732539343734) *
    q +
    4.374664141464968) *
    q +
    2.938163982698783) /
  ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q +
    3.754408661907416) *
    q +
    1)
