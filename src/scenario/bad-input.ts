/** What a person gave cannot be used: every fault at once, each with a way out. */
export class BadInput extends Error {
  readonly faults: readonly string[]

  constructor(...faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}
