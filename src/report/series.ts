/** What a panel shows: a line and a band for each arm. */
import type { Point } from './reduce.ts'

export interface Series {
  readonly arm: string
  readonly points: readonly Point[]
}

export interface Panel {
  readonly title: string
  readonly unit: string
  readonly daily: boolean
  readonly series: readonly Series[]
}
