/**
 * Carries a fit out: waves of history matching, then generations of ABC-SMC inside what is left. What is run next follows from
 * the outcomes so far alone, so that a fit that is stopped goes on from its journal, and any number of workers and processes
 * make the same one.
 */

import { type DesignPoint, latinHypercube } from '../design/index.ts'
import {
  carryOutExperiment,
  type Entry,
  type ExperimentOptions,
  type Journal,
  type Plan,
  type PlannedPoint,
  planAt,
  plannedAt,
} from '../experiment/index.ts'
import {
  type AbcSettings,
  historyWave,
  type Population,
  progress,
  proposals,
  type Region,
  type Wave,
  wholeCube,
} from '../fit/index.ts'
import { PROGRAM } from '../program.ts'
import type { Runner } from '../runner.ts'
import { type FitStudy, fitTargetsOf, proposalDistance, valuesIn } from './fit-study.ts'

/** A generation that is complete, with the points that it accepted. */
export interface Generation {
  readonly population: Population
  readonly points: readonly PlannedPoint[]
  /** Runs that were made for it, in the order of their numbers up to the last that counts. */
  readonly runs: number
}

/** How far a fit has come. */
export interface FitCourse {
  readonly waves: readonly Wave[]
  readonly generations: readonly Generation[]
  /** Why it ended; nothing where it was stopped before its end. */
  readonly ended?: 'complete' | 'all ruled out' | 'too few accepted' | 'without values'
  /** Values of the targets at the points of each wave, in their order; NaN where a run has none. */
  readonly values: readonly (readonly (readonly number[])[])[]
  /** All points so far, with their runs. */
  readonly plan: Plan
  /** Runs that broke. */
  readonly broken: number
}

/** What is told while it goes on. */
export type FitStage =
  | {
      readonly stage: 'wave'
      readonly number: number
      readonly asked: number
      readonly done: number
    }
  | {
      readonly stage: 'generation'
      readonly number: number
      readonly asked: number
      /** Proposals whose outcome is known, and those that were accepted. */
      readonly done: number
      readonly accepted: number
    }

export interface FitOptions extends Omit<ExperimentOptions, 'progress'> {
  /** Proposals that are asked for at once; the fit does not depend on it. */
  readonly ahead: number
  progress?(stage: FitStage): void
}

/** With fewer draws than this a generation says nothing, and the one before is the last. */
export const FEWEST = 10

/** Values of a target that an emulator needs at least. */
const LEAST = 3

/** Seeds of points of waves begin here, far from those of proposals. */
const WAVE_SEEDS = 1e12

export async function carryOutFit(
  fit: FitStudy,
  journal: Journal,
  runner: Runner,
  options: FitOptions,
): Promise<FitCourse> {
  const ran = new Ran(fit, journal, runner, options)
  const waves: Wave[] = []
  const generations: Generation[] = []
  const course = (ended?: FitCourse['ended']): FitCourse => ({
    waves,
    generations,
    values,
    plan: ran.plan(),
    broken: ran.broken,
    ...(ended === undefined ? {} : { ended }),
  })
  const { varied, seed } = fit.experiment
  const targets = fitTargetsOf(fit)
  let region: Region = wholeCube(varied.length)
  const units: (readonly number[])[] = []
  const values: number[][][] = []
  for (let number = 1; number <= fit.waves; number++) {
    const points = waves.at(-1)?.next ?? firstUnits(fit)
    const found = await ran.wave(number, points)
    if (found === undefined) return course()
    units.push(...points)
    values.push(found)
    const all = values.flat()
    if (targets.some((_, k) => all.filter((of) => Number.isFinite(of[k])).length < LEAST))
      return course('without values')
    const wave = historyWave({
      number,
      units,
      outcomes: targets.map((_, k) => all.map((of) => [of[k]])),
      targets,
      within: region,
      size: fit.points,
      seed,
    })
    waves.push(wave)
    if (wave.left === 0) return course('all ruled out')
    region = wave.region
  }
  for (let number = 1; number <= fit.generations; number++) {
    const before = generations.at(-1)?.population
    const generation = await ran.generation(settingsOf(fit, region), before)
    if (generation === undefined) return course()
    if (generation.points.length < FEWEST) return course('too few accepted')
    generations.push(generation)
  }
  return course('complete')
}

