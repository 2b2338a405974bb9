/** Which parameters cannot be right, found by waves of runs. */
import { keyOf, seedKey, uniform } from '../../engine/index.ts'
import { type Emulated, type Emulator, emulator } from '../sensitivity/emulator.ts'
import { type FitTarget, hitsOf, outside, type TargetHits } from './fit-target.ts'

/** Beyond three standard deviations a distribution with one top has less than 5 % of its weight, whatever its form (Pukelsheim 1994). */
export const IMPLAUSIBLE = 3

/**
 * How far the emulated outcome is from a target, in standard deviations of all that could account for it:
 *
 *     I = distance to the band / sqrt(emulator^2 + chance of a run^2 + error of the target^2)
 *
 * Above 3 the parameters are ruled out. Source: Craig and others 1997; Vernon, Goldstein and Bower 2010; chance as in Andrianakis and
 * others 2015.
 */
export function implausibility({ mean, sd, noise }: Emulated, target: FitTarget): number {
  const far = outside(mean, target)
  if (far === 0) return 0
  return far / Math.sqrt(sd ** 2 + noise ** 2 + (target.error ?? 0) ** 2)
}

/** What is left of the space of parameters after some waves: a box, and a test of points in it. */
export interface Region {
  readonly low: readonly number[]
  readonly high: readonly number[]
  holds(unit: readonly number[]): boolean
}

export const wholeCube = (factors: number): Region => ({
  low: Array(factors).fill(0),
  high: Array(factors).fill(1),
  holds: () => true,
})

export interface Wave {
  readonly number: number
  /** One a target. */
  readonly emulators: readonly Emulator[]
  readonly hits: TargetHits
  /** Where the next runs and the fit go on. */
  readonly region: Region
  /** Share of the whole cube that is left, by the candidates that were tried. */
  readonly left: number
  /** Share of what was left before that each target rules out by itself, in their order. */
  readonly rulesOut: readonly number[]
  /** Points of the next wave, far from each other; of nothing left, those that are the least implausible. */
  readonly next: readonly (readonly number[])[]
  readonly leftOut: number
}

export interface WaveInput {
  readonly number: number
  /** Points of all runs so far; those outside of `within` are not used. */
  readonly units: readonly (readonly number[])[]
  /** For each target and point, the outcomes of its runs. */
  readonly outcomes: readonly (readonly (readonly number[])[])[]
  readonly targets: readonly FitTarget[]
  readonly within: Region
  /** Points of the next wave. */
  readonly size: number
  readonly seed: string
  /** Points at which the emulators are asked. */
  readonly candidates?: number
}

/**
 * One wave: an emulator of every target from the runs in what is left, and the points that no target rules out. Then run `next`,
 * add it to `units` and go on with `region`, until `left` or the emulators no longer change. Why before a fit by simulation:
 * a fit spends its runs on what could be right.
 */
export function historyWave(input: WaveInput): Wave {
  const { number, targets, within, size, seed, candidates = 4000 } = input
  const rows = input.units.flatMap((unit, row) => (within.holds(unit) ? [row] : []))
  const places = rows.map((row) => input.units[row])
  const own = input.outcomes.map((of) => rows.map((row) => of[row]))
  const emulators = own.map((of) => emulator(places, of))
  const worst = (unit: readonly number[]) =>
    targets.reduce(
      (most, target, k) => Math.max(most, implausibility(emulators[k].at(unit), target)),
      0,
    )
  const ruledOut = (unit: readonly number[]) =>
    targets.some((target, k) => implausibility(emulators[k].at(unit), target) > IMPLAUSIBLE)
  const { drawn, tried } = candidatesOf(within, candidates, `${seed}/${number}`)
  const judged = drawn.map((unit) => ({ unit, far: worst(unit) })).sort((a, b) => a.far - b.far)
  const plausible = judged.filter(({ far }) => !(far > IMPLAUSIBLE))
  const box = boxAround(
    plausible.map(({ unit }) => unit),
    within,
  )
  const runs = rows.flatMap((_, k) => own[0][k].map((_, run) => own.map((of) => of[k][run])))
  const pool = plausible.length >= size ? plausible : judged.slice(0, size)
  return {
    number,
    emulators,
    hits: hitsOf(runs, targets),
    region: { ...box, holds: (unit) => within.holds(unit) && !ruledOut(unit) },
    left: (volume(within) * plausible.length) / tried,
    rulesOut: targets.map(
      (target, k) =>
        drawn.filter((unit) => implausibility(emulators[k].at(unit), target) > IMPLAUSIBLE).length /
        drawn.length,
    ),
    next: spreadOut(
      pool.map(({ unit }) => unit),
      size,
      places,
    ),
    leftOut: emulators.reduce((most, { leftOut }) => Math.max(most, leftOut), 0),
  }
}

/** Points of a region, numbered draws from its box; not more than this many are tried for each that is wanted. */
const TRIES = 1000

function candidatesOf(within: Region, wanted: number, seed: string) {
  const key = keyOf(seedKey(seed), 'candidate')
  const drawn: number[][] = []
  let tried = 0
  while (drawn.length < wanted && tried < TRIES * wanted) {
    const unit = within.low.map((low, k) => low + uniform(key, tried, k) * (within.high[k] - low))
    if (within.holds(unit)) drawn.push(unit)
    tried++
  }
  return { drawn, tried }
}

const volume = ({ low, high }: Region): number =>
  low.reduce((product, from, k) => product * (high[k] - from), 1)

/** The box of some points, wider by a twentieth of its sides at both ends, since the outermost were not drawn. */
function boxAround(points: readonly (readonly number[])[], within: Region) {
  if (points.length === 0) return { low: within.low, high: within.high }
  const ends = within.low.map((_, k) => {
    const column = points.map((unit) => unit[k])
    return [Math.min(...column), Math.max(...column)] as const
  })
  const reach = ends.map(([low, high]) => 0.05 * (high - low))
  return {
    low: ends.map(([low], k) => Math.max(within.low[k], low - reach[k])),
    high: ends.map(([, high], k) => Math.min(within.high[k], high + reach[k])),
  }
}

/** Points one after the other, each the farthest from those that were run and taken. */
function spreadOut(
  pool: readonly (readonly number[])[],
  size: number,
  run: readonly (readonly number[])[],
): (readonly number[])[] {
  const square = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, x, k) => sum + (x - b[k]) ** 2, 0)
  const nearest = pool.map((unit) =>
    run.reduce((least, other) => Math.min(least, square(unit, other)), Infinity),
  )
  const taken: (readonly number[])[] = []
  while (taken.length < Math.min(size, pool.length)) {
    const next = nearest.reduce((best, far, k) => (far > nearest[best] ? k : best), 0)
    taken.push(pool[next])
    pool.forEach((unit, k) => {
      nearest[k] = Math.min(nearest[k], square(unit, pool[next]))
    })
  }
  return taken
}
