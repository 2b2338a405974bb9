/** The bench is made of parts: each measures one thing and says what it found in figures. */

/** One number, with what it is of. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it should be at most or at least. */
  readonly most?: number
  readonly least?: number
  /** Of an estimate, its interval of 95 %. */
  readonly low?: number
  readonly high?: number
  /** What has to be known to read it. */
  readonly note?: string
}

/** How much is measured. */
export interface Asked {
  /** Multiplies agents; 1 is the market as it is shipped. */
  readonly scale: number
  /** A handful of agents and days, to see that all parts run. */
  readonly tiny: boolean
  /** A folder with another commit, built, that is measured turn by turn beside this one. */
  readonly against?: string | undefined
  /** How often each thing is measured. */
  readonly turns: number
  /** Sizes of the part about sizes, as multiples of the market that is shipped. */
  readonly sizes: readonly number[]
  /** Runs of the part about studies of many points. */
  readonly runs: number
}

export interface Part {
  readonly name: string
  /** What it measures, in a sentence. */
  readonly about: string
  measure(asked: Asked): Promise<readonly Figure[]>
}

/** Whether a figure is what it should be; undefined where nothing is asked of it. */
export function isMet({ value, most, least }: Figure): boolean | undefined {
  if (most === undefined && least === undefined) return undefined
  return value <= (most ?? Infinity) && value >= (least ?? -Infinity)
}