const firstUnits = ({ points, experiment: { varied, seed } }: FitStudy): (readonly number[])[] =>
  latinHypercube(points, varied.length, `${seed}/wave`).map(({ unit }) => unit)

const wavePoints = (number: number, units: readonly (readonly number[])[]): DesignPoint[] =>
  units.map((unit, row) => ({
    key: `wave ${number} point ${row + 1}`,
    unit,
    seedKey: WAVE_SEEDS + 1e6 * number + row,
  }))

/** The runs of the first wave, which are known before anything is found. */
export const firstWave = (fit: FitStudy, code: string): Plan =>
  planAt(
    fit.experiment,
    wavePoints(1, firstUnits(fit)).map((point) => plannedAt(fit.experiment, point)),
    code,
  )

const settingsOf = (
  { experiment, draws, most, tolerance }: FitStudy,
  region: Region,
): AbcSettings => ({
  factors: experiment.varied.length,
  accepted: draws,
  seed: experiment.seed,
  region,
  most,
  tolerance,
})

/** The runs of a fit. */
class Ran {
  readonly #points: PlannedPoint[] = []
  broken = 0
  readonly #fit: FitStudy
  readonly #journal: Journal
  readonly #runner: Runner
  readonly #options: FitOptions

  constructor(fit: FitStudy, journal: Journal, runner: Runner, options: FitOptions) {
    this.#fit = fit
    this.#journal = journal
    this.#runner = runner
    this.#options = options
  }

  plan(points: readonly PlannedPoint[] = this.#points): Plan {
    return planAt(this.#fit.experiment, points, this.#options.code ?? PROGRAM)
  }

  /**
   * Runs points that are not known yet.
   * @returns their entries in their order, none where a run broke; undefined where it was stopped
   */
  async at(
    points: readonly DesignPoint[],
    told: (known: number) => void,
  ): Promise<(Entry | undefined)[] | undefined> {
    const planned = points.map((point) => plannedAt(this.#fit.experiment, point))
    this.#points.push(...planned)
    const plan = this.plan(planned)
    const { ahead: _, progress: __, ...options } = this.#options
    const { done, broken } = await carryOutExperiment(
      this.#fit.experiment,
      plan,
      this.#journal,
      this.#runner,
      { ...options, progress: (now) => told(now.done) },
    )
    this.broken += broken
    if (done + broken < plan.runs.length) return undefined
    const entries = this.#journal.entries()
    return plan.keys.map(([key]) => entries.get(key))
  }

  /** Values of the targets at the points of a wave. */
  async wave(
    number: number,
    units: readonly (readonly number[])[],
  ): Promise<number[][] | undefined> {
    const points = wavePoints(number, units)
    const entries = await this.at(points, (done) =>
      this.#options.progress?.({ stage: 'wave', number, asked: points.length, done }),
    )
    return entries?.map((entry) => valuesIn(this.#fit, entry))
  }

  async generation(
    settings: AbcSettings,
    before: Population | undefined,
  ): Promise<Generation | undefined> {
    const propose = remembered(proposals(settings, before))
    const distances = new Map<number, number>()
    const number = before === undefined ? 1 : before.generation + 2
    for (;;) {
      const { wanted, accepted, population } = progress(
        settings,
        before,
        distances,
        this.#options.ahead,
        propose,
      )
      this.#options.progress?.({
        stage: 'generation',
        number,
        asked: settings.accepted,
        done: distances.size,
        accepted,
      })
      if (population !== undefined) {
        const points = population.accepted.map((one) =>
          plannedAt(this.#fit.experiment, propose(one)),
        )
        return { population, points, runs: population.proposals }
      }
      const points = wanted.map(propose)
      const entries = await this.at(points, () => {})
      if (entries === undefined) return undefined
      wanted.forEach((one, row) => {
        const values = valuesIn(this.#fit, entries[row])
        distances.set(one, proposalDistance(this.#fit, values, points[row].seedKey))
      })
    }
  }
}

/** Proposals are drawn again where they fall out of the region: each once. */
function remembered(propose: (number: number) => DesignPoint): (number: number) => DesignPoint {
  const known = new Map<number, DesignPoint>()
  return (number) => {
    const point = known.get(number) ?? propose(number)
    known.set(number, point)
    return point
  }
}
