/**
 * Exponential and logarithm of our own. Those of the language may differ between engines in the last
 * bit; these use only + - * / and integer operations, which IEEE 754 fixes, so that a run gives the same
 * bits in every Node version and browser. Both are accurate to about 2e-16 relative.
 */
import { DAYS_A_WEEK } from './calendar.ts'

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
// biome-ignore lint/suspicious/noApproximativeNumericConstant: Math is left to the tests of the floors
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

const PARTS = 256
/** 2^(k/256), from the series. */
const PART_OF_TWO = Float64Array.from({ length: PARTS }, (_, k) =>
  series((k / PARTS) * (LN2_HIGH + LN2_LOW)),
)
const PARTS_OVER_LN2 = PARTS * INVERSE_LN2
const STEP_HIGH = LN2_HIGH / PARTS
const STEP_LOW = LN2_LOW / PARTS

/**
 * e^x, without the engine-dependent last bit of Math.exp: x = (256 m + k) ln2/256 + r, |r| <= ln2/512, and
 * e^x = 2^m 2^(k/256) e^r with four terms for e^r. The method of Tang 1989.
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return extremeExp(x)
  const whole = Math.floor(x * PARTS_OVER_LN2 + 0.5)
  const r = x - whole * STEP_HIGH - whole * STEP_LOW
  const square = r * r
  const p = 1 + (r + square * (0.5 + r * 1.6666666666666666e-1 + square * 4.1666666666666664e-2))
  return PART_OF_TWO[whole & (PARTS - 1)] * p * POWER_OF_TWO[(whole >> 8) + 1074]
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
const words = new Int32Array(float.buffer)
float[0] = 1
const HIGH = words[1] !== 0 ? 1 : 0

/** ln x by the series of 2 artanh((x - 1) / (x + 1)): exact to the last bits for x near 1, slow. */
function logSeries(x: number): number {
  const s = (x - 1) / (x + 1)
  let sum = 0
  for (let k = 41; k >= 1; k -= 2) sum = sum * s * s + 1 / k
  return 2 * s * sum
}

/** The high half of 11/16, where the first of the stretches begins. */
const LOWEST = 0x3fe60000
const STRETCHES = 128
/** A number in the middle of each stretch; 1 in both that meet there, for logarithms near 0 to be exact. */
const MIDDLE = Float64Array.from({ length: STRETCHES }, (_, k) => {
  const edge = (k: number) => {
    float[0] = 0
    words[HIGH] = LOWEST + (k << 13)
    return float[0]
  }
  return edge(k) <= 1 && edge(k + 1) >= 1 ? 1 : (edge(k) + edge(k + 1)) / 2
})
const OVER_MIDDLE = MIDDLE.map((c) => 1 / c)
const LOG_MIDDLE = MIDDLE.map(logSeries)

/**
 * Natural logarithm, without the engine-dependent last bit of Math.log: x = 2^k z, 11/16 <= z < 11/8, in one of 128
 * stretches, and ln x = k ln2 + ln c + ln(1 + r) with r = (z - c) / c from the middle c of the stretch and eight
 * terms for ln(1 + r). The method of Tang 1990.
 */
export function log(x: number): number {
  if (!(x >= 2.2250738585072014e-308 && x < Infinity)) return extremeLog(x)
  float[0] = x
  const high = words[HIGH] - LOWEST
  const k = high >> 20
  const stretch = (high >> 13) & (STRETCHES - 1)
  const r = (x * POWER_OF_TWO[1074 - k] - MIDDLE[stretch]) * OVER_MIDDLE[stretch]
  const square = r * r
  const p =
    square *
    (-0.5 +
      r * 0.3333333333333333 +
      square *
        (-0.25 +
          r * 0.2 +
          square * (-0.16666666666666666 + r * 0.14285714285714285 - square * 0.125)))
  const whole = k * LN2_HIGH + LOG_MIDDLE[stretch]
  const sum = whole + r
  return sum + (whole - sum + r + (k * LN2_LOW + p))
}

/** Where x is no normal number. */
function extremeLog(x: number): number {
  if (x === Infinity || Number.isNaN(x)) return x
  if (x === 0) return -Infinity
  if (x < 0) return Number.NaN
  return log(x * 18014398509481984) - 54 * LN2_HIGH - 54 * LN2_LOW
}

/** base^power for base >= 0, by exp and log of this file, or by a root, which IEEE 754 fixes. */
export const power = (base: number, exponent: number): number =>
  exponent === 1
    ? base
    : exponent === 0.5
      ? Math.sqrt(base)
      : exponent === 0
        ? 1
        : base === 0
          ? 0
          : exp(exponent * log(base))

/**
 * Whole part of a / b, for indices below 2^31. An index from a plain division is a fraction to the machine,
 * and every use of it is converted and checked: a third of the time of a hot loop.
 */
export const quotient = (a: number, b: number): number => (a / b) | 0

/** The probability that something with a hazard per week happens within days. */
export const chance = (hazardPerWeek: number, days: number): number =>
  1 - exp((-hazardPerWeek * days) / DAYS_A_WEEK)

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
