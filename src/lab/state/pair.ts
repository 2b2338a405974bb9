/** A policy and its baseline, as the page has them. */
import type { Bare } from '../entry.ts'

export interface Pair {
  readonly baseline: Bare
  readonly policy: Bare
  /** The first day on which the worlds may differ. */
  readonly fork: number
  /** Of run 1, as every study has it. */
  readonly seed: string
}

/** The window that the scenario calls its main one, else its first after the worlds may differ. */
export const mainWindow = ({ policy: { windows }, fork }: Pair) =>
  windows.find(({ main }) => main) ?? windows.find(({ from }) => from >= fork)
