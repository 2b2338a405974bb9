/** The part of jstat that is used here; the package carries no types. */
declare module 'jstat' {
  const jstat: {
    studentt: {
      inv(probability: number, degreesOfFreedom: number): number
      cdf(value: number, degreesOfFreedom: number): number
    }
    normal: {
      inv(probability: number, mean: number, sd: number): number
      cdf(value: number, mean: number, sd: number): number
    }
    beta: {
      inv(probability: number, a: number, b: number): number
      cdf(value: number, a: number, b: number): number
    }
    centralF: {
      cdf(value: number, freedomAbove: number, freedomBelow: number): number
    }
    binomial: {
      cdf(successes: number, trials: number, probability: number): number
    }
  }
  export default jstat
}
