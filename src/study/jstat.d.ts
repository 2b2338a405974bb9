/** The part of jstat that is used here; the package carries no types. */
declare module 'jstat' {
  const jstat: {
    studentt: {
      inv(probability: number, degreesOfFreedom: number): number
      cdf(value: number, degreesOfFreedom: number): number
    }
  }
  export default jstat
}
