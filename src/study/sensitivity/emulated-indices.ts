/** Sobol indices from any design that fills the space, by way of its emulator. */
import { mean } from 'simple-statistics'
import type { Factor } from '../design/point.ts'
import { saltelli, saltelliLayout } from '../design/saltelli.ts'
import { shiftedSobol } from '../design/sobol-sequence.ts'
import { percentileInterval, RESAMPLING } from './bootstrap.ts'
import type { Emulator } from './emulator.ts'
import {
  type IndexEstimate,
  rowsToTell,
  type SobolAnalysis,
  type SobolIndex,
  sobolIndices,
} from './sobol-indices.ts'

/** An emulator that predicts less of the variance of points that it has not seen says nothing of shares. */
export const LEAST_EXPLAINED = 0.5

/** Surfaces that are drawn, base rows on each, and the part of the draws that an interval holds. */
const SETTINGS = { draws: 40, base: 256, level: 0.95, seed: 'emulated indices' }

/**
 * Sobol indices of an emulated outcome as shares of the variance of single runs, chance among them (`noise / (variance + noise)`).
 * Why: with an emulator a Latin hypercube of two or three hundred runs gives what rows of Saltelli need thousands for.
 *
 * Each of the draws is one surface that goes with what was seen, on rows of its own; estimates are means over draws and intervals
 * theirs, so that they hold both what the emulator does not know and the error of the rows. They take its lengths and its noise for
 * known, and are somewhat narrow for it; and where its diagnostics are poor, so are they. `rows` are the points that it was
 * fitted to.
 * Source: Le Gratiet, Cannamela and Iooss 2014.
 */
export function emulatedIndices(
  emulated: Emulator,
  factors: readonly Factor[],
  settings: Partial<typeof SETTINGS> = {},
): SobolAnalysis {
  const { draws, base, level, seed } = { ...SETTINGS, ...settings }
  const layout = saltelliLayout(factors, false)
  const noise = noiseOf(emulated, factors.length, seed)
  const analyses = Array.from({ length: draws }, (_, draw) => {
    const surface = emulated.surface.draw(seed, draw)
    const points = saltelli(base, factors, `${seed}/${draw}`, false)
    const outcomes = points.map(({ unit }) => surface(unit))
    return sobolIndices(layout, outcomes, { ...RESAMPLING, resamples: 0 })
  })
  const rows = emulated.points
  /** What is to be explained; of outcomes that are all the same only rounding is left, which is nothing. */
  const wholeOf = ({ mean, variance }: SobolAnalysis): number =>
    variance + noise > 1e-20 * mean ** 2 ? variance + noise : Number.NaN
  /** Over draws, as shares of the variance of the surface and of chance. */
  const estimate = (of: (analysis: SobolAnalysis) => number): IndexEstimate => {
    const replicates = Float64Array.from(analyses, (analysis) => of(analysis) / wholeOf(analysis))
    return { ...percentileInterval(mean([...replicates]), replicates, level), replicates }
  }
  const indexOf = (group: string, first: IndexEstimate, total: IndexEstimate): SobolIndex => ({
    group,
    first,
    total,
    rowsToTell: rowsToTell(first, rows),
  })
  const chance = estimate(() => noise)
  return {
    rows,
    leftOut: emulated.leftOut,
    mean: mean(analyses.map((analysis) => analysis.mean)),
    variance: mean(analyses.map((analysis) => analysis.variance)) + noise,
    indices: layout.groups.map((group, at) => {
      // A surface without variance explains nothing.
      const part = (kind: 'first' | 'total') => (analysis: SobolAnalysis) =>
        analysis.variance > 0 ? analysis.variance * analysis.indices[at][kind].estimate : 0
      return indexOf(group, estimate(part('first')), estimate(part('total')))
    }),
    chance: indexOf('chance', chance, chance),
  }
}

/** The variance of a single run about the mean, over the cube. */
const noiseOf = (emulated: Emulator, factors: number, seed: string): number =>
  mean(shiftedSobol(64, factors, seed).map((unit) => emulated.at(unit).noise ** 2))
